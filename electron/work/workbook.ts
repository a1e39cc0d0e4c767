import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import writeWorkbook, { type CellObject, type Feature, type SheetData } from 'write-excel-file/node'
import {
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility'
import type { Cell, Sheet } from '../core/export/data/sheet.ts'
import { writableText } from '../core/export/inline-runs.ts'

/** Excel takes no longer text in a cell, no longer address, and no more links in a sheet. */
const MOST_CHARACTERS = 32_767
const MOST_IN_ADDRESS = 2079
const MOST_LINKS = 65_530

const SHEET = 'xl/worksheets/sheet{id}.xml'
const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

interface Link {
  readonly ref: string
  readonly address: string
}

/** Text is text whatever it begins with: a workbook says of each cell what it is. What is too long ends in `…`. */
function cellObject(cell: Cell | undefined): CellObject | null {
  if (cell === undefined || cell === '') return null
  const look = { alignVertical: 'top' } as const
  if (typeof cell === 'number') return { ...look, value: cell, type: Number }
  if (typeof cell === 'boolean') return { ...look, value: cell, type: Boolean }
  if (typeof cell === 'string')
    return { ...look, value: shortened(cell), type: String, wrap: cell.includes('\n') }
  if ('day' in cell)
    return { ...look, value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
  return { ...look, value: shortened(cell.words), type: String, textColor: '#0b57d0' }
}

/** The package leaves out what XML cannot hold, and with half a character also the whole one before it, unless that is replaced first. */
function shortened(words: string): string {
  const text = writableText(words)
  return text.length > MOST_CHARACTERS
    ? `${text.slice(0, MOST_CHARACTERS - 1).replace(/[\ud800-\udbff]$/u, '')}…`
    : text
}

/** Links of cells, which the package leaves to whoever needs them. */
function withLinks(links: readonly Link[]): Feature<Stream | Buffer | Blob> {
  const each = (markup: (link: Link, id: string) => string) =>
    links.map((link, index) => markup(link, `rLink${index + 1}`)).join('')
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: content =>
            insertElementMarkupAccordingToOrderOfSiblings(
              content,
              `<hyperlinks>${each(({ ref }, id) => getSelfClosingTagMarkup('hyperlink', { ref, 'r:id': id }))}</hyperlinks>`,
              getOrderOfSiblings(SHEET, 'worksheet') ?? [],
              'worksheet',
            ),
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: () =>
            each(({ address }, id) =>
              getSelfClosingTagMarkup('Relationship', {
                Id: id,
                Type: HYPERLINK,
                Target: address,
                TargetMode: 'External',
              }),
            ),
        },
      },
    },
  }
}

/** A workbook (Office Open XML) of one sheet: real days, numbers and links, the names of the columns always in sight. */
export async function workbook({ name, columns, rows }: Sheet): Promise<Uint8Array> {
  const links = rows
    .flatMap((row, at) =>
      row.flatMap((cell, column): Link[] =>
        typeof cell === 'object' && 'address' in cell && cell.address.length <= MOST_IN_ADDRESS
          ? [{ ref: getCellAddress(at + 1, column), address: cell.address }]
          : [],
      ),
    )
    .slice(0, MOST_LINKS)
  const head = columns.map(column => ({ value: column.name, type: String, fontWeight: 'bold' as const }))
  const data: SheetData = [head, ...rows.map(row => row.map(cellObject))]
  return writeWorkbook(
    data,
    { sheet: name, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 },
    links.length === 0 ? {} : { features: [withLinks(links)] },
  ).toBuffer()
}
