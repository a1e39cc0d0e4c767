import type { Clipping } from '../model/clipping.ts'
import { dayKeyOf, daySpanOf, secondsOf } from '../model/edtf.ts'
import type { Filter } from '../model/listing.ts'

export type ListClock = Filter['clock']

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

/** Undefined where the clock says nothing: the date of publication is not stated. */
export function readingOf(clipping: Clipping, clock: ListClock, dayOf: DayOf): Reading | undefined {
  if (clock === 'clipped') {
    const day = dayOf(clipping.clippedAt)
    return reading(day, secondsOf(`${clipping.clippedAt.slice(0, 19)}Z`) ?? 0, daySpanOf(day))
  }
  return typeof clipping.published === 'string' ? undefined : readingOfEdtf(clipping.published.edtf)
}

// Within a day, no time is later than every time: the list does not pretend to know.
export const readingOfEdtf = (edtf: string): Reading =>
  reading(dayKeyOf(edtf), secondsOf(edtf) ?? Number.MAX_SAFE_INTEGER, daySpanOf(edtf))

/** Headings in the order of `compareEdtf`: by their last day; of those that end on one day the wider is later. */
function reading(heading: string, time: number, days: { from: number; to: number }): Reading {
  const { from, to } = daySpanOf(heading)
  const width = to - from > 31 ? 2 : to - from > 0 ? 1 : 0
  return { heading, headingOrder: to * 3 + width, time, from: days.from, to: days.to }
}

const DAY = '2025-07-19'.length
const TIMED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?$/

/** Reads clocks as `readingOf` does, each day once: taking dates apart is most of the cost of reading a library. */
export class ClockReader {
  readonly #dayOf: DayOf
  readonly #known = new Map<string, Reading>()

  constructor(dayOf: DayOf) {
    this.#dayOf = dayOf
  }

  read(clipping: Clipping, clock: ListClock): Reading | undefined {
    if (clock === 'clipped') {
      const { clippedAt } = clipping
      return { ...this.#day(this.#dayOf(clippedAt)), time: this.#seconds(clippedAt) }
    }
    const { published } = clipping
    if (typeof published === 'string') return undefined
    const { edtf } = published
    if (!TIMED.test(edtf)) return this.#day(edtf)
    return { ...this.#day(edtf.slice(0, DAY)), time: this.#seconds(edtf) }
  }

  #day(edtf: string): Reading {
    let known = this.#known.get(edtf)
    if (known === undefined) {
      known = readingOfEdtf(edtf)
      this.#known.set(edtf, known)
    }
    return known
  }

  /** Of `2025-07-19T00:09:16+08:00` and its kin, as `secondsOf` has them. */
  #seconds(timed: string): number {
    const at = (index: number) => timed.charCodeAt(index) - 48
    const two = (index: number) => at(index) * 10 + at(index + 1)
    const seconds = timed[16] === ':' ? two(17) : 0
    const sign = timed.at(-6)
    const ahead = sign === '+' || sign === '-' ? two(timed.length - 5) * 60 + two(timed.length - 2) : 0
    const minutes = two(11) * 60 + two(14) - (sign === '-' ? -ahead : ahead)
    return this.#day(timed.slice(0, DAY)).from * 86_400 + minutes * 60 + seconds
  }
}
