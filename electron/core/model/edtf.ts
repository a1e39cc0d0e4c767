import { z } from 'zod'
import { dayNumber, daysInMonth, formatDay, formatMonth, formatYear, isCalendarDay } from './calendar.ts'

/** The shapes of Extended Date/Time Format (ISO 8601-2:2019, levels 0 and 1) that the product writes. */
const CALENDAR = String.raw`-?\d{4}(?:-\d{2}(?:-\d{2})?)?`
const CLOCK = String.raw`-?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?`
const EDTF = new RegExp(`^(?:${CLOCK}|${CALENDAR}(?:/(?:${CALENDAR})?)?|/${CALENDAR})$`)
const PARTS =
  /^(?<year>-?\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?(?:T(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2}))?(?<zone>Z|[+-]\d{2}:\d{2})?)?$/

/** The first and last day that an open interval can reach. */
const EARLIEST = dayNumber(-9999, 1, 1)
const LATEST = dayNumber(9999, 12, 31)

interface Parts {
  readonly year: number
  readonly month: number | undefined
  readonly day: number | undefined
  readonly hour: number
  readonly minute: number
  readonly second: number | undefined
  readonly zone: string | undefined
  readonly timed: boolean
}

function partsOf(value: string): Parts | undefined {
  const groups = PARTS.exec(value)?.groups
  if (groups === undefined) return undefined
  const number = (name: string): number | undefined =>
    groups[name] === undefined ? undefined : Number(groups[name])
  return {
    year: number('year') ?? 0,
    month: number('month'),
    day: number('day'),
    hour: number('hour') ?? 0,
    minute: number('minute') ?? 0,
    second: number('second'),
    zone: groups['zone'],
    timed: groups['hour'] !== undefined,
  }
}

const firstDay = ({ year, month = 1, day = 1 }: Parts): number => dayNumber(year, month, day)
const lastDay = ({ year, month = 12, day }: Parts): number =>
  dayNumber(year, month, day ?? daysInMonth(year, month))

function isReal({ year, month = 1, day = 1, hour, minute, second = 0, zone = 'Z' }: Parts): boolean {
  const zoned = zone === 'Z' || (Number(zone.slice(1, 3)) <= 14 && Number(zone.slice(4)) <= 59)
  return isCalendarDay({ year, month, day }) && hour <= 23 && minute <= 59 && second <= 59 && zoned
}

/** First and last day as numbers, or undefined where the value names a day or time that does not exist. */
function span(edtf: string): { from: number; to: number } | undefined {
  const [start = '', end] = edtf.split('/')
  const first = partsOf(start)
  const last = end === undefined ? first : partsOf(end)
  if ((first !== undefined && !isReal(first)) || (last !== undefined && !isReal(last))) return undefined
  const from = first === undefined ? EARLIEST : firstDay(first)
  const to = last === undefined ? LATEST : lastDay(last)
  return from <= to ? { from, to } : undefined
}

/**
 * A year, month, day, local or zoned time, or an interval of days (`2025-07-01/2025-07-10`, open at either
 * end). The precision is the string's own: `2025-04` is the month, never its first day. Days and times that
 * do not exist are refused (`2025-02-30`), and so are intervals that end before they start.
 */
export const edtfSchema = z
  .string()
  .regex(EDTF, 'expected an EDTF date')
  .refine(value => !EDTF.test(value) || span(value) !== undefined, 'expected a date that exists')

export type Edtf = z.infer<typeof edtfSchema>
export type EdtfPrecision = 'second' | 'minute' | 'day' | 'month' | 'year' | 'span'

/** First and last day that a value covers, as numbers of {@link dayNumber}; an open end reaches year ±9999. */
export const daySpanOf = (edtf: Edtf): { from: number; to: number } =>
  span(edtf) ?? { from: EARLIEST, to: LATEST }

/**
 * The calendar days that a value covers, both inclusive, in the value's own offset:
 * `2025-07-19T00:09:16+08:00` is on the 19th. An open end is the last day of year 9999 (or the first of -9999).
 */
export function boundsOf(edtf: Edtf): { from: string; to: string } {
  const { from, to } = daySpanOf(edtf)
  return { from: formatDay(from), to: formatDay(to) }
}

/** How much the value says; every interval is a `span`. */
export function precisionOf(edtf: Edtf): EdtfPrecision {
  const parts = partsOf(edtf)
  if (parts === undefined) return 'span'
  if (parts.timed) return parts.second === undefined ? 'minute' : 'second'
  if (parts.day !== undefined) return 'day'
  return parts.month === undefined ? 'year' : 'month'
}

/**
 * The heading that a value stands under: its day, or the month or year where it says no day. An interval
 * stands under the month or year that holds all of it, else under the year in which it ends.
 */
export function dayKeyOf(edtf: Edtf): string {
  const parts = partsOf(edtf)
  if (parts !== undefined) {
    if (parts.day !== undefined) return formatDay(firstDay(parts))
    return parts.month === undefined ? formatYear(parts.year) : formatMonth(parts.year, parts.month)
  }
  const [start = '', end = ''] = edtf.split('/')
  const first = partsOf(start)
  const last = partsOf(end) ?? first
  if (last === undefined) return ''
  const sameMonth = first?.year === last.year && first.month !== undefined && first.month === last.month
  return sameMonth && last.month !== undefined ? formatMonth(last.year, last.month) : formatYear(last.year)
}

function minutesOf(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))
  return zone.startsWith('-') ? -minutes : minutes
}

/**
 * Seconds since the epoch of a time; a time without an offset is read as UTC. Undefined where the value says
 * no time of day.
 */
export function secondsOf(edtf: Edtf): number | undefined {
  const parts = partsOf(edtf)
  if (parts === undefined || !parts.timed) return undefined
  const minutes = parts.hour * 60 + parts.minute - minutesOf(parts.zone)
  return firstDay(parts) * 86_400 + minutes * 60 + (parts.second ?? 0)
}

/**
 * Oldest first, values of one heading ({@link dayKeyOf}) together. A month comes after the days of that month
 * and a year after its months: neither pretends to be a first day. Within a day, values without a time come
 * last.
 */
export function compareEdtf(a: Edtf, b: Edtf): number {
  const [keyA, keyB] = [daySpanOf(dayKeyOf(a)), daySpanOf(dayKeyOf(b))]
  if (keyA.to !== keyB.to) return keyA.to - keyB.to
  if (keyA.from !== keyB.from) return keyB.from - keyA.from
  const [timeA, timeB] = [secondsOf(a), secondsOf(b)]
  if (timeA !== undefined && timeB !== undefined) return timeA - timeB
  if (timeA !== undefined || timeB !== undefined) return timeA === undefined ? 1 : -1
  const [spanA, spanB] = [daySpanOf(a), daySpanOf(b)]
  return spanA.from - spanB.from || spanA.to - spanB.to
}
