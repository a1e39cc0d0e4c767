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

/** Undefined where the clock says nothing: the document does not state that date. */
export function readingOf(clipping: Clipping, clock: ListClock, dayOf: DayOf): Reading | undefined {
  if (clock === 'clipped') {
    const day = dayOf(clipping.clippedAt)
    return reading(day, secondsOf(`${clipping.clippedAt.slice(0, 19)}Z`) ?? 0, daySpanOf(day))
  }
  const date = dateOn(clipping, clock)
  return date === undefined ? undefined : readingOfEdtf(date)
}

/** What a document says of itself on a clock; undefined where it says nothing. */
function dateOn(clipping: Clipping, clock: Exclude<ListClock, 'clipped'>): string | undefined {
  const date = clipping[clock]
  return typeof date === 'object' ? date.edtf : undefined
}

// Within a day, no time is later than every time: the list does not pretend to know.
const readingOfEdtf = (edtf: string): Reading =>
  reading(dayKeyOf(edtf), secondsOf(edtf) ?? Number.MAX_SAFE_INTEGER, daySpanOf(edtf))

/** Headings in the order of `compareEdtf`: by their last day; of those that end on one day the wider is later. */
function reading(heading: string, time: number, days: { from: number; to: number }): Reading {
  const { from, to } = daySpanOf(heading)
  const width = to - from > 31 ? 2 : to - from > 0 ? 1 : 0
  return { heading, headingOrder: to * 3 + width, time, from: days.from, to: days.to }
}

const DAY = '2025-07-19'.length

/** Reads clocks as `readingOf` does, each day once: taking dates apart is most of the cost of reading a library. */
export class ClockReader {
  readonly #dayOf: DayOf
  readonly #days = new Map<number, Reading>()
  readonly #others = new Map<string, Reading>()

  constructor(dayOf: DayOf) {
    this.#dayOf = dayOf
  }

  read(clipping: Clipping, clock: ListClock): Reading | undefined {
    if (clock === 'clipped') {
      const { clippedAt } = clipping
      return atTime(this.#read(this.#dayOf(clippedAt)), this.#secondsOf(clippedAt))
    }
    const date = dateOn(clipping, clock)
    return date === undefined ? undefined : this.#read(date)
  }

  #read(edtf: string): Reading {
    if (!startsWithDay(edtf)) return this.#otherwise(edtf)
    const day = this.#day(edtf)
    return edtf.length === DAY ? day : atTime(day, this.#secondsOf(edtf))
  }

  /** The day that the value begins with. */
  #day(edtf: string): Reading {
    const key = (digits(edtf, 0) * 100 + digits(edtf, 2)) * 10_000 + digits(edtf, 5) * 100 + digits(edtf, 8)
    let known = this.#days.get(key)
    if (known === undefined) {
      known = readingOfEdtf(edtf.slice(0, DAY))
      this.#days.set(key, known)
    }
    return known
  }

  #otherwise(edtf: string): Reading {
    let known = this.#others.get(edtf)
    if (known === undefined) {
      known = readingOfEdtf(edtf)
      this.#others.set(edtf, known)
    }
    return known
  }

  /** Of `2025-07-19T00:09:16+08:00` and its kin, as `secondsOf` has them. */
  #secondsOf(timed: string): number {
    const seconds = timed[16] === ':' ? digits(timed, 17) : 0
    const sign = timed[timed.length - 6]
    const zone =
      sign === '+' || sign === '-'
        ? digits(timed, timed.length - 5) * 60 + digits(timed, timed.length - 2)
        : 0
    const minutes = digits(timed, 11) * 60 + digits(timed, 14) - (sign === '-' ? -zone : zone)
    return this.#day(timed).from * 86_400 + minutes * 60 + seconds
  }
}

/** A day or a time, and not an interval or a year before Christ. */
const startsWithDay = (edtf: string): boolean =>
  edtf[0] !== '-' && edtf[4] === '-' && edtf[7] === '-' && (edtf.length === DAY || edtf[DAY] === 'T')

/** The number that two digits make. */
const digits = (text: string, at: number): number =>
  (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48

/** Written out, because objects made by spreading are slow to make and to read. */
const atTime = ({ heading, headingOrder, from, to }: Reading, time: number): Reading => ({
  heading,
  headingOrder,
  time,
  from,
  to,
})
