import { calendarDay } from '../model/calendar.ts'
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
import { ZH_DAY, ZH_MONTH, ZH_TO, zhNumber } from './zh-numerals.ts'
import { namesYear, yearIn, ZH_YEAR_PREFIX } from './zh-year-words.ts'

/** The day of a month and a day with or without a year. */
function dayIn(groups: Groups, surroundings: Surroundings): number | undefined {
  const month = zhNumber(groups['m'] ?? '')
  const day = zhNumber(groups['d'] ?? '')
  const { reference } = surroundings
  if (!namesYear(groups)) return reference && nearestDay(reference, month, day)
  const year = yearIn(groups, surroundings)
  return year === undefined ? undefined : realDay(year, month, day)
}

const optional = (value: number | undefined, toValue: (day: number) => DateValue): DateValue | undefined =>
  value === undefined ? undefined : toValue(value)

/** The last day of a range that starts on `first`: its month and year are those of `first` unless it names them. */
function rangeEnd(groups: Groups, first: number): number | undefined {
  const start = calendarDay(first)
  const day = zhNumber(groups['d2'] ?? '')
  const month = groups['m2'] === undefined ? start.month : zhNumber(groups['m2'])
  const year = groups['y2'] === undefined ? start.year : Number(groups['y2'])
  const end = realDay(year, month, day)
  if (end !== undefined && end >= first) return end
  return groups['m2'] === undefined ? undefined : realDay(start.year + 1, month, day)
}

function range(first: number | undefined, groups: Groups): DateValue | undefined {
  const last = first === undefined ? undefined : rangeEnd(groups, first)
  return first === undefined || last === undefined ? undefined : spanValue(first, last, 'span')
}

/** A day of the month alone: after a day named shortly before, in its month; else the nearest such day. */
export function bareDay(day: number, { reference, previousDay }: Surroundings): number | undefined {
  if (reference === undefined || !reference.isDay) return undefined
  if (previousDay !== undefined && previousDay.distance <= 60) {
    const previous = calendarDay(previousDay.day)
    if (day >= previous.day) return realDay(previous.year, previous.month, day)
  }
  return nearestDayOfMonth(reference, day)
}

const BARE_DAY = String.raw`(?:3[01]|[12]\d|0?[1-9]|三十一?|(?:二十|廿)[一二三四五六七八九]?|十[一二三四五六七八九])`

/** Days of a month: `2025年7月15日`, `7月15日`, `17日`, `2025-07-15`, and ranges of them. */
export const zhDays: readonly Rule[] = [
  {
    pattern: new RegExp(
      `(?:${ZH_YEAR_PREFIX})?(?<m>${ZH_MONTH})\\s?月份?\\s?(?<d>${ZH_DAY})\\s?[日号號]?${ZH_TO}(?:(?<y2>[12]\\d{3})年)?(?:(?<m2>${ZH_MONTH})\\s?月\\s?)?(?<d2>${ZH_DAY})\\s?[日号號]`,
      'gu',
    ),
    read: (groups, surroundings) => range(dayIn(groups, surroundings), groups),
  },
  {
    pattern: new RegExp(
      `(?:${ZH_YEAR_PREFIX})?(?<m>${ZH_MONTH})\\s?月份?\\s?(?<d>${ZH_DAY})\\s?[日号號](?:\\s?[（(]?(?<![，,\\s])(?:星期|周|週|礼拜|禮拜)[一二三四五六日天][）)]?|[，,]\\s?(?:星期|礼拜|禮拜)[一二三四五六日天])?`,
      'gu',
    ),
    read: (groups, surroundings) => optional(dayIn(groups, surroundings), dayValue),
  },
  {
    pattern: new RegExp(`(?<word>上|本|这|這|下)(?:个|個)?月份?(?<d>${ZH_DAY})[日号號]`, 'gu'),
    read: ({ word, d }, { reference }) => {
      if (reference === undefined || !reference.isMonth) return undefined
      const { year, month } = monthAfter(reference.year, reference.month, monthSteps(word ?? ''))
      return optional(realDay(year, month, zhNumber(d ?? '')), dayValue)
    },
  },
  {
    pattern: new RegExp(
      `(?<![\\d月第.\\p{Script=Latin}])(?<d>${BARE_DAY})[日号號]?${ZH_TO}(?<d2>${BARE_DAY})[日号](?![内內间間])`,
      'gu',
    ),
    read: (groups, surroundings) => range(bareDay(zhNumber(groups['d'] ?? ''), surroundings), groups),
  },
  {
    pattern: new RegExp(
      `(?<![\\d月第.年\\p{Script=Latin}一二三四五六七八九十百])(?<d>${BARE_DAY})日(?![内內间間游遊均元圆圓本])`,
      'gu',
    ),
    read: ({ d }, surroundings) =>
      optional(bareDay(zhNumber(d ?? ''), surroundings), day => dayValue(day, 0.85)),
  },
  {
    pattern:
      /(?<![\d月第.年\p{Script=Latin}】〕\])）-]|[路街段巷弄道村楼樓栋棟座厂廠]\s?)(?<d>3[01]|[12]\d|[1-9])[号號](?![\p{Script=Latin}\d线線楼樓机機院店馆館厅廳室台车車门門令文公码碼召称稱])/gu,
    read: ({ d }, surroundings) =>
      optional(bareDay(zhNumber(d ?? ''), surroundings), day => dayValue(day, 0.6)),
  },
  {
    pattern:
      /(?<![\d.])(?<y>[12]\d{3})(?<mark>[-/.])(?<m>1[0-2]|0?[1-9])\k<mark>(?<d>3[01]|[12]\d|0?[1-9])\s?(?:-|–|—|~|至|到)\s?(?<y2>[12]\d{3})\k<mark>(?<m2>1[0-2]|0?[1-9])\k<mark>(?<d2>3[01]|[12]\d|0?[1-9])(?!\d)/gu,
    read: (groups, surroundings) => range(dayIn(groups, surroundings), groups),
  },
  {
    pattern:
      /(?<![\d./-])(?<d>3[01]|[12]\d|0?[1-9])\/(?<m>1[0-2]|0?[1-9])\/(?<y>(?:19|20)\d{2})(?:\s?(?:-|–|—|~|至|到)\s?(?<d2>3[01]|[12]\d|0?[1-9])\/(?<m2>1[0-2]|0?[1-9])\/(?<y2>(?:19|20)\d{2}))?(?![\d/])/gu,
    read: (groups, surroundings) => {
      /** Chinese papers that write the year last, those of Hong Kong and Singapore, write the day first. */
      const first = dayIn(groups, surroundings)
      const value = groups['d2'] === undefined ? optional(first, dayValue) : range(first, groups)
      return value && { ...value, confidence: 0.5 }
    },
  },
  {
    pattern:
      /(?<![\d.])(?<y>[12]\d{3})(?<mark>[-/.])(?<m>1[0-2]|0?[1-9])\k<mark>(?<d>3[01]|[12]\d|0?[1-9])(?![\d.]\d)(?!\d)/gu,
    read: (groups, surroundings) => optional(dayIn(groups, surroundings), dayValue),
  },
]

/** How many months a word such as 上 or 上上 (个月) counts from this one. */
export const monthSteps = (word: string): number =>
  word.startsWith('上') ? -word.length : word.startsWith('下') ? word.length : 0
