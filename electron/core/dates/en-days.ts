import { calendarDay } from '../model/calendar.ts'
import { EN_DAY, EN_MONTH, EN_TO, EN_WEEKDAY, EN_YEAR, enMonth, enNumber } from './en-numerals.ts'
import type { Groups, Rule, Surroundings } from './rule.ts'
import { type DateValue, dayValue, monthAfter, nearestDay, realDay, spanValue } from './value.ts'

const dayOf = (
  month: number,
  day: number,
  year: string | undefined,
  { reference }: Surroundings,
): number | undefined =>
  year === undefined ? reference && nearestDay(reference, month, day) : realDay(Number(year), month, day)

const single = (groups: Groups, surroundings: Surroundings): DateValue | undefined => {
  const { name = '', d = '', y } = groups
  const day = dayOf(enMonth(name), enNumber(d), y, surroundings)
  return day === undefined ? undefined : dayValue(day)
}

/** `July 15-17`, `July 30 to August 2, 2025`: the second month and both years are the first's unless named. */
function range(
  { name = '', d = '', name2, d2 = '', y }: Groups,
  surroundings: Surroundings,
): DateValue | undefined {
  const first = dayOf(enMonth(name), enNumber(d), y, surroundings)
  if (first === undefined) return undefined
  const { year, month } = calendarDay(first)
  const last = realDay(year, name2 === undefined || name2 === '' ? month : enMonth(name2), enNumber(d2))
  return last === undefined || last <= first ? undefined : spanValue(first, last, 'span')
}

/** 3/4/2025 is read the American way unless only the other is a date; a first number over 12 is a day. */
function numeric({ a = '', b = '', y = '' }: Groups, { reference }: Surroundings): DateValue | undefined {
  const [first, second] = [Number(a), Number(b)]
  const month = first > 12 ? second : first
  const day = first > 12 ? first : second
  const isPlain = first > 12 || second > 12 || first === second
  const year = y === '' ? undefined : y.length === 2 ? 2000 + Number(y) : Number(y)
  const number =
    year === undefined ? reference && nearestDay(reference, month, day) : realDay(year, month, day)
  return number === undefined ? undefined : dayValue(number, isPlain ? 0.9 : 0.5)
}

/** Days of a month: `July 15, 2025`, `15th of July`, `2025-07-15`, `7/15/2025`, `the 17th`, and ranges of them. */
export const enDays: readonly Rule[] = [
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<name>${EN_MONTH})\s(?:the\s)?(?<d>${EN_DAY})${EN_TO}(?:(?<name2>${EN_MONTH})\s)?(?:the\s)?(?<d2>${EN_DAY})(?:,?\s(?<y>${EN_YEAR}))?(?![\p{L}\d])`,
      'giu',
    ),
    read: range,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<d>${EN_DAY})(?:\s(?:of\s)?(?<name1>${EN_MONTH}))?${EN_TO}(?<d2>${EN_DAY})\s(?:of\s)?(?<name>${EN_MONTH})(?:,?\s(?<y>${EN_YEAR}))?`,
      'giu',
    ),
    read: ({ name1, name, ...rest }, surroundings) =>
      range({ ...rest, name: name1 ?? name, name2: name }, surroundings),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:${EN_WEEKDAY},?\s)?(?<name>${EN_MONTH})\s?(?:the\s)?(?<d>${EN_DAY})(?:(?:\s?,\s?|\s(?:of\s|in\s)?)(?<y>${EN_YEAR}))?(?![\p{L}\d%])`,
      'giu',
    ),
    read: single,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:${EN_WEEKDAY},?\s)?(?:the\s)?(?<d>${EN_DAY})(?:\s|-)(?:day\sof\s|of\s)?(?<name>${EN_MONTH})(?:(?:,?\s|-)(?:of\s|in\s)?(?<y>${EN_YEAR}))?(?![\p{L}\d])`,
      'giu',
    ),
    read: single,
  },
  {
    pattern:
      /(?<![\d.\p{L}])(?<y>[12]\d{3})(?<mark>[-/.])(?<m>1[0-2]|0?[1-9])\k<mark>(?<d>3[01]|[12]\d|0?[1-9])(?![\d])/gu,
    read: ({ y, m, d }) => {
      const day = realDay(Number(y), Number(m), Number(d))
      return day === undefined ? undefined : dayValue(day)
    },
  },
  {
    pattern:
      /(?<![\d.\p{L}/-])(?<a>\d{1,2})(?<mark>[-/.])(?<b>\d{1,2})\k<mark>(?<y>(?:19|20)?\d{2})(?![\d/.-]\d|\d)/gu,
    read: numeric,
  },
  {
    pattern: /(?<=\b(?:on|by|until|since|from|before|after|back)\s)(?<a>\d{1,2})\/(?<b>\d{1,2})(?![\d/.%])/gu,
    read: numeric,
  },
  {
    pattern:
      /(?<=\b(?:on|by|until|since|before|after|from|back)\s)the\s(?<d>(?:3[01]|[12]?\d)(?:st|nd|rd|th))(?!\s(?:century|anniversary|time|\p{L}+ (?:of|in)))/giu,
    read: ({ d = '' }, { reference }) => {
      if (reference === undefined || !reference.isDay) return undefined
      const distance = (number: number): number => Math.abs(number - reference.from)
      const day = [-1, 0, 1]
        .map(step => monthAfter(reference.year, reference.month, step))
        .map(({ year, month }) => realDay(year, month, enNumber(d)))
        .filter(number => number !== undefined)
        .toSorted((a, b) => distance(a) - distance(b))[0]
      return day === undefined ? undefined : dayValue(day, 0.7)
    },
  },
]
