import type { DataTable, DataTables } from './data-tables.ts'
import type { Page } from './page/page.ts'
import { around } from './page/walk.ts'
import { preformattedIn } from './preformatted.ts'
import type { LineSet } from './tools.ts'

/** Of a table that is cut in two, the larger part decides. */
const MOST_OF_IT = 0.5

/** Around a table may be an element or two of its own before that of the text. */
const REACH = 3

/**
 * The article's lines with its tables and its preformatted text whole, and these tables: what stands in one element with
 * most of its text, which extractors pass over because they look for sentences, and tables of which it has more than
 * half. Of other tables what it has is text.
 */
export function withWholeBlocks(
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

  const isAmongText = (element: number): boolean => {
    if (aside.has(element)) return false
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
    if (!isTaken(table) && !isAmongText(table.element)) continue
    for (const index of table.lines) {
      whole.add(index)
      kept.set(index, table)
    }
  }
  const preformattedOf = preformattedIn(page)
  for (const line of lines) {
    const element = line.isHidden ? undefined : preformattedOf(line)
    if (element !== undefined && isAmongText(element)) whole.add(line.index)
  }
  return { body: whole, tables: kept }
}
