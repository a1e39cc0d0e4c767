import { undoDoubleEncoding } from '../core/extract/double-encoding.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { decodeText } from './text-encoding.ts'

export type TextFailure = 'empty' | 'not-text' | 'saved-page'

/** Control characters that text does not have: those of ASCII that are no white space. */
const CONTROLS = /[^\P{Cc}\s\u007f-\u009f]/u

/**
 * The text of a plain-text file, in whatever encoding ({@link decodeText}). Refuses files that are not text (NUL or other control characters that text does not have)
 * and saved web pages, whose markup is not what a reader saw. Text that was once decoded wrongly and saved
 * so (UTF-8 as Windows-1252) is read as it was meant, unless it is wanted as it is written; the file itself stays as it is.
 */
export function readPlainText(bytes: Uint8Array, { isAsWritten = false } = {}): Result<string, TextFailure> {
  if (bytes.length === 0) return fail('empty')
  const text = decodeText(bytes)
  if (text === undefined || CONTROLS.test(text)) return fail('not-text')
  if (text.trim() === '') return fail('empty')
  if (/^\s*<(?:!doctype\s+html|html[\s>])/i.test(text)) return fail('saved-page')
  return ok(isAsWritten ? text : (undoDoubleEncoding(text) ?? text))
}
