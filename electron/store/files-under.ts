import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing } from './store-failure.ts'

export interface FileUnder {
  /** Relative to the folder, with `/`. */
  readonly path: string
  readonly byteLength: number
  /** When it was last written, in milliseconds since the epoch. */
  readonly modifiedAt: number
}

/** Every file in the folder and those below it; links are passed over, and what vanishes meanwhile. */
export async function* filesUnder(folder: string, inside = ''): AsyncGenerator<FileUnder> {
  for (const entry of await readdir(join(folder, inside), { withFileTypes: true })) {
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`
    if (entry.isDirectory()) yield* filesUnder(folder, path)
    if (!entry.isFile()) continue
    const facts = await stat(join(folder, path)).catch((error: unknown) => {
      if (isMissing(error)) return undefined
      throw error
    })
    if (facts !== undefined) yield { path, byteLength: facts.size, modifiedAt: facts.mtimeMs }
  }
}
