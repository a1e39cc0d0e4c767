import type { Article } from './article.ts'
import { spansInBlocks } from './body-places.ts'
import type { Highlight } from './highlight.ts'
import type { Span } from './wrap-spans.ts'

/** The highlights of one block: the `index` of a span is its place in `highlights`. */
export interface BlockHighlights {
  readonly highlights: readonly Highlight[]
  readonly spans: readonly Span[]
}

/** What is highlighted of each block, by its order. A highlight without a place is in none. */
export function highlightsByBlock({
  body,
  highlights = [],
}: Pick<Article, 'body' | 'highlights'>): ReadonlyMap<number, BlockHighlights> {
  const placed = highlights.flatMap(highlight =>
    highlight.position === undefined ? [] : [{ highlight, position: highlight.position }],
  )
  const blocks = new Map<number, { highlights: Highlight[]; spans: Span[] }>()
  const parts = spansInBlocks(
    body,
    placed.map(({ position }) => position),
  )
  for (const [at, { highlight }] of placed.entries())
    for (const { order, start, end } of parts[at] ?? []) {
      const block = blocks.get(order) ?? { highlights: [], spans: [] }
      block.spans.push({ start, end, index: block.highlights.push(highlight) - 1 })
      blocks.set(order, block)
    }
  for (const block of blocks.values()) block.spans.sort((a, b) => a.start - b.start)
  return blocks
}
