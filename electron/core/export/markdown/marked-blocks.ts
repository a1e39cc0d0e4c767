import type { Article } from '../../model/article.ts'
import { highlightsByBlock } from '../../model/block-highlights.ts'
import type { Block } from '../../model/body.ts'
import { wrapSpans } from '../../model/wrap-spans.ts'
import { hasNote, highlightsInOrder } from '../highlights.ts'

/** The name of a footnote, by the number of the highlight in its article, from 1. */
export type NoteName = (number: number) => string

interface Node {
  readonly type: string
  readonly tagName?: string
  readonly properties?: Readonly<Record<string, unknown>>
  readonly children?: readonly Node[]
}

/**
 * The blocks of an article with what is highlighted marked in its colour, and the name of its note at the last mark of
 * each highlight that has one.
 */
export function markedBlocks(article: Article, noteName: NoteName): Block[] {
  const highlights = highlightsInOrder(article)
  const numbers = new Map(highlights.map((highlight, index) => [highlight.id, index + 1]))
  const byBlock = highlightsByBlock(article)
  const left = new Map<number, number>()
  const count = (node: Node): void => {
    const number = numberOf(node)
    if (number !== undefined) left.set(number, (left.get(number) ?? 0) + 1)
    node.children?.forEach(count)
  }
  const wrapped = article.body.children.map(block => {
    const found = byBlock.get(block.properties.dataOrder)
    if (found === undefined) return block
    const spans = found.spans.map(span => ({
      ...span,
      index: numbers.get(found.highlights[span.index]?.id ?? '') ?? 0,
    }))
    const marked = wrapSpans(block, spans, { tagName: 'mark', property: 'dataHighlight' })
    count(marked)
    return marked
  })
  const finished = (node: Node): Node => {
    const children = node.children?.map(finished)
    const number = numberOf(node)
    if (number === undefined) return children === undefined ? node : { ...node, children }
    const marksLeft = (left.get(number) ?? 1) - 1
    left.set(number, marksLeft)
    const highlight = highlights[number - 1]
    const isNoted = marksLeft === 0 && highlight !== undefined && hasNote(highlight)
    const properties = {
      colour: highlight?.colour ?? 'yellow',
      index: number,
      reference: isNoted ? noteName(number) : undefined,
    }
    return { ...node, properties, children: children ?? [] }
  }
  return wrapped.map(block => finished(block) as Block)
}

const numberOf = ({ tagName, properties }: Node): number | undefined =>
  tagName === 'mark' ? Number(properties?.['dataHighlight']) : undefined
