import { TextDecoder } from '@exodus/bytes/encoding.js'

/** `\fcharset` of a font (Rich Text Format 1.9.1, "Font Table"). */
const CHARSETS: Readonly<Record<number, string>> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}

/** Two bytes a character. */
const WIDE = new Set(['shift_jis', 'euc-kr', 'gb18030', 'big5'])

/** The encoding of a font; undefined for the document's own. */
export const encodingOfCharset = (charset: number): string | undefined => CHARSETS[charset]

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * The words of bytes in a font. Programs write Chinese in fonts that say nothing of it, and Latin letters in Chinese
 * ones: the first candidate that holds the bytes is taken, those of two bytes a character before others where there are
 * any bytes beyond ASCII.
 */
export function decodeRtf(bytes: Uint8Array, candidates: readonly (string | undefined)[]): string {
  const known = candidates.filter(each => each !== undefined)
  const [first = 'windows-1252'] = known
  if (bytes.every(byte => byte < 0x80)) return String.fromCharCode(...bytes)
  const ordered = WIDE.has(first) ? known : [...known.filter(each => WIDE.has(each)), ...known]
  for (const encoding of ordered) {
    const words = strictly(bytes, encoding)
    if (words !== undefined && !/[\ue000-\uf8ff]/u.test(words)) return words
  }
  return new TextDecoder(first).decode(bytes)
}
