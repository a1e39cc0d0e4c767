import type { ImportedHighlight } from '../core/model/import-item.ts'
import { type Cells, hasColumns, type RowReading, readCsvExport } from './csv-export.ts'
import type { FormatReader } from './import-file.ts'
import { LINK, NOTHING_STATED } from './reads.ts'
import { instantOf, instantOfUnix, namesIn, textOf, webAddress } from './stated-values.ts'

/** A name may hold a `/` of its own; where the path is spaced out, only ` / ` parts it. */
const pathIn = (cell: string): string[] =>
  namesOfPath(cell.includes(' / ') ? cell.split(' / ') : cell.split('/'))
const namesOfPath = (names: readonly string[]): string[] =>
  names.map(name => name.trim()).filter(name => name !== '')

/** `Highlight:…` and `Note:…` begin a highlight and its note; without them each line is one. */
function highlightsIn(cell: string): ImportedHighlight[] {
  const highlights: { text: string; note?: string }[] = []
  if (!/^\s*Highlight:/mu.test(cell))
    return cell
      .split(/\r?\n/u)
      .flatMap(line => textOf(line) ?? [])
      .map(text => ({ text }))
  for (const piece of cell.split(/^\s*(?=Highlight:|Note:)/mu)) {
    const groups = /^(?<kind>Highlight|Note):\s*(?<words>[\s\S]*)$/u.exec(piece.trim())?.groups
    const words = textOf(groups?.['words'])
    const last = highlights.at(-1)
    if (groups === undefined || words === undefined) continue
    if (groups['kind'] === 'Highlight') highlights.push({ text: words })
    else if (last !== undefined) last.note = words
  }
  return highlights
}

function readRow(cells: Cells): RowReading | 'damaged' {
  const url = webAddress(cells('url'))
  if (url === undefined) return 'damaged'
  const folder = pathIn(cells('folder'))
  const isOwn = folder.length === 1 && /^(?:unsorted|trash)$/iu.test(folder[0] ?? '')
  // The excerpt is the page's own description of itself, the note is the reader's.
  return {
    content: LINK,
    stated: {
      ...NOTHING_STATED,
      title: textOf(cells('title')),
      url,
      savedAt: instantOf(cells('created')) ?? instantOfUnix(cells('created')),
      tags: namesIn(cells('tags').split(',')),
      folders: folder.length === 0 || isOwn ? [] : [folder],
      note: textOf(cells('note')),
      highlights: highlightsIn(cells('highlights')),
      starred: cells('favorite').trim().toLowerCase() === 'true',
      trashed: isOwn && /^trash$/iu.test(folder[0] ?? ''),
    },
  }
}

export const isRaindrop = (head: Uint8Array): boolean =>
  hasColumns(head, 'url', 'folder', 'excerpt', 'created')

/**
 * Raindrop.io's CSV: `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite`; nested collections with
 * `/`, tags with commas, `created` in ISO 8601 or Unix seconds (help.raindrop.io/import, and its exports as read by
 * importers of other programs). Unsorted is no collection, and Trash is the trash.
 */
export const readRaindrop: FormatReader = file => readCsvExport(file, readRow)
