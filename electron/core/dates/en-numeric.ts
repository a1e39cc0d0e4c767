import { calendarDay, isoWeekday } from '../model/calendar.ts'
import { EN_MONTH, EN_WEEKDAY, enMonth, enWeekday } from './en-numerals.ts'
import type { Groups, Rule, Surroundings } from './rule.ts'
import { type DateValue, dayValue, monthValue, nearestDay, realDay, spanValue } from './value.ts'

const fullYear = (y: string): number => (y.length === 2 ? 2000 : 0) + Number(y)

/** 3/4/2025 is read the American way unless only the other is a date; a first number over 12 is a day. */
function dayOf(a: string, b: string, y: string | undefined, { reference }: Surroundings): number | undefined {
  const [first, second] = [Number(a), Number(b)]
  const [month, day] = first > 12 ? [second, first] : [first, second]
  if (y !== undefined && y !== '') return realDay(fullYear(y), month, day)
  return reference && nearestDay(reference, month, day)
}

function single(groups: Groups, surroundings: Surroundings): DateValue | undefined {
  const { a = '', b = '', y } = groups
  const day = dayOf(a, b, y, surroundings)
  const isPlain = Number(a) > 12 || Number(b) > 12 || Number(a) === Number(b)
  return day === undefined ? undefined : dayValue(day, isPlain ? 0.9 : 0.5)
}

/** The weekday beside it decides between 3 April and 4 March, where it fits one of them. */
function withWeekday(
  { day = '', a = '', b = '' }: Groups,
  surroundings: Surroundings,
): DateValue | undefined {
  const readings = [dayOf(a, b, undefined, surroundings), dayOf(b, a, undefined, surroundings)].filter(
    number => number !== undefined,
  )
  const fitting = readings.find(number => isoWeekday(number) === enWeekday(day))
  const number = fitting ?? readings[0]
  return number === undefined ? undefined : dayValue(number, fitting === undefined ? 0.5 : 0.9)
}

/** `10/1 to 11/7`, `5/1/2019-5/7/2020`, `2/29-3/1`: a year counts for both ends unless both have one. */
function range(groups: Groups, surroundings: Surroundings): DateValue | undefined {
  const { a = '', b = '', y, a2 = '', b2 = '', y2 } = groups
  const last = dayOf(a2, b2, y2 ?? y, surroundings)
  if (y !== undefined || y2 !== undefined) {
    const first = dayOf(a, b, y ?? y2, surroundings)
    return first === undefined || last === undefined || first >= last
      ? undefined
      : spanValue(first, last, 'span', 0.7)
  }
  const first = dayOf(a, b, undefined, surroundings)
  if (first === undefined || last === undefined) return undefined
  const { month, day } = calendarDay(last)
  const end = [0, 1]
    .map(step => realDay(calendarDay(first).year + step, month, day))
    .find(number => number !== undefined && number > first)
  return end === undefined ? undefined : spanValue(first, end, 'span', 0.6)
}

const A = String.raw`(?<a>1[0-2]|0?[1-9]|3[01]|[12]\d)`
const B = String.raw`(?<b>3[01]|[12]\d|0?[1-9])`
const A2 = String.raw`(?<a2>1[0-2]|0?[1-9]|3[01]|[12]\d)`
const B2 = String.raw`(?<b2>3[01]|[12]\d|0?[1-9])`
const FREE = String.raw`(?<![\d.,\p{L}/$€£-]|[/-]\d)`
const TO = String.raw`(?:\s?[-–~]\s?|\s(?:to|through|thru|until|till|and)\s)`
const END = String.raw`(?![\d%]|[/.-]\d|\s(?:of|inch|inches|cup|mile|miles)(?![\p{L}]))`
const YEAR = String.raw`(?:19|20)\d{2}`

const named = ({ y, name = '', d }: Groups): DateValue | undefined => {
  const day = realDay(Number(y), enMonth(name), Number(d))
  return day === undefined ? undefined : dayValue(day)
}

const iso = ({ y, m, d }: Groups): DateValue | undefined => {
  const day = realDay(Number(y), Number(m), Number(d))
  return day === undefined ? undefined : dayValue(day)
}

