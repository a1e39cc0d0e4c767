import { calendarDay, dayNumber, formatDay, isoWeekday } from '../model/calendar.ts'
import type { Bucket } from '../model/listing.ts'

const MOST_BUCKETS = 100
/** The calendar of people who clip newspapers; a bucket outside it has no ISO date. */
const FIRST_DAY = dayNumber(1, 1, 1)
const LAST_DAY = dayNumber(9999, 12, 31)

/** First and last day of each of `count` dates, as numbers of `dayNumber`; what is not dated is left out. */
export interface DaySpans {
  readonly count: number
  readonly from: ArrayLike<number>
  readonly to: ArrayLike<number>
}

/** A way to cut the days into buckets: the first day of the one that holds a day, and of the one after. */
interface Cut {
  readonly startOf: (day: number) => number
  readonly next: (start: number) => number
}

const days: Cut = { startOf: day => day, next: start => start + 1 }
const weeks: Cut = { startOf: day => day - isoWeekday(day) + 1, next: start => start + 7 }

function months(count: number): Cut {
  const first = (month: number): number => dayNumber(Math.floor(month / 12), (month % 12) + 1, 1)
  const monthOf = (day: number): number => {
    const { year, month } = calendarDay(day)
    return year * 12 + month - 1
  }
  return {
    startOf: day => first(Math.floor(monthOf(day) / count) * count),
    next: start => first(monthOf(start) + count),
  }
}

const CUTS: readonly Cut[] = [days, weeks, ...[1, 3, 12, 24, 60, 120, 300, 600, 1200].map(months)]

/**
 * Bars for the whole span of the dates: at most a hundred days, weeks, months, quarters, or years by the one,
 * two, five … hundred. A clipping counts in each bucket that it may fall in, so one of which only the year is
 * known counts in every bar of that year.
 */
export function densityOf(dates: DaySpans): Bucket[] {
  const span = spanOf(dates)
  if (span === undefined) return []
  const starts = startsOf(span)
  const first = starts[0] ?? span.from
  const last = starts.at(-1) ?? span.to
  // Differences, summed up at the end: a wide date costs no more than a narrow one.
  const changes = new Int32Array(starts.length)
  const bucketOf = createFinder(starts)
  for (let index = 0; index < dates.count; index++) {
    const from = dates.from[index] ?? 0
    const to = dates.to[index] ?? 0
    if (to < first || from >= last) continue
    const at = bucketOf(Math.max(from, first))
    const end = to >= last ? starts.length - 1 : bucketOf(to) + 1
    changes[at] = (changes[at] ?? 0) + 1
    changes[end] = (changes[end] ?? 0) - 1
  }
  let count = 0
  return starts.slice(0, -1).map((start, index) => {
    count += changes[index] ?? 0
    return { from: formatDay(start), to: formatDay((starts[index + 1] ?? start) - 1), count }
  })
}

/** From the first to the last day of the dates, of the precise ones where there are any. */
function spanOf(dates: DaySpans): { from: number; to: number } | undefined {
  for (const widest of [1, 31, 366, LAST_DAY - FIRST_DAY]) {
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (let index = 0; index < dates.count; index++) {
      const from = dates.from[index] ?? 0
      const to = dates.to[index] ?? 0
      if (to - from >= widest || from < FIRST_DAY || to > LAST_DAY) continue
      if (from < first) first = from
      if (to > last) last = to
    }
    if (first <= last) return { from: first, to: last }
  }
  return undefined
}

/** The first days of the buckets, and the day after the last, by the finest cut that is not too many. */
function startsOf({ from, to }: { from: number; to: number }): number[] {
  for (const cut of CUTS) {
    const starts = [Math.max(FIRST_DAY, cut.startOf(from))]
    let next = cut.next(cut.startOf(from))
    for (; next <= to && starts.length <= MOST_BUCKETS; next = cut.next(next)) starts.push(next)
    if (starts.length <= MOST_BUCKETS) return [...starts, Math.min(next, LAST_DAY + 1)]
  }
  return []
}

/** The bucket that holds a day. Dates come in order, so that the next one is mostly in the same bucket. */
function createFinder(starts: readonly number[]): (day: number) => number {
  let found = 0
  return day => {
    if ((starts[found] ?? 0) <= day && day < (starts[found + 1] ?? Number.NEGATIVE_INFINITY)) return found
    let [low, high] = [0, starts.length - 1]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= day) low = middle
      else high = middle
    }
    found = low
    return low
  }
}
