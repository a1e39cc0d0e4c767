import { calendarDay } from '../model/calendar.ts'
import { EN_DAY, EN_MONTH, EN_TO, EN_WEEKDAY, EN_YEAR, enMonth, enNumber, enYear } from './en-numerals.ts'
import type { Groups, Rule, Surroundings } from './rule.ts'
import {
  type DateValue,
  dayValue,
  monthAfter,
  nearestDay,
  nearestDayOfMonth,
  realDay,
  spanValue,
} from './value.ts'

const dayOf = (
  month: number,
  day: number,
  year: string | undefined,
  { reference }: Surroundings,
): number | undefined =>
  year === undefined ? reference && nearestDay(reference, month, day) : realDay(enYear(year), month, day)

const single = (groups: Groups, surroundings: Surroundings): DateValue | undefined => {
  const { name = '', d = '', y } = groups
  const day = dayOf(enMonth(name), enNumber(d), y, surroundings)
  return day === undefined ? undefined : dayValue(day)
}

/**
 * `July 15-17`, `July 30 to August 2, 2025`, `July 30 to the 2nd`: the second month is the first's unless it is
 * named or its day is the earlier one; a year belongs to the last day.
 */
function range(
  { name = '', d = '', name2, d2 = '', y }: Groups,
  surroundings: Surroundings,
): DateValue | undefined {
  const [month, day, day2] = [enMonth(name), enNumber(d), enNumber(d2)]
  const next = monthAfter(2000, month, 1).month
  const month2 = name2 !== undefined && name2 !== '' ? enMonth(name2) : day2 < day ? next : month
  const near = dayOf(month, day, y, surroundings)
  if (near === undefined) return undefined
  const { year } = calendarDay(near)
  const turns = month2 < month
  const first = y !== undefined && turns ? realDay(year - 1, month, day) : near
  const last = realDay(y === undefined && turns ? year + 1 : year, month2, day2)
  return first === undefined || last === undefined || last <= first
    ? undefined
    : spanValue(first, last, 'span')
}

/** `4-23 next month`, `from the 4th to the 23rd of this month`. */
function rangeOfMonth(
  { d = '', d2 = '', which = '' }: Groups,
  { reference }: Surroundings,
): DateValue | undefined {
  if (reference === undefined || !reference.isMonth) return undefined
  const step = /last/iu.test(which) ? -1 : /next/iu.test(which) ? 1 : 0
  const { year, month } = monthAfter(reference.year, reference.month, step)
  const [first, last] = [realDay(year, month, enNumber(d)), realDay(year, month, enNumber(d2))]
  return first === undefined || last === undefined || last <= first
    ? undefined
    : spanValue(first, last, 'span')
}

/** A number that money, a clock or a larger number has to itself is no day. */
const NOT_IN_NUMBER = String.raw`(?<![\p{L}\d$€£¥]|[$€£¥]\s|\d[:.,])`
const AND = String.raw`(?:(?<=\bbetween\s(?:the\s)?[\p{L}\d-]{1,16}(?:\s\p{L}{1,9})?)\sand\s)`
const JOIN = `(?:${EN_TO}|${AND})`
const YEAR_AFTER = String.raw`(?:(?:\s?,\s?|\s(?:of\s|in\s)?)(?<y>${EN_YEAR}))?`
/** "July 2 million": the number counts something. */
const NOT_COUNTING = String.raw`(?![\p{L}\d%]|[.,]\d|\s(?:million|billion|percent|per\scent)(?![\p{L}]))`

