import { z } from 'zod'
import { placeSchema } from './collection.ts'
import { savedSearchIdSchema } from './identifiers.ts'

/** A query kept under a name; it is asked anew each time, so it also finds what was clipped since. */
export const savedSearchSchema = z.object({
  id: savedSearchIdSchema,
  name: z.string().min(1).max(200),
  /** In the query language, as it was typed. */
  query: z.string().min(1).max(500),
  ...placeSchema.shape,
})

export type SavedSearch = z.infer<typeof savedSearchSchema>
