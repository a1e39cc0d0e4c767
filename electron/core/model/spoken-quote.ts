import { z } from 'zod'

/** Words that an article puts between quotation marks, and who says them where its sentence states that. */
export const spokenQuoteSchema = z.object({
  words: z.string().min(1),
  /** In the words of the sentence, pronouns too ("他", "the minister"); null where it does not say. */
  speaker: z.string().min(1).nullable(),
  /** Where they stand: the block's place in the source, and UTF-16 units of its `blockText`, without the marks. */
  order: z.number().int().nonnegative(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
})

export type SpokenQuote = z.infer<typeof spokenQuoteSchema>