/** Days and months in numbers: `2025-07-15`, `7/15/2025`, `Friday 7/6`, `20161016`, `2019-Aug-01`, and ranges. */
export const enNumeric: readonly Rule[] = [
  {
    pattern: new RegExp(
      `${FREE}${A}(?<mark>[-/.])${B}\\k<mark>(?<y>${YEAR})${TO}${A2}\\k<mark>${B2}\\k<mark>(?<y2>${YEAR})${END}`,
      'giu',
    ),
    read: range,
  },
  {
    pattern: new RegExp(`${FREE}${A}/${B}${TO}${A2}/${B2}/(?<y2>${YEAR})${END}`, 'giu'),
    read: range,
  },
  {
    pattern: new RegExp(
      `(?:(?<=\\b(?:from|between)\\s)${A}/${B}${TO}${A2}/${B2}|${FREE}(?=\\d{1,2}/[123]\\d${TO}|\\d{1,2}/\\d{1,2}${TO}\\d{1,2}/[123]\\d)(?<a_>1[0-2]|0?[1-9])/(?<b_>3[01]|[12]\\d|0?[1-9])${TO}(?<a2_>1[0-2]|0?[1-9])/(?<b2_>3[01]|[12]\\d|0?[1-9]))${END}`,
      'giu',
    ),
    read: ({ a, b, a2, b2, a_, b_, a2_, b2_ }, surroundings) =>
      range({ a: a ?? a_, b: b ?? b_, a2: a2 ?? a2_, b2: b2 ?? b2_ }, surroundings),
  },
  {
    pattern:
      /(?<![\d.\p{L}])(?<y>[12]\d{3})(?<mark>[-/.])(?<m>1[0-2]|0?[1-9])\k<mark>(?<d>3[01]|[12]\d|0?[1-9])(?![\d])/gu,
    read: iso,
  },
  {
    pattern:
      /(?<![\d.,\p{L}/:+])(?<y>(?:19|20)\d{2})(?: (?<m>1[0-2]|0[1-9]) (?<d>3[01]|[12]\d|0[1-9])|(?<m2>1[0-2]|0[1-9])(?<d2>3[01]|[12]\d|0[1-9]))(?![\d\p{L}]|[.,:-]\d|\s\d)/gu,
    read: ({ y, m, d, m2, d2 }) => {
      const value = iso({ y, m: m ?? m2, d: d ?? d2 })
      return value && { ...value, confidence: 0.6 }
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d.\p{L}])(?<y>${YEAR})(?<mark>[-/.])(?:(?<name>${EN_MONTH})\k<mark>(?<d>\d{1,2})|(?<d2>\d{1,2})\k<mark>(?<name2>${EN_MONTH}))(?![\d\p{L}])`,
      'giu',
    ),
    read: ({ y, name, name2, d, d2 }) => named({ y, name: name ?? name2, d: d ?? d2 }),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d.\p{L}])(?<d>\d{1,2})(?<mark>[-/.])(?:(?<name>${EN_MONTH})\k<mark>(?<y>${YEAR})|(?<y2>${YEAR})\k<mark>(?<name2>${EN_MONTH}))(?![\d\p{L}])`,
      'giu',
    ),
    read: ({ y, y2, name, name2, d }) => named({ y: y ?? y2, name: name ?? name2, d }),
  },
  {
    pattern:
      /(?<![\d.\p{L}/-])(?<a>\d{1,2})(?<mark>[-/.])(?<b>\d{1,2})\k<mark>(?<y>(?:19|20)?\d{2})(?![\d/.-]\d|\d)/gu,
    read: single,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}])(?:(?:last|this|next)\s)?(?<day>${EN_WEEKDAY}),?\s(?<a>\d{1,2})[/.](?<b>\d{1,2})(?![\d%]|[/.]\d|\s?[ap]\.?m(?![\p{L}])|\s\p{L}*ion)`,
      'giu',
    ),
    read: withWeekday,
  },
  {
    pattern:
      /(?<=\b(?:on|by|until|since|from|before|after|back)\s)(?<a>\d{1,2})(?:\/|(?<=\bon\s\d{1,2})\.(?=\d{1,2}$))(?<b>\d{1,2})(?![\d/.%]|\s(?:of|inch|cup|mile))/gu,
    read: single,
  },
  {
    pattern:
      /(?<![\d.,\p{L}/:-])(?:(?<y>(?:19|20)\d{2})-(?<m>1[0-2]|0[1-9])|(?<m2>1[0-2]|0?[1-9])[-/](?<y2>(?:19|20)\d{2}))(?![\d\p{L}/-]|[.,]\d)/gu,
    read: ({ y, m, y2, m2 }) => {
      /** "2010-11" may well be a season: only an end before its beginning makes it a month. */
      if (y !== undefined && Number(m) > Number(y) % 100) return undefined
      return monthValue(Number(y ?? y2), Number(m ?? m2), 0.7)
    },
  },
]
