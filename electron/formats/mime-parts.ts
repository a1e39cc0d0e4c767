import { fail, ok, type Result } from '../core/result.ts'
import { transferDecoded } from './mime-encodings.ts'
import { type HeaderValue, type MimeHeaders, parseHeaders, parseValue } from './mime-headers.ts'

/** A part of a MIME message: its bytes are a view of the file's, decoded when they are asked for. */
export interface MimePart {
  readonly headers: MimeHeaders
  readonly type: HeaderValue
  readonly body: Uint8Array
  /** Of a multipart, in their order. */
  readonly parts: readonly MimePart[]
}

const DEEPEST = 32
const MOST = 20_000
const LARGEST_HEADER = 1024 * 1024

const [CR, LF, DASH] = [0x0d, 0x0a, 0x2d]

/** Where the header ends and where the body starts: after the first empty line. */
function splitAtBlank(bytes: Buffer): { header: Buffer; body: Buffer } {
  const limit = Math.min(bytes.length, LARGEST_HEADER)
  let at = 0
  while (at < limit) {
    if (bytes[at] === LF) return { header: bytes.subarray(0, at), body: bytes.subarray(at + 1) }
    if (bytes[at] === CR && bytes[at + 1] === LF)
      return { header: bytes.subarray(0, at), body: bytes.subarray(at + 2) }
    const end = bytes.indexOf(LF, at)
    if (end === -1) break
    at = end + 1
  }
  return { header: bytes.subarray(0, limit), body: bytes.subarray(limit) }
}

/** The parts between the lines of a boundary. A file that is cut off ends its last part. */
function* between(bytes: Buffer, boundary: string): Generator<Buffer> {
  const mark = Buffer.from(`--${boundary}`)
  let start = -1
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + mark.length)) {
    const isLine = at === 0 || bytes[at - 1] === LF
    const after = at + mark.length
    const isClose = bytes[after] === DASH && bytes[after + 1] === DASH
    const next = bytes[isClose ? after + 2 : after]
    // A longer boundary that starts with this one is another's.
    if (!isLine || (next !== undefined && ![CR, LF, 0x20, 0x09].includes(next) && !isClose)) continue
    if (start !== -1) {
      const end = bytes[at - 2] === CR ? at - 2 : at - 1
      yield bytes.subarray(start, Math.max(start, end))
    }
    if (isClose) return
    const newline = bytes.indexOf(LF, after)
    start = newline === -1 ? bytes.length : newline + 1
  }
  if (start !== -1) yield bytes.subarray(start)
}

/**
 * The tree of a MIME message (RFC 2045, 2046). `damaged` where there is no header, `unsafe` where parts nest or are
 * many beyond any message. Messages inside messages are parts without parts: whoever wants them parses their body.
 */
export function parseMime(bytes: Uint8Array): Result<MimePart, 'damaged' | 'unsafe'> {
  let count = 0
  const parse = (part: Buffer, depth: number): MimePart | undefined => {
    count += 1
    if (depth > DEEPEST || count > MOST) return undefined
    const { header, body } = splitAtBlank(part)
    const headers = parseHeaders(header)
    const type = parseValue(headers.get('content-type') ?? 'text/plain')
    const boundary = type.value.startsWith('multipart/') ? type.parameters.get('boundary') : undefined
    const parts: MimePart[] = []
    if (boundary !== undefined && boundary !== '')
      for (const each of between(body, boundary)) {
        const parsed = parse(each, depth + 1)
        if (parsed === undefined) return undefined
        parts.push(parsed)
      }
    return { headers, type, body, parts }
  }
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const from = skipBlankLines(bytes, start)
  const root = parse(Buffer.from(bytes.buffer, bytes.byteOffset + from, bytes.length - from), 0)
  if (root === undefined) return fail('unsafe')
  return root.headers.size === 0 ? fail('damaged') : ok(root)
}

/** Blank lines before a header, and the `From ` line that mbox puts there. */
function skipBlankLines(bytes: Uint8Array, start: number): number {
  let at = start
  while (bytes[at] === CR || bytes[at] === LF) at += 1
  if (Buffer.from(bytes.subarray(at, at + 5)).toString('latin1') !== 'From ') return at
  const end = bytes.indexOf(LF, at)
  return end === -1 ? at : end + 1
}

/** The part itself and all below it, in their order. */
export function* allParts(part: MimePart): Generator<MimePart> {
  yield part
  for (const each of part.parts) yield* allParts(each)
}

export const contentOf = (part: MimePart): Uint8Array =>
  transferDecoded(part.body, part.headers.get('content-transfer-encoding'))

/** `Content-ID` without its angle brackets, as `cid:` addresses have it. */
export const contentId = (part: MimePart): string | undefined =>
  part.headers.get('content-id')?.trim().replace(/^<|>$/gu, '') || undefined
