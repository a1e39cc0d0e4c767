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
  const isListed = (index: number): boolean =>
    (from[index] ?? 0) >= FIRST_DAY * perDay && (to[index] ?? 0) < (LAST_DAY + 1) * perDay
  const spans = new Map<string, [number, number, number]>()
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let index = 0; index < count; index++) {
    const first = from[index] ?? 0
    const last = to[index] ?? 0
    if (!isListed(index)) continue
    if (first === last) {
      if (first < lowest) lowest = first
      if (first > highest) highest = first
      continue
    }
    const key = `${first} ${last}`
    const span = spans.get(key)
    if (span === undefined) spans.set(key, [first, last, 1])
    else span[2]++
  }
  const isPoint = (index: number): boolean => from[index] === to[index] && isListed(index)
  const isNarrow = highest - lowest < MOST_IN_A_ROW
  return {
    points: isNarrow
      ? countedInARow(from, count, isPoint, lowest, highest)
      : countedApart(from, count, isPoint),
    spans: [...spans.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]),
  }
}

type Points = [at: number, count: number][]

/** Several times as quick as looking each up. */
function countedInARow(
  units: ArrayLike<number>,
  count: number,
  isPoint: (index: number) => boolean,
  lowest: number,
  highest: number,
): Points {
  if (highest < lowest) return []
  const counts = new Int32Array(highest - lowest + 1)
  for (let index = 0; index < count; index++) {
    if (!isPoint(index)) continue
    const at = (units[index] ?? 0) - lowest
    counts[at] = (counts[at] ?? 0) + 1
  }
  const points: Points = []
  for (let at = 0; at < counts.length; at++) {
    const times = counts[at] ?? 0
    if (times > 0) points.push([at + lowest, times])
  }
  return points
}

function countedApart(units: ArrayLike<number>, count: number, isPoint: (index: number) => boolean): Points {
  const points = new Map<number, number>()
  for (let index = 0; index < count; index++) {
    const unit = units[index] ?? 0
    if (isPoint(index)) points.set(unit, (points.get(unit) ?? 0) + 1)
  }
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
