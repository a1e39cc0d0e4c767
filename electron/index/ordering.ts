import type { Catalogue, Entry } from './catalogue.ts'

/** `relevance`, or newest first by one of the three clocks. */
export type Order = 'relevance' | 'published' | 'clipped' | 'happened'

const YEAR_DAYS = 365
/** How much more a clipping of today is worth than the same from long ago. */
const RECENCY = 0.5

/** What any clipping found is worth, where the best of them is worth 1 more. */
const WORTH_OF_ALL = 0.2

/** What a clipping's age adds: half is gone after a year. `newest` is the newest day of the library: core has no clock. */
const freshness = (entry: Entry, newest: number): number =>
  1 + RECENCY * 2 ** (-Math.max(0, newest - entry.day) / YEAR_DAYS)

const dayOn = (entry: Entry, clock: 'published' | 'clipped' | 'happened'): number => {
  let last = Number.NEGATIVE_INFINITY
  for (const [, to] of entry.facts.days[clock]) if (to > last) last = to
  return last
}

interface Placed {
  readonly number: number
  readonly entry: Entry
  readonly key: number
}

/** Largest key first; of equals the one clipped last, and of those the later id, so that an order is always the same. */
const byKey = (a: Placed, b: Placed): number =>
  b.key - a.key ||
  compare(b.entry.facts.clippedAt, a.entry.facts.clippedAt) ||
  compare(b.entry.id, a.entry.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The first `count` of the numbers in order. `scores` says how well each fits, the best 1 and any other less. */
export function firstInOrder(
  numbers: readonly number[],
  count: number,
  order: Order,
  { entries }: Catalogue,
  scores: ReadonlyMap<number, number>,
): number[] {
  let newest = Number.NEGATIVE_INFINITY
  for (const number of numbers) newest = Math.max(newest, entries[number]?.day ?? newest)
  const first: Placed[] = []
  for (const number of numbers) {
    const entry = entries[number]
    if (entry === undefined) continue
    const key =
      order === 'relevance'
        ? (WORTH_OF_ALL + (scores.get(number) ?? 0)) * freshness(entry, newest)
        : dayOn(entry, order)
    if (count < numbers.length) insert(first, { number, entry, key }, count)
    else first.push({ number, entry, key })
  }
  if (count >= numbers.length) first.sort(byKey)
  return first.map(({ number }) => number)
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
