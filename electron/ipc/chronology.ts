import { z } from 'zod'
import { eventStatusSchema, listedEventSchema, mentionSchema } from '../core/model/chronology.ts'
import { edtfSchema } from '../core/model/edtf.ts'
import { exportRequestSchema, exportScopeSchema } from '../core/model/export-request.ts'
import { clippingIdSchema, collectionIdSchema, eventIdSchema } from '../core/model/identifiers.ts'
import { changeLabelSchema } from '../core/model/library-change.ts'

const count = z.number().int().nonnegative()
const changedSchema = z.object({ seq: count, label: changeLabelSchema })

/** Which clippings the chronology is of. What is decided is kept where that is a whole collection. */
const scope = exportScopeSchema
const key = z.string().min(1).max(200)
/** All where absent. */
const status = eventStatusSchema.optional()

/** What the window asks of chronologies and of dates. */
export const chronologyRequests = {
  /**
   * Events, `count` from `start` on, the oldest first. It may take a while where many articles are read for the first time:
   * `chronology:progress` tells, and `chronology:cancel` ends it as `cancelled`.
   */
  'chronology:list': {
    input: z.object({ scope, status, start: count, count: count.max(200) }),
    output: z.object({
      /** How many clippings the list has; of more than `most` nothing is worked out. */
      clippings: count,
      most: count,
      counts: z.object({ proposed: count, accepted: count, rejected: count }),
      total: count,
      events: z.array(listedEventSchema),
    }),
  },
  'chronology:cancel': { input: z.object({}), output: z.object({}) },
  /** Accepts or rejects events of a collection, or takes that back. */
  'chronology:decide': {
    input: z.object({ scope, keys: z.array(key).min(1).max(3_000), status: eventStatusSchema }),
    output: changedSchema,
  },
  /** Gives an event the user's own date (EDTF) and words; where absent, those that are reported count. */
  'chronology:edit': {
    input: z.object({
      scope,
      key,
      date: z.string().max(100).optional(),
      words: z.string().max(2000).optional(),
    }),
    output: changedSchema,
  },
  /** Makes one event of several; the first gives its date and words. */
  'chronology:merge': {
    input: z.object({ scope, keys: z.array(key).min(2).max(50) }),
    output: changedSchema,
  },
  /** Takes what these clippings report out of an event, into one of its own. */
  'chronology:split': {
    input: z.object({ scope, key, clippings: z.array(clippingIdSchema).min(1) }),
    output: changedSchema,
  },
  /** An event as the user's word: one that no clipping reports, or with the sentence that it is taken from. */
  'chronology:add': {
    input: z.object({
      collection: collectionIdSchema,
      date: z.string().max(100),
      words: z.string().max(2000),
      mention: mentionSchema.optional(),
    }),
    output: changedSchema,
  },
  /** Forgets what was made of an event; what its sources say is proposed again. */
  'chronology:remove': { input: z.object({ id: eventIdSchema }), output: changedSchema },
  /** Asks where to write, then writes the events of a status; progress and the end come as those of a job. */
  'chronology:export': {
    input: exportRequestSchema
      .pick({ title: true, language: true, paper: true })
      .extend({ scope, status, format: z.enum(['markdown', 'csv', 'timelinejs', 'pdf']) }),
    output: z.object({ job: z.string().nullable() }),
  },
  /** What words mean that are a date and nothing else; null where they are none. */
  'date:read': {
    input: z.object({ words: z.string().max(200), published: edtfSchema.nullable() }),
    output: z.object({
      date: z.object({ edtf: edtfSchema, against: z.enum(['itself', 'published']) }).nullable(),
    }),
  },
} as const

export const chronologyEvents = {
  /** How many of the articles of a chronology are read that is waited for. */
  'chronology:progress': z.object({ done: count, total: count }),
} as const
