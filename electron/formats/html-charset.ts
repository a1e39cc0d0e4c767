import { getBOMEncoding, normalizeEncoding, TextDecoder } from '@exodus/bytes/encoding.js'
import { analyse } from 'chardet'

/** How the encoding of a page was found out. */
export type CharsetOrigin = 'byte-order-mark' | 'bytes' | 'header' | 'meta' | 'default'

export interface DecodedHtml {
  readonly text: string
  /** Name in the Encoding Standard, lower case. */
  readonly encoding: string
  readonly origin: CharsetOrigin
}

/** Browsers look for a declaration in the first 1,024 bytes; saved pages often have more before it. */
const PRESCAN = 64 * 1024
const SAMPLE = 128 * 1024

const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes)

/** Bytes as Latin letters one for one: enough to read markup, which is ASCII in every encoding but UTF-16. */
const asciiOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

/** Encodings that a declaration cannot mean: the declaration itself was read as ASCII (HTML, 13.2.3.2). */
function asMeant(encoding: string | null): string | undefined {
  if (encoding === null || encoding === 'replacement') return undefined
  if (encoding.startsWith('utf-16')) return 'utf-8'
  return encoding === 'x-user-defined' ? 'windows-1252' : encoding
}

/** The encoding that the page's own markup declares: `<meta charset>`, `http-equiv`, an XML declaration. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = asciiOf(bytes.subarray(0, PRESCAN)).replace(/<!--.*?(?:-->|$)/gsu, '')
  const xml = /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["'](?<label>[\w:.-]{2,40})["']/iu.exec(head)?.groups?.[
    'label'
  ]
  for (const [tag] of head.matchAll(/<meta\s[^>]{0,600}>/giu)) {
    const label = /charset\s*=\s*["']?\s*(?<label>[\w:.-]{2,40})/iu.exec(tag)?.groups?.['label']
    const encoding = label === undefined ? undefined : asMeant(normalizeEncoding(label))
    if (encoding !== undefined) return encoding
  }
  return xml === undefined ? undefined : asMeant(normalizeEncoding(xml))
}

/** UTF-16 without a mark: ASCII letters of the markup have a zero byte before or after each. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const half = head.length / 2
  if (half < 8) return undefined
  if (odd > half * 0.2 && even < half * 0.05) return 'utf-16le'
  return even > half * 0.2 && odd < half * 0.05 ? 'utf-16be' : undefined
}

interface Fit {
  /** Characters beyond ASCII. */
  readonly foreign: number
  /** Those that the encoding cannot hold, and control characters that text does not have. */
  readonly wrong: number
}

function fitOf(bytes: Uint8Array, encoding: string): Fit {
  const text = decode(bytes, encoding)
  const foreign = text.match(/[^\p{ASCII}]/gu)?.length ?? 0
  const wrong = text.match(/[\ufffd\u0080-\u0084\u0086-\u009f\ue000-\uf8ff]/gu)?.length ?? 0
  return { foreign, wrong }
}

/** ISO-2022-JP is ASCII throughout: escapes say where it is Japanese. Text in any other encoding has none. */
const JAPANESE_ESCAPES = ['\u001b$B', '\u001b$@', '\u001b(J']

const hasOneOf = (text: string, words: readonly string[]): boolean => words.some(word => text.includes(word))

const isSound = ({ foreign, wrong }: Fit, tolerance: number): boolean => wrong <= foreign * tolerance

/** Words of the page without its markup, whose ASCII would drown them. */
function wordsOf(bytes: Uint8Array): Uint8Array {
  const words = new Uint8Array(Math.min(bytes.length, SAMPLE))
  let size = 0
  let isTag = false
  for (const byte of bytes) {
    if (size === words.length) break
    if (byte === 0x3c) isTag = true
    if (!isTag) {
      words[size] = byte
      size += 1
    }
    if (byte === 0x3e) isTag = false
  }
  return words.subarray(0, size)
}

/** The encoding that the bytes themselves speak for, by the frequencies of characters in the languages that use it. */
function detected(bytes: Uint8Array): string | undefined {
  const words = wordsOf(bytes)
  for (const { name, confidence } of analyse(words.length < 64 ? bytes : words)) {
    const encoding = asMeant(normalizeEncoding(name))
    if (encoding === undefined || encoding === 'utf-8' || confidence < 10) continue
    if (isSound(fitOf(words, encoding), 0.02)) return encoding
  }
  return undefined
}

const SINGLE_BYTE = /^(?:windows-125|iso-8859-|koi8|macintosh|x-mac|ibm866|windows-874)/u

/** Whether a declaration agrees with the bytes; one that does not loses. */
function holds(bytes: Uint8Array, encoding: string): boolean {
  const fit = fitOf(bytes, encoding)
  if (!isSound(fit, 0.02)) return false
  if (encoding === 'utf-8' || fit.foreign === 0) return true
  // Text in another encoding is hardly ever also sound UTF-8.
  const utf8 = fitOf(bytes, 'utf-8')
  if (utf8.foreign > 0 && utf8.wrong === 0) return false
  if (!SINGLE_BYTE.test(encoding)) return true
  // A single-byte encoding holds any bytes: Chinese, Japanese and Korean look like rows of accented letters in it.
  const guess = fit.foreign > fit.wrong + 40 ? detected(bytes) : undefined
  return guess === undefined || SINGLE_BYTE.test(guess)
}

/**
 * Decodes a page: by its byte-order mark, else what the transport (`headerCharset`) or the page declares where the
 * bytes agree, else by the bytes. Total: what no encoding holds decodes to U+FFFD.
 */
export function decodeHtml(bytes: Uint8Array, headerCharset?: string): DecodedHtml {
  const mark = getBOMEncoding(bytes)
  if (mark !== null) return { text: decode(bytes, mark), encoding: mark, origin: 'byte-order-mark' }
  const wide = unmarkedUtf16(bytes)
  if (wide !== undefined) return { text: decode(bytes, wide), encoding: wide, origin: 'bytes' }
  const sample = bytes.length <= SAMPLE * 2 ? bytes : bytes.subarray(0, SAMPLE * 2)
  const header = headerCharset === undefined ? undefined : asMeant(normalizeEncoding(headerCharset))
  const meta = declaredIn(bytes)
  const declared = [
    { encoding: header, origin: 'header' as const },
    { encoding: meta, origin: 'meta' as const },
  ]
  for (const { encoding, origin } of declared)
    if (encoding !== undefined && holds(sample, encoding))
      return { text: decode(bytes, encoding), encoding, origin }
  const utf8 = fitOf(sample, 'utf-8')
  if (utf8.foreign === 0 && hasOneOf(asciiOf(sample), JAPANESE_ESCAPES))
    return { text: decode(bytes, 'iso-2022-jp'), encoding: 'iso-2022-jp', origin: 'bytes' }
  if (utf8.wrong <= 1) return { text: decode(bytes, 'utf-8'), encoding: 'utf-8', origin: 'bytes' }
  const guess = detected(sample)
  if (guess !== undefined && !(isSound(utf8, 0.02) && SINGLE_BYTE.test(guess)))
    return { text: decode(bytes, guess), encoding: guess, origin: 'bytes' }
  const encoding = isSound(utf8, 0.2) ? 'utf-8' : (header ?? meta ?? 'windows-1252')
  return { text: decode(bytes, encoding), encoding, origin: 'default' }
}
