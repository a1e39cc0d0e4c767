import type { ImportItem } from '../core/model/import-item.ts'
import { fail, ok } from '../core/result.ts'
import { looksLikeHtml, readHtml } from '../formats/html.ts'
import type { FormatReader } from '../formats/import-file.ts'
import { readPlainText } from '../formats/plain-text.ts'
import { NOTHING_STATED } from '../formats/reads.ts'
import { recognise } from '../formats/recognise.ts'
import { readSavedPage } from '../formats/saved-page.ts'

/** No article is larger; a larger text is a log or a dump. */
const LARGEST_TEXT = 32 * 1024 * 1024

const readText: FormatReader = async function* (file) {
  const { name, size } = file
  if (size > LARGEST_TEXT) return yield fail({ key: '', name, reason: 'too-large' })
  const bytes = await file.bytes()
  const text = readPlainText(bytes)
  if (!text.ok) {
    const reason = text.error === 'empty' ? 'empty' : 'not-recognised'
    return yield fail({ key: '', name, reason })
  }
  const item: ImportItem = {
    key: 'text',
    name,
    content: { kind: 'text', text: text.value },
    stated: NOTHING_STATED,
    original: { bytes, mediaType: 'text/plain', name },
  }
  yield ok(item)
}

/** Reads a file by what it holds, whatever it is called: as its format, else as a web page or a plain text. */
export const readAny: FormatReader = async function* (file) {
  const format = await recognise(file)
  if (format.ok) return yield* format.value.read(file)
  if (format.error === 'empty') return yield fail({ key: '', name: file.name, reason: 'empty' })
  const head = file.size > LARGEST_TEXT ? undefined : readHtml(await file.slice(0, 64 * 1024))
  yield* head?.ok === true && looksLikeHtml(head.value.html) ? readSavedPage(file) : readText(file)
}
