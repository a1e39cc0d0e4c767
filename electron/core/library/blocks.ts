import { paragraph } from '../body/build.ts'
import { EXCERPT_LENGTH, excerptOf } from '../body/excerpt.ts'
import { figuresOf } from '../body/figures.ts'
import { insertBlock, withoutBlock } from '../body/place.ts'
import { lengthOf, textOf } from '../body/text.ts'
import { happenedIn } from '../dates/happened.ts'
import type { Article, SetAside } from '../model/article.ts'
import type { Body } from '../model/body.ts'
import type { Clipping } from '../model/clipping.ts'
import { fail, ok, type Result } from '../result.ts'
import { type Change, putClipping } from './change.ts'
import { datesOf } from './date-corrections.ts'
import { reanchored } from './reanchor.ts'
import type { LibraryState } from './state.ts'

/** What the dates of a body are resolved by. */
type Dating = Pick<Clipping, 'published' | 'language'>

/** The article with another body; highlights and corrected dates stay on their words, and those of a block that is gone keep them. */
function withBody(article: Article, body: Body, dating: Dating): Article {
  const { highlights, dateCorrections } = article
  const corrections = dateCorrections && reanchored(dateCorrections, textOf(body))
  return {
    ...article,
    body,
    figures: figuresOf(body),
    datesInText: datesOf(body, dating, corrections),
    ...(highlights && { highlights: reanchored(highlights, textOf(body)) }),
    ...(corrections && { dateCorrections: corrections }),
  }
}

/** Puts a block that was set aside back where it stood: as it was in the body, or else as a paragraph. */
export function withBlockRestored(
  article: Article,
  dating: Dating,
  setAsideId: string,
): Result<Article, 'not-found'> {
  const restored = article.setAside.find(({ id }) => id === setAsideId)
  if (restored === undefined) return fail('not-found')
  const body = insertBlock(article.body, restored.block ?? paragraph(restored.order, restored.text))
  return ok({
    ...withBody(article, body, dating),
    setAside: article.setAside.filter(({ id }) => id !== setAsideId),
  })
}

/** Takes the blocks of the body at `order` out, where they can be seen and restored. */
export function withBlockSetAside(
  article: Article,
  dating: Dating,
  order: number,
): Result<Article, 'not-found'> {
  const blocks = article.body.children.filter(block => block.properties.dataOrder === order)
  if (blocks.length === 0) return fail('not-found')
  const taken: SetAside[] = []
  for (const block of blocks) {
    // A picture without words leaves nothing to show or to restore by; the older revision keeps it.
    const text = textOf(block)
    if (text === '') continue
    taken.push({
      id: freeId([...article.setAside, ...taken], order),
      step: 'user',
      reason: 'user',
      text,
      block,
      order,
    })
  }
  return ok({
    ...withBody(article, withoutBlock(article.body, order), dating),
    setAside: [...article.setAside, ...taken].sort((a, b) => a.order - b.order),
  })
}

function freeId(taken: readonly SetAside[], order: number): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? `user-${order}` : `user-${order}-${n}`
    if (taken.every(other => other.id !== id)) return id
  }
}

/** What can be changed in an article alone. */
export type ArticleChange =
  | 'restore-block'
  | 'set-block-aside'
  | 'highlight'
  | 'change-highlight'
  | 'remove-highlight'
  | 'correct-date'

/** Makes the clipping name the article's revision, which is on disk by then, with what it says of the article. */
export function planArticle(
  state: LibraryState,
  article: Article,
  kind: ArticleChange,
  at: string,
): Result<Change, 'not-found'> {
  const clipping = state.clippings.get(article.id)
  if (clipping === undefined) return fail('not-found')
  const after = {
    ...clipping,
    happened: happenedIn(article.datesInText, clipping.published),
    articleRevision: article.revision,
    highlights: article.highlights?.length || undefined,
    length: lengthOf(article.body),
    excerpt: excerptOf(article.body, EXCERPT_LENGTH),
    updatedAt: at,
  }
  return ok({ label: { kind, count: 1, name: clipping.title }, ops: [putClipping(after)] })
}
