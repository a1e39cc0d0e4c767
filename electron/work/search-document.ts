import { textOf } from '../core/body/text.ts'
import type { Article } from '../core/model/article.ts'
import type { Clipping } from '../core/model/clipping.ts'
import type { SearchDocument } from '../core/search/document.ts'
import { localDay } from '../store/local-day.ts'

/**
 * All that a query can ask of a clipping. Without its article, which may be damaged, it is still found by its
 * fields. `names` are those of the collections, by id.
 */
export const searchDocument = (
  clipping: Clipping,
  article: Article | undefined,
  names: ReadonlyMap<string, string>,
): SearchDocument => ({
  clipping,
  text: article === undefined ? '' : textOf(article.body),
  datesInText: article?.datesInText ?? [],
  collections: clipping.collections.flatMap(id => {
    const name = names.get(id)
    return name === undefined ? [] : [{ id, name }]
  }),
  clippedOn: localDay(clipping.clippedAt),
})
