import type { Block } from '../../../electron/core/model/body.ts'

/** A stretch of a block's text, in UTF-16 units over the whole of it, and the number that its element carries. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly index: number
}

/** The element around a span: which, and the property that has the span's number. */
interface Wrapper {
  readonly tagName: 'span' | 'mark'
  readonly property: 'dataDate' | 'dataMatch'
}

interface Text {
  readonly type: 'text'
  readonly value: string
}
type Node = Text | { readonly type: string; readonly children?: readonly Node[] }

const isText = (node: Node): node is Text => node.type === 'text'

/**
 * The block with the spans wrapped, which are in order. One that runs across two text nodes is wrapped in both;
 * of two that overlap the second begins where the first ends. What is wrapped already stays so, outside.
 */
export function wrapSpans<B extends Block>(block: B, spans: readonly Span[], wrapper: Wrapper): B {
  if (spans.length === 0) return block
  let at = 0
  const visit = (node: Node): readonly Node[] => {
    if (isText(node)) {
      const parts = split(node.value, at, spans, wrapper)
      at += node.value.length
      return parts
    }
    return [node.children ? { ...node, children: node.children.flatMap(visit) } : node]
  }
  return { ...block, children: (block.children as readonly Node[]).flatMap(visit) } as unknown as B
}

function split(
  value: string,
  offset: number,
  spans: readonly Span[],
  { tagName, property }: Wrapper,
): readonly Node[] {
  const text = (from: number, to: number): Text[] =>
    from < to ? [{ type: 'text', value: value.slice(from - offset, to - offset) }] : []
  const end = offset + value.length
  let from = offset
  const parts: Node[] = []
  for (const span of spans) {
    const start = Math.max(span.start, from)
    const stop = Math.min(span.end, end)
    if (start >= stop) continue
    const element = {
      type: 'element',
      tagName,
      properties: { [property]: span.index },
      children: text(start, stop),
    }
    parts.push(...text(from, start), element)
    from = stop
  }
  return [...parts, ...text(from, end)]
}
