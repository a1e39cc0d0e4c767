import { z } from 'zod'

const runsSchema = z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() }))

/** Numbers that one of two texts has and the other has not: what a reader of a correction looks for first. */
const numbersSchema = z.object({ before: z.array(z.string()), after: z.array(z.string()) })

/** A block of either article. One that was `changed` has its words against each other. */
export const diffBlockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('same'), text: z.string() }),
  z.object({ kind: z.literal('removed'), text: z.string() }),
  z.object({ kind: z.literal('added'), text: z.string() }),
  z.object({ kind: z.literal('changed'), runs: runsSchema, numbers: numbersSchema }),
])

/** Two articles against each other, in the order of the newer one; what only the older one has stands where it stood. */
export const articleDiffSchema = z.object({
  title: z.object({ changed: z.boolean(), runs: runsSchema }),
  blocks: z.array(diffBlockSchema),
  /** Over title and body: numbers that differ, not those that merely moved. */
  numbers: numbersSchema,
})

export type DiffBlock = z.infer<typeof diffBlockSchema>
export type ArticleDiff = z.infer<typeof articleDiffSchema>
