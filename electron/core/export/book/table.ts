import type { Element } from 'hast'
import { cellPlaces, rowsOf } from '../../body/table.ts'
import { blockText } from '../../body/text.ts'
import type { TableBlock, TableCell } from '../../model/body.ts'
import { element } from './element.ts'
import { inlineToBook } from './inline.ts'

/** With more columns than these the type is smaller; with still more, figures have to break as words do. */
const MANY = 7
const MOST = 14

/** A figure with its sign and unit: broken over two lines it would be two figures. */
const FIGURE = /^[^\p{L}\s]{0,3}\s?\p{N}[\p{N}.,:'’\u00a0\u202f /–-]{0,14}(?:\s?[%‰€$£¥°]|\s?\p{L}{1,2})?$/u

const wordsOf = ({ children }: TableCell): string =>
  blockText({ type: 'element', tagName: 'p', properties: { dataOrder: 0 }, children })

/** A table as wide as the page. Its head is printed again on each page that it goes on to. */
export function tableToBook(table: TableBlock): Element {
  const width = cellPlaces(rowsOf(table)).reduce((most, row) => Math.max(most, row.length), 0)
  const cellToBook = (cell: TableCell): Element => {
    const isFigure = width <= MOST && FIGURE.test(wordsOf(cell))
    return element(
      cell.tagName,
      { ...cell.properties, dir: 'auto', ...(isFigure && { className: ['figure'] }) },
      ...cell.children.map(inlineToBook),
    )
  }
  return element(
    'table',
    width > MANY ? { className: [width > MOST ? 'wider' : 'wide'] } : {},
    ...table.children.map(part =>
      part.tagName === 'caption'
        ? element('caption', { dir: 'auto' }, ...part.children.map(inlineToBook))
        : element(
            part.tagName,
            {},
            ...part.children.map(row => element('tr', {}, ...row.children.map(cellToBook))),
          ),
    ),
  )
}
