import type { DataTable, DataTables } from './data-tables.ts'
import type { Page } from './page/page.ts'
import { around } from './page/walk.ts'
import type { LineSet } from './tools.ts'

/** Of a table that is cut in two, the larger part decides. */
const MOST_OF_IT = 0.5

/** Around a table may be an element or two of its own before that of the text. */
const REACH = 3

/**
 * The article's lines with its tables whole, and these tables: those that stand in one element with most of its text,
 * which extractors pass over because they look for sentences, and those of which it has more than half. Of other tables
 * what it has is text.
 */
export function withWholeTables(
  page: Page,
  body: LineSet,
  tables: DataTables,
  aside: ReadonlySet<number>,
): { readonly body: LineSet; readonly tables: DataTables } {
  const { elements, lines } = page
  /** Units of the article before each line. */
  const before = [0]
  for (const { index, measure } of lines)
    before.push((before.at(-1) ?? 0) + (body.has(index) ? measure.units : 0))
  const all = before.at(-1) ?? 0

  const isAmongText = ({ element }: DataTable): boolean => {
    let steps = 0
    for (const { firstLine, endLine } of around(page, elements[element]?.parent ?? -1)) {
      if ((before[endLine] ?? 0) - (before[firstLine] ?? 0) > all * MOST_OF_IT) return true
      steps += 1
      if (steps === REACH) return false
    }
    return false
  }
  const isTaken = (table: DataTable): boolean => {
    const sizeOf = (indexes: readonly number[]): number =>
      indexes.reduce((sum, index) => sum + (lines[index]?.text.length ?? 0), 0)
    const taken = table.lines.filter(index => body.has(index))
    return taken.length > 0 && sizeOf(taken) >= sizeOf(table.lines) * MOST_OF_IT
  }

  const whole = new Set(body)
  const kept = new Map<number, DataTable>()
  for (const table of new Set(tables.values())) {
    if (!isTaken(table) && (aside.has(table.element) || !isAmongText(table))) continue
    for (const index of table.lines) {
      whole.add(index)
      kept.set(index, table)
    }
  }
  return { body: whole, tables: kept }
}
