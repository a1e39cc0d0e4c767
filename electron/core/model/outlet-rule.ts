import { z } from 'zod'
import { outletRuleIdSchema } from './identifiers.ts'
import { originSchema } from './stated.ts'

const words = z.string().min(1).max(300)

/** Whose articles a rule is for: the host of the page (`coast.example`, without `www.`), or the outlet's name on them. */
export const outletSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('host'), host: z.string().min(1).max(253) }),
  z.object({ by: z.literal('source'), name: words }),
])

/** What is done with a field after it was read. Words are compared as they are searched: without case, width and script. */
export const outletActionSchema = z.discriminatedUnion('do', [
  /** The outlet goes by another name. */
  z.object({ do: z.literal('name-source'), from: words, to: words }),
  /** The page does not name its outlet, or names it wrongly. */
  z.object({ do: z.literal('set-source'), to: words }),
  /** What stands there is no person: "Staff Reporter". */
  z.object({ do: z.literal('drop-byline'), name: words }),
  /** Words before or behind a name. */
  z.object({ do: z.literal('strip-byline'), where: z.enum(['start', 'end']), words }),
  /** Words before or behind the headline: the outlet's own name. */
  z.object({ do: z.literal('strip-title'), where: z.enum(['start', 'end']), words }),
  /** What this outlet states there is not when it published: the date is then not stated. */
  z.object({ do: z.literal('ignore-date'), origin: originSchema }),
])

/** What a correction taught about an outlet: applied to what is clipped of it from then on, and when it is read anew. */
export const outletRuleSchema = z.object({
  id: outletRuleIdSchema,
  outlet: outletSchema,
  action: outletActionSchema,
})

export type Outlet = z.infer<typeof outletSchema>
export type OutletAction = z.infer<typeof outletActionSchema>
export type OutletRule = z.infer<typeof outletRuleSchema>
