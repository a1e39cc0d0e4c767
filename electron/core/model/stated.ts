import { z } from 'zod'
import { edtfSchema } from './edtf.ts'

/**
 * Where a value was read from. `user` means that the journalist typed it, `rule` that it was read and then corrected
 * as the journalist once did for the same outlet.
 */
export const originSchema = z.enum([
  'jsonld',
  'meta',
  'microdata',
  'url',
  'byline',
  'text',
  'file',
  'clipboard',
  'user',
  'rule',
])

/**
 * What backs a field: `evidence` is the words it was read from, verbatim; `confidence` runs from 0 to 1.
 * A field without a statement is one that the document does not state.
 */
export const statementSchema = z.object({
  origin: originSchema,
  evidence: z.string(),
  confidence: z.number().min(0).max(1),
})

/**
 * A date is never a bare string. `zone` says whether the document states the UTC offset in `edtf`, or the
 * language of the page implies it (a Chinese news page that names no zone is on UTC+8).
 */
export const statedDateSchema = statementSchema.extend({
  edtf: edtfSchema,
  zone: z.enum(['stated', 'assumed']).optional(),
})

/** "Not stated" is an answer: it was looked for and the document does not say. It differs from not having looked. */
export const publishedSchema = z.union([
  statedDateSchema,
  z.literal('not-stated'),
  z.literal('not-looked-for'),
])

/** When what a text tells of happened, as far as it says; absent where nobody looked yet. */
export const happenedSchema = z.union([statedDateSchema, z.literal('not-stated')])

export type Origin = z.infer<typeof originSchema>
export type Statement = z.infer<typeof statementSchema>
export type StatedDate = z.infer<typeof statedDateSchema>
export type Published = z.infer<typeof publishedSchema>
export type Happened = z.infer<typeof happenedSchema>
