import { z } from 'zod'

/** What a book can have beside its articles: the events that were accepted, and at its end two lists. */
export const BOOK_PARTS = ['chronology', 'sources', 'citations'] as const

export const bookLayoutSchema = z.object({
  /** Of the articles' text. */
  columns: z.union([z.literal(1), z.literal(2)]),
  parts: z.array(z.enum(BOOK_PARTS)),
  /** Where the user's notes stand. Presets of versions that had them after each article say nothing of it. */
  notes: z.enum(['after', 'margin']).default('after'),
})

export type BookLayout = z.infer<typeof bookLayoutSchema>
export type BookPart = BookLayout['parts'][number]

/**
 * Whether notes stand beside the passages that they belong to. Two columns leave no room for a margin that could hold a
 * note, so there they stand after each article.
 */
export const hasMarginNotes = (book: BookLayout | undefined): boolean =>
  book?.notes === 'margin' && book.columns === 1

/** The lists at the end, in their order. A single article has no use for them. */
export const listsAtEnd = (
  book: BookLayout | undefined,
  articles: number,
): Exclude<BookPart, 'chronology'>[] =>
  (['sources', 'citations'] as const).filter(part => articles > 1 && book?.parts.includes(part))
