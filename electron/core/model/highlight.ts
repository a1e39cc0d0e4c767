import { z } from 'zod'
import { instantSchema } from './identifiers.ts'
import { passageSchema } from './passage.ts'

export const HIGHLIGHT_COLOURS = ['yellow', 'green', 'blue', 'red'] as const

/** A passage that the reader marked. */
export const highlightSchema = z.object({
  id: z.uuidv7(),
  ...passageSchema.shape,
  colour: z.enum(HIGHLIGHT_COLOURS),
  note: z.string().optional(),
  madeAt: instantSchema,
})

export type Highlight = z.infer<typeof highlightSchema>
