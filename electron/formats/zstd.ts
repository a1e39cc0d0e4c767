import { Decompress, decompress } from 'fzstd'
import { fail, ok, type Result } from '../core/result.ts'

/** The header of a frame (RFC 8878, section 3.1.1), or a frame that is to be skipped. */
export interface ZstdHeader {
  readonly length: number
  /** Of what it unpacks to, where it is stated. */
  readonly contentSize: number | undefined
  readonly window: number
  readonly hasDictionary: boolean
  readonly hasChecksum: boolean
  /** Of a frame that is skipped: how long it is without its header. */
  readonly skipped?: number
}

const MAGIC = 0xfd2fb528
const SKIPPED = 0x184d2a50
/** RFC 8878, 3.1.1.1.2: what every decoder should have room for. */
const LARGEST_WINDOW = 8 * 1024 * 1024
const LONGEST_HEADER = 18

const viewOf = (bytes: Uint8Array): DataView => {
  const whole = new Uint8Array(LONGEST_HEADER)
  whole.set(bytes.subarray(0, LONGEST_HEADER))
  return new DataView(whole.buffer)
}

function contentSizeOf(view: DataView, at: number, width: number): number | undefined {
  if (width === 0) return undefined
  if (width === 1) return view.getUint8(at)
  if (width === 2) return view.getUint16(at, true) + 256
  return width === 4 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true))
}

/** The header that `bytes` start with; undefined where none does. */
export function zstdHeader(bytes: Uint8Array): ZstdHeader | undefined {
  if (bytes.length < 8) return undefined
  const view = viewOf(bytes)
  const magic = view.getUint32(0, true)
  const plain = { contentSize: undefined, window: 0, hasDictionary: false, hasChecksum: false }
  if (magic - (magic % 16) === SKIPPED) return { ...plain, length: 8, skipped: view.getUint32(4, true) }
  if (magic !== MAGIC) return undefined
  const flags = view.getUint8(4)
  const isOnePiece = (flags & 0x20) !== 0
  const dictionary = [0, 1, 2, 4][flags & 3] ?? 0
  const sizeWidth = flags >> 6 === 0 ? (isOnePiece ? 1 : 0) : 2 ** (flags >> 6)
  const descriptor = view.getUint8(5)
  const base = 2 ** (10 + (descriptor >> 3))
  const sizeAt = (isOnePiece ? 5 : 6) + dictionary
  const contentSize = contentSizeOf(view, sizeAt, sizeWidth)
  return {
    length: sizeAt + sizeWidth,
    contentSize,
    window: isOnePiece ? (contentSize ?? 0) : base + (base / 8) * (descriptor & 7),
    hasDictionary: dictionary > 0,
    hasChecksum: (flags & 4) !== 0,
  }
}

/** A block's own length in the file with its header, and whether it is the last; `bytes` start with its header. */
export function zstdBlock(bytes: Uint8Array): { readonly length: number; readonly isLast: boolean } {
  const [a = 0, b = 0, c = 0] = bytes
  const isRepeated = ((a >> 1) & 3) === 1
  return { length: 3 + (isRepeated ? 1 : (a >> 3) | (b << 5) | (c << 13)), isLast: (a & 1) === 1 }
}

/**
 * A frame that says how large a window it needs, with a window no larger than what its first `blocks` blocks can hold:
 * fzstd makes the window that is asked for, and moves all of it at each block.
 */
function fitted(frame: Uint8Array, header: ZstdHeader, blocks: number): Uint8Array {
  const power = 17 + Math.ceil(Math.log2(Math.max(1, blocks)))
  if (header.contentSize !== undefined || header.window <= 2 ** power) return frame
  const copy = frame.slice()
  copy[5] = (power - 10) << 3
  return copy
}

