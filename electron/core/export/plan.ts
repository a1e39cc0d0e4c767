import type { Article } from '../model/article.ts'
import type { BookLayout } from '../model/book-layout.ts'
import type { ListedEvent } from '../model/chronology.ts'
import type { Clipping } from '../model/clipping.ts'
import type { ExportRequest } from '../model/export-request.ts'
import type { TemplateText } from '../model/export-template.ts'
import type { Instant } from '../model/identifiers.ts'
import type { MarkdownLayout } from '../model/markdown-layout.ts'
import { isoStart } from './stated-date.ts'
import type { ExportLanguage } from './words.ts'

export interface ExportEntry {
  readonly clipping: Clipping
  readonly article: Article
}

/** What an export says of itself, whatever its format. */
export interface ExportHead {
  readonly title: string
  readonly language: ExportLanguage
  readonly paper: ExportRequest['paper']
  readonly createdAt: Instant
  /** How a book is laid out; without it in one column, with nothing but its articles. */
  readonly book?: BookLayout | undefined
  /** How Markdown is written; without it as `DEFAULT_MARKDOWN` says. */
  readonly markdown?: MarkdownLayout | undefined
  /** Whether a book has no cover and no contents: one article on paper needs neither. */
  readonly isBare?: boolean | undefined
  /** Of an export by a template. */
  readonly template?: TemplateText | undefined
}

/** An export that is in memory as a whole, as a book has to be. */
export interface ExportPlan extends ExportHead {
  readonly entries: readonly ExportEntry[]
  /** Events to stand before the articles of a book. */
  readonly chronology?: readonly ListedEvent[] | undefined
}

/** A plan of entries that are in memory, in the order of {@link inExportOrder}. */
export function planExport(
  request: Pick<ExportRequest, 'title' | 'language' | 'paper' | 'order'>,
  entries: readonly ExportEntry[],
  createdAt: Instant,
): ExportPlan {
  const { title, language, paper } = request
  const ordered = inExportOrder(entries, ({ clipping }) => clipping, request.order)
  return { title, language, paper, createdAt, entries: ordered }
}

/**
 * Orders what is exported by the published date as stated; what has none comes last, in the order in which it was
 * clipped. What has the same date keeps the order of clipping too. `as-listed` keeps the order that is given.
 */
export function inExportOrder<T>(
  items: readonly T[],
  clippingOf: (item: T) => Clipping,
  order: ExportRequest['order'],
): readonly T[] {
  if (order === 'as-listed') return items
  const direction = order === 'oldest-first' ? 1 : -1
  return items
    .map(item => ({ item, clipping: clippingOf(item), key: publishedKey(clippingOf(item)) }))
    .sort((one, other) => {
      const [a, b] = [one.key, other.key]
      if ((a === undefined) !== (b === undefined)) return a === undefined ? 1 : -1
      return (
        (compare(a ?? '', b ?? '') || compare(one.clipping.clippedAt, other.clipping.clippedAt)) * direction
      )
    })
    .map(({ item }) => item)
}

const publishedKey = ({ published }: Clipping): string | undefined =>
  typeof published === 'string' ? undefined : isoStart(published.edtf)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
