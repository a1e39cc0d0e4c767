import { z } from 'zod'
import { edtfSchema } from './edtf.ts'
import { clippingIdSchema, collectionIdSchema, eventIdSchema } from './identifiers.ts'

export const EVENT_STATUSES = ['proposed', 'accepted', 'rejected'] as const
export const eventStatusSchema = z.enum(EVENT_STATUSES)

/** A sentence of a clipping that dates something: its words, and in them the date as it stands and what it means. */
export const mentionSchema = z.object({
  clipping: clippingIdSchema,
  phrase: z.string().min(1),
  edtf: edtfSchema,
  sentence: z.string().min(1),
})

/**
 * What the user made of an event of a collection's chronology. `date` and `words` are the user's own: where they are
 * absent, the event is what its mentions say. One without mentions was entered by hand and has both.
 */
export const chronologyEventSchema = z.object({
  id: eventIdSchema,
  collection: collectionIdSchema,
  status: eventStatusSchema,
  date: edtfSchema.optional(),
  words: z.string().min(1).max(2000).optional(),
  mentions: z.array(mentionSchema),
})

/** Where a sentence stands in a block of the body, in UTF-16 units of the block's words. */
export const sentencePlaceSchema = z.object({
  order: z.number().int().nonnegative(),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
})

/** A mention with what is known of its clipping. `place` is absent where the sentence is not in the text any more. */
export const reportSchema = mentionSchema.extend({
  title: z.string(),
  /** The outlet, or else the author. */
  source: z.string().optional(),
  published: edtfSchema.optional(),
  language: z.string(),
  place: sentencePlaceSchema.optional(),
  /** The clipping is not in the library any more; what it said is kept with the event. */
  isGone: z.literal(true).optional(),
})

/** An event as the chronology lists it. */
export const listedEventSchema = z.object({
  /** The id of one that is kept; of a proposal a name that holds until its texts change. */
  key: z.string().min(1),
  status: eventStatusSchema,
  date: edtfSchema,
  words: z.string(),
  /** The language of the words. */
  language: z.string(),
  hasOwnDate: z.boolean(),
  hasOwnWords: z.boolean(),
  /** Each date that is reported, with how many independent sources report it, the most reported first. */
  dates: z.array(z.object({ edtf: edtfSchema, sources: z.number().int().positive() })),
  /** Two of the dates cannot both be right. */
  isDisputed: z.boolean(),
  /** The earliest published first; of very many only the first. */
  reports: z.array(reportSchema),
  /** How many reports there are. */
  reported: z.number().int().nonnegative(),
})

export type EventStatus = z.infer<typeof eventStatusSchema>
export type Mention = z.infer<typeof mentionSchema>
export type ChronologyEvent = z.infer<typeof chronologyEventSchema>
export type SentencePlace = z.infer<typeof sentencePlaceSchema>
export type Report = z.infer<typeof reportSchema>
export type ListedEvent = z.infer<typeof listedEventSchema>
