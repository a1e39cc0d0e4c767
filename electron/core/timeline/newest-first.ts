import type { Clipping } from '../model/clipping.ts'
import type { Reading } from './clock-reading.ts'

/** A clipping and what the clock says of it; undefined where it says nothing. */
export interface Entry {
  readonly clipping: Pick<Clipping, 'id' | 'clippedAt'>
  readonly reading: Reading | undefined
}

/**
 * Newest first on a clock: the reverse of `compareEdtf`; those without a date come last. Of equal ones the newest
 * clipping is first.
 */
export function newestFirst(a: Entry, b: Entry): number {
  const order = compareReadings(a.reading, b.reading)
  if (order !== 0) return order
  const [x, y] = [a.clipping, b.clipping]
  if (x.clippedAt !== y.clippedAt) return x.clippedAt < y.clippedAt ? 1 : -1
  return x.id === y.id ? 0 : x.id < y.id ? 1 : -1
}

function compareReadings(a: Reading | undefined, b: Reading | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  return b.headingOrder - a.headingOrder || b.time - a.time || b.from - a.from || b.to - a.to
}
