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

/** The numbers in order. `scores` says how well each fits, the more the better; a number without one fits least. */
export function inOrder(
  numbers: readonly number[],
  order: Order,
  { entries }: Catalogue,
  scores: ReadonlyMap<number, number>,
): number[] {
  const found = numbers.flatMap(number => {
    const entry = entries[number]
    return entry === undefined ? [] : [{ number, entry }]
  })
  let newest = Number.NEGATIVE_INFINITY
  for (const { entry } of found) newest = Math.max(newest, entry.day)
  const keyOf = (number: number, entry: Entry): number =>
    order === 'relevance'
      ? (WORTH_OF_ALL + (scores.get(number) ?? 0)) * freshness(entry, newest)
      : dayOn(entry, order)
  return found
    .map(({ number, entry }): Placed => ({ number, entry, key: keyOf(number, entry) }))
    .sort(byKey)
    .map(({ number }) => number)
}
