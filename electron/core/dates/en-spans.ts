import { dayNumber, isoWeekday } from '../model/calendar.ts'
import {
  EN_COUNT,
  EN_DAY_TH,
  EN_FUTURE,
  EN_MONTH,
  EN_WEEKDAY,
  EN_YEAR,
  enMonth,
  enNumber,
  enWeekday,
  enYear,
} from './en-numerals.ts'
import type { Rule } from './rule.ts'
import {
  away,
  type DateValue,
  dayValue,
  monthAfter,
  monthsValue,
  monthValue,
  nearestMonth,
  type Reference,
  realDay,
  spanValue,
} from './value.ts'

const UNIT = '(?<unit>(?:(?:business|working)\\s)?day|week|month|year|decade)s?'

const MORE = new RegExp(`(${EN_COUNT})\\s(day|week|month|year)s?`, 'giu')

/** Whole quarters counted from the one of the reference. */
function quarters(reference: Reference, first: number, count: number): DateValue | undefined {
  const start = monthAfter(reference.year, Math.floor((reference.month - 1) / 3) * 3 + 1, first * 3)
  return monthsValue(
    start,
    monthAfter(start.year, start.month, count * 3 - 1),
    count === 1 ? 'quarter' : 'span',
    0.85,
  )
}

/** Week n of a year starts with the week that has 4 January (ISO 8601); of a month, with the one that has its 4th. */
function week(year: number, month: number, n: number): DateValue {
  const fourth = dayNumber(year, month, 4)
  const monday = fourth - isoWeekday(fourth) + 1 + (n - 1) * 7
  return spanValue(monday, monday + 6, 'week', 0.7)
}

