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

/** Units that are counted in an array of their own: some thousand years of days. */
const MOST_IN_A_ROW = 1_000_000

/** Counts dates by their unit; an interval that is open on one side says nothing of where on it anything is. */
export function countTimes({ count, from, to }: Spans, perDay = 1): TimeCounts {
  const spans = new Map<string, [number, number, number]>()
  const units: number[] = []
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let index = 0; index < count; index++) {
    const first = from[index] ?? 0
    const last = to[index] ?? 0
    if (first < FIRST_DAY * perDay || last >= (LAST_DAY + 1) * perDay) continue
    if (first === last) {
      units.push(first)
      if (first < lowest) lowest = first
      if (first > highest) highest = first
      continue
    }
    const key = `${first} ${last}`
    const span = spans.get(key)
    if (span === undefined) spans.set(key, [first, last, 1])
    else span[2]++
  }
  return {
    points: highest - lowest < MOST_IN_A_ROW ? countedInARow(units, lowest, highest) : countedApart(units),
    spans: [...spans.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]),
  }
}

/** Several times as quick as looking each up. */
function countedInARow(units: readonly number[], lowest: number, highest: number): [number, number][] {
  if (units.length === 0) return []
  const counts = new Int32Array(highest - lowest + 1)
  for (const unit of units) counts[unit - lowest] = (counts[unit - lowest] ?? 0) + 1
  const points: [number, number][] = []
  for (let at = 0; at < counts.length; at++) {
    const times = counts[at] ?? 0
    if (times > 0) points.push([at + lowest, times])
  }
  return points
}

function countedApart(units: readonly number[]): [number, number][] {
  const points = new Map<number, number>()
  for (const unit of units) points.set(unit, (points.get(unit) ?? 0) + 1)
  return [...points].sort(([a], [b]) => a - b)
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
