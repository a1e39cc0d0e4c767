import { join } from 'node:path'
import { build } from 'vite'

/** Bundles a program of this folder, or of another, into one file, so that a process of it starts at once; returns its path. */
export async function buildProgram(
  name: string,
  folder: string,
  from: string = import.meta.dirname,
): Promise<string> {
  await build({
    configFile: false,
    root: join(import.meta.dirname, '../..'),
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(from, `${name}.ts`),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  })
  return join(folder, `${name}.mjs`)
}
