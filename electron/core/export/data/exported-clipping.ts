import { z } from 'zod'
import { textOf } from '../../body/text.ts'
import { articleSchema } from '../../model/article.ts'
import { clippingSchema, sourceSchema } from '../../model/clipping.ts'
import { linkTo } from '../../model/clipping-link.ts'
import { highlightSchema } from '../../model/highlight.ts'
import { instantSchema } from '../../model/identifiers.ts'
import type { ExportEntry } from '../plan.ts'

/** Addresses stand as their pages have them, which browsers take and the format `uri` of JSON Schema need not. */
const address = z.string().optional()
const outlet = sourceSchema.extend({ url: address })

/** A clipping as data: what the library knows of it, its collections by name, its text, and what was marked in it. */
export const exportedClippingSchema = clippingSchema
  .omit({ collections: true, highlights: true, articleRevision: true })
  .extend({
    /** Opens it in the app, on the machine that has its library. */
    link: z.string(),
    url: address,
    source: outlet.optional(),
    sources: z.array(outlet),
    /** Names; those of collections that others stand in come before, with a slash between. */
    collections: z.array(z.string()),
    /** The article as plain text, blocks with an empty line between. */
    text: z.string(),
    highlights: z.array(
      highlightSchema.pick({ colour: true, note: true, madeAt: true }).extend({ words: z.string() }),
    ),
    extractorVersion: articleSchema.shape.extractorVersion,
  })

export type ExportedClipping = z.infer<typeof exportedClippingSchema>

/** What a JSON export holds. */
export const exportedFileSchema = z.object({
  $schema: z.string(),
  title: z.string(),
  exportedAt: instantSchema,
  clippings: z.array(exportedClippingSchema),
})

export function exportedClipping(
  { clipping, article }: ExportEntry,
  collections: ReadonlyMap<string, string>,
): ExportedClipping {
  const { collections: ids, highlights: _count, articleRevision: _revision, ...facts } = clipping
  return {
    ...facts,
    link: linkTo(clipping.id),
    collections: ids.flatMap(id => collections.get(id) ?? []),
    text: textOf(article.body),
    highlights: (article.highlights ?? []).map(({ quote, colour, note, madeAt }) => ({
      words: quote.exact,
      colour,
      ...(note === undefined ? {} : { note }),
      madeAt,
    })),
    extractorVersion: article.extractorVersion,
  }
}
