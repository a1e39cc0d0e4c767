import type { Element, ElementContent } from 'hast'
import type { Article } from '../../model/article.ts'
import { highlightsByBlock } from '../../model/block-highlights.ts'
import type { Highlight } from '../../model/highlight.ts'
import { wrapSpans } from '../../model/wrap-spans.ts'
import { bodyToBook, type ImageAddress } from '../book/body.ts'
import { element } from '../book/element.ts'
import { hasNote, highlightsInOrder } from '../highlights.ts'
import type { Words } from '../words.ts'

export interface MarkedBodyOptions {
  readonly words: Pick<Words, 'noteMark'>
  readonly image?: ImageAddress | undefined
  /** How many levels its headings move down. */
  readonly headingShift: 0 | 1
  /** What stands in a figure whose picture is not there. */
  readonly missing?: Element | undefined
  /** The names of a note and of the place that refers to it, by the number of the highlight from 1. */
  readonly noteName: (number: number) => string
  readonly referenceName: (number: number) => string
  /** The number that is shown for that of a highlight, where it is another. */
  readonly shownNumber?: (number: number) => number
  /** What stands behind the number, for a note that is read where its passage is. */
  readonly noteBehind?: (number: number) => Element | undefined
}

/** What stands in a figure for its picture. */
export const missingPicture = (words: Pick<Words, 'pictureMissing'>): Element =>
  element('p', { className: ['missing'] }, `[${words.pictureMissing}]`)

/**
 * A body as elements, with what is highlighted marked in its colour, and behind each that has a note a number that leads
 * to it.
 */
export function markedBody(article: Article, options: MarkedBodyOptions): Element[] {
  const highlights = highlightsInOrder(article)
  const numbers = new Map(highlights.map((highlight, index) => [highlight.id, index + 1]))
  const byBlock = highlightsByBlock(article)
  const children = article.body.children.map(block => {
    const marked = byBlock.get(block.properties.dataOrder)
    if (marked === undefined) return block
    const spans = marked.spans.map(span => ({
      ...span,
      index: numbers.get(marked.highlights[span.index]?.id ?? '') ?? 0,
    }))
    return wrapSpans(block, spans, { tagName: 'mark', property: 'dataHighlight' })
  })
  const elements = bodyToBook({ type: 'root', children }, options.image)
  const last = lastMarks(elements)
  return elements.map(each => finished(each, { highlights, last, options }))
}

const numberOf = (node: Element): number | undefined =>
  node.tagName === 'mark' ? Number(node.properties['dataHighlight']) : undefined

/** The last mark of each highlight, which may be in several elements. */
function lastMarks(elements: readonly Element[]): ReadonlySet<Element> {
  const last = new Map<number, Element>()
  const visit = (node: ElementContent): void => {
    if (node.type !== 'element') return
    const number = numberOf(node)
    if (number !== undefined) last.set(number, node)
    node.children.forEach(visit)
  }
  elements.forEach(visit)
  return new Set(last.values())
}

interface Finishing {
  readonly highlights: readonly Highlight[]
  readonly last: ReadonlySet<Element>
  readonly options: MarkedBodyOptions
}

function finished(node: Element, finishing: Finishing): Element {
  const { missing, headingShift } = finishing.options
  const children = node.children.flatMap(child => finishedContent(child, finishing))
  const level = /^h([2-4])$/u.exec(node.tagName)?.[1]
  if (level !== undefined) return { ...node, tagName: `h${Number(level) + headingShift}`, children }
  const isMissing = node.tagName === 'figure' && !children.some(each => isPicture(each))
  return { ...node, children: missing !== undefined && isMissing ? [missing, ...children] : children }
}

const isPicture = (node: ElementContent): boolean => node.type === 'element' && node.tagName === 'img'

function finishedContent(node: ElementContent, finishing: Finishing): ElementContent[] {
  if (node.type !== 'element') return [node]
  const number = numberOf(node)
  if (number === undefined) return [finished(node, finishing)]
  const { highlights, last, options } = finishing
  const highlight = highlights[number - 1]
  const mark = element('mark', { className: [highlight?.colour ?? 'yellow'] }, ...node.children)
  if (highlight === undefined || !hasNote(highlight) || !last.has(node)) return [mark]
  const shown = options.shownNumber?.(number) ?? number
  const reference = element(
    'a',
    {
      className: ['noteref'],
      role: 'doc-noteref',
      id: options.referenceName(number),
      href: `#${options.noteName(number)}`,
      ariaLabel: `${options.words.noteMark} ${shown}`,
    },
    String(shown),
  )
  const behind = options.noteBehind?.(number)
  return [mark, element('sup', {}, reference), ...(behind === undefined ? [] : [behind])]
}
