import { z } from 'zod'
import { clippingIdSchema, collectionIdSchema, instantSchema } from './identifiers.ts'

/** Where a collection or a saved search stands; both are absent where nobody moved it. */
export const placeSchema = z.object({
  /** The collection that it stands in; at the top where absent, or where that collection is gone. */
  parent: collectionIdSchema.optional(),
  /** Its place among those beside it, counted from 0; what has none comes behind those that have. */
  place: z.number().int().nonnegative().optional(),
})

/** A named set of clippings; which clippings are in it is stored with each clipping. */
export const collectionSchema = z.object({
  id: collectionIdSchema,
  name: z.string().min(1).max(200),
  createdAt: instantSchema,
  ...placeSchema.shape,
  /** Clippings put in order by hand, the first ones of the list; all others follow by the clock. */
  byHand: z.array(clippingIdSchema).optional(),
})

export type Collection = z.infer<typeof collectionSchema>
