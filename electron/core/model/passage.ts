import { z } from 'zod'

/**
 * Words of the body that something of the user's stands on. `quote` with its surroundings is W3C Web Annotation's
 * TextQuoteSelector, `position` its TextPositionSelector over the text of the body (UTF-16 units); what is not in the body
 * any more has no position and is kept all the same.
 */
export const passageSchema = z.object({
  quote: z.object({ exact: z.string().min(1), prefix: z.string(), suffix: z.string() }),
  position: z.object({ start: z.number().int().nonnegative(), end: z.number().int().positive() }).optional(),
})

export type Passage = z.infer<typeof passageSchema>
