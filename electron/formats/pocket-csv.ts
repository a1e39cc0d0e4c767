import type { ImportedHighlight } from '../core/model/import-item.ts'
import { type Cells, hasColumns, type RowReading, readCsvExport } from './csv-export.ts'
import type { FormatReader } from './import-file.ts'
import { LINK, NOTHING_STATED } from './reads.ts'
import { instantOfUnix, namesIn, textOf, webAddress } from './stated-values.ts'

/** What was marked in a page, by its address. */
export type HighlightsByUrl = ReadonlyMap<string, readonly ImportedHighlight[]>

export function readPocketRow(cells: Cells, highlights: HighlightsByUrl): RowReading | 'damaged' {
  const url = webAddress(cells('url'))
  if (url === undefined) return 'damaged'
  const title = textOf(cells('title'))
  return {
    content: LINK,
    stated: {
      ...NOTHING_STATED,
      // Where Pocket had no title it wrote the address.
      title: title === url ? undefined : title,
      url,
      savedAt: instantOfUnix(cells('time_added')),
      tags: namesIn(cells('tags').split('|')),
      highlights: highlights.get(url) ?? [],
      isRead: cells('status').trim() === 'archive',
    },
  }
}

export const isPocketCsv = (head: Uint8Array): boolean =>
  hasColumns(head, 'title', 'url', 'time_added', 'tags')

/** Pocket's CSV: `title,url,time_added,tags,status`, tags parted by `|`, the time in Unix seconds, status `archive` or `unread`. */
export const readPocketCsv: FormatReader = file =>
  readCsvExport(file, cells => readPocketRow(cells, new Map()))
