import { ZipWriter } from '../../electron/store/archive/zip-writer.ts'

export async function zipOf(
  files: ReadonlyArray<{ readonly path: string; readonly bytes: Uint8Array }>,
): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  const writer = new ZipWriter(async bytes => {
    pieces.push(bytes)
  })
  for (const { path, bytes } of files) await writer.add(path, bytes)
  await writer.finish()
  return Buffer.concat(pieces)
}