/** Days of a month: `July 15, 2025`, `15th of July`, `the 17th`, and ranges of them. */
export const enDays: readonly Rule[] = [
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<name>${EN_MONTH})\s(?:the\s)?(?<d>${EN_DAY})${JOIN}(?:(?<name2>${EN_MONTH})\s)?(?:the\s)?(?<d2>${EN_DAY})(?:,?\s(?:of\s|in\s)?(?<y>${EN_YEAR}))?(?![\p{L}\d]|:\d)`,
      'giu',
    ),
    read: range,
  },
  {
    pattern: new RegExp(
      String.raw`${NOT_IN_NUMBER}(?:the\s)?(?<d>${EN_DAY})(?:\s(?:of\s)?(?<name1>${EN_MONTH}))?${JOIN}(?:the\s)?(?<d2>${EN_DAY})\s(?:of\s)?(?<name>${EN_MONTH})(?:,?\s(?:of\s|in\s)?(?<y>${EN_YEAR}))?(?![\p{L}\d])`,
      'giu',
    ),
    read: ({ name1, name = '', ...rest }, surroundings) => {
      const turns = name1 === undefined && enNumber(rest['d'] ?? '') > enNumber(rest['d2'] ?? '')
      const month = turns ? MONTH_BEFORE[enMonth(name) - 1] : name
      return range({ ...rest, name: name1 ?? month, name2: name }, surroundings)
    },
  },
  {
    pattern: new RegExp(
      String.raw`${NOT_IN_NUMBER}(?:the\s)?(?<d>${EN_DAY})${JOIN}(?:the\s)?(?<d2>${EN_DAY})\s(?:of\s|in\s)?(?<which>last|this|next)\smonth(?![\p{L}])`,
      'giu',
    ),
    read: rangeOfMonth,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:${EN_WEEKDAY},?\s)?(?<name>${EN_MONTH})(?:\s?(?:the\s)?|\/)(?<d>${EN_DAY})${YEAR_AFTER}${NOT_COUNTING}(?:\s?\(${EN_WEEKDAY}\))?`,
      'giu',
    ),
    read: single,
  },
  {
    pattern: new RegExp(
      String.raw`${NOT_IN_NUMBER}(?:${EN_WEEKDAY},?\s)?(?:the\s)?(?<d>${EN_DAY})(?:\s|-)(?:day\sof\s|of\s)?(?<name>${EN_MONTH})(?:(?:,?\s|-)(?:of\s|in\s)?(?<y>${EN_YEAR}))?(?![\p{L}\d]|\s\d{1,2}(?:st|nd|rd|th)(?![\p{L}]))`,
      'giu',
    ),
    read: single,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:the\s)?(?<d>${EN_DAY})\s(?:of\s|in\s)?(?<which>last|this|next)\smonth(?![\p{L}])`,
      'giu',
    ),
    read: ({ d = '', which = '' }, { reference }) => {
      if (reference === undefined || !reference.isMonth || !/[a-z]/iu.test(d)) return undefined
      const step = /last/iu.test(which) ? -1 : /next/iu.test(which) ? 1 : 0
      const { year, month } = monthAfter(reference.year, reference.month, step)
      const day = realDay(year, month, enNumber(d))
      return day === undefined ? undefined : dayValue(day)
    },
  },
  {
    pattern:
      /(?<=\b(?:on|by|until|since|before|after|from|back|week of)\s)(?:the\s(?<d>(?:3[01]|[12]?\d)(?:st|nd|rd|th))(?!\s(?:century|anniversary|time|\p{L}+ (?:of|in)))|(?<=\bon\s)(?<d2>(?:3[01]|[12]?\d)(?:st|nd|rd|th))(?!\s(?:\p{Lu}|street|floor|avenue|place|anniversary|century))|(?<=\bon\s)the\s(?<d3>3[01]|[12]?\d)(?=\s(?:from|at)\s\d))/giu,
    read: ({ d, d2, d3 }, { reference }) => {
      if (reference === undefined || !reference.isDay) return undefined
      const day = nearestDayOfMonth(reference, enNumber(d ?? d2 ?? d3 ?? ''))
      return day === undefined ? undefined : dayValue(day, 0.7)
    },
  },
]

const MONTH_BEFORE = ['dec', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov']
