import type { Article } from '../../../electron/core/model/article.ts'
import type { Block } from '../../../electron/core/model/body.ts'
import { highlightsIn } from '../../../electron/core/search/highlights.ts'
import type { Query } from '../../../electron/core/search/query.ts'
import type { Span } from './wrap-spans.ts'

/** What of an article the query looks for, numbered from the title on. */
export interface ArticleMatches {
  readonly count: number
  readonly title: readonly Span[]
  /** By the blocks' `dataOrder`; positions count over the text of the whole block. */
  readonly blocks: ReadonlyMap<number, readonly Span[]>
}

export const NO_MATCHES: ArticleMatches = { count: 0, title: [], blocks: new Map() }

/** Elements whose text is read by itself: no word runs from one into the next. */
const RUNS = new Set(['li', 'p', 'cite', 'figcaption', 'br'])

interface Node {
  readonly type: string
  readonly value?: string
  readonly tagName?: string
  readonly children?: readonly Node[]
}

/** The stretches of a block's text that are read by themselves, with where they begin. */
function runsOf(block: Block): { readonly start: number; readonly text: string }[] {
  const runs = [{ start: 0, text: '' }]
  let at = 0
  const cut = () => runs.push({ start: at, text: '' })
  const visit = (node: Node) => {
    const isRun = RUNS.has(node.tagName ?? '')
    if (isRun) cut()
    if (node.value !== undefined) {
      at += node.value.length
      const run = runs.at(-1)
      if (run) run.text += node.value
    }
    for (const child of node.children ?? []) visit(child)
    if (isRun) cut()
  }
  visit(block as Node)
  return runs.filter(({ text }) => text !== '')
}

/** Where the query's words stand in an article, in the order in which they are read. */
export function articleMatches(title: string, body: Article['body'], query: Query): ArticleMatches {
  let count = 0
  const numbered = ({ start, end }: { start: number; end: number }): Span => ({ start, end, index: count++ })
  const inTitle = highlightsIn(title, query, 'title').map(numbered)
  const blocks = new Map<number, readonly Span[]>()
  for (const block of body.children) {
    const spans = runsOf(block).flatMap(run =>
      highlightsIn(run.text, query, 'text').map(({ start, end }) =>
        numbered({ start: start + run.start, end: end + run.start }),
      ),
    )
    if (spans.length > 0) blocks.set(block.properties.dataOrder, spans)
  }
  return count === 0 ? NO_MATCHES : { count, title: inTitle, blocks }
}
