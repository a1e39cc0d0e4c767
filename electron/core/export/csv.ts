/**
 * A spreadsheet takes a cell that begins so for a formula, in full width too: a mark before it makes it text (OWASP,
 * "CSV Injection").
 */
const cell = (value: string): string => {
  const safe = /^[=+\-@＝＋－＠\t\r\n]/u.test(value) ? `'${value}` : value
  return /[",\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** By this spreadsheets know UTF-8. */
export const CSV_START = '\ufeff'

/** One row of CSV (RFC 4180). */
export const csvLine = (row: readonly string[]): string => `${row.map(cell).join(',')}\r\n`

/** Rows as CSV, with the mark at its start. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `${CSV_START}${rows.map(csvLine).join('')}`
