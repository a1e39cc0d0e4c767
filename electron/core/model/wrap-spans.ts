import { BlockPlaces, type TreeNode } from './block-text.ts'
import type { Block } from './body.ts'

/** A stretch of a block's words, in UTF-16 units of `blockText`, and the number that its element carries. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly index: number
}

/** The element around a span: which, and the property that has the span's number. */
interface Wrapper {
  readonly tagName: 'span' | 'mark'
  readonly property: 'dataDate' | 'dataHighlight' | 'dataMatch' | 'dataSource'
}

interface Text {
  readonly type: 'text'
  readonly value: string
}

/**
 * The block with the spans wrapped, which are in order. One that runs across two text nodes is wrapped in both;
 * of two that overlap the second begins where the first ends. What is wrapped already stays so, outside.
 */
export function wrapSpans<B extends Block>(block: B, spans: readonly Span[], wrapper: Wrapper): B {
  if (spans.length === 0) return block
  const places = new BlockPlaces()
  const within = (parent: TreeNode): readonly TreeNode[] =>
    (parent.children ?? []).flatMap(node => {
      if (node.value !== undefined) return split(node.value, places.place(node.value), spans, wrapper)
      places.enter(node, parent)
      return [node.children ? { ...node, children: within(node) } : node]
    })
  return { ...block, children: within(block) } as unknown as B
}

function split(
  value: string,
  offset: number,
  spans: readonly Span[],
  { tagName, property }: Wrapper,
): readonly TreeNode[] {
  const text = (from: number, to: number): Text[] =>
    from < to ? [{ type: 'text', value: value.slice(from - offset, to - offset) }] : []
  const end = offset + value.length
  let from = offset
  const parts: TreeNode[] = []
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
