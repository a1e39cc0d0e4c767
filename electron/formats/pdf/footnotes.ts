import { bodySizeOf, type PageLine } from './paragraphs.ts'

const SMALLER = 0.93
const MARK = /^(?:\d{1,3}|[*†‡§①-⑳]|\[\d{1,3}\])\s*\S/u

/**
 * Parts the running text from the footnotes, which would stand in the middle of a paragraph that goes on overleaf:
 * the last lines of a column that are smaller than the text, from the first that begins with a mark.
 */
export function withoutFootnotes(lines: readonly PageLine[]): { text: PageLine[]; notes: PageLine[] } {
  const body = bodySizeOf(lines)
  const text: PageLine[] = []
  const notes: PageLine[] = []
  for (let start = 0; start < lines.length; ) {
    let end = start
    while (end < lines.length && lines[end]?.column === lines[start]?.column) end += 1
    const column = lines.slice(start, end)
    const small = column.length - 1 - column.findLastIndex(({ size }) => size > body * SMALLER)
    const tail = column.slice(column.length - small)
    const mark = small === column.length ? -1 : tail.findIndex(line => MARK.test(line.text))
    const from = mark < 0 ? column.length : column.length - small + mark
    text.push(...column.slice(0, from))
    notes.push(...column.slice(from))
    start = end
  }
  return { text, notes }
}
