import { exhausted } from '../core/result.ts'
import { type Catalogue, NO_DAY } from './catalogue.ts'

/** `relevance`, or newest first by one of the three clocks. */
export type Order = 'relevance' | 'published' | 'clipped' | 'happened'

const YEAR_DAYS = 365
/** How much more a clipping of today is worth than the same from long ago. */
const RECENCY = 0.5

/** What any clipping found is worth, where the best of them is worth 1 more. */
const WORTH_OF_ALL = 0.2

/** What a clipping's age adds: half is gone after a year. `newest` is the newest day of what is found: there is no clock. */
const freshness = (day: number, newest: number): number =>
  1 + RECENCY * 2 ** (-Math.max(0, newest - day) / YEAR_DAYS)

/** The last day on a clock; of what it does not know, one before all others. */
function dayOn(row: number, clock: Exclude<Order, 'relevance'>, catalogue: Catalogue): number {
  switch (clock) {
    case 'published':
      return catalogue.publishedTo.at(row)
    case 'clipped':
      return catalogue.clippedOn.at(row)
    case 'happened': {
      const days = catalogue.happened[row] ?? []
      let last = NO_DAY
      for (let at = 1; at < days.length; at += 2) last = Math.max(last, days[at] ?? NO_DAY)
      return last
    }
    default:
      return exhausted(clock)
  }
}

interface Placed {
  readonly id: string
  readonly clippedAt: string
  readonly key: number
}

/** Largest key first; of equals the one clipped last, and of those the later id, so that an order is always the same. */
const byKey = (a: Placed, b: Placed): number =>
  b.key - a.key || compare(b.clippedAt, a.clippedAt) || compare(b.id, a.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The first `count` ids of the rows in order. `scores` says how well each row fits, the best 1 and any other less. */
export function firstInOrder(
  rows: readonly number[],
  count: number,
  order: Order,
  catalogue: Catalogue,
  scores: ReadonlyMap<number, number>,
): string[] {
  const { ids, clippedAt } = catalogue
  let newest = NO_DAY
  for (const row of rows) newest = Math.max(newest, catalogue.dayOf(row))
  const first: Placed[] = []
  for (const row of rows) {
    const id = ids[row]
    if (id === undefined) continue
    const key =
      order === 'relevance'
        ? (WORTH_OF_ALL + (scores.get(row) ?? 0)) * freshness(catalogue.dayOf(row), newest)
        : dayOn(row, order, catalogue)
    const last = first.at(-1)
    if (last !== undefined && first.length === count && key < last.key) continue
    const placed = { id, clippedAt: clippedAt[row] ?? '', key }
    if (count < rows.length) insert(first, placed, count)
    else first.push(placed)
  }
  if (count >= rows.length) first.sort(byKey)
  return first.map(({ id }) => id)
}

/** Keeps the first `count` in order; most of many come behind the last of them, which is seen at once. */
function insert(first: Placed[], placed: Placed, count: number): void {
  const last = first.at(-1)
  if (first.length === count && (last === undefined || byKey(placed, last) >= 0)) return
  let low = 0
  let high = first.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = first[middle]
    if (other !== undefined && byKey(other, placed) < 0) low = middle + 1
    else high = middle
  }
  first.splice(low, 0, placed)
  if (first.length > count) first.pop()
}
