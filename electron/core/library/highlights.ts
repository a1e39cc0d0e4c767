import { textOf } from '../body/text.ts'
import type { Article } from '../model/article.ts'
import { type BlockPlace, stretchBetween } from '../model/body-places.ts'
import type { Highlight } from '../model/highlight.ts'
import { fail, ok, type Result } from '../result.ts'
import { quoteAt } from './reanchor.ts'

/** What is to be marked: from one place of the body to another. */
export interface Marking extends Pick<Highlight, 'id' | 'colour' | 'madeAt'> {
  readonly from: BlockPlace
  readonly to: BlockPlace
}

/** Marks a passage. The same passage is marked once: a second time it gets the other colour. `not-found` where no words are there. */
export function withHighlight(
  article: Article,
  { from, to, ...made }: Marking,
): Result<Article, 'not-found'> {
  const position = stretchBetween(article.body, from, to)
  if (position === undefined) return fail('not-found')
  const { start, end } = position
  const same = article.highlights?.find(each => each.position?.start === start && each.position.end === end)
  if (same !== undefined) return withHighlightChanged(article, same.id, { colour: made.colour })
  const highlight = { ...made, quote: quoteAt(textOf(article.body), start, end), position }
  return ok({ ...article, highlights: [...(article.highlights ?? []), highlight] })
}

/** Gives a highlight another colour or note; a note of white space is none. */
export function withHighlightChanged(
  article: Article,
  id: string,
  { colour, note }: { readonly colour?: Highlight['colour'] | undefined; readonly note?: string | undefined },
): Result<Article, 'not-found'> {
  const before = article.highlights ?? []
  if (before.every(each => each.id !== id)) return fail('not-found')
  return ok({
    ...article,
    highlights: before.map(each => {
      if (each.id !== id) return each
      const { note: old, ...rest } = each
      const words = note === undefined ? old : note.trim()
      return {
        ...rest,
        colour: colour ?? each.colour,
        ...(words !== undefined && words !== '' && { note: words }),
      }
    }),
  })
}

/** Takes a highlight away; its words stay where they are. */
export function withoutHighlight(article: Article, id: string): Result<Article, 'not-found'> {
  const { highlights = [], ...rest } = article
  const left = highlights.filter(each => each.id !== id)
  if (left.length === highlights.length) return fail('not-found')
  return ok({ ...rest, ...(left.length > 0 && { highlights: left }) })
}
