import type { Article } from '../../../electron/core/model/article.ts'
import type { Block } from '../../../electron/core/model/body.ts'
import { highlightsIn } from '../../../electron/core/search/highlights.ts'
import type { Query } from '../../../electron/core/search/query.ts'
import { wordsOfBlock } from './block-text.ts'
import type { Span } from './wrap-spans.ts'

/** What of an article the query looks for, numbered from the title on. */
export interface ArticleMatches {
  readonly count: number
  readonly title: readonly Span[]
  /** By the blocks' `dataOrder`; positions count over its words as core's `blockText` has them. */
  readonly blocks: ReadonlyMap<number, readonly Span[]>
}

export const NO_MATCHES: ArticleMatches = { count: 0, title: [], blocks: new Map() }

/** The lines of a block's words, which are read by themselves, with where they begin. */
function linesOf(block: Block): { readonly start: number; readonly text: string }[] {
  let start = 0
  return wordsOfBlock(block)
    .split('\n')
    .map(text => {
      const line = { start, text }
      start += text.length + 1
      return line
    })
    .filter(({ text }) => text !== '')
}

/** Where the query's words stand in an article, in the order in which they are read. */
export function articleMatches(title: string, body: Article['body'], query: Query): ArticleMatches {
  let count = 0
  const numbered = ({ start, end }: { start: number; end: number }): Span => ({ start, end, index: count++ })
  const inTitle = highlightsIn(title, query, 'title').map(numbered)
  const blocks = new Map<number, readonly Span[]>()
  for (const block of body.children) {
    const spans = linesOf(block).flatMap(line =>
      highlightsIn(line.text, query, 'text').map(({ start, end }) =>
        numbered({ start: start + line.start, end: end + line.start }),
      ),
    )
    if (spans.length > 0) blocks.set(block.properties.dataOrder, spans)
  }
  return count === 0 ? NO_MATCHES : { count, title: inTitle, blocks }
}
