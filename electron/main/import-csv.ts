import { csvOf } from '../core/export/csv.ts'
import type { ImportEntry } from '../core/model/import-ledger.ts'

const COLUMNS = [
  'outcome',
  'reason',
  'title',
  'name',
  'file',
  'key',
  'clipping',
  'previous',
  'detail',
] as const

/** The ledger as CSV. */
export const importCsv = (entries: readonly ImportEntry[]): string =>
  csvOf([COLUMNS, ...entries.map(entry => COLUMNS.map(column => entry[column] ?? ''))])
