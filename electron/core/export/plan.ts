import type { Article } from '../model/article.ts'
import type { ListedEvent } from '../model/chronology.ts'
import type { Clipping } from '../model/clipping.ts'
import type { ExportRequest } from '../model/export-request.ts'
import type { Instant } from '../model/identifiers.ts'
import { isoStart } from './stated-date.ts'
import type { ExportLanguage } from './words.ts'

export interface ExportEntry {
  readonly clipping: Clipping
  readonly article: Article
}

/** What every format is made from: the same entries in the same order, with the same title and date. */
export interface ExportPlan {
  readonly title: string
  readonly language: ExportLanguage
  readonly paper: ExportRequest['paper']
  readonly createdAt: Instant
  readonly entries: readonly ExportEntry[]
  /** Events to stand before the articles of a book. */
  readonly chronology?: readonly ListedEvent[] | undefined
}

/**
 * Orders the entries by the published date as stated; those without one come last, in the order in which
 * they were clipped. Entries of the same date keep the order of clipping too. Entries as they are listed stay so.
 */
export function planExport(
  request: Pick<ExportRequest, 'title' | 'language' | 'paper' | 'order'>,
  entries: readonly ExportEntry[],
  createdAt: Instant,
): ExportPlan {
  const direction = request.order === 'oldest-first' ? 1 : -1
  const { title, language, paper } = request
  if (request.order === 'as-listed') return { title, language, paper, createdAt, entries }
  const ordered = [...entries].sort((one, other) => {
    const a = publishedKey(one.clipping)
    const b = publishedKey(other.clipping)
    if ((a === undefined) !== (b === undefined)) return a === undefined ? 1 : -1
    return (
      (compare(a ?? '', b ?? '') || compare(one.clipping.clippedAt, other.clipping.clippedAt)) * direction
    )
  })
  return { title, language, paper, createdAt, entries: ordered }
}

const publishedKey = ({ published }: Clipping): string | undefined =>
  typeof published === 'string' ? undefined : isoStart(published.edtf)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
