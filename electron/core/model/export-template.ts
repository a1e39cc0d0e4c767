import { z } from 'zod'

/** A template is a few pages; longer ones are no templates. */
export const LONGEST_TEMPLATE = 100_000
export const LONGEST_TEMPLATE_NAME = 100

/** Whether what is filled in is escaped as Markdown, or stands as it is. */
export const TEMPLATE_KINDS = ['markdown', 'text'] as const

export const templateTextSchema = z.object({
  kind: z.enum(TEMPLATE_KINDS),
  /** In Liquid; README.md names what it can say. */
  text: z.string().max(LONGEST_TEMPLATE),
})

/** A template of the user's own. */
export const exportTemplateSchema = templateTextSchema.extend({
  name: z.string().trim().min(1).max(LONGEST_TEMPLATE_NAME),
})

/** Why a template cannot be written, and where: the first line and column are 1. */
export const templateProblemSchema = z.object({
  reason: z.enum([
    'missing',
    'unknown-tag',
    'unknown-filter',
    'unknown-value',
    'not-closed',
    'syntax',
    'front-matter',
    'too-slow',
    'too-large',
    'too-many',
  ]),
  line: z.number().int().positive(),
  column: z.number().int().positive(),
  /** What of the template it is about. */
  word: z.string().max(200).optional(),
})

export type TemplateText = z.infer<typeof templateTextSchema>
export type ExportTemplate = z.infer<typeof exportTemplateSchema>
export type TemplateProblem = z.infer<typeof templateProblemSchema>

const OWN = 'own:'

/** Names a template in a request: one of ours by its id, one of the user's own by its name. */
export const ownTemplate = (name: string): string => `${OWN}${name}`

/** The name of one of the user's own; undefined for one of ours. */
export const ownTemplateName = (reference: string): string | undefined =>
  reference.startsWith(OWN) ? reference.slice(OWN.length) : undefined

/** The templates with one more, in the place of the one that was called `before`, or of one of its name. */
export function withTemplate(
  templates: readonly ExportTemplate[],
  template: ExportTemplate,
  before = template.name,
): ExportTemplate[] {
  const others = templates.filter(({ name }) => name === before || name !== template.name)
  return others.some(({ name }) => name === before)
    ? others.map(each => (each.name === before ? template : each))
    : [...others, template]
}
