import { RecordMap } from '../library/record-map.ts'
import type { Clipping } from '../model/clipping.ts'
import type { Filter } from '../model/listing.ts'
import { type DayOf, type Reading, readingOf } from './clock-reading.ts'

/** A clipping and what the clock says of it; undefined where it says nothing. */
export interface Entry {
  readonly clipping: Clipping
  readonly reading: Reading | undefined
}

type Clippings = ReadonlyMap<string, Clipping>

interface Order {
  readonly clippings: RecordMap<Clipping>
  readonly entries: readonly Entry[]
}

/** The last order that was asked for, by clock. A change leaves almost all of it in place. */
const latest = new WeakMap<DayOf, Map<Filter['clock'], Order>>()

/**
 * All clippings, newest first on the clock: the reverse of `compareEdtf`; those without a date come last. Of
 * equal ones the newest clipping is first. Sorting 100,000 takes 200 ms, so the order of the last call is kept
 * and only what changed since is put in its place.
 */
export function newestFirst(clippings: Clippings, clock: Filter['clock'], dayOf: DayOf): readonly Entry[] {
  const byClock: Map<Filter['clock'], Order> = latest.get(dayOf) ?? new Map()
  latest.set(dayOf, byClock)
  const last = byClock.get(clock)
  if (last?.clippings === clippings) return last.entries
  const now = RecordMap.from(clippings)
  const changes = now.changesSince(last?.clippings ?? RecordMap.from<Clipping>(new Map()))
  const kept = last?.entries.filter(({ clipping }) => !changes.has(clipping.id)) ?? []
  const added: Entry[] = []
  for (const clipping of changes.values())
    if (clipping !== undefined) added.push({ clipping, reading: readingOf(clipping, clock, dayOf) })
  const entries = merged(kept, added.sort(compareEntries))
  byClock.set(clock, { clippings: now, entries })
  return entries
}

/** Two ordered lists as one; cheap where few are added. */
function merged(kept: readonly Entry[], added: readonly Entry[]): Entry[] {
  const result: Entry[] = []
  let from = 0
  for (const entry of added) {
    let low = from
    let high = kept.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = kept[middle]
      if (other !== undefined && compareEntries(other, entry) < 0) low = middle + 1
      else high = middle
    }
    for (; from < low; from++) {
      const before = kept[from]
      if (before !== undefined) result.push(before)
    }
    result.push(entry)
  }
  return result.concat(kept.slice(from))
}

function compareEntries(a: Entry, b: Entry): number {
  if (a.reading !== b.reading) {
    if (a.reading === undefined) return 1
    if (b.reading === undefined) return -1
    const order = compareReadings(a.reading, b.reading)
    if (order !== 0) return order
  }
  const x = a.clipping
  const y = b.clipping
  if (x.clippedAt !== y.clippedAt) return x.clippedAt < y.clippedAt ? 1 : -1
  return x.id < y.id ? 1 : -1
}

function compareReadings(a: Reading, b: Reading): number {
  if (a.headingOrder !== b.headingOrder) return b.headingOrder - a.headingOrder
  if (a.time !== b.time) return a.time < b.time ? 1 : -1
  return b.from - a.from || b.to - a.to
}
