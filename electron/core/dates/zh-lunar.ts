import { lunarDay } from './lunar.ts'
import type { Groups, Rule, Surroundings } from './rule.ts'
import { type DateValue, dayValue, type Reference } from './value.ts'
import { zhNumber } from './zh-numerals.ts'
import { namesYear, yearIn, ZH_YEAR_PREFIX } from './zh-year-words.ts'

export type DayOf = (year: number) => number | undefined

/** The day of a yearly event that lies nearest to the reference. */
export function nearestYearly(dayOf: DayOf, reference: Reference): number | undefined {
  const distance = (day: number): number => Math.abs(day - reference.from)
  return [-1, 0, 1]
    .map(step => dayOf(reference.year + step))
    .filter(day => day !== undefined)
    .toSorted((a, b) => distance(a) - distance(b))[0]
}

const MONTHS: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12, 臘: 12 }
const monthOf = (words: string): number => MONTHS[words] ?? zhNumber(words)

const YEAR = `(?:${ZH_YEAR_PREFIX}的?)?`
const MARK = '(?:农历|農曆|阴历|陰曆|旧历|舊曆|夏历)'
const MONTH = '(?<leap>闰|閏)?(?<m>正|冬|腊|臘|十[一二]?|[一二三四五六七八九])月'
const DAY = '(?<d>初[一二三四五六七八九十]|(?:二十|廿)[一二三四五六七八九]|[二三]十|十[一二三四五六七八九])'

/** The lunar year that a named year means, or the nearest such day. */
function read(groups: Groups, surroundings: Surroundings, dayOf: DayOf): DateValue | undefined {
  const { reference } = surroundings
  if (namesYear(groups)) {
    const year = yearIn(groups, surroundings)
    const day = year === undefined ? undefined : dayOf(year)
    return day === undefined ? undefined : dayValue(day, 0.85)
  }
  const day = reference?.isDay === true ? nearestYearly(dayOf, reference) : undefined
  return day === undefined ? undefined : dayValue(day, 0.6)
}

const lunarDate = (groups: Groups, surroundings: Surroundings): DateValue | undefined =>
  read(
    groups,
    surroundings,
    lunarDay(
      monthOf(groups['m'] ?? ''),
      zhNumber((groups['d'] ?? '').replace('廿', '二十')),
      groups['leap'] !== undefined,
    ),
  )

/** New Year's Eve is the day before New Year: the last month has 29 or 30 days. */
const newYearsEve: DayOf = year => {
  const next = lunarDay(1, 1)(year + 1)
  return next === undefined ? undefined : next - 1
}
/** "2024年除夕" is the eve of the lunar year 2024, in February; elsewhere it is the one that is nearest. */
const eveOf: DayOf = year => newYearsEve(year - 1)

/** Days of the lunar calendar: `农历八月十五`, `2015年十月初一`, `正月三十`, `大年初一`, `今年除夕`. */
export const zhLunar: readonly Rule[] = [
  {
    pattern: new RegExp(
      `(?=[\\d〇零○一二去今本明来來后後前大民中农農阴陰旧舊夏])(?=[^月]{0,16}${MARK})${MARK}?${YEAR}${MARK}?${MONTH}${DAY}日?`,
      'gu',
    ),
    read: lunarDate,
  },
  {
    pattern: new RegExp(
      `${YEAR}(?<![一二三四五六七八九十])(?:(?<leap>闰|閏)?(?<m>正|冬|腊|臘|十[一二]?|[一二三四五六七八九])月(?<d>初[一二三四五六七八九十])|(?<m2>正|腊|臘)月(?<d2>(?:二十|廿)[一二三四五六七八九]|[二三]十|十[一二三四五六七八九]))(?!日)`,
      'gu',
    ),
    read: ({ m, m2, d, d2, ...rest }, surroundings) =>
      lunarDate({ ...rest, m: m ?? m2, d: d ?? d2 }, surroundings),
  },
  {
    pattern: new RegExp(
      `${YEAR}${MARK}?(?:大年|新?年(?=初[一二三四五六七](?!\\p{Script=Han}?[月日级級])))(?<d>初[一二三四五六七八九十])`,
      'gu',
    ),
    read: (groups, surroundings) => lunarDate({ ...groups, m: '正' }, surroundings),
  },
  {
    pattern: new RegExp(`${YEAR}${MARK}?(?:除夕|大年三十|大年夜)夜?`, 'gu'),
    read: (groups, surroundings) => read(groups, surroundings, eveOf),
  },
]
