import { type Place, placesOf } from '../../body/table.ts'
import type { Page, PageElement, PageLine } from './page/page.ts'
import { type MarkupCell, type MarkupRow, type MarkupTable, tablesOf } from './page/tables.ts'
import { around } from './page/walk.ts'

/** A table whose rows and columns say something: its cells are kept where they stand. */
export interface DataTable {
  readonly element: number
  readonly rows: readonly MarkupRow[]
  /** Indexes of the lines of its caption. */
  readonly caption: readonly number[]
  /** Indexes of all its lines, those of the caption among them. */
  readonly lines: readonly number[]
}

/** The data tables of a page, by the index of each of their lines. */
export type DataTables = ReadonlyMap<number, DataTable>

const shownLines = ({ lines }: Page, { firstLine, endLine }: PageElement): readonly PageLine[] =>
  lines.slice(firstLine, endLine).filter(line => !line.isHidden)

/** A figure may hold a table, with its caption in the figure's. */
function figureCaption(page: Page, table: PageElement): readonly PageLine[] {
  let steps = 0
  for (const figure of around(page, table.parent)) {
    if (figure.tag === 'figure')
      return page.lines
        .slice(figure.firstLine, figure.endLine)
        .filter(line => !line.isHidden && isWithin(page, line, 'figcaption', figure.index))
    steps += 1
    if (steps > 3) break
  }
  return []
}

function isWithin(page: Page, line: PageLine, tag: string, end: number): boolean {
  for (const element of around(page, line.element)) {
    if (element.index === end) return false
    if (element.tag === tag) return true
  }
  return false
}

/** Cells with these numbers of reading units are still cells, where the markup states a table and where it does not. */
const LONGEST_STATED = 400
const LONGEST_REGULAR = 200
const LONGEST_BARE = 60
/** A table takes no more places than this: a hostile one could span millions. */
const MOST_PLACES = 50_000

const DATA_HINTS =
  /(?:^|[\s_-])(?:wikitable|data-?table|sortable|standings|msotablegrid|table-?(?:bordered|striped|data|grid)|has-fixed-layout|tablepress)(?:$|[\s_-])/u

/** What is asked of a table's worded cells. */
interface Shape {
  readonly rows: readonly (readonly Place<MarkupCell>[])[]
  readonly cells: readonly { readonly cell: MarkupCell; readonly lines: readonly PageLine[] }[]
}

function shapeOf(page: Page, table: MarkupTable): Shape | undefined {
  let size = 0
  for (const [at, { cells }] of table.rows.entries())
    for (const { colSpan, rowSpan } of cells) size += colSpan * Math.min(rowSpan, table.rows.length - at)
  if (size > MOST_PLACES) return undefined
  const cells = table.rows
    .flatMap(row => row.cells)
    .map(cell => ({ cell, lines: shownLines(page, cell.element) }))
    .filter(({ lines }) => lines.length > 0)
  return {
    rows: placesOf(
      table.rows.map(row => row.cells),
      cell => cell,
    ),
    cells,
  }
}

const unitsOf = (lines: readonly PageLine[]): number =>
  lines.reduce((sum, { measure }) => sum + measure.units, 0)

const isLettered = ({ text }: PageLine): boolean => /[\p{L}\p{N}]/u.test(text)

const isNumber = (lines: readonly PageLine[]): boolean => {
  const words = lines.map(({ text }) => text).join(' ')
  return words.replace(/[^\p{N}]/gu, '').length * 2 >= words.replace(/\s/gu, '').length
}

/** The markup itself says that rows and columns mean something. */
const isStated = (table: MarkupTable, { cells }: Shape): boolean =>
  table.caption !== undefined ||
  /^(?:table|grid|treegrid)$/u.test(table.element.attributes.get('role') ?? '') ||
  table.element.attributes.has('summary') ||
  table.rows.some(({ isHead }) => isHead) ||
  cells.some(
    ({ cell }) =>
      cell.isHeader || cell.element.attributes.has('scope') || cell.element.attributes.has('headers'),
  )

