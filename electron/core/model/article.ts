import { z } from 'zod'
import { blockSchema, bodySchema } from './body.ts'
import { dateCorrectionSchema } from './date-correction.ts'
import { edtfSchema } from './edtf.ts'
import { highlightSchema } from './highlight.ts'
import { clippingIdSchema, sha256Schema } from './identifiers.ts'
import { statementSchema } from './stated.ts'

/** A picture of the body, in reading order; derived from the body by `figuresOf`, never edited by itself. */
export const figureSchema = z.object({
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  asset: sha256Schema.optional(),
})

/** One entry of a list that follows an article: the headline and, where given, its blurb and time. */
export const listedItemSchema = z.object({
  title: z.string(),
  summary: z.string().optional(),
  published: edtfSchema.optional(),
})

/**
 * A block that extraction left out of the body, verbatim. `step` names the extraction step that took it out
 * and `reason` the class of thing that it is; `list` is the heading of the list that it stands in
 * ("相关内容"). `order` is its place in the source.
 */
export const setAsideSchema = z.object({
  id: z.string().min(1),
  step: z.string().min(1),
  reason: z.enum(['furniture', 'related', 'hot', 'list-heading', 'navigation', 'repeat', 'user']),
  text: z.string().min(1),
  list: z.string().optional(),
  item: listedItemSchema.optional(),
  /** The block as it stood in the body, where it was taken out of one: restoring gives exactly this back. */
  block: blockSchema.optional(),
  order: z.number().int().nonnegative(),
})

/** A date expression of the running text, resolved to days; `order` and `start` (UTF-16 units) say where it stands. */
export const dateInTextSchema = z.object({
  phrase: z.string().min(1),
  edtf: edtfSchema,
  precision: z.enum([
    'second',
    'minute',
    'day',
    'week',
    'ten-days',
    'month',
    'season',
    'quarter',
    'year',
    'decade',
    'span',
  ]),
  order: z.number().int().nonnegative(),
  start: z.number().int().nonnegative(),
  confidence: z.number().min(0).max(1),
  /** Says so where the user gave the date. */
  origin: z.literal('user').optional(),
})

/** The fields of a clipping that can be checked against the document. */
export const FIELDS = ['title', 'bylines', 'published', 'sources', 'editors', 'language'] as const
export const fieldSchema = z.enum(FIELDS)

/** The body of one clipping and all that was learnt while reading it. */
export const articleSchema = z.object({
  id: clippingIdSchema,
  revision: z.number().int().positive(),
  body: bodySchema,
  figures: z.array(figureSchema),
  setAside: z.array(setAsideSchema),
  /** What each field was read from; a field without a statement is not stated in the document. */
  statements: z.partialRecord(fieldSchema, statementSchema),
  datesInText: z.array(dateInTextSchema),
  /** In the order in which they were made. */
  highlights: z.array(highlightSchema).optional(),
  /** What the user says of dates of the text, which `datesInText` follows. */
  dateCorrections: z.array(dateCorrectionSchema).optional(),
  extractorVersion: z.number().int().positive(),
})

export type Figure = z.infer<typeof figureSchema>
export type ListedItem = z.infer<typeof listedItemSchema>
export type SetAside = z.infer<typeof setAsideSchema>
export type DateInText = z.infer<typeof dateInTextSchema>
export type Field = z.infer<typeof fieldSchema>
export type Article = z.infer<typeof articleSchema>
