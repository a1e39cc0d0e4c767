import type { Clipping } from '../model/clipping.ts'
import { dayKeyOf, daySpanOf, secondsOf } from '../model/edtf.ts'
import type { Filter } from '../model/listing.ts'
import type { StatedDate } from '../model/stated.ts'

/** The calendar day (`2025-07-19`) of an instant where the reader is. */
export type DayOf = (instant: string) => string

/**
 * What a clock says of a clipping, ready to be compared: the heading it stands under (EDTF), the place of that
 * heading among others (the newest highest), the time in seconds since the epoch, and the days that it covers
 * as numbers of `dayNumber`.
 */
export interface Reading {
  readonly heading: string
  readonly headingOrder: number
  readonly time: number
  readonly from: number
  readonly to: number
}

/** Parsing dates is most of the cost of a listing; a stated date never changes, only its successor is another. */
const published = new WeakMap<StatedDate, Reading>()
const clipped = new WeakMap<DayOf, Map<string, Reading>>()

/** Undefined where the clock says nothing: the date of publication is not stated. */
export function readingOf(clipping: Clipping, clock: Filter['clock'], dayOf: DayOf): Reading | undefined {
  if (clock === 'clipped') return clippedReading(clipping.clippedAt, dayOf)
  const date = clipping.published
  if (typeof date === 'string') return undefined
  let known = published.get(date)
  if (known === undefined) {
    known = readingOfEdtf(date.edtf)
    published.set(date, known)
  }
  return known
}

// Within a day, no time is later than every time: the list does not pretend to know.
export const readingOfEdtf = (edtf: string): Reading =>
  reading(dayKeyOf(edtf), secondsOf(edtf) ?? Number.MAX_SAFE_INTEGER, daySpanOf(edtf))

/**
 * Headings in the order of `compareEdtf`: by their last day; of those that end on one day the wider is later.
 * Every field is written out, because objects made by spreading are slow to read, and a list reads millions.
 */
function reading(heading: string, time: number, days: { from: number; to: number }): Reading {
  const { from, to } = daySpanOf(heading)
  const width = to - from > 31 ? 2 : to - from > 0 ? 1 : 0
  return { heading, headingOrder: to * 3 + width, time, from: days.from, to: days.to }
}

/** One reading a minute: time zones differ by whole minutes. Within it, instants sort as text. */
function clippedReading(instant: string, dayOf: DayOf): Reading {
  let readings = clipped.get(dayOf)
  if (readings === undefined) {
    readings = new Map()
    clipped.set(dayOf, readings)
  }
  const minute = instant.slice(0, 16)
  let known = readings.get(minute)
  if (known === undefined) {
    const day = dayOf(instant)
    known = reading(day, secondsOf(`${minute}Z`) ?? 0, daySpanOf(day))
    readings.set(minute, known)
  }
  return known
}
