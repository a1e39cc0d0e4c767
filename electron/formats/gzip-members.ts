import { Readable } from 'node:stream'
import { createInflateRaw, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { fail, ok, type Result } from '../core/result.ts'
import type { ImportFile } from './import-file.ts'
import { readingAhead } from './reading-ahead.ts'

/** One member of a gzip file (RFC 1952), or one frame of a zstd file: web archives have one for each record, so that each can be read alone. */
export interface GzipMember {
  /** In the compressed file. */
  readonly start: number
  readonly end: number
  /** Unpacked. */
  readonly size: number
  /** The first bytes of it, unpacked. */
  readonly head: Uint8Array
}

const HEAD = 64 * 1024
const CHUNK = 64 * 1024
const AT_ONCE = 4 * 1024 * 1024
/** DEFLATE reaches 1,032 to 1; archives of the web stay below 50 to 1. Small ones may do as they like. */
const HIGHEST_RATIO = 200
const SMALL = 256 * 1024 * 1024

type Read = ReturnType<typeof readingAhead>

/** Length of a member's own header; undefined where there is none. */
function headerLength(bytes: Uint8Array): number | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8) return undefined
  const flags = bytes[3] ?? 0
  let at = 10
  if ((flags & 4) !== 0) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0)
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue
    const zero = bytes.indexOf(0, at)
    if (zero === -1) return undefined
    at = zero + 1
  }
  return (flags & 2) === 0 ? at : at + 2
}

async function* chunks(read: Read, start: number, size: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < size; at += CHUNK) yield await read(at, Math.min(size, at + CHUNK))
}

/**
 * The members of a gzip file one after another, each unpacked only to find its end and its head: memory stays flat.
 * Ends with `damaged` where the file is cut off or is not gzip, `unsafe` where it unpacks to far more than it is.
 */
export async function* gzipMembers(
  file: ImportFile,
): AsyncGenerator<Result<GzipMember, 'damaged' | 'unsafe'>> {
  const read = readingAhead(file)
  let unpacked = 0
  for (let start = 0; start < file.size; ) {
    const window = await read(start, Math.min(file.size, start + CHUNK))
    const header = headerLength(window)
    if (header === undefined) return yield fail('damaged')
    const member =
      atOnce(window.subarray(header)) ?? (await inPieces(read, start + header, file.size, unpacked))
    if (typeof member === 'string') return yield fail(member)
    const { packed, size, head } = member
    unpacked += size
    const end = start + header + packed + 8
    if (isFarMore(unpacked, end)) return yield fail('unsafe')
    yield ok({ start, end: Math.min(end, file.size), size, head })
    start = end
  }
}

interface Inflated {
  /** Bytes that it took of the file. */
  readonly packed: number
  readonly size: number
  readonly head: Uint8Array
}

/** Whether an archive is a bomb, as far as it has been unpacked. */
export const isFarMore = (unpacked: number, packed: number): boolean =>
  unpacked > SMALL && unpacked > packed * HIGHEST_RATIO

/** With `info` the result is not the bytes alone, which the types of Node do not say. */
const withInfo = z.object({
  buffer: z.instanceof(Uint8Array),
  engine: z.object({ bytesWritten: z.number() }),
})

/** Most members are small and lie whole in what was read: a stream for each of them takes ten times as long. */
function atOnce(bytes: Uint8Array): Inflated | undefined {
  try {
    const options = { info: true, maxOutputLength: AT_ONCE }
    const { buffer, engine } = withInfo.parse(inflateRawSync(bytes, options))
    return { packed: engine.bytesWritten, size: buffer.length, head: buffer.subarray(0, HEAD) }
  } catch (error) {
    if (error instanceof z.ZodError) throw error
    return undefined
  }
}

async function inPieces(
  read: Read,
  start: number,
  fileSize: number,
  unpackedBefore: number,
): Promise<Inflated | 'damaged' | 'unsafe'> {
  const inflater = createInflateRaw({ chunkSize: CHUNK })
  const source = Readable.from(chunks(read, start, fileSize))
  source.once('error', error => inflater.destroy(error))
  const head: Uint8Array[] = []
  let size = 0
  try {
    for await (const piece of source.pipe(inflater)) {
      if (size < HEAD) head.push(piece)
      size += piece.length
      if (isFarMore(unpackedBefore + size, start + inflater.bytesWritten + CHUNK)) return 'unsafe'
    }
  } catch {
    return 'damaged'
  } finally {
    source.destroy()
    inflater.destroy()
  }
  return { packed: inflater.bytesWritten, size, head: Buffer.concat(head) }
}
