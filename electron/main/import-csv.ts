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

/** A spreadsheet takes a cell that begins so for a formula: a mark before it makes it text (OWASP, "CSV Injection"). */
const cell = (value: string): string => {
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value
  return /[",\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The ledger as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8. */
export const importCsv = (entries: readonly ImportEntry[]): string =>
  `\ufeff${[COLUMNS, ...entries.map(entry => COLUMNS.map(column => entry[column] ?? ''))]
    .map(row => row.map(cell).join(','))
    .join('\r\n')}\r\n`
