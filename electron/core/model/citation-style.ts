import { z } from 'zod'

/** The styles that references are set in, the most used of each language first. */
export const CITATION_STYLES = ['gb-t-7714', 'apa', 'chicago', 'mla'] as const

export const citationStyleSchema = z.enum(CITATION_STYLES)

export type CitationStyle = z.infer<typeof citationStyleSchema>
