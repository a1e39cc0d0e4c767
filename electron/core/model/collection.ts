import { z } from 'zod'
import { collectionIdSchema, instantSchema } from './identifiers.ts'

/** A named set of clippings; which clippings are in it is stored with each clipping. */
export const collectionSchema = z.object({
  id: collectionIdSchema,
  name: z.string().min(1).max(200),
  createdAt: instantSchema,
})

export type Collection = z.infer<typeof collectionSchema>
