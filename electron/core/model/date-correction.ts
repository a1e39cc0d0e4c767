import type { z } from 'zod'
import { edtfSchema } from './edtf.ts'
import { instantSchema } from './identifiers.ts'
import { passageSchema } from './passage.ts'

/**
 * What the user says that words of the text mean: a date that was read otherwise or not at all, or with `null` that they
 * are no date. It stays on its words as a highlight does.
 */
export const dateCorrectionSchema = passageSchema.extend({
  edtf: edtfSchema.nullable(),
  madeAt: instantSchema,
})

export type DateCorrection = z.infer<typeof dateCorrectionSchema>