function blocksIn(frame: Uint8Array, header: ZstdHeader): number {
  let blocks = 0
  for (let at = header.length, isLast = false; !isLast && at < frame.length; blocks += 1) {
    const block = zstdBlock(frame.subarray(at, at + 3))
    at += block.length
    isLast = block.isLast
  }
  return blocks
}

export type ZstdFailure = 'damaged' | 'too-large' | 'not-recognised'

class TooMuch extends Error {}

/**
 * Unpacks a frame piece by piece, `take` being given each. It gives up, with what `take` has, where there is more than
 * `most` or the window is larger than decoders should make: fzstd would make any that a header asks for.
 */
export function unpackFrame(
  bytes: Uint8Array,
  most: number,
  take: (piece: Uint8Array) => void,
): Result<number, ZstdFailure> {
  const header = zstdHeader(bytes)
  if (header === undefined) return fail('damaged')
  if (header.hasDictionary) return fail('not-recognised')
  if ((header.contentSize ?? 0) > most) return fail('too-large')
  if (header.contentSize === undefined && header.window > LARGEST_WINDOW) return fail('too-large')
  let size = 0
  const add = (piece: Uint8Array): void => {
    size += piece.length
    if (size > most) throw new TooMuch()
    take(piece)
  }
  try {
    // fzstd moves the window at each block: a frame that says how large it is needs none.
    if (header.contentSize !== undefined) add(decompress(bytes, new Uint8Array(header.contentSize)))
    else new Decompress(add).push(fitted(bytes, header, blocksIn(bytes, header)))
    return ok(size)
  } catch (error) {
    return fail(error instanceof TooMuch ? 'too-large' : 'damaged')
  }
}

/** Where the frame that starts at `at` ends; undefined where the bytes end before it. */
function endOfFrame(bytes: Uint8Array, at: number): number | undefined {
  const header = zstdHeader(bytes.subarray(at))
  if (header === undefined) return undefined
  let end = at + header.length + (header.skipped ?? 0)
  if (header.skipped === undefined) {
    for (let isLast = false; !isLast && end < bytes.length; ) {
      const block = zstdBlock(bytes.subarray(end, end + 3))
      end += block.length
      isLast = block.isLast
    }
    if (header.hasChecksum) end += 4
  }
  return end > bytes.length ? undefined : end
}

/** All frames unpacked and put together: `too-large` beyond `most` bytes, `not-recognised` where they need a dictionary. */
export function unzstd(bytes: Uint8Array, most: number): Result<Uint8Array, ZstdFailure> {
  const pieces: Uint8Array[] = []
  let size = 0
  for (let at = 0; at < bytes.length; ) {
    const end = endOfFrame(bytes, at)
    if (end === undefined) return fail('damaged')
    if (zstdHeader(bytes.subarray(at))?.skipped === undefined) {
      const unpacked = unpackFrame(bytes.subarray(at, end), most - size, piece => pieces.push(piece))
      if (!unpacked.ok) return unpacked
      size += unpacked.value
    }
    at = end
  }
  return ok(Buffer.concat(pieces))
}

/** A header that states nothing but a window of 128 KB, which one block fills at most. */
const START_OF_FRAME = Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0x38])

/** The first block of what a file unpacks to, as far as the first bytes of the file go. */
export function zstdStart(head: Uint8Array): Uint8Array {
  const header = zstdHeader(head)
  const frame = head.subarray(header?.skipped === undefined ? 0 : header.length + header.skipped)
  const first = zstdHeader(frame)
  if (first === undefined || first.hasDictionary) return new Uint8Array(0)
  const block = zstdBlock(frame.subarray(first.length, first.length + 3))
  const content = frame.subarray(first.length, first.length + block.length)
  let start: Uint8Array = new Uint8Array(0)
  try {
    const unpacking = new Decompress(piece => {
      start = piece.slice()
    })
    unpacking.push(Buffer.concat([START_OF_FRAME, content]))
  } catch {
    // Then there is no start to tell it by.
  }
  return start
}
