import { z } from 'zod'
import { clippingSchema } from './clipping.ts'
import { clippingIdSchema, collectionIdSchema } from './identifiers.ts'
import { tagNameSchema } from './tag.ts'

/** Which clippings a list shows. Everything but the trash leaves trashed clippings out. */
export const filterSchema = z.object({
  shelf: z.enum(['inbox', 'all', 'starred', 'trash']),
  /** The collection or any that stands in it. */
  collection: collectionIdSchema.optional(),
  /** The tag or any tag below it. */
  tag: tagNameSchema.optional(),
  /** Words that all have to occur, in title, names, tags, note or body; case and width fold. */
  query: z.string().max(500),
  /** Days, first and last inclusive (`2025-07-01`), on the clock that the list is ordered by. */
  days: z.object({ from: z.iso.date(), to: z.iso.date() }).optional(),
  /** The clock that orders and groups the list, newest first. */
  clock: z.enum(['happened', 'published', 'clipped']),
  /** What one heading covers; a day where absent. */
  grouping: z.enum(['week', 'month']).optional(),
  /**
   * Of reprints that belong together one stands for all: the one that the others go back to where the list has it,
   * else the first of the list. Every one is listed where absent.
   */
  reprints: z.literal('folded').optional(),
  /**
   * What fits the query best comes first, or what the collection has put in order by hand, and there are no headings;
   * newest first on the clock where absent.
   */
  order: z.enum(['relevance', 'hand']).optional(),
})

/** What one line of the list shows. */
export const rowSchema = clippingSchema
  .pick({
    id: true,
    title: true,
    bylines: true,
    source: true,
    published: true,
    happened: true,
    clippedAt: true,
    tags: true,
    collections: true,
    starred: true,
    readAt: true,
    trashedAt: true,
    excerpt: true,
    language: true,
  })
  .extend({
    /** How many reprints of the list are folded into it. */
    reprints: z.number().int().positive().optional(),
  })

/**
 * A run of rows under one heading. `key` is EDTF at the precision the clippings have: a day, a month
 * (`2025-04`), a year, or `''` for clippings without a date on this clock; by weeks the days of a week are an interval.
 */
export const groupSchema = z.object({
  key: z.string(),
  start: z.number().int().nonnegative(),
  count: z.number().int().positive(),
})

export const listingSchema = z.object({
  /** Changes whenever the library does; slices of an older version are not mixed with newer ones. */
  version: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  /** Reprints that are folded into others, and so not among the rows. */
  folded: z.number().int().nonnegative(),
  /**
   * The groups of all rows in their order, as `group-lines.ts` writes them; empty where no clock orders the rows, so
   * that no heading divides them.
   */
  groups: z.string(),
  firstRows: z.array(rowSchema),
  ms: z.number().nonnegative(),
})

/** How many of a list's clippings fall on which day, or in which hour, as `time-counts.ts` writes it. */
export const countsSchema = z.object({
  version: z.number().int().nonnegative(),
  unit: z.enum(['day', 'hour']),
  counts: z.string(),
})

/** What can have a lane of its own below the strip. */
export const laneKindSchema = z.enum(['source', 'tag', 'collection'])

/** The sources, tags or collections with the most clippings of a list, each with its counts by the day. */
export const lanesSchema = z.object({
  version: z.number().int().nonnegative(),
  lanes: z.array(
    z.object({
      /** The name of a source or tag, the id of a collection. */
      value: z.string(),
      total: z.number().int().positive(),
      counts: z.string(),
    }),
  ),
  /** How many more there are. */
  others: z.number().int().nonnegative(),
})

const facetSchema = z.array(z.object({ value: z.string(), count: z.number().int().positive() }))

/** What the clippings of a list have in common, each value with how many have it: at most 50 of each kind. */
export const facetsSchema = z.object({
  version: z.number().int().nonnegative(),
  /** Outlets as the list shows them, the most frequent first. */
  source: facetSchema,
  /** Tags as clippings have them, the most frequent first; those above them in the tree are not counted. */
  tag: facetSchema,
  /** Months (`2025-07`) on the filter's clock, the latest first; what states only its year is under the year. */
  month: facetSchema,
})

/** A passage of a body; `marks` are the places of what was found, from and to, in UTF-16 units of `text`. */
export const snippetSchema = z.object({
  id: clippingIdSchema,
  text: z.string(),
  marks: z.array(z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()])),
  /** Whether words of the body were left out before or behind. */
  cutBefore: z.boolean(),
  cutAfter: z.boolean(),
})

export type Filter = z.infer<typeof filterSchema>
export type Row = z.infer<typeof rowSchema>
export type Group = z.infer<typeof groupSchema>
export type Listing = z.infer<typeof listingSchema>
export type LaneKind = z.infer<typeof laneKindSchema>
export type Lanes = z.infer<typeof lanesSchema>
export type Counts = z.infer<typeof countsSchema>
export type Facets = z.infer<typeof facetsSchema>
export type Snippet = z.infer<typeof snippetSchema>
