import type { Article } from '../model/article.ts'
import type { Highlight } from '../model/highlight.ts'

/** The highlights of an article in the order of its text; those whose words are not in it come last. */
export const highlightsInOrder = ({ highlights = [] }: Pick<Article, 'highlights'>): Highlight[] =>
  highlights.toSorted(
    (a, b) =>
      (a.position?.start ?? Number.POSITIVE_INFINITY) - (b.position?.start ?? Number.POSITIVE_INFINITY) ||
      a.madeAt.localeCompare(b.madeAt),
  )

/** Whether something was written to a highlight. */
export const hasNote = ({ note = '' }: Pick<Highlight, 'note'>): boolean => note.trim() !== ''
