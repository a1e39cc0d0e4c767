import type { Article } from './article.ts'
import type { Clipping } from './clipping.ts'

/**
 * What reading a document yields: the fields of a clipping and an article that come from the document alone.
 * Identity, times of clipping, originals and the user's own marks are added when it is kept.
 */
export interface Extraction {
  readonly clipping: Pick<
    Clipping,
    | 'title'
    | 'bylines'
    | 'source'
    | 'sources'
    | 'reportedBy'
    | 'editors'
    | 'language'
    | 'published'
    | 'url'
    | 'excerpt'
    | 'length'
  >
  readonly article: Omit<Article, 'id' | 'revision'>
}
