import type { Inline } from '../../model/body.ts'
import { inlinesOf, type Resolve } from './inlines.ts'
import type { Page, PageElement, PageLine } from './page/page.ts'
import { PREFORMATTED } from './page/tags.ts'
import { around } from './page/walk.ts'

/** Elements of code, and of what a machine prints. */
const CODE_TAGS = new Set(['code', 'samp', 'kbd', 'tt'])
/** A line of code may be longer; a line of prose that is not cut into lines is. */
const LONGEST_LINE = 160
/** Prose that was cut into lines of equal length fills most of them. */
const FILLED = 0.75
const FEWEST_FILLED = 55

/** Spaces that set words apart or in: columns, indents, drawings. */
const ALIGNED = /\S(?: {3,}|\t)\S|^(?: {2,}|\t)\S|[│┃─━┌└├|+]{2}/u

/**
 * Whether the lines of a preformatted element are as they have to be: code, verse, columns. Prose is not, which some
 * sites set so, and which a browser shows of a text file: its line breaks mean nothing, or its lines are paragraphs.
 */
function isSet(lines: readonly string[], isCode: boolean): boolean {
  if (isCode) return true
  const worded = lines.filter(line => line.trim() !== '')
  if (worded.some(line => line.length > LONGEST_LINE)) return false
  if (worded.filter(line => ALIGNED.test(line)).length * 3 >= worded.length) return true
  const longest = worded.reduce((most, line) => Math.max(most, line.length), 0)
  const filled = worded.filter(line => line.length >= longest * FILLED).length
  return longest < FEWEST_FILLED || filled * 2 < worded.length
}

const rawLines = ({ lines }: Page, { firstLine, endLine }: PageElement): string[] =>
  lines.slice(firstLine, endLine).flatMap(({ raw }) => raw.split('\n'))

/** The preformatted element that a line is in; undefined for a line of prose. */
export type PreformattedOf = (line: PageLine) => number | undefined

/** Tells which lines of a page stand in an element that is preformatted with reason; each element is judged once. */
export function preformattedIn(page: Page): PreformattedOf {
  const judged = new Map<number, boolean>()
  if (!page.elements.some(({ tag }) => PREFORMATTED.has(tag))) return () => undefined
  return line => {
    let isCode = line.segments.every(({ element }) =>
      [...around(page, element)].some(({ index, tag }) => index > line.element && CODE_TAGS.has(tag)),
    )
    for (const element of around(page, line.element)) {
      if (CODE_TAGS.has(element.tag)) isCode = true
      if (!PREFORMATTED.has(element.tag)) continue
      const known = judged.get(element.index) ?? isSet(rawLines(page, element), isCode)
      judged.set(element.index, known)
      return known ? element.index : undefined
    }
    return undefined
  }
}

/** The words of a line as they are set: the first keeps its indent, and marks of code, which all of it is, go. */
export function setWords(page: Page, line: PageLine, resolve: Resolve): Inline[] {
  const [first, ...rest] = inlinesOf(page, line, resolve).flatMap(withoutCode)
  const indent = /(?:^|\n)(?<indent>[ \t]+)$/u.exec(leadOf(line))?.groups?.['indent'] ?? ''
  if (first === undefined) return []
  return indent === '' ? [first, ...rest] : [{ type: 'text', value: indent }, first, ...rest]
}

/** The white space before a line's words. */
const leadOf = ({ segments }: PageLine): string =>
  /^\s*/u.exec(segments.map(({ text }) => text).join(''))?.[0] ?? ''

function withoutCode(node: Inline): Inline[] {
  if (node.type === 'text') return [node]
  const children = node.children.flatMap(withoutCode)
  if (node.tagName === 'code') return children
  return [{ ...node, children } as Inline]
}
