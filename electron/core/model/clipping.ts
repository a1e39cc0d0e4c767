import { z } from 'zod'
import { assetSchema } from './asset.ts'
import { clippingIdSchema, collectionIdSchema, instantSchema, sha256Schema } from './identifiers.ts'
import { happenedSchema, publishedSchema } from './stated.ts'
import { tagNameSchema } from './tag.ts'

/** One file exactly as it was imported; the bytes are in the library's `originals/`, named by their SHA-256. */
export const originalSchema = z.object({
  sha256: sha256Schema,
  mediaType: z.string().min(1),
  byteLength: z.number().int().nonnegative(),
  name: z.string(),
})

/** An outlet as the document names it. */
export const sourceSchema = z.object({
  name: z.string().min(1),
  url: z.url().optional(),
  aliasOf: z.string().optional(),
})

/** An outlet that the text credits, with the words that credit it ("据环球网报道"). */
export const reportedBySchema = z.object({ source: z.string().min(1), phrase: z.string().min(1) })

/**
 * What the list, the timeline and the filters need of one clipping. The body is in its {@link Article}, in
 * the file that `id` and `articleRevision` name.
 *
 * `source` is the outlet that the list shows: the first of `sources`, which holds every outlet that the
 * document's own source line names, in its order. `reportedBy` holds those that the running text credits.
 */
export const clippingSchema = z.object({
  id: clippingIdSchema,
  title: z.string(),
  /** Where the page was read, as the document or the clipboard states it. */
  url: z.url({ protocol: /^https?$/ }).optional(),
  bylines: z.array(z.string().min(1)),
  source: sourceSchema.optional(),
  sources: z.array(sourceSchema),
  reportedBy: z.array(reportedBySchema),
  editors: z.array(z.string().min(1)),
  /** BCP 47: `zh-Hans`, `zh-Hant`, `en`, or `und` where the text does not tell. */
  language: z.string().min(2),
  published: publishedSchema,
  /** Follows from the dates in the text, see `happenedIn`. */
  happened: happenedSchema.optional(),
  clippedAt: instantSchema,
  updatedAt: instantSchema,
  originals: z.array(originalSchema),
  /** The pictures of its article, in any revision. */
  assets: z.array(assetSchema).optional(),
  tags: z.array(tagNameSchema),
  collections: z.array(collectionIdSchema),
  starred: z.boolean(),
  readAt: instantSchema.optional(),
  note: z.string().optional(),
  excerpt: z.string(),
  /** Characters of the body's text, white space folded. */
  length: z.number().int().nonnegative(),
  articleRevision: z.number().int().positive(),
  /** How many highlights its article has; absent where it has none. */
  highlights: z.number().int().positive().optional(),
  familyId: z.string().optional(),
  previousVersion: clippingIdSchema.optional(),
  trashedAt: instantSchema.optional(),
})

/** What can be set on many clippings at once; it names no file of the library. */
export const clippingMarksSchema = clippingSchema.pick({
  updatedAt: true,
  tags: true,
  collections: true,
  starred: true,
  readAt: true,
  trashedAt: true,
})

export type Original = z.infer<typeof originalSchema>
export type Source = z.infer<typeof sourceSchema>
export type ReportedBy = z.infer<typeof reportedBySchema>
export type Clipping = z.infer<typeof clippingSchema>
export type ClippingMarks = z.infer<typeof clippingMarksSchema>
