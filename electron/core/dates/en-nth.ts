import { dayNumber, daysInMonth, isoWeekday } from '../model/calendar.ts'
import {
  EN_COUNT,
  EN_MONTH,
  EN_WEEKDAY,
  EN_YEAR,
  enMonth,
  enNumber,
  enWeekday,
  enYear,
} from './en-numerals.ts'
import type { Groups, Rule, Surroundings } from './rule.ts'
import {
  type DateValue,
  dayValue,
  monthAfter,
  monthsValue,
  monthValue,
  nearestMonth,
  spanValue,
} from './value.ts'

const ORDINAL = '(?<n>first|second|third|fourth|fifth|last|final|1st|2nd|3rd|4th|5th)'
const MONTH = String.raw`(?:(?<name>${EN_MONTH})(?:,?\s(?:of\s)?(?<y>${EN_YEAR}))?|(?<which>last|this|next|the)\smonth)`
const YEAR = String.raw`(?:(?:the\syear\s)?(?<year>${EN_YEAR})|(?<whichyear>last|this|next|the)\syear)`
const TIME = String.raw`(?:\s\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?(?:\s(?:to|until)\s\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?)?)?`

type Month = { year: number; month: number }

const step = (word: string): number => (/^last$/iu.test(word) ? -1 : /^next$/iu.test(word) ? 1 : 0)

function monthIn({ name, y, which }: Groups, { reference }: Surroundings): Month | undefined {
  if (name !== undefined && y !== undefined) return { year: enYear(y), month: enMonth(name) }
  if (reference === undefined) return undefined
  if (name !== undefined) return nearestMonth(reference, enMonth(name))
  return reference.isMonth ? monthAfter(reference.year, reference.month, step(which ?? '')) : undefined
}

function yearIn({ year, whichyear }: Groups, { reference }: Surroundings): number | undefined {
  if (year !== undefined) return enYear(year)
  return reference && reference.year + step(whichyear ?? '')
}

const isLast = (n: string): boolean => /last|final/iu.test(n)

/** The weekday of a month; undefined where it has no fifth. */
function nthWeekday({ year, month }: Month, n: string, weekday: number): number | undefined {
  const length = daysInMonth(year, month)
  if (isLast(n)) {
    const last = dayNumber(year, month, length)
    return last - ((isoWeekday(last) - weekday + 7) % 7)
  }
  const first = dayNumber(year, month, 1)
  const day = ((weekday - isoWeekday(first) + 7) % 7) + 1 + (enNumber(n) - 1) * 7
  return day > length ? undefined : first + day - 1
}

/** The first or last so many units of a stretch of days. */
function edge(
  first: number,
  last: number,
  isEnd: boolean,
  count: number,
  unit: string,
): DateValue | undefined {
  const days = count * (/week/iu.test(unit) ? 7 : 1)
  if (days > last - first + 1) return undefined
  if (/week/iu.test(unit)) {
    const monday = first + ((8 - isoWeekday(first)) % 7)
    const sunday = last - (isoWeekday(last) % 7)
    return isEnd
      ? spanValue(sunday - days + 1, sunday, 'span', 0.6)
      : spanValue(monday, monday + days - 1, 'span', 0.6)
  }
  return isEnd
    ? spanValue(last - days + 1, last, 'span', 0.8)
    : spanValue(first, first + days - 1, 'span', 0.8)
}

/** Days, weeks and months by number: `the first Monday of May`, `the last day of 2020`, `the first nine months of 2024`. */
export const enNth: readonly Rule[] = [
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:the\s)?${ORDINAL}\s(?<day>${EN_WEEKDAY})${TIME}\s(?:of|in)\s${MONTH}(?![\p{L}\d])`,
      'giu',
    ),
    read: (groups, surroundings) => {
      const month = monthIn(groups, surroundings)
      const day = month && nthWeekday(month, groups['n'] ?? '', enWeekday(groups['day'] ?? ''))
      return day === undefined ? undefined : dayValue(day)
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:the\s)?(?<n>first|last|final)\sday\sof\s(?:${MONTH}|${YEAR})(?![\p{L}\d])`,
      'giu',
    ),
    read: (groups, surroundings) => {
      const whole = groups['name'] ?? groups['which']
      const month = whole === undefined ? undefined : monthIn(groups, surroundings)
      const year = month?.year ?? (whole === undefined ? yearIn(groups, surroundings) : undefined)
      if (year === undefined) return undefined
      const end = isLast(groups['n'] ?? '')
      const number = month?.month ?? (end ? 12 : 1)
      return dayValue(dayNumber(year, number, end ? daysInMonth(year, number) : 1))
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:the\s)?(?<n>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last|\d{1,2}(?:st|nd|rd|th))\smonth\sof\s${YEAR}(?![\p{L}\d])`,
      'giu',
    ),
    read: (groups, surroundings) => {
      const year = yearIn(groups, surroundings)
      const n = groups['n'] ?? ''
      return year === undefined ? undefined : monthValue(year, isLast(n) ? 12 : enNumber(n))
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:the\s)?(?<side>first|last|final)\s(?<n>${EN_COUNT})\s(?<unit>day|week|month|quarter)s?\s(?:of|in)\s(?:${MONTH}|${YEAR})(?![\p{L}\d])`,
      'giu',
    ),
    read: (groups, surroundings) => {
      const { side = '', n = '', unit = '' } = groups
      const [count, end] = [enNumber(n), isLast(side)]
      if (groups['name'] !== undefined || groups['which'] !== undefined) {
        const month = monthIn(groups, surroundings)
        if (month === undefined) return undefined
        const first = dayNumber(month.year, month.month, 1)
        return edge(first, first + daysInMonth(month.year, month.month) - 1, end, count, unit)
      }
      const year = yearIn(groups, surroundings)
      if (year === undefined) return undefined
      if (/day|week/iu.test(unit))
        return edge(dayNumber(year, 1, 1), dayNumber(year, 12, 31), end, count, unit)
      const months = count * (/quarter/iu.test(unit) ? 3 : 1)
      if (months < 1 || months > 12) return undefined
      return end
        ? monthsValue({ year, month: 13 - months }, { year, month: 12 }, 'span')
        : monthsValue({ year, month: 1 }, { year, month: months }, 'span')
    },
  },
]
