import type { Inline, TableBlock, TableCell, TableRow } from '../model/body.ts'

/** The words above a table; undefined where it has no caption. */
export const captionOf = (table: TableBlock): readonly Inline[] | undefined =>
  table.children.find(part => part.tagName === 'caption')?.children

/** The rows of a table's head. */
export const headOf = (table: TableBlock): readonly TableRow[] =>
  table.children.flatMap(part => (part.tagName === 'thead' ? part.children : []))

/** The rows below the head. */
export const bodyRowsOf = (table: TableBlock): readonly TableRow[] =>
  table.children.flatMap(part => (part.tagName === 'tbody' ? part.children : []))

/** All rows in their order. */
export const rowsOf = (table: TableBlock): readonly TableRow[] => [...headOf(table), ...bodyRowsOf(table)]

/** What is needed of a cell to say which places of a table it takes. */
interface Reaching {
  readonly colSpan?: number | undefined
  readonly rowSpan?: number | undefined
}

/** A place of a table: the cell that takes it, and whether the cell begins there. Absent where no cell reaches. */
export type Place<C> = { readonly cell: C; readonly isStart: boolean } | undefined

/**
 * The places of a table's rows, as HTML lays cells out: each takes the first place of its row that is free, and those
 * that it spans. No cell reaches below the last row or into a place that another has. Rows are not filled up.
 */
export function placesOf<C>(
  rows: readonly (readonly C[])[],
  reachOf: (cell: C) => Reaching,
): readonly (readonly Place<C>[])[] {
  const places: Place<C>[][] = rows.map(() => [])
  for (const [y, cells] of rows.entries()) {
    const row = places[y] ?? []
    let x = 0
    for (const cell of cells) {
      while (row[x] !== undefined) x += 1
      const { colSpan = 1, rowSpan = 1 } = reachOf(cell)
      for (const [below, other] of places.slice(y, y + rowSpan).entries())
        for (let at = x; at < x + colSpan && other[at] === undefined; at += 1)
          other[at] = { cell, isStart: below === 0 && at === x }
      x += colSpan
    }
  }
  return places
}

/** The places of a table's head or body. */
export const cellPlaces = (rows: readonly TableRow[]): readonly (readonly Place<TableCell>[])[] =>
  placesOf(
    rows.map(row => row.children),
    cell => cell.properties,
  )
