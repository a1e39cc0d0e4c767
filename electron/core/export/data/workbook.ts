import type { ExportSource, Piece } from '../writer.ts'
import { COLUMNS } from './columns.ts'
import { exportedClipping } from './exported-clipping.ts'
import type { Cell } from './sheet.ts'

/** Clippings as a workbook, one a row. A workbook is packed at once, so all of its cells are in memory, without texts. */
export async function* workbookPieces(source: ExportSource, first?: number): AsyncGenerator<Piece> {
  const rows: (Cell | undefined)[][] = []
  for await (const entry of source.entries(first)) {
    const clipping = exportedClipping(entry, source.collections)
    rows.push(COLUMNS.map(({ cell }) => cell(clipping)))
  }
  yield await source.workbook({ name: 'Clippings', columns: COLUMNS, rows })
}
