import { z } from 'zod'
import { bookLayoutSchema } from './book-layout.ts'
import { DEFAULT_TEMPLATE } from './built-in-templates.ts'
import { citationStyleSchema } from './citation-style.ts'
import { EXPORT_FORMAT_IDS } from './export-formats.ts'
import { clippingIdSchema } from './identifiers.ts'
import { filterSchema } from './listing.ts'
import { DEFAULT_MARKDOWN, markdownLayoutSchema } from './markdown-layout.ts'
import { PAPERS } from './paper.ts'

/** What to export: some clippings by name, or all that a filter shows, in the filter's order. */
export const exportScopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clippings'), ids: z.array(clippingIdSchema).min(1) }),
  z.object({ kind: z.literal('filter'), filter: filterSchema }),
])

export const exportRequestSchema = z.object({
  scope: exportScopeSchema,
  format: z.enum(EXPORT_FORMAT_IDS),
  /** Printed on the cover and as the first heading. */
  title: z.string().min(1).max(300),
  /** `as-listed` is the order of the scope: of a collection the one that was made by hand. */
  order: z.enum(['oldest-first', 'newest-first', 'as-listed']),
  paper: z.enum(PAPERS),
  book: bookLayoutSchema,
  citationStyle: citationStyleSchema,
  /** Presets of versions that had one kind of Markdown say nothing of it. */
  markdown: markdownLayoutSchema.default(DEFAULT_MARKDOWN),
  /** Names a template: `templateNamed` finds it. */
  template: z.string().min(1).max(200).default(DEFAULT_TEMPLATE),
  /** The language of the export's own words (Contents, Source …), not of the articles. */
  language: z.enum(['en', 'zh-Hans']),
})

/** More than these leave the window by an export alone: their files have to be there before a drag begins. */
export const MOST_DRAGGED = 200

/** What is dragged out of the window, or shared: clippings by name. */
export const draggedRequestSchema = exportRequestSchema.extend({
  scope: z.object({ kind: z.literal('clippings'), ids: z.array(clippingIdSchema).min(1).max(MOST_DRAGGED) }),
})

export type ExportScope = z.infer<typeof exportScopeSchema>
export type ExportRequest = z.infer<typeof exportRequestSchema>
