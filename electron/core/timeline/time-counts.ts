import { dayNumber } from '../model/calendar.ts'
import type { Clipping } from '../model/clipping.ts'
import { daySpanOf } from '../model/edtf.ts'
import type { TimeCounts } from '../model/time-counts.ts'
import type { ListClock } from './clock-reading.ts'

/** The calendar that people clip by; a day outside it has no ISO date to choose it by. */
const FIRST_DAY = dayNumber(1, 1, 1)
const LAST_DAY = dayNumber(9999, 12, 31)

/** First and last unit of each of `count` dates; what is not dated is left out. */
export interface Spans {
  readonly count: number
  readonly from: ArrayLike<number>
  readonly to: ArrayLike<number>
}

/** Counts dates by their unit; an interval that is open on one side says nothing of where on it anything is. */
export function countTimes({ count, from, to }: Spans, perDay = 1): TimeCounts {
  const points = new Map<number, number>()
  const spans = new Map<string, [number, number, number]>()
  for (let index = 0; index < count; index++) {
    const first = from[index] ?? 0
    const last = to[index] ?? 0
    if (first < FIRST_DAY * perDay || last >= (LAST_DAY + 1) * perDay) continue
    if (first === last) points.set(first, (points.get(first) ?? 0) + 1)
    else {
      const key = `${first} ${last}`
      const span = spans.get(key)
      if (span === undefined) spans.set(key, [first, last, 1])
      else span[2]++
    }
  }
  return {
    points: [...points].sort(([a], [b]) => a - b),
    spans: [...spans.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]),
  }
}

/** The hour (0 to 23) of an instant where the reader is. */
export type HourOf = (instant: string) => number

const HOURS = 24

/** The same by the hour; a date that says no time of day is all of its hours. `dayOf` and `hourOf` are for instants. */
export function countHours(
  clippings: readonly Clipping[],
  clock: ListClock,
  dayOf: (instant: string) => string,
  hourOf: HourOf,
): TimeCounts {
  const from: number[] = []
  const to: number[] = []
  for (const clipping of clippings) {
    const { clippedAt, [clock === 'clipped' ? 'published' : clock]: stated } = clipping
    if (clock === 'clipped') {
      const hour = daySpanOf(dayOf(clippedAt)).from * HOURS + hourOf(clippedAt)
      from.push(hour)
      to.push(hour)
    } else if (typeof stated === 'object') {
      const days = daySpanOf(stated.edtf)
      const hour = /T(?<hour>\d{2})/.exec(stated.edtf)?.groups?.['hour']
      from.push(days.from * HOURS + Number(hour ?? 0))
      to.push(days.to * HOURS + Number(hour ?? HOURS - 1))
    }
  }
  return countTimes({ count: from.length, from, to }, HOURS)
}
