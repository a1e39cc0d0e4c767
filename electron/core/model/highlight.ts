import { z } from 'zod'
import { instantSchema } from './identifiers.ts'

export const HIGHLIGHT_COLOURS = ['yellow', 'green', 'blue', 'red'] as const

/**
 * A passage that the reader marked. `quote` with its surroundings is W3C Web Annotation's TextQuoteSelector,
 * `position` its TextPositionSelector over the text of the body (UTF-16 units); a highlight whose passage is not
 * in the body has no position and is kept all the same.
 */
export const highlightSchema = z.object({
  id: z.uuidv7(),
  quote: z.object({ exact: z.string().min(1), prefix: z.string(), suffix: z.string() }),
  position: z.object({ start: z.number().int().nonnegative(), end: z.number().int().positive() }).optional(),
  colour: z.enum(HIGHLIGHT_COLOURS),
  note: z.string().optional(),
  madeAt: instantSchema,
})

export type Highlight = z.infer<typeof highlightSchema>
