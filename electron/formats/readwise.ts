import type { ImportedHighlight, ItemRead } from '../core/model/import-item.ts'
import { type Cells, hasColumns, type RowReading, readCsvExport, rowsOf } from './csv-export.ts'
import type { FormatReader, ImportFile } from './import-file.ts'
import { failedRead, itemOf, LINK, NOTHING_STATED } from './reads.ts'
import { instantOf, namesIn, textOf, webAddress } from './stated-values.ts'

/** How Python prints a list of names: `['a', "b's"]`; other exports write `a, b`. */
function tagsIn(cell: string): string[] {
  const list = /^\s*\[(?<inner>[\s\S]*)\]\s*$/u.exec(cell)?.groups?.['inner']
  if (list === undefined) return namesIn(cell.split(','))
  const quoted = list.matchAll(/'(?<single>(?:[^'\\]|\\.)*)'|"(?<double>(?:[^"\\]|\\.)*)"/gsu)
  const names = [...quoted].map(({ groups }) => groups?.['single'] ?? groups?.['double'] ?? '')
  return namesIn(
    (names.length === 0 ? list.split(',') : names).map(name => name.replace(/\\(['"\\])/gu, '$1')),
  )
}

function readDocument(cells: Cells): RowReading | 'damaged' {
  const url = webAddress(cells('url'))
  if (url === undefined) return 'damaged'
  return {
    content: LINK,
    stated: {
      ...NOTHING_STATED,
      title: textOf(cells('title')),
      url,
      savedAt: instantOf(cells('saved date')),
      tags: tagsIn(cells('document tags')),
      isRead: cells('location').trim() === 'archive' || Number(cells('reading progress').trim() || '0') >= 1,
    },
  }
}

export const isReadwiseReader = (head: Uint8Array): boolean =>
  hasColumns(head, 'title', 'url', 'document tags', 'saved date')

/**
 * Readwise Reader's library CSV: `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen`, the tags as
 * Python prints a list, the date as `2022-11-06 04:33:50+00:00` (windchime-yk/readwise-to-raindrop, README). What lies
 * in the archive, or was read to its end, is read.
 */
export const readReadwiseReader: FormatReader = file => readCsvExport(file, readDocument)

export const isReadwiseHighlights = (head: Uint8Array): boolean =>
  hasColumns(head, 'highlight', 'book title', 'highlighted at')

interface Book {
  readonly lines: number[]
  readonly bytes: Uint8Array[]
  readonly title: string | undefined
  readonly author: string | undefined
  readonly tags: string[]
  readonly notes: string[]
  readonly highlights: ImportedHighlight[]
}

const NEW_LINE = new Uint8Array([0x0a])

function bookOf(book: Book, file: ImportFile): ItemRead {
  const [line = 0] = book.lines
  const text = book.highlights.map(highlight => highlight.text).join('\n\n')
  return itemOf(
    {
      key: `line ${line}`,
      bytes: Buffer.concat(book.bytes.flatMap(row => [row, NEW_LINE])),
      mediaType: 'text/csv',
      originalName: `${file.name}, line ${line}.csv`,
    },
    { kind: 'text', text },
    {
      ...NOTHING_STATED,
      title: book.title,
      bylines: book.author === undefined ? undefined : [book.author],
      tags: namesIn(book.tags),
      note: textOf(book.notes.join('\n\n')),
      highlights: book.highlights,
    },
  )
}

/** All highlights of a document are one item, wherever its rows stand; a file of highlights is small. */
async function* readHighlights(file: ImportFile): AsyncGenerator<ItemRead> {
  const books = new Map<string, Book>()
  let count = 0
  for await (const { line, bytes, cells } of rowsOf(file)) {
    count += 1
    const text = textOf(cells?.('highlight'))
    const note = textOf(cells?.('note'))
    const title = textOf(cells?.('book title'))
    if (cells === undefined || (text === undefined && note === undefined)) {
      yield failedRead(`line ${line}`, `${file.name}, line ${line}`, 'damaged')
      continue
    }
    const author = textOf(cells('book author'))
    const name = JSON.stringify([title, author])
    const book = books.get(name) ?? {
      lines: [],
      bytes: [],
      title,
      author,
      tags: [],
      notes: [],
      highlights: [],
    }
    books.set(name, book)
    book.lines.push(line)
    book.bytes.push(bytes)
    book.tags.push(...tagsIn(cells('document tags')))
    if (text === undefined) book.notes.push(note ?? '')
    else
      book.highlights.push({
        text,
        note,
        colour: textOf(cells('color')),
        madeAt: instantOf(cells('highlighted at')),
      })
  }
  if (count === 0) yield failedRead('', file.name, 'empty')
  for (const book of books.values()) yield bookOf(book, file)
}

/**
 * Readwise's highlights CSV: `Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,
 * Highlighted at,Document tags` (as its importers elsewhere read it). One item a document, with its highlights as its
 * text; a note without a passage is a note on the document.
 */
export const readReadwiseHighlights: FormatReader = readHighlights
