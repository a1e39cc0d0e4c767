import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { fail, ok, type Result } from '../core/result.ts'
import { parseHeaders } from './mime-headers.ts'
import { unzstd } from './zstd.ts'

/** The head of a WARC record (ISO 28500), and of the HTTP message in it. */
export interface WarcHead {
  /** `response`, `resource`, `revisit`, … */
  readonly type: string
  readonly url: string | undefined
  readonly date: string | undefined
  /** A revisit says with it which record has the content. */
  readonly refersTo: string | undefined
  readonly payloadDigest: string | undefined
  readonly status: number | undefined
  /** Of the content; lower case, without parameters. */
  readonly mediaType: string
  readonly charset: string | undefined
  readonly transferEncoding: string
  readonly contentEncoding: string
  /** Where the record starts, after what blank lines there are, where its block does, and how long that is. */
  readonly start: number
  readonly blockStart: number
  readonly blockLength: number
  /** Where the content starts, after the HTTP head. */
  readonly contentStart: number
}

const BLANK_LINE = /\r?\n\r?\n/u

function endOfHead(text: string, from: number): number | undefined {
  const match = BLANK_LINE.exec(text.slice(from))
  return match === null ? undefined : from + match.index + match[0].length
}

/** The head of the record that `bytes` start with; undefined where there is none. Blank lines before it are skipped. */
export function warcHead(bytes: Uint8Array): WarcHead | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const start = /^\s*/u.exec(text)?.[0].length ?? 0
  if (!/^WARC\/\d/u.test(text.slice(start, start + 8))) return undefined
  const blockStart = endOfHead(text, start)
  if (blockStart === undefined) return undefined
  const fields = parseHeaders(bytes.subarray(start, blockStart))
  const length = Number(fields.get('content-length'))
  if (!Number.isSafeInteger(length) || length < 0) return undefined
  const isHttp = /^HTTP\/\d/u.test(text.slice(blockStart, blockStart + 7))
  const contentStart = isHttp ? (endOfHead(text, blockStart) ?? bytes.length) : blockStart
  const http = isHttp ? parseHeaders(bytes.subarray(blockStart, contentStart)) : undefined
  const status = isHttp
    ? Number(/^HTTP\/\S+\s+(?<status>\d{3})/u.exec(text.slice(blockStart))?.groups?.['status'])
    : undefined
  const [mediaType = '', ...parameters] = ((http ?? fields).get('content-type') ?? '').split(';')
  return {
    type: (fields.get('warc-type') ?? '').toLowerCase(),
    url: fields.get('warc-target-uri')?.replace(/^<|>$/gu, ''),
    date: fields.get('warc-date'),
    refersTo: fields.get('warc-refers-to-target-uri'),
    payloadDigest: fields.get('warc-payload-digest'),
    status,
    mediaType: mediaType.trim().toLowerCase(),
    charset: /charset\s*=\s*"?(?<charset>[^\s";]+)/iu.exec(parameters.join(';'))?.groups?.['charset'],
    transferEncoding: (http?.get('transfer-encoding') ?? '').toLowerCase(),
    contentEncoding: (http?.get('content-encoding') ?? '').toLowerCase(),
    start,
    blockStart,
    blockLength: length,
    contentStart,
  }
}

/** The chunks put together (RFC 9112, section 7.1); where it is not chunked, though it says so, as it stands. */
function dechunked(bytes: Buffer): Buffer {
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\r\n', at)
    const size = /^\s*(?<size>[\da-f]{1,8})\s*(?:;.*)?$/iu.exec(
      bytes.toString('latin1', at, Math.min(end, at + 200)),
    )
    if (end === -1 || size === null) return pieces.length === 0 ? bytes : Buffer.concat(pieces)
    const length = Number.parseInt(size.groups?.['size'] ?? '0', 16)
    if (length === 0) break
    pieces.push(bytes.subarray(end + 2, end + 2 + length))
    at = end + 2 + length + 2
  }
  return Buffer.concat(pieces)
}

/** A page or picture is not larger than this, unpacked. */
const LARGEST_CONTENT = 64 * 1024 * 1024

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Throws as the functions of Node do. */
function unpackedZstd(bytes: Buffer): Buffer {
  const unpacked = unzstd(bytes, LARGEST_CONTENT)
  if (unpacked.ok) return Buffer.from(unpacked.value)
  throw unpacked.error === 'too-large' ? new RangeError(unpacked.error) : new Error(unpacked.error)
}

function decompressed(bytes: Buffer, encoding: string): Buffer {
  const options = { maxOutputLength: LARGEST_CONTENT }
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      // Some archivers unpack the content and leave the header.
      return isGzip(bytes) ? gunzipSync(bytes, options) : bytes
    case 'deflate':
      return (bytes[0] ?? 0) % 16 === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options)
    case 'br':
      return brotliDecompressSync(bytes, options)
    case 'zstd':
      return unpackedZstd(bytes)
    default:
      return bytes
  }
}

/** The content of a whole record as a browser would have it: without HTTP's chunks and compression. */
export function warcContent(record: Uint8Array, head: WarcHead): Result<Uint8Array, 'damaged' | 'too-large'> {
  const block = Buffer.from(record.buffer, record.byteOffset, record.length)
  const raw = block.subarray(head.contentStart, head.blockStart + head.blockLength)
  let content = head.transferEncoding.includes('chunked') ? dechunked(raw) : raw
  try {
    for (const encoding of head.contentEncoding.split(',').toReversed())
      content = decompressed(content, encoding.trim())
  } catch (error) {
    const isLarge = error instanceof RangeError
    // An archiver that unpacked the content and left the header: text does not start like anything compressed.
    if (!isLarge && /^\s*</u.test(content.toString('latin1', 0, 64))) return ok(content)
    return fail(isLarge ? 'too-large' : 'damaged')
  }
  return content.length > LARGEST_CONTENT ? fail('too-large') : ok(content)
}
