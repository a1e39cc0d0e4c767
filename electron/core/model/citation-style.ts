import { z } from 'zod'

/** The styles that references are set in, the most used of each language first. */
export const CITATION_STYLES = ['gb-t-7714', 'apa', 'chicago', 'mla'] as const

export const citationStyleSchema = z.enum(CITATION_STYLES)

/** So many are set for the clipboard before the press that asked for them is too old to copy; a list of more is a file. */
export const MOST_CITED = 300

export type CitationStyle = z.infer<typeof citationStyleSchema>
