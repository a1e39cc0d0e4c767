import { statedByProperties } from './file-properties.ts'
import type { FormatReader } from './import-file.ts'
import { failedRead } from './reads.ts'
import { RtfDepthError, RtfSizeError, RtfText } from './rtf/rtf-text.ts'
import { readTokens } from './rtf/rtf-tokens.ts'

const LARGEST = 96 * 1024 * 1024

/** `{\rtf`; some programs write a byte-order mark or blanks before it. */
export const isRtf = (head: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?\s*\{\\rtf/u.test(
    Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 64)).toString('latin1'),
  )

function textOf(bytes: Uint8Array): { text: RtfText; isWhole: boolean } | 'unsafe' | 'too-large' {
  const text = new RtfText()
  try {
    const { depth } = readTokens(bytes, text)
    return { text, isWhole: depth === 0 }
  } catch (error) {
    if (error instanceof RtfDepthError) return 'unsafe'
    if (error instanceof RtfSizeError) return 'too-large'
    throw error
  }
}

/**
 * Rich Text: headings by outline level, emphasis, lists, tables, links and notes; PNG and JPEG pictures as resources
 * with the addresses `picture-1`, `picture-2` …. Words are decoded by the font's character set, the document's code page
 * and `\u`; title and author come from the information group. Its one item has the key `document`.
 */
export const readRtf: FormatReader = async function* (file) {
  if (file.size > LARGEST) return yield failedRead('', file.name, 'too-large')
  const bytes = await file.bytes()
  if (!isRtf(bytes)) return yield failedRead('', file.name, bytes.length === 0 ? 'empty' : 'damaged')
  const read = textOf(bytes)
  if (read === 'unsafe' || read === 'too-large') return yield failedRead('', file.name, read)
  const { text, isWhole } = read
  if (!isWhole) return yield failedRead('', file.name, 'damaged', 'cut off')
  const html = text.html()
  if (html.replace(/<(?!img)[^>]*>/gu, '').trim() === '') return yield failedRead('', file.name, 'no-text')
  yield {
    ok: true,
    value: {
      key: 'document',
      name: file.name,
      content: { kind: 'html', extent: 'article', html, resources: text.resources },
      stated: statedByProperties(
        { title: text.title, author: text.author },
        { fileName: file.name, hasTitle: /<h1>/u.test(html) },
      ),
      original: { bytes, mediaType: 'application/rtf', name: file.name },
    },
  }
}
