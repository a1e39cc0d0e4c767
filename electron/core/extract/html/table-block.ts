import { type Place, placesOf } from '../../body/table.ts'
import type { Inline, TableBlock, TableCell, TableRow } from '../../model/body.ts'
import type { DataTable } from './data-tables.ts'
import { inlinesOf, type Resolve } from './inlines.ts'
import type { Page } from './page/page.ts'
import type { MarkupCell } from './page/tables.ts'

const newline = (): Inline => ({ type: 'element', tagName: 'br', properties: {}, children: [] })

type Words = (lines: readonly number[]) => Inline[]

const lineRange = ({ element }: MarkupCell): number[] =>
  Array.from({ length: element.endLine - element.firstLine }, (_, at) => element.firstLine + at)

/**
 * The table of its lines. Rows and columns in which no words begin are left out, and the spans of cells are counted in
 * those that are left; so a table of spacers is as wide as its data, and no span reaches out of it.
 */
export function tableBlock(page: Page, table: DataTable, order: number, resolve: Resolve): TableBlock {
  const own = new Set(table.lines)
  const words: Words = lines =>
    lines.flatMap((index, at) => {
      const line = page.lines[index]
      const inlines = line === undefined ? [] : inlinesOf(page, line, resolve)
      return at === 0 ? inlines : [newline(), ...inlines]
    })
  const wordsOf: WordsOf = new Map(
    table.rows
      .flatMap(row => row.cells)
      .map(cell => [cell, words(lineRange(cell).filter(index => own.has(index)))] as const),
  )
  const isWorded = (place: Place<MarkupCell>): boolean =>
    place?.isStart === true && (wordsOf.get(place.cell)?.length ?? 0) > 0
  const places = placesOf(
    table.rows.map(row => row.cells),
    cell => cell,
  )
  const columns = [...new Set(places.flatMap(row => row.flatMap((place, x) => (isWorded(place) ? [x] : []))))]
  columns.sort((a, b) => a - b)
  const rows = table.rows.flatMap((row, y) => {
    const own = places[y] ?? []
    return own.some(isWorded) ? [{ isHead: row.isHead, places: columns.map(x => own[x]) }] : []
  })
  const heads = headLength(rows, wordsOf)
  const caption = words(table.caption)
  const part = <T extends 'thead' | 'tbody'>(tagName: T, children: TableRow[]) =>
    children.length === 0 ? [] : [{ type: 'element' as const, tagName, properties: {}, children }]
  return {
    type: 'element',
    tagName: 'table',
    properties: { dataOrder: order },
    children: [
      ...(caption.length === 0
        ? []
        : [{ type: 'element' as const, tagName: 'caption' as const, properties: {}, children: caption }]),
      ...part('thead', rowsOf(rows.slice(0, heads), wordsOf, true)),
      ...part('tbody', rowsOf(rows.slice(heads), wordsOf, false)),
    ],
  }
}

interface Row {
  readonly isHead: boolean
  readonly places: readonly Place<MarkupCell>[]
}

type WordsOf = ReadonlyMap<MarkupCell, Inline[]>

const wordedCells = ({ places }: Row, wordsOf: WordsOf): MarkupCell[] =>
  places.flatMap(place =>
    place?.isStart === true && (wordsOf.get(place.cell)?.length ?? 0) > 0 ? [place.cell] : [],
  )

const isBold = (words: readonly Inline[]): boolean =>
  words.every(word => (word.type === 'text' ? word.value.trim() === '' : word.tagName === 'strong'))

/**
 * How many rows at the top name the columns: those in the head or of header cells alone; where there is none, a first
 * row that is all bold above rows that are not.
 */
function headLength(rows: readonly Row[], wordsOf: WordsOf): number {
  const isHead = (row: Row): boolean => row.isHead || wordedCells(row, wordsOf).every(cell => cell.isHeader)
  const end = rows.findIndex(row => !isHead(row))
  if (end !== 0) return end === -1 ? 1 : end
  const isAllBold = (row: Row | undefined): boolean =>
    row !== undefined && wordedCells(row, wordsOf).every(cell => isBold(wordsOf.get(cell) ?? []))
  const [first, second] = rows
  return first !== undefined &&
    wordedCells(first, wordsOf).length > 1 &&
    isAllBold(first) &&
    !isAllBold(second)
    ? 1
    : 0
}

const SCOPES = ['col', 'row', 'colgroup', 'rowgroup'] as const

/** The rows of the head or below it; a cell that reaches into them from above leaves its places empty. */
function rowsOf(rows: readonly Row[], wordsOf: WordsOf, isHead: boolean): TableRow[] {
  const done = new Set<MarkupCell>()
  return rows.map(({ places }, y) => {
    const children: TableCell[] = []
    for (let x = 0; x < places.length; x += 1) {
      const cell = places[x]?.cell
      if (cell === undefined) {
        children.push({ type: 'element', tagName: 'td', properties: {}, children: [] })
        continue
      }
      let [width, height] = [1, 1]
      while (places[x + width]?.cell === cell) width += 1
      while (rows[y + height]?.places[x]?.cell === cell) height += 1
      x += width - 1
      if (done.has(cell)) continue
      done.add(cell)
      const spans = { ...(width > 1 && { colSpan: width }), ...(height > 1 && { rowSpan: height }) }
      const words = rows
        .slice(y, y + height)
        .some(row => row.places.some(each => each?.cell === cell && each.isStart))
        ? (wordsOf.get(cell) ?? [])
        : []
      children.push(cellOf(cell, words, spans, { isHead, isFirst: x < width }))
    }
    return { type: 'element', tagName: 'tr', properties: {}, children }
  })
}

function cellOf(
  cell: MarkupCell,
  children: Inline[],
  spans: { colSpan?: number; rowSpan?: number },
  { isHead, isFirst }: { isHead: boolean; isFirst: boolean },
): TableCell {
  // A header cell without words names nothing: it is the corner between those of rows and columns.
  if (children.length === 0 || (!cell.isHeader && !isHead))
    return { type: 'element', tagName: 'td', properties: spans, children }
  const stated = SCOPES.find(scope => scope === cell.element.attributes.get('scope')?.toLowerCase())
  const column = spans.colSpan === undefined ? 'col' : 'colgroup'
  const row = spans.rowSpan === undefined ? 'row' : 'rowgroup'
  const scope = stated ?? (isHead || !isFirst ? column : row)
  return { type: 'element', tagName: 'th', properties: { scope, ...spans }, children }
}
