import { dayNumber, daysInMonth, isoWeekday } from '../model/calendar.ts'
import type { Groups, Rule, Surroundings } from './rule.ts'
import { type DateValue, dayValue, monthAfter, nearestMonth, spanValue } from './value.ts'
import { monthSteps } from './zh-days.ts'
import { ZH_COUNT, ZH_MONTH, zhNumber } from './zh-numerals.ts'
import { namesYear, yearIn, ZH_YEAR_PREFIX } from './zh-year-words.ts'

interface Period {
  readonly first: number
  readonly last: number
}

const MONTH = `(?:(?:${ZH_YEAR_PREFIX})?(?<m>${ZH_MONTH})\\s?月份?|(?<word>上上|下下|上|本|这|這|下)(?:个|個)?月)的?\\s?`
const YEAR = String.raw`${ZH_YEAR_PREFIX}的?\s?`
const WEEK = '(?:周|週|星期|礼拜|禮拜)'
const DAY = `(?:个|個)?${WEEK}(?<day>[一二三四五六日天])`
const NTH = '(?:第(?<n>[一二三四五1-5])|(?<last>最[后後](?:一)?))'

function monthPeriod(groups: Groups, surroundings: Surroundings): Period | undefined {
  const { m, word } = groups
  const { reference } = surroundings
  const named = namesYear(groups) ? yearIn(groups, surroundings) : undefined
  if (namesYear(groups) ? named === undefined : reference === undefined) return undefined
  let month = { year: named ?? 0, month: zhNumber(m ?? '') }
  if (reference !== undefined && word !== undefined)
    month = monthAfter(reference.year, reference.month, monthSteps(word))
  else if (reference !== undefined && named === undefined) month = nearestMonth(reference, month.month)
  const days = daysInMonth(month.year, month.month)
  const first = dayNumber(month.year, month.month, 1)
  return days === 0 ? undefined : { first, last: first + days - 1 }
}

function yearPeriod(groups: Groups, surroundings: Surroundings): Period | undefined {
  const year = yearIn(groups, surroundings)
  return year === undefined ? undefined : { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) }
}

/** The first day from `first` on that is this day of the week, 1 Monday to 7 Sunday. */
const firstWeekday = (first: number, weekday: number): number =>
  first + ((weekday - isoWeekday(first) + 7) % 7)

/** The nth Monday-to-Sunday week that starts in the period beginning on `first`. */
export function nthWeek(first: number, n: number): DateValue {
  const monday = firstWeekday(first, 1) + (n - 1) * 7
  return spanValue(monday, monday + 6, 'week', 0.7)
}

const lastWeekday = ({ last }: Period, weekday: number): number => firstWeekday(last - 6, weekday)

function nthDay(period: Period, { n, day = '' }: Groups): DateValue | undefined {
  const weekday = day === '日' || day === '天' ? 7 : zhNumber(day)
  if (n === undefined) return dayValue(lastWeekday(period, weekday))
  const found = firstWeekday(period.first, weekday) + (zhNumber(n) - 1) * 7
  return found > period.last ? undefined : dayValue(found)
}

const within =
  (
    periodOf: (groups: Groups, surroundings: Surroundings) => Period | undefined,
    read: (period: Period, groups: Groups) => DateValue | undefined,
  ): Rule['read'] =>
  (groups, surroundings) => {
    const period = periodOf(groups, surroundings)
    return period && read(period, groups)
  }

const week = (period: Period, { n }: Groups): DateValue =>
  n === undefined ? nthWeek(lastWeekday(period, 1), 1) : nthWeek(period.first, zhNumber(n))

const endDay = ({ first, last }: Period, groups: Groups): DateValue =>
  dayValue(groups['last'] === undefined ? first : last)

function days({ first, last }: Period, { side, n = '' }: Groups): DateValue | undefined {
  const count = zhNumber(n)
  if (count < 2 || first + count - 1 > last) return undefined
  return side === undefined
    ? spanValue(first, first + count - 1, 'span')
    : spanValue(last - count + 1, last, 'span')
}

/** Days and weeks counted within a month or year: `10月的第一个星期一`, `三月最后一周`, `今年的最后一天`. */
export const zhNth: readonly Rule[] = [
  { pattern: new RegExp(`${MONTH}${NTH}${DAY}`, 'gu'), read: within(monthPeriod, nthDay) },
  {
    pattern: new RegExp(`${MONTH}${NTH}(?:个|個)?${WEEK}(?![一二三四五六日天末])`, 'gu'),
    read: within(monthPeriod, week),
  },
  {
    pattern: new RegExp(`${YEAR}(?<last>最[后後]一)(?:个|個)?${WEEK}(?![一二三四五六日天末])`, 'gu'),
    read: within(yearPeriod, week),
  },
  { pattern: new RegExp(`${MONTH}(?:第一|(?<last>最[后後]一))天`, 'gu'), read: within(monthPeriod, endDay) },
  { pattern: new RegExp(`${YEAR}(?:第一|(?<last>最[后後]一))天`, 'gu'), read: within(yearPeriod, endDay) },
  {
    pattern: new RegExp(`${MONTH}(?:[前头頭]|(?<side>最[后後]))\\s?(?<n>${ZH_COUNT})\\s?天`, 'gu'),
    read: within(monthPeriod, days),
  },
]
