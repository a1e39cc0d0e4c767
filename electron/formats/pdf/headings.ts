import type { LaidOutBlock } from '../../core/extract/laid-out.ts'
import { BULLET, bodySizeOf, type PdfParagraph } from './paragraphs.ts'

const LARGER = 1.12
/** A headline stands out; what is hardly larger than the text is a heading of it. */
const HEADLINE = 1.25
const LONGEST_HEADING = 200
const LONGEST_TITLE = 300
/** A headline stands on the first page, after a masthead and a kicker at most. */
const BEFORE_TITLE = 8

/** Paragraphs with what they are by their size: the largest of the first page is the title, other large ones headings. */
export function headingsOf(paragraphs: readonly PdfParagraph[]): (LaidOutBlock & { page: number })[] {
  const body = bodySizeOf(paragraphs)
  const large = paragraphs.filter(({ size, text }) => size >= body * LARGER && text.length <= LONGEST_HEADING)
  const first = paragraphs[0]?.page
  const candidates = paragraphs
    .slice(0, BEFORE_TITLE)
    .filter(
      ({ page, size, text }) =>
        page === first && size >= body * HEADLINE && text.length <= LONGEST_TITLE && /\p{L}{2}/u.test(text),
    )
  const largest = Math.max(0, ...candidates.map(({ size }) => size))
  const title = candidates.find(({ size }) => size === largest)
  const levels = [...new Set(large.filter(each => each !== title).map(({ size }) => size))].toSorted(
    (a, b) => b - a,
  )
  return paragraphs.map(paragraph => {
    const { text, page } = paragraph
    if (paragraph === title) return { text, page, role: 'title' }
    if (BULLET.test(text)) return { text: text.replace(BULLET, '').trim(), page, role: 'item' }
    if (!large.includes(paragraph)) return { text, page, role: 'text' }
    const rank = Math.min(levels.indexOf(paragraph.size), 2)
    return { text, page, role: 'heading', level: rank === 0 ? 2 : rank === 1 ? 3 : 4 }
  })
}
