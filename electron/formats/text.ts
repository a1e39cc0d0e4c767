import type { FormatReader } from './import-file.ts'
import { readPlainText } from './plain-text.ts'
import { failedRead, NOTHING_STATED } from './reads.ts'

const LARGEST = 32 * 1024 * 1024

/** A text file in any encoding, read as if it had been pasted. Its one item has the key `text`. */
export const readText: FormatReader = async function* (file) {
  if (file.size > LARGEST) return yield failedRead('', file.name, 'too-large')
  const bytes = await file.bytes()
  const text = readPlainText(bytes)
  if (!text.ok && text.error === 'empty') return yield failedRead('', file.name, 'empty')
  if (!text.ok && text.error === 'not-text') return yield failedRead('', file.name, 'not-recognised')
  yield {
    ok: true,
    value: {
      key: 'text',
      name: file.name,
      // A page that somebody called a text is a page.
      content: text.ok
        ? { kind: 'text', text: text.value }
        : { kind: 'html', extent: 'page', html: new TextDecoder().decode(bytes), resources: [] },
      stated: NOTHING_STATED,
      original: { bytes, mediaType: text.ok ? 'text/plain' : 'text/html', name: file.name },
    },
  }
}
