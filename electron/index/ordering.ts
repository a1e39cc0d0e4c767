import { exhausted } from '../core/result.ts'
import type { Catalogue } from './catalogue.ts'
import { NO_DAY } from './facts-row.ts'
import type { Scores } from './ranking.ts'

/** `relevance`, or newest first by one of the three clocks. */
export type Order = 'relevance' | 'published' | 'clipped' | 'happened'

const YEAR_DAYS = 365
/** How much more a clipping of today is worth than the same from long ago. */
const RECENCY = 0.5

/** What any clipping found is worth, where the best of them is worth 1 more. */
const WORTH_OF_ALL = 0.2

/** What a clipping's age in days adds: half is gone after a year. Powers are slow, and a search asks for one a row. */
const FRESHNESS = Float64Array.from(
  { length: 20 * YEAR_DAYS },
  (_, age) => 1 + RECENCY * 2 ** (-age / YEAR_DAYS),
)

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

/** Keys are whole numbers of 32 bits, so that a key and a row's place fit into one number that sorts natively. */
const PLACES = 2 ** 21
const LARGEST_KEY = 2 ** 32 - 1
/** The worth of a clipping is less than 2. */
const WORTH_UNIT = 2 ** 31

function keysOf(rows: Int32Array, order: Order, catalogue: Catalogue, scores: Scores): Uint32Array {
  const keys = new Uint32Array(rows.length)
  if (order !== 'relevance') {
    for (let place = 0; place < rows.length; place++)
      keys[place] = dayOn(rows[place] ?? 0, order, catalogue) - NO_DAY
    return keys
  }
  // There is no clock: age counts from the newest day of what is found.
  const days = new Int32Array(rows.length)
  let newest = NO_DAY
  for (let place = 0; place < rows.length; place++) {
    const day = catalogue.dayOf(rows[place] ?? 0)
    days[place] = day
    if (day > newest) newest = day
  }
  for (let place = 0; place < rows.length; place++) {
    const age = newest - (days[place] ?? 0)
    const freshness = age < FRESHNESS.length ? (FRESHNESS[age] ?? 1) : 1
    keys[place] = (WORTH_OF_ALL + (scores[rows[place] ?? 0] ?? 0)) * freshness * WORTH_UNIT
  }
  return keys
}

/**
 * The first `count` of the rows in order. `scores` says how well each row fits, the best 1 and any other less. Of equals
 * the one clipped last comes first, and of those the later id, so that an order is always the same.
 */
export function firstInOrder(
  rows: Int32Array,
  count: number,
  order: Order,
  catalogue: Catalogue,
  scores: Scores,
): Int32Array<ArrayBuffer> {
  const keys = keysOf(rows, order, catalogue, scores)
  const sorted = packed(keys, count < rows.length ? nthLargest(keys, count) : 0).sort()
  const first = new Int32Array(sorted.length)
  const { clippedAt, ids } = catalogue
  const lastClippedFirst = (a: number, b: number): number =>
    (clippedAt[b] ?? 0) - (clippedAt[a] ?? 0) || compare(ids[b] ?? '', ids[a] ?? '')
  let start = 0
  let keyOfRun = -1
  for (let at = 0; at <= sorted.length; at++) {
    const each = sorted[at] ?? Number.POSITIVE_INFINITY
    const key = Math.floor(each / PLACES)
    if (key !== keyOfRun) {
      if (at - start > 1) first.subarray(start, at).sort(lastClippedFirst)
      if (at >= count) break
      start = at
      keyOfRun = key
    }
    first[at] = rows[each - key * PLACES] ?? 0
  }
  return first.slice(0, count)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The keys that are not smaller than `least`, the largest as the smallest number, each with its place. */
function packed(keys: Uint32Array, least: number): Float64Array {
  const numbers = new Float64Array(keys.length)
  let count = 0
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place] ?? 0
    if (key >= least) numbers[count++] = (LARGEST_KEY - key) * PLACES + place
  }
  return numbers.subarray(0, count)
}

/** Most of many keys are smaller than the last of the first `count`, which is seen at once. */
function nthLargest(keys: Uint32Array, count: number): number {
  const largest: number[] = []
  for (const key of keys) {
    const last = largest[count - 1]
    if (last !== undefined && key <= last) continue
    let low = 0
    let high = largest.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((largest[middle] ?? 0) >= key) low = middle + 1
      else high = middle
    }
    largest.splice(low, 0, key)
    if (largest.length > count) largest.pop()
  }
  return largest.at(-1) ?? 0
}
