import type { Article } from '../../../electron/core/model/article.ts'
import { wordsOfBlock } from '../../../electron/core/model/block-text.ts'
import type { Block } from '../../../electron/core/model/body.ts'
import type { Span } from '../../../electron/core/model/wrap-spans.ts'
import type { Occurrence } from '../../../electron/core/search/folded-text.ts'

/** What of an article is looked for, numbered from the title on. */
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

/** Finds what is looked for in a headline or a line of the text. */
export type Finder = (words: string, field: 'title' | 'text') => readonly Occurrence[]

/** Where what is looked for stands in an article, in the order in which it is read. */
export function articleMatches(title: string, body: Article['body'], find: Finder): ArticleMatches {
  let count = 0
  const numbered = ({ start, end }: { start: number; end: number }): Span => ({ start, end, index: count++ })
  const inTitle = find(title, 'title').map(numbered)
  const blocks = new Map<number, readonly Span[]>()
  for (const block of body.children) {
    const spans = linesOf(block).flatMap(line =>
      find(line.text, 'text').map(({ start, end }) =>
        numbered({ start: start + line.start, end: end + line.start }),
      ),
    )
    if (spans.length > 0) blocks.set(block.properties.dataOrder, spans)
  }
  return count === 0 ? NO_MATCHES : { count, title: inTitle, blocks }
}
