import type { ItemContent, ItemRead, ReadFailureReason, StatedByFile } from '../core/model/import-item.ts'
import { csvRows } from './csv-rows.ts'
import type { ImportFile } from './import-file.ts'
import { failedRead, itemOf } from './reads.ts'

/** The cell of a column, by its name in lower case; empty where the file has no such column. */
export type Cells = (column: string) => string

export interface RowReading {
  readonly content: ItemContent
  readonly stated: StatedByFile
}

const columnOf = (name: string): string =>
  name
    .replace(/^\ufeff/u, '')
    .trim()
    .toLowerCase()

/** The columns that the first line of a file names, in lower case. */
function columnsIn(head: Uint8Array): string[] {
  const [first = ''] = new TextDecoder('utf-8').decode(head.subarray(0, 4096)).split(/\r\n|\n|\r/u)
  return first.split(',').map(name => columnOf(name.replaceAll('"', '')))
}

export const hasColumns = (head: Uint8Array, ...names: readonly string[]): boolean => {
  const columns = columnsIn(head)
  return names.every(name => columns.includes(name))
}

/** The rows of a CSV file with a header, each under its column; `undefined` for a row that is not one. */
export async function* rowsOf(
  file: ImportFile,
): AsyncGenerator<{ readonly line: number; readonly bytes: Uint8Array; readonly cells: Cells | undefined }> {
  let columns: readonly string[] | undefined
  for await (const { line, bytes, cells } of csvRows(file.stream())) {
    if (columns === undefined) {
      columns = cells?.map(columnOf) ?? []
      continue
    }
    const names = columns
    // More cells than columns: a comma was not quoted, and what is under which column is a guess.
    const isSound = cells?.slice(names.length).every(cell => cell.trim() === '')
    const cellOf = (column: string): string => cells?.[names.indexOf(column)] ?? ''
    yield { line, bytes, cells: isSound === true ? cellOf : undefined }
  }
}

/**
 * Reads an export that is a CSV file: one item a row, by what `read` says of its cells. Each row is accounted for: one
 * that is not a row, or that `read` has a reason against, fails under its line.
 */
export async function* readCsvExport(
  file: ImportFile,
  read: (cells: Cells) => RowReading | ReadFailureReason,
  /** Goes before the line in keys, where one import has several files. */
  part = '',
): AsyncGenerator<ItemRead> {
  let count = 0
  for await (const { line, bytes, cells } of rowsOf(file)) {
    count += 1
    const key = `${part}line ${line}`
    const name = `${file.name}, line ${line}`
    const reading = cells === undefined ? 'damaged' : read(cells)
    if (typeof reading === 'string') yield failedRead(key, name, reading)
    else
      yield itemOf(
        { key, bytes, mediaType: 'text/csv', originalName: `${name}.csv` },
        reading.content,
        reading.stated,
      )
  }
  if (count === 0) yield failedRead(part.trim(), file.name, 'empty')
}
