import { z } from 'zod'
import { type Cells, hasColumns, type RowReading, readCsvExport } from './csv-export.ts'
import type { FormatReader } from './import-file.ts'
import { LINK, NOTHING_STATED } from './reads.ts'
import { instantOfUnix, namesIn, textOf, webAddress } from './stated-values.ts'

/** Instapaper's own folders are states of an article. */
const STATES = new Set(['unread', 'archive', 'starred'])

const tagsSchema = z.array(z.coerce.string())

/** A JSON array of names. */
function tagsIn(cell: string): string[] {
  try {
    const tags = tagsSchema.safeParse(JSON.parse(cell))
    return tags.success ? namesIn(tags.data) : namesIn([cell])
  } catch {
    return namesIn(cell.split(','))
  }
}

function readRow(cells: Cells): RowReading | 'damaged' {
  const url = webAddress(cells('url'))
  const selection = textOf(cells('selection'))
  const folder = cells('folder').trim()
  const state = folder.toLowerCase()
  // A note that was mailed in has no address, and its text in the selection.
  if (url === undefined && selection === undefined) return 'damaged'
  return {
    content: url === undefined && selection !== undefined ? { kind: 'text', text: selection } : LINK,
    stated: {
      ...NOTHING_STATED,
      title: textOf(cells('title')),
      url,
      savedAt: instantOfUnix(cells('timestamp')),
      tags: tagsIn(cells('tags')),
      folders: folder === '' || STATES.has(state) ? [] : [[folder]],
      highlights: url === undefined || selection === undefined ? [] : [{ text: selection }],
      isRead: state === 'archive',
      starred: state === 'starred',
    },
  }
}

/** `URL,Title,Selection,Folder,Timestamp`, and since November 2025 `Tags`. */
export const isInstapaper = (head: Uint8Array): boolean =>
  hasColumns(head, 'url', 'title', 'selection', 'folder')

/**
 * Instapaper's CSV: `URL,Title,Selection,Folder`, then `Timestamp` (Unix seconds) and `Tags` (a JSON array), as
 * wallabag (`src/Import/InstapaperImport.php`) and Karakeep (`packages/shared/import-export/parsers.ts`) read it. The
 * folders Unread, Archive and Starred are states. What was selected becomes a highlight.
 */
export const readInstapaper: FormatReader = file => readCsvExport(file, readRow)
