import { z } from 'zod'
import { clippingIdSchema, sha256Schema } from '../../model/identifiers.ts'

/** What a bag says of each of its clippings: where it is, and which files and which end of its chain belong to it. */
export const bagIndexSchema = z.object({
  evidenceFormat: z.literal(1),
  clippings: z.array(
    z.object({
      id: clippingIdSchema,
      title: z.string(),
      /** Relative to the bag, with `/` at its end. */
      folder: z.string(),
      /** `path` is null where the library had no longer got it. */
      originals: z.array(z.object({ sha256: sha256Schema, path: z.string().nullable() })),
      pictures: z.array(z.object({ sha256: sha256Schema, path: z.string().nullable() })),
      /** How many changes the chain has, and the hash of its last one; of none the start of every chain. */
      changes: z.number().int().nonnegative(),
      chainEnd: sha256Schema,
    }),
  ),
})

export type BagIndex = z.infer<typeof bagIndexSchema>
export type BaggedClipping = BagIndex['clippings'][number]

/** The files of each clipping's folder. */
export const CLIPPING_FILE = 'clipping.json'
export const HISTORY_FILE = 'history.jsonl'
