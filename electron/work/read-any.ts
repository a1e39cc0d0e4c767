import { fail } from '../core/result.ts'
import { looksLikeHtml, readHtml } from '../formats/html.ts'
import type { FormatReader } from '../formats/import-file.ts'
import { failedRead } from '../formats/reads.ts'
import { recognise } from '../formats/recognise.ts'
import { readSavedPage } from '../formats/saved-page.ts'
import { readText } from '../formats/text.ts'

/** No article is larger; a larger text is a log or a dump. */
const LARGEST_TEXT = 32 * 1024 * 1024

const read: FormatReader = async function* (file) {
  const format = await recognise(file)
  if (format.ok) return yield* format.value.read(file)
  if (format.error !== 'not-recognised') return yield fail({ key: '', name: file.name, reason: format.error })
  const head = file.size > LARGEST_TEXT ? undefined : readHtml(await file.slice(0, 64 * 1024))
  yield* head?.ok === true && looksLikeHtml(head.value.html) ? readSavedPage(file) : readText(file)
}

/**
 * Reads a file by what it holds, whatever it is called: as its format, else as a web page or a plain text. Something is
 * said of every file: of an archive that has nothing to clip, that it has none.
 */
export const readAny: FormatReader = async function* (file) {
  let isAccountedFor = false
  for await (const item of read(file)) {
    isAccountedFor = true
    yield item
  }
  if (!isAccountedFor) yield failedRead('', file.name, 'no-text')
}
