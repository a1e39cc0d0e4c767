import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Of } from '../content-files.ts'

/** The files of a folder, by their paths with `/`, and what in it is neither file nor folder. Nothing is followed. */
export interface BagFiles {
  readonly folder: string
  readonly paths: ReadonlySet<string>
  readonly others: readonly string[]
}

export async function bagFiles(folder: string): Promise<BagFiles> {
  const paths = new Set<string>()
  const others: string[] = []
  async function walk(inside: string): Promise<void> {
    for (const entry of await readdir(join(folder, inside), { withFileTypes: true })) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`
      if (entry.isDirectory()) await walk(path)
      else if (entry.isFile()) paths.add(path)
      else others.push(path)
    }
  }
  await walk('')
  return { folder, paths, others }
}

/** The bytes of a file that the walk met; undefined for any other path, which is never opened. */
export const bytesIn = async ({ folder, paths }: BagFiles, path: string): Promise<Buffer | undefined> =>
  paths.has(path) ? readFile(join(folder, path)) : undefined

/** The SHA-256 and the length of such a file, which may be larger than memory. */
export async function sumIn(
  { folder, paths }: BagFiles,
  path: string,
): Promise<{ sha256: string; byteLength: number } | undefined> {
  if (!paths.has(path)) return undefined
  const hash = createHash('sha256')
  let byteLength = 0
  for await (const piece of createReadStream(join(folder, path))) {
    hash.update(piece)
    byteLength += piece.length
  }
  return { sha256: hash.digest('hex'), byteLength }
}

export const sha256OfText = (text: string): string => sha256Of(Buffer.from(text))
