import type { DateInText } from '../model/article.ts'
import {
  calendarDay,
  dayNumber,
  daysInMonth,
  formatDay,
  formatMonth,
  formatYear,
  isoWeekday,
} from '../model/calendar.ts'
import { daySpanOf, type Edtf, precisionOf } from '../model/edtf.ts'

/** What an expression means: the days, how exactly it says them, and how sure the reading is (0 to 1). */
export type DateValue = Pick<DateInText, 'edtf' | 'precision' | 'confidence'>

type Precision = DateValue['precision']

/** The day on which the text was published, against which "yesterday" and "15 July" are read. */
export interface Reference {
  /** First and last day that the publication date covers; the same number where it states a day. */
  readonly from: number
  readonly to: number
  readonly year: number
  readonly month: number
  readonly isDay: boolean
  readonly isMonth: boolean
}

/** The reference for a publication date. An interval is none: it does not say which day "today" was. */
export function referenceOf(published: Edtf | undefined): Reference | undefined {
  if (published === undefined) return undefined
  const precision = precisionOf(published)
  if (precision === 'span') return undefined
  const { from, to } = daySpanOf(published)
  const { year, month } = calendarDay(from)
  const isDay = from === to
  return { from, to, year, month, isDay, isMonth: isDay || precision === 'month' }
}

const SURE = 0.95

export const dayValue = (day: number, confidence = SURE): DateValue => ({
  edtf: formatDay(day),
  precision: 'day',
  confidence,
})

/** The days from first to last, inclusive; a whole month or year is written as one. */
export function spanValue(first: number, last: number, precision: Precision, confidence = SURE): DateValue {
  const edtf = first === last ? formatDay(first) : `${formatDay(first)}/${formatDay(last)}`
  return { edtf, precision, confidence }
}

export function monthValue(year: number, month: number, confidence = SURE): DateValue | undefined {
  if (daysInMonth(year, month) === 0) return undefined
  return { edtf: formatMonth(year, month), precision: 'month', confidence }
}

export function monthsValue(
  first: { year: number; month: number },
  last: { year: number; month: number },
  precision: Precision,
  confidence = SURE,
): DateValue | undefined {
  const start = formatMonth(first.year, first.month)
  const end = formatMonth(last.year, last.month)
  return start <= end ? { edtf: `${start}/${end}`, precision, confidence } : undefined
}

/**
 * A season of the northern half of the globe by whole months, as meteorologists count: spring (0) is March to
 * May, winter (3) of a year ends in the next.
 */
export const seasonValue = (year: number, season: number): DateValue | undefined =>
  monthsValue(
    { year, month: season * 3 + 3 },
    season === 3 ? { year: year + 1, month: 2 } : { year, month: season * 3 + 5 },
    'season',
    0.7,
  )

export const yearValue = (year: number, confidence = SURE): DateValue => ({
  edtf: formatYear(year),
  precision: 'year',
  confidence,
})

export const yearsValue = (
  first: number,
  last: number,
  precision: Precision,
  confidence = SURE,
): DateValue => ({ edtf: `${formatYear(first)}/${formatYear(last)}`, precision, confidence })

/** The day, or undefined where the calendar has none such. */
export const realDay = (year: number, month: number, day: number): number | undefined =>
  day >= 1 && day <= daysInMonth(year, month) ? dayNumber(year, month, day) : undefined

/** A month counted from another: 0 is itself. */
export function monthAfter(year: number, month: number, months: number): { year: number; month: number } {
  const count = year * 12 + month - 1 + months
  return { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 }
}

/** The working day so many working days away: Monday to Friday, holidays not regarded. */
function workingDaysAway(day: number, count: number): number {
  let current = day
  for (let left = Math.abs(count); left > 0; ) {
    current += Math.sign(count)
    if (isoWeekday(current) <= 5) left -= 1
  }
  return current
}

/**
 * The day so many units away; months and years keep the day of the month as far as the month has it. Units are
 * `day`, `business day`, `week`, `fortnight`, `month`, `year` and `decade`, singular or plural.
 */
export function away(day: number, count: number, unit: string): number {
  const word = unit.toLowerCase().replace(/s$/, '')
  if (word === 'day') return day + count
  if (word.endsWith(' day')) return workingDaysAway(day, count)
  if (word === 'week') return day + count * 7
  if (word === 'fortnight') return day + count * 14
  const date = calendarDay(day)
  const months = word === 'month' ? 1 : word === 'decade' ? 120 : 12
  const { year, month } = monthAfter(date.year, date.month, count * months)
  return dayNumber(year, month, Math.min(date.day, daysInMonth(year, month)))
}

/** News drops the year of dates in its own year first, so such a date may be this much farther away. */
const SAME_YEAR_DAYS = 60

/** The year in which a month and day without a year lie nearest to the reference; its own year is preferred. */
export function nearestDay(reference: Reference, month: number, day: number): number | undefined {
  const middle = (reference.from + reference.to) / 2
  const cost = (number: number): number =>
    Math.abs(number - middle) - (calendarDay(number).year === reference.year ? SAME_YEAR_DAYS : 0)
  return [-1, 0, 1]
    .map(step => realDay(reference.year + step, month, day))
    .filter(number => number !== undefined)
    .toSorted((a, b) => cost(a) - cost(b))[0]
}

/** A day of the month in the month in which it lies nearest to the reference. */
export function nearestDayOfMonth(reference: Reference, day: number): number | undefined {
  const distance = (number: number): number => Math.abs(number - reference.from)
  return [-1, 0, 1]
    .map(step => monthAfter(reference.year, reference.month, step))
    .map(({ year, month }) => realDay(year, month, day))
    .filter(number => number !== undefined)
    .toSorted((a, b) => distance(a) - distance(b))[0]
}

const SAME_YEAR_MONTHS = 7

/** The year in which a month without a year lies nearest to the reference; its own year is preferred. */
export function nearestMonth(reference: Reference, month: number): { year: number; month: number } {
  const distance = month - reference.month
  if (distance > SAME_YEAR_MONTHS) return { year: reference.year - 1, month }
  return { year: distance < -SAME_YEAR_MONTHS ? reference.year + 1 : reference.year, month }
}
