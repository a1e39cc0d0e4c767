import { z } from 'zod'
import { clippingIdSchema } from './identifiers.ts'
import { tagNameSchema } from './tag.ts'

/** How two tags look alike, the surest first. */
export const LIKENESSES = [
  'stated',
  'same-letters',
  'punctuation',
  'plural',
  'other-branch',
  'one-letter',
] as const

/** Two tags that may be one: the one that fewer clippings have, and the one to merge it into. */
export const lookAlikeSchema = z.object({
  name: tagNameSchema,
  into: tagNameSchema,
  likeness: z.enum(LIKENESSES),
  /** Where an article says that both are one: its words, and the clipping. */
  stated: z.object({ words: z.string(), clipping: clippingIdSchema }).optional(),
})

/** A tag that the text of a clipping speaks for, and how often the text has it. */
export const tagSuggestionSchema = z.object({
  name: tagNameSchema,
  /** Whether the library has the tag already. */
  isKnown: z.boolean(),
  count: z.number().int().positive(),
})

export type Likeness = (typeof LIKENESSES)[number]
export type LookAlike = z.infer<typeof lookAlikeSchema>
export type TagSuggestion = z.infer<typeof tagSuggestionSchema>
