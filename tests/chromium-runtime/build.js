// Builds the stand-in into out/chromium-runtime: the Node side as ES modules, the page side as one script each.
import { resolve } from 'node:path'
import { build } from 'vite'

const here = import.meta.dirname
const outDir = resolve(here, '../../out/chromium-runtime')
const common = { root: here, configFile: false, logLevel: 'warn', publicDir: false }
const output = { outDir, minify: false, target: 'node20', modulePreload: false }

await build({
  ...common,
  ssr: { noExternal: true, external: ['playwright-core', 'electron'] },
  build: {
    ...output,
    emptyOutDir: true,
    ssr: true,
    rolldownOptions: {
      input: {
        'main-host': resolve(here, 'main-host.ts'),
        electron: resolve(here, 'electron-module/index.ts'),
        start: resolve(here, 'start.ts'),
        'ensure-browser': resolve(here, 'ensure-browser.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js' },
    },
  },
})

for (const name of ['main-world', 'preload-world']) {
  await build({
    ...common,
    build: {
      ...output,
      target: 'es2022',
      emptyOutDir: false,
      rolldownOptions: {
        input: { [name]: resolve(here, `page/${name}.ts`) },
        output: { format: 'iife', entryFileNames: '[name].js' },
      },
    },
  })
}
