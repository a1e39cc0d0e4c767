import { z } from 'zod'

/** A source that running text names for what it tells, in the words of the sentence. */
export const creditedSourceSchema = z.object({
  /** Null where the sentence says that there is one and not who ("据报道", "reportedly"). */
  source: z.string().min(1).nullable(),
  /** Who cites it, where the sentence says so: the nearer link of the chain. */
  by: z.string().min(1).optional(),
  /** The words that name it, and where they stand: UTF-16 units of the block's `blockText`. */
  phrase: z.string().min(1),
  order: z.number().int().nonnegative(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
})

export type CreditedSource = z.infer<typeof creditedSourceSchema>