/** Lines are drawn around its cells, or its kind is named for data. */
const isDrawn = ({ element }: MarkupTable): boolean =>
  Number.parseInt(element.attributes.get('border') ?? '0', 10) > 0 || DATA_HINTS.test(element.hints)

/**
 * Whether a table has data, as browsers tell it for screen readers, by its markup and then by its looks. A table that
 * holds another, a single row, a single column and what holds parts of a page is layout.
 */
function isData(page: Page, table: MarkupTable, pictures: number): boolean {
  if (table.holdsTable || /^(?:presentation|none)$/u.test(table.element.attributes.get('role') ?? ''))
    return false
  const shape = shapeOf(page, table)
  if (shape === undefined || shape.cells.some(({ cell }) => cell.holdsPart)) return false
  const worded = new Set(shape.cells.map(({ cell }) => cell))
  const widths = shape.rows.map(
    row => row.filter(place => place?.isStart === true && worded.has(place.cell)).length,
  )
  const filled = widths.filter(width => width > 0)
  // A column of bullets makes no table of a list.
  const lettered = new Set(shape.cells.filter(({ lines }) => lines.some(isLettered)).map(({ cell }) => cell))
  const columns = new Set(
    shape.rows.flatMap(row =>
      row.flatMap((place, x) => (place?.isStart === true && lettered.has(place.cell) ? [x] : [])),
    ),
  )
  if (filled.length < 2 || columns.size < 2) return false
  const units = shape.cells.map(({ lines }) => unitsOf(lines))
  const longest = units.reduce((most, each) => Math.max(most, each), 0)
  if (isStated(table, shape)) return longest <= LONGEST_STATED
  if (pictures * 2 > shape.cells.length) return false
  if (isDrawn(table)) return longest <= LONGEST_STATED
  const linked = shape.cells.filter(({ lines }) => lines.every(line => line.linked > 0.5)).length
  if (linked * 2 > shape.cells.length) return false
  if (filled.length >= 3 && filled.every(width => width === filled[0]) && longest <= LONGEST_REGULAR)
    return true
  const regular = filled.filter(width => width >= 2).length
  if (longest > LONGEST_BARE || regular < filled.length * 0.8) return false
  const numbers = shape.cells.filter(({ lines }) => isNumber(lines)).length
  return numbers >= shape.cells.length * 0.25 || (filled.length >= 3 && shape.cells.length >= 6)
}

/** A picture stands so many elements below the table that lays it out, at most. */
const PICTURE_REACH = 12

function picturesByTable(page: Page): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const picture of page.pictures) {
    let steps = 0
    for (const { tag, index } of around(page, picture.element)) {
      if (tag === 'table') counts.set(index, (counts.get(index) ?? 0) + 1)
      steps += 1
      if (tag === 'table' || steps === PICTURE_REACH) break
    }
  }
  return counts
}

/** The tables of a page that have data and not layout; what a page hides is not among their lines. */
export function dataTablesOf(page: Page): DataTables {
  const found = new Map<number, DataTable>()
  const pictures = picturesByTable(page)
  for (const table of tablesOf(page)) {
    if (!isData(page, table, pictures.get(table.element.index) ?? 0)) continue
    const caption = table.caption === undefined ? [] : shownLines(page, table.caption)
    const captionLines = caption.length > 0 ? caption : figureCaption(page, table.element)
    const cells = table.rows.flatMap(row => row.cells).flatMap(cell => shownLines(page, cell.element))
    const indexOf = ({ index }: PageLine): number => index
    const data: DataTable = {
      element: table.element.index,
      rows: table.rows,
      caption: captionLines.map(indexOf),
      lines: [...captionLines, ...cells].map(indexOf),
    }
    for (const line of data.lines) found.set(line, data)
  }
  return found
}