/** Stretches of time and days inside weeks: `in two weeks`, `the past three years`, `last quarter`, `Friday the 5th`. */
export const enSpans: readonly Rule[] = [
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?<!\\btime\\s)(?=(?:with)?in\\s)${EN_FUTURE}(?:with)?in\\s(?<n>${EN_COUNT})\\s${UNIT}(?![\\p{L}'’])(?!\\s(?:of|ago|before|after)|\\stime\\s)`,
      'giu',
    ),
    read: ({ n = '', unit = '' }, { reference }) =>
      reference?.isDay === true ? dayValue(away(reference.from, enNumber(n), unit), 0.5) : undefined,
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?:the\\s)?(?:(?<side>last|past|previous|next|coming|following)\\s(?<n>${EN_COUNT})|(?<n2>${EN_COUNT})\\s(?<side2>last|past|previous|next|coming|upcoming|following))\\s${UNIT}(?<more>(?:,?\\s(?:and\\s)?${EN_COUNT}\\s(?:day|week|month|year)s?){0,3})(?![\\p{L}'’]|\\s(?:of|in)\\s(?:\\d|the|last|this|next))`,
      'giu',
    ),
    read: ({ side, side2, n, n2, unit = '', more = '' }, { reference }) => {
      if (reference === undefined || !reference.isDay) return undefined
      const isFuture = /next|coming|following/iu.test(side ?? side2 ?? '')
      const sign = isFuture ? 1 : -1
      let other = away(reference.from, enNumber(n ?? n2 ?? '') * sign, unit)
      for (const [, count = '', each = ''] of more.matchAll(MORE))
        other = away(other, enNumber(count) * sign, each)
      if (!isFuture) return spanValue(other, reference.from, 'span', 0.6)
      /** What is to come begins tomorrow, or on the next working day. */
      const first = away(reference.from, 1, unit.includes(' ') ? unit : 'day')
      return spanValue(Math.min(first, other), other, 'span', 0.6)
    },
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?:the\\s)?(?<side>last|past|previous|this|current|next|coming)\\s(?:(?<n>${EN_COUNT})\\s)?quarters?(?!\\s(?:of|back|final)|[\\p{L}-])`,
      'giu',
    ),
    read: ({ side = '', n }, { reference }) => {
      if (reference === undefined || !reference.isMonth) return undefined
      const count = n === undefined ? 1 : enNumber(n)
      if (/this|current/iu.test(side)) return quarters(reference, 0, 1)
      return /next|coming/iu.test(side) ? quarters(reference, 1, count) : quarters(reference, -count, count)
    },
  },
  {
    pattern:
      /(?<![\p{L}])(?:(?:early|late|later|earlier)\s)?(?:this (?:morning|afternoon|evening)|(?<last>last (?:night|evening)))(?![\p{L}])/giu,
    read: ({ last }, { reference }) =>
      reference?.isDay === true ? dayValue(reference.from - (last === undefined ? 0 : 1), 0.85) : undefined,
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?<day>${EN_WEEKDAY})(?:,?\\s(?:(?:morning|afternoon|evening|night)\\s)?(?:of\\s)?(?:the\\s)?(?<which>last|this|next|following)\\sweek)`,
      'giu',
    ),
    read: ({ day = '', which = '' }, { reference }) => inWeek(reference, which, day),
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?<which>last|this|next)\\sweek\\s(?:on\\s)?(?<day>${EN_WEEKDAY})`,
      'giu',
    ),
    read: ({ day = '', which = '' }, { reference }) => inWeek(reference, which, day),
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?<day>${EN_WEEKDAY}),?\\s(?:the\\s)?(?:(?<d>${EN_DAY_TH})|(?<d2>3[01]|[12]?\\d)(?=[,.;!?]?$|[,;!?]|[.]\\s))(?![\\p{L}/:-]|\\s(?:${EN_MONTH}|of\\s${EN_MONTH}))`,
      'giu',
    ),
    read: ({ day = '', d, d2 = '' }, { reference }) =>
      reference?.isDay === true ? weekdayOn(reference, day, enNumber(d ?? d2)) : undefined,
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?:the\\s)?(?<n>first|second|third|fourth|1st|2nd|3rd|4th)\\sweek\\s(?:of|in)\\s(?:(?<name>${EN_MONTH})(?:,?\\s(?<y>${EN_YEAR}))?|(?<y2>${EN_YEAR}))`,
      'giu',
    ),
    read: ({ n = '', name, y, y2 }, { reference }) => {
      if (y2 !== undefined) return week(enYear(y2), 1, enNumber(n))
      const month = enMonth(name ?? '')
      if (y !== undefined) return week(enYear(y), month, enNumber(n))
      const near = reference && nearestMonth(reference, month)
      return near && week(near.year, near.month, enNumber(n))
    },
  },
  {
    pattern: new RegExp(`(?<![\\p{L}\\d])(?<name>${EN_MONTH})[/-](?<y>${EN_YEAR})(?![\\d/-])`, 'giu'),
    read: ({ name = '', y }) => monthValue(enYear(y ?? ''), enMonth(name), 0.9),
  },
]

function inWeek(reference: Reference | undefined, which: string, day: string): DateValue | undefined {
  if (reference === undefined || !reference.isDay) return undefined
  const monday = reference.from - isoWeekday(reference.from) + 1
  const weeks = /last/iu.test(which) ? -1 : /this/iu.test(which) ? 0 : 1
  return dayValue(monday + weeks * 7 + enWeekday(day) - 1, 0.9)
}

/** `Friday the 5th`: of the months around, the one whose 5th is a Friday; the nearest of several. */
function weekdayOn(reference: Reference, day: string, date: number): DateValue | undefined {
  const wanted = enWeekday(day)
  const found = Array.from({ length: 25 }, (_, step) =>
    monthAfter(reference.year, reference.month, step - 12),
  )
    .map(({ year, month }) => realDay(year, month, date))
    .filter(number => number !== undefined)
    .filter(number => isoWeekday(number) === wanted)
    .toSorted((a, b) => Math.abs(a - reference.from) - Math.abs(b - reference.from))[0]
  return found === undefined ? undefined : dayValue(found, 0.8)
}
