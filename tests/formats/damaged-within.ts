import { gunzipSync, gzipSync } from 'node:zlib'
import { fileInMemory } from '../../electron/formats/import-file.ts'
import { openZip } from '../../electron/formats/zip-entries.ts'
import { type Damage, damaged } from './damaged.ts'
import { zipOf } from './zip-of.ts'

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Damages what a file has packed, and packs it anew, so that the sums of the container are right; any other file as it is. */
export async function damagedWithin(bytes: Uint8Array, all: readonly Damage[]): Promise<Uint8Array> {
  if (isGzip(bytes)) return gzipSync(damaged(gunzipSync(bytes), all))
  const zip = await openZip(fileInMemory('a.zip', bytes))
  if (!zip.ok || zip.value.entries.length === 0) return damaged(bytes, all)
  const files: { path: string; bytes: Uint8Array }[] = []
  for (const entry of zip.value.entries) {
    const read = await zip.value.read(entry)
    files.push({ path: entry.path, bytes: read.ok ? read.value : new Uint8Array() })
  }
  // The first damage says by its place which of them is meant.
  const meant = Math.min(files.length - 1, Math.floor((all[0]?.at ?? 0) * files.length))
  return zipOf(
    files.map((file, at) => (at === meant ? { ...file, bytes: damaged(file.bytes, all.slice(1)) } : file)),
  )
}
