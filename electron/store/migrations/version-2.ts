import { z } from 'zod'
import { collectionSchema } from '../../core/model/collection.ts'
import { instantSchema } from '../../core/model/identifiers.ts'
import { tagSchema } from '../../core/model/tag.ts'

/** `library.json` before there were saved searches, and before a library had an id. All other files are as now. */
export const version2Schema = z.object({
  schemaVersion: z.literal(2),
  createdAt: instantSchema,
  seq: z.number().int().nonnegative(),
  months: z.array(z.string().regex(/^\d{4}-\d{2}$/)),
  tags: z.array(tagSchema),
  collections: z.array(collectionSchema),
})
