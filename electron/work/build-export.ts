import { type Book, bookOf } from '../core/export/book/book.ts'
import { chronologyCsv } from '../core/export/chronology/csv.ts'
import { chronologyMarkdown } from '../core/export/chronology/markdown.ts'
import { timelineJs } from '../core/export/chronology/timeline-js.ts'
import type { ReferenceList } from '../core/export/citation/reference-list.ts'
import { referenceListOf } from '../core/export/citation/writers.ts'
import type { ExportEntry, ExportPlan } from '../core/export/plan.ts'
import { previewOf } from '../core/export/preview.ts'
import { wordsOf } from '../core/export/words.ts'
import { EXPORT_WRITERS } from '../core/export/writers.ts'
import { formatFacts, isWritten } from '../core/model/export-formats.ts'
import { caught } from '../store/store-failure.ts'
import { type ExportOf, exportSource } from './export-source.ts'
import type { Tasks } from './tasks.ts'
import type { Watch } from './watch.ts'

export async function buildPreview({
  of,
  format,
}: Tasks['export-preview']['input']): Promise<Tasks['export-preview']['output']> {
  const writer = isWritten(format) ? await EXPORT_WRITERS[format]() : undefined
  return caught(() => previewOf(exportSource(of), formatFacts(format), writer))
}

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

/** The articles of a book as references; setting them takes longer than the rest of the book. */
export const buildReferences = (
  { of }: Tasks['export-references']['input'],
  { signal, look, progress }: Watch,
): Promise<ReferenceList> =>
  referenceListOf({
    ...exportSource(of, { signal, look, onWork: progress }),
    title: wordsOf(of.language).references,
  })

/** `pages` says on which page each article starts, once the book has been printed to find out. */
export async function buildBook({
  of,
  pages,
  references,
  moved,
}: Tasks['export-book']['input']): Promise<Book> {
  const plan = 'entries' in of ? of : await planInMemory(of)
  return bookOf(plan, { pages, image: pictureAddresses(plan), references, moved })
}

async function planInMemory(of: ExportOf): Promise<ExportPlan> {
  const entries: ExportEntry[] = []
  for await (const entry of exportSource(of).entries()) entries.push(entry)
  const { title, language, paper, createdAt, book, isBare, chronology } = of
  return { title, language, paper, createdAt, book, isBare, chronology, entries }
}
