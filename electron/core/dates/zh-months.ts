import { dayNumber, daysInMonth } from '../model/calendar.ts'
import type { Groups, Rule, Surroundings } from './rule.ts'
import { type DateValue, monthAfter, monthsValue, monthValue, nearestMonth, spanValue } from './value.ts'
import { monthSteps } from './zh-days.ts'
import { ZH_MONTH, ZH_TO, zhNumber } from './zh-numerals.ts'
import { namesYear, yearIn, ZH_YEAR_PREFIX } from './zh-year-words.ts'

type Month = { year: number; month: number }

function monthIn(groups: Groups, surroundings: Surroundings): Month | undefined {
  const month = zhNumber(groups['m'] ?? '')
  if (month < 1 || month > 12) return undefined
  if (!namesYear(groups)) return surroundings.reference && nearestMonth(surroundings.reference, month)
  const year = yearIn(groups, surroundings)
  return year === undefined ? undefined : { year, month }
}

/** 旬 are ten days: the 1st to 10th, the 11th to 20th, the 21st to the end. 初 and 底 are read as the outer two. */
function partOf({ year, month }: Month, part: string | undefined): DateValue | undefined {
  const last = daysInMonth(year, month)
  const days = (from: number, to: number, precision: 'ten-days' | 'span', confidence: number): DateValue =>
    spanValue(dayNumber(year, month, from), dayNumber(year, month, to), precision, confidence)
  switch (part) {
    case undefined:
      return monthValue(year, month)
    case '上旬':
      return days(1, 10, 'ten-days', 0.95)
    case '中旬':
      return days(11, 20, 'ten-days', 0.95)
    case '下旬':
      return days(21, last, 'ten-days', 0.95)
    case '初':
      return days(1, 10, 'span', 0.6)
    default:
      return days(21, last, 'span', 0.6)
  }
}

const PART = '(?<part>上旬|中旬|下旬|初|底|末)?(?![一二三四五六七八九十])'

/** Months and their parts: `2025年4月`, `今年4月`, `7月上旬`, `上月底`, `4月至6月`. */
export const zhMonths: readonly Rule[] = [
  {
    pattern: new RegExp(
      `(?:${ZH_YEAR_PREFIX})?(?<m>${ZH_MONTH})\\s?月?份?${ZH_TO}(?:(?<y2>[12]\\d{3})年)?(?<m2>${ZH_MONTH})\\s?月份?(?!\\s?[\\d一二三四五六七八九十])`,
      'gu',
    ),
    read: (groups, surroundings) => {
      const first = monthIn(groups, surroundings)
      const month = zhNumber(groups['m2'] ?? '')
      if (first === undefined || month > 12) return undefined
      const sameYear = month >= first.month ? first.year : first.year + 1
      const year = groups['y2'] === undefined ? sameYear : Number(groups['y2'])
      return monthsValue(first, { year, month }, 'span')
    },
  },
  {
    pattern: new RegExp(
      `(?:${ZH_YEAR_PREFIX}|(?<!年的?))(?<m>${ZH_MONTH})\\s?月份?${PART}(?!饼|餅|初[一二三四五六七八九十]|\\s?[\\d])`,
      'gu',
    ),
    read: (groups, surroundings) => {
      const month = monthIn(groups, surroundings)
      return month && partOf(month, groups['part'])
    },
  },
  {
    pattern: new RegExp(`(?<word>上上|下下|上|本|这|這|下)(?:个|個)?月份?${PART}(?![台球亮])`, 'gu'),
    read: ({ word, part }, { reference }) => {
      if (reference === undefined || !reference.isMonth) return undefined
      return partOf(monthAfter(reference.year, reference.month, monthSteps(word ?? '')), part)
    },
  },
]
