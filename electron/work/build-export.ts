import { type Book, bookOf } from '../core/export/book/book.ts'
import { chronologyCsv } from '../core/export/chronology/csv.ts'
import { chronologyMarkdown } from '../core/export/chronology/markdown.ts'
import { timelineJs } from '../core/export/chronology/timeline-js.ts'
import { collectionMarkdown } from '../core/export/markdown/collection.ts'
import { type ExportedFile, markdownFolder } from '../core/export/markdown/folder.ts'
import type { ExportPlan } from '../core/export/plan.ts'
import { type ExportPreview, previewOf } from '../core/export/preview.ts'
import type { Tasks } from './tasks.ts'

export const buildMarkdownFile = ({ plan }: Tasks['export-file']['input']): string => collectionMarkdown(plan)

export const buildMarkdownFolder = ({ plan }: Tasks['export-folder']['input']): ExportedFile[] => [
  ...markdownFolder(plan),
]

export const buildPreview = ({ plan, format }: Tasks['export-preview']['input']): ExportPreview =>
  previewOf(plan, format)

const CHRONOLOGY_WRITERS = { markdown: chronologyMarkdown, csv: chronologyCsv, timelinejs: timelineJs }

export const buildChronology = ({ plan, format }: Tasks['export-chronology']['input']): string =>
  CHRONOLOGY_WRITERS[format](plan)

/** Books find the library's pictures under the same address as the window. */
function pictureAddresses({ entries }: ExportPlan): (sha256: string) => string | undefined {
  const there = new Set(
    entries.flatMap(({ clipping }) => (clipping.assets ?? []).map(({ sha256 }) => sha256)),
  )
  return sha256 => (there.has(sha256) ? `/asset/${sha256}` : undefined)
}

/** `pages` says on which page each article starts, once the book has been printed to find out. */
export const buildBook = ({ plan, pages }: Tasks['export-book']['input']): Book =>
  bookOf(plan, { pages, image: pictureAddresses(plan) })
