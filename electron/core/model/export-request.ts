import { z } from 'zod'
import { clippingIdSchema } from './identifiers.ts'
import { filterSchema } from './listing.ts'

/** What to export: some clippings by name, or all that a filter shows, in the filter's order. */
export const exportScopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clippings'), ids: z.array(clippingIdSchema).min(1) }),
  z.object({ kind: z.literal('filter'), filter: filterSchema }),
])

/** `markdown-file` is one file, `markdown-folder` one file a clipping, `pdf` one book. */
export const exportRequestSchema = z.object({
  scope: exportScopeSchema,
  format: z.enum(['markdown-file', 'markdown-folder', 'pdf']),
  /** Printed on the cover and as the first heading. */
  title: z.string().min(1).max(300),
  /** `as-listed` is the order of the scope: of a collection the one that was made by hand. */
  order: z.enum(['oldest-first', 'newest-first', 'as-listed']),
  paper: z.enum(['A4', 'Letter']),
  /** The language of the export's own words (Contents, Source …), not of the articles. */
  language: z.enum(['en', 'zh-Hans']),
})

export type ExportScope = z.infer<typeof exportScopeSchema>
export type ExportRequest = z.infer<typeof exportRequestSchema>
export type ExportFormat = ExportRequest['format']
