import { dayNumber, isoWeekday } from '../model/calendar.ts'
import type { Groups, Rule, Surroundings } from './rule.ts'
import { type DateValue, dayValue, monthsValue, monthValue, realDay, spanValue, yearValue } from './value.ts'
import { nthWeek } from './zh-nth.ts'
import { zhNumber } from './zh-numerals.ts'
import { yearIn, ZH_YEAR_PREFIX } from './zh-year-words.ts'

const COUNT = String.raw`(?<n>\d{1,3}|[一二两兩三四五六七八九十]{1,3})`
/** Whole year before a part of it, with or without 的. */
const OF_YEAR = String.raw`${ZH_YEAR_PREFIX}的?\s?`

const ofYear =
  (read: (year: number, n: number) => DateValue | undefined) => (groups: Groups, around: Surroundings) => {
    const year = yearIn(groups, around)
    return year === undefined ? undefined : read(year, zhNumber(groups['n'] ?? ''))
  }

/** Parts of a year or month by number: `2021年的第三个月`, `去年的前10天`. */
export const zhParts: readonly Rule[] = [
  {
    pattern: new RegExp(`${OF_YEAR}第${COUNT}(?:个|個)?月`, 'gu'),
    read: ofYear((year, n) => (n > 12 ? undefined : monthValue(year, n))),
  },
  {
    pattern: new RegExp(`${OF_YEAR}第${COUNT}(?:个|個)?(?:周|週|星期)`, 'gu'),
    read: ofYear((year, n) => (n > 53 ? undefined : nthWeek(isoYearStart(year), n))),
  },
  {
    pattern: new RegExp(String.raw`${OF_YEAR}(?:最后|最後)\s?${COUNT}\s?(?:个|個)月`, 'gu'),
    read: ofYear((year, n) =>
      n > 12 ? undefined : monthsValue({ year, month: 13 - n }, { year, month: 12 }, 'span'),
    ),
  },
  {
    pattern: new RegExp(
      String.raw`${OF_YEAR}[前头頭首]\s?${COUNT}\s?(?:个|個)?月(?![\d一二三四五六七八九十])`,
      'gu',
    ),
    read: ofYear((year, n) =>
      n > 12 ? undefined : monthsValue({ year, month: 1 }, { year, month: n }, 'span'),
    ),
  },
  {
    pattern: new RegExp(String.raw`${OF_YEAR}[前头頭]\s?${COUNT}\s?天`, 'gu'),
    read: ofYear((year, n) => spanValue(dayNumber(year, 1, 1), dayNumber(year, 1, n), 'span')),
  },
  {
    pattern:
      /(?<![\d.〇零一二三四五六七八九十-])(?:(?<y>\d\d)|(?<w>[〇零○一二三四五六七八九]{2}))年(?:(?<m>1[0-2]|0?[1-9])月(?:(?<d>3[01]|[12]\d|0?[1-9])[日号號])?|(?<none>(?![\d级級前后後内內来來间間以之]|代|多|[^\p{Script=Han}]{0,2}[月个個])))/gu,
    read: ({ y, w, m, d, none }, { reference }) => {
      const short = zhNumber(y ?? w ?? '')
      if (reference === undefined || (w !== undefined && !/[〇零○]/u.test(w) && none !== undefined))
        return undefined
      /** Without a month "15年" is a length of time as well, "08年" is not. */
      if (none !== undefined) return short < 10 ? yearValue(2000 + short, 0.7) : undefined
      const year = short + (short > (reference.year % 100) + 5 ? 1900 : 2000)
      if (d === undefined) return monthValue(year, Number(m), 0.7)
      const day = realDay(year, Number(m), Number(d))
      return day === undefined ? undefined : dayValue(day, 0.8)
    },
  },
]

/** The Monday of week 1 (ISO 8601: the week with 4 January). */
function isoYearStart(year: number): number {
  const fourth = dayNumber(year, 1, 4)
  return fourth - isoWeekday(fourth) + 1
}
