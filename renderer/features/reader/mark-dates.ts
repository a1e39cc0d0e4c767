import type { DateInText } from '../../../electron/core/model/article.ts'
import type { Block, Inline } from '../../../electron/core/model/body.ts'

/** A date expression of the text, to be shown with what it means; `dataDate` is its index in `datesInText`. */
export interface DateMark {
  readonly type: 'element'
  readonly tagName: 'span'
  readonly properties: { readonly dataDate: number }
  readonly children: readonly { readonly type: 'text'; readonly value: string }[]
}

type Node = Block | Inline | { readonly type: string; readonly children?: readonly unknown[] } | DateMark

interface Span {
  readonly start: number
  readonly end: number
  readonly index: number
}

/**
 * The block with its date expressions wrapped. Positions count UTF-16 units over the block's text; an
 * expression that runs across two text nodes is wrapped in both.
 */
export function markDates<B extends Block>(block: B, dates: readonly DateInText[]): B {
  const spans = dates
    .map((date, index) => ({ date, index }))
    .filter(({ date }) => date.order === block.properties.dataOrder)
    .map(({ date, index }): Span => ({ start: date.start, end: date.start + date.phrase.length, index }))
    .toSorted((a, b) => a.start - b.start)
  if (spans.length === 0) return block
  let at = 0
  const visit = (node: Node): readonly Node[] => {
    if (node.type === 'text' && 'value' in node) {
      const parts = split(node.value, at, spans)
      at += node.value.length
      return parts
    }
    if (!('children' in node) || !node.children) return [node]
    return [{ ...node, children: (node.children as readonly Node[]).flatMap(visit) } as Node]
  }
  return { ...block, children: (block.children as readonly Node[]).flatMap(visit) } as unknown as B
}

function split(value: string, offset: number, spans: readonly Span[]): readonly Node[] {
  const text = (from: number, to: number): Node[] =>
    from < to ? [{ type: 'text', value: value.slice(from - offset, to - offset) }] : []
  const end = offset + value.length
  let from = offset
  const parts: Node[] = []
  for (const span of spans) {
    const start = Math.max(span.start, from)
    const stop = Math.min(span.end, end)
    if (start >= stop) continue
    parts.push(...text(from, start), {
      type: 'element',
      tagName: 'span',
      properties: { dataDate: span.index },
      children: [{ type: 'text', value: value.slice(start - offset, stop - offset) }],
    })
    from = stop
  }
  return [...parts, ...text(from, end)]
}
