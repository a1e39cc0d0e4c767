import { normalizeEncoding, TextDecoder } from '@exodus/bytes/encoding.js'
import { quotedPrintable } from './mime-encodings.ts'

/** Header fields by lower-case name, unfolded; of a field that is there more than once the first. */
export type MimeHeaders = ReadonlyMap<string, string>

const decodedAs = (bytes: Uint8Array, charset: string): string => {
  // RFC 2231, section 5: the language that may follow the charset does not matter.
  const encoding = normalizeEncoding(charset.replace(/\*.*$/su, '').trim())
  return new TextDecoder(encoding === null || encoding === 'replacement' ? 'utf-8' : encoding).decode(bytes)
}

/** Headers should be ASCII. Those that are not are UTF-8 (RFC 6532), or what Chinese mailers of old wrote. */
function headerText(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not in this encoding.
    }
  return Buffer.from(bytes).toString('latin1')
}

export function parseHeaders(bytes: Uint8Array): MimeHeaders {
  const headers = new Map<string, string>()
  const unfolded = headerText(bytes).replace(/\r?\n(?=[ \t])/gu, '')
  for (const line of unfolded.split(/\r?\n|\r/u)) {
    const colon = line.indexOf(':')
    if (colon <= 0) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return headers
}

const WORD = /=\?(?<charset>[^?\s]{1,60})\?(?<encoding>[bq])\?(?<text>[^?\s]*(?: [^?\s]+)*)\?=/giu

/**
 * Encoded words (RFC 2047) decoded. Neighbours in one charset are put together before they are decoded: mailers
 * cut between the bytes of a character.
 */
export function decodeWords(text: string): string {
  const pieces: { charset: string; bytes: Buffer }[] = []
  let result = ''
  let end = 0
  const flush = (): void => {
    for (const { charset, bytes } of pieces.splice(0)) result += decodedAs(bytes, charset)
  }
  for (const { index, 0: whole, groups } of text.matchAll(WORD)) {
    const between = text.slice(end, index)
    if (between.trim() !== '' || pieces.length === 0) {
      flush()
      result += between
    }
    end = index + whole.length
    const charset = (groups?.['charset'] ?? '').toLowerCase()
    const words = groups?.['text'] ?? ''
    const bytes =
      groups?.['encoding']?.toLowerCase() === 'b'
        ? Buffer.from(words, 'base64')
        : Buffer.from(quotedPrintable(Buffer.from(words.replaceAll('_', ' '), 'latin1')))
    const last = pieces.at(-1)
    if (last?.charset === charset) last.bytes = Buffer.concat([last.bytes, bytes])
    else pieces.push({ charset, bytes })
  }
  flush()
  return result + text.slice(end)
}

export interface HeaderValue {
  /** Lower case, without parameters. */
  readonly value: string
  /** By lower-case name, continuations (RFC 2231) put together and decoded. */
  readonly parameters: ReadonlyMap<string, string>
}

const PARAMETER =
  /;\s*(?<name>[^\s=;"*]{1,60})(?:\*(?<part>\d{1,3}))?(?<extended>\*)?\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"?|(?<bare>[^;]*))/gu

const percentBytes = (text: string): Buffer =>
  Buffer.from(
    text.replace(/%(?<hex>[\da-f]{2})/giu, (_whole, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    'latin1',
  )

/** `text/html; charset="gb2312"` and its like. */
export function parseValue(header: string | undefined): HeaderValue {
  const text = header ?? ''
  const semicolon = text.indexOf(';')
  const parts = new Map<string, { at: number; text: string; extended: boolean }[]>()
  if (semicolon !== -1)
    for (const { groups } of text.slice(semicolon).matchAll(PARAMETER)) {
      const name = (groups?.['name'] ?? '').toLowerCase()
      const value = groups?.['quoted']?.replace(/\\(?<it>.)/gsu, '$<it>') ?? (groups?.['bare'] ?? '').trim()
      const own = parts.get(name) ?? []
      own.push({
        at: Number(groups?.['part'] ?? 0),
        text: value,
        extended: groups?.['extended'] !== undefined,
      })
      parts.set(name, own)
    }
  const parameters = new Map<string, string>()
  for (const [name, own] of parts) {
    const sorted = own.toSorted((a, b) => a.at - b.at)
    if (!sorted.some(({ extended }) => extended)) {
      parameters.set(name, decodeWords(sorted.map(each => each.text).join('')))
      continue
    }
    const charset = /^(?<charset>[^']*)'[^']*'/u.exec(sorted[0]?.text ?? '')?.groups?.['charset']
    const bytes = sorted.map(({ text: each, extended }, index) => {
      const plain = index === 0 && charset !== undefined ? each.replace(/^[^']*'[^']*'/u, '') : each
      return extended ? percentBytes(plain) : Buffer.from(plain)
    })
    parameters.set(name, decodedAs(Buffer.concat(bytes), charset ?? 'utf-8'))
  }
  const value = (semicolon === -1 ? text : text.slice(0, semicolon)).trim().toLowerCase()
  return { value, parameters }
}
