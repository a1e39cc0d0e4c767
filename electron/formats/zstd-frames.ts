import { fail, ok, type Result } from '../core/result.ts'
import { type GzipMember, isFarMore } from './gzip-members.ts'
import type { ImportFile } from './import-file.ts'
import { readingAhead } from './reading-ahead.ts'
import { unpackFrame, type ZstdFailure, zstdBlock, zstdHeader, zstdStart } from './zstd.ts'

const HEAD = 64 * 1024
/** Of one frame, packed and unpacked: it is held in memory. */
const LARGEST = 256 * 1024 * 1024
const START = 256 * 1024

/**
 * The frames of a zstd file one after another, as {@link GzipMember}s: archives of the web have one for each record.
 * `not-recognised` where they need a dictionary, which some archives carry in front.
 */
export async function* zstdFrames(
  file: ImportFile,
): AsyncGenerator<Result<GzipMember, ZstdFailure | 'unsafe'>> {
  const read = readingAhead(file)
  let unpacked = 0
  for (let start = 0; start < file.size; ) {
    const header = zstdHeader(await read(start, Math.min(file.size, start + 18)))
    if (header === undefined) return yield fail('damaged')
    let end = start + header.length + (header.skipped ?? 0)
    if (header.skipped !== undefined) {
      start = end
      continue
    }
    for (let isLast = false; !isLast; ) {
      if (end + 3 > file.size) return yield fail('damaged')
      const block = zstdBlock(await read(end, end + 3))
      end += block.length
      isLast = block.isLast
    }
    if (header.hasChecksum) end += 4
    if (end > file.size) return yield fail('damaged')
    if (end - start > LARGEST) return yield fail('too-large')
    if (header.hasDictionary) return yield fail('not-recognised')
    const { contentSize } = header
    const size =
      contentSize === undefined
        ? unpackFrame(await file.slice(start, end), LARGEST, () => undefined)
        : ok(contentSize)
    if (!size.ok) return yield size
    unpacked += size.value
    if (isFarMore(unpacked, end)) return yield fail('unsafe')
    const head = zstdStart(await file.slice(start, Math.min(end, start + START))).subarray(0, HEAD)
    yield ok({ start, end, size: size.value, head })
    start = end
  }
}
