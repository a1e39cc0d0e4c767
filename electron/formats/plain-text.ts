import { undoDoubleEncoding } from '../core/extract/double-encoding.ts'
import { fail, ok, type Result } from '../core/result.ts'

export type TextFailure = 'empty' | 'not-text' | 'saved-page'

/** Encodings tried in turn where no mark tells: each refuses bytes that it cannot hold. */
const GUESSES = ['utf-8', 'gb18030', 'big5'] as const

const MARKS: ReadonlyArray<readonly [encoding: string, bytes: readonly number[]]> = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** Control characters that text does not have: those of ASCII that are no white space. */
const CONTROLS = /[^\P{Cc}\s\u007f-\u009f]/u

const decodeStrictly = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/**
 * The text of a plain-text file: by its byte-order mark, else the first of UTF-8, GB18030 and Big5 that can
 * hold every byte. Refuses files that are not text (NUL or other control characters that text does not have)
 * and saved web pages, whose markup is not what a reader saw. Text that was once decoded wrongly and saved
 * so (UTF-8 as Windows-1252) is read as it was meant; the file itself stays as it is.
 */
export function readPlainText(bytes: Uint8Array): Result<string, TextFailure> {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))
  const encodings = marked === undefined ? GUESSES : [marked[0]]
  const text = encodings.map(encoding => decodeStrictly(bytes, encoding)).find(each => each !== undefined)
  if (text === undefined || CONTROLS.test(text)) return fail('not-text')
  if (text.trim() === '') return fail('empty')
  if (/^\s*<(?:!doctype\s+html|html[\s>])/i.test(text)) return fail('saved-page')
  return ok(undoDoubleEncoding(text) ?? text)
}
