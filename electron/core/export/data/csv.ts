import { CSV_START, csvLine } from '../csv.ts'
import type { ExportSource, Piece } from '../writer.ts'
import { COLUMNS, cellText } from './columns.ts'
import { exportedClipping } from './exported-clipping.ts'

/** Clippings as CSV, one a row. */
export async function* csvPieces(source: ExportSource, first?: number): AsyncGenerator<Piece> {
  yield `${CSV_START}${csvLine(COLUMNS.map(({ name }) => name))}`
  for await (const entry of source.entries(first)) {
    const clipping = exportedClipping(entry, source.collections)
    yield csvLine(COLUMNS.map(({ cell }) => cellText(cell(clipping))))
  }
}
