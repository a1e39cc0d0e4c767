import type { Rule, Surroundings } from './rule.ts'
import {
  away,
  type DateValue,
  dayValue,
  monthAfter,
  monthsValue,
  monthValue,
  spanValue,
  yearValue,
} from './value.ts'
import { ZH_COUNT, zhNumber } from './zh-numerals.ts'

const COUNT = `(?<n>${ZH_COUNT}|半)`
const UNITS: Readonly<Record<string, string>> = {
  天: 'day',
  日: 'day',
  周: 'week',
  週: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  年: 'year',
}
const UNIT = '(?:个|個)?(?<unit>天|日|周|週|星期|礼拜|(?<=个|個)月|年)'
const CLOCK_UNIT = '(?:个|個)?(?:多)?(?<unit>分钟|分鐘|小时|小時|钟头|鐘頭|秒)'

const countOf = (words: string): number => (words === '半' ? 0.5 : zhNumber(words))
const unitOf = (word: string): string => UNITS[word] ?? 'day'

/** Half a year is six months; half of anything else is not counted in days. */
function stretch(day: number, n: string, unit: string, sign: number): number | undefined {
  if (n !== '半') return away(day, countOf(n) * sign, unitOf(unit))
  return unit === '年' ? away(day, 6 * sign, 'month') : undefined
}

/** The day that "after" and "before" count from: one named just before, else the day of publication. */
const origin = ({ reference, previousDay }: Surroundings): { day: number; sure: boolean } | undefined => {
  if (previousDay !== undefined && previousDay.distance <= 60) return { day: previousDay.day, sure: true }
  return reference?.isDay === true ? { day: reference.from, sure: false } : undefined
}

const isBack = (side: string): boolean => side.includes('前')

const span = (a: number, b: number, confidence: number): DateValue =>
  a === b ? dayValue(a, confidence) : spanValue(Math.min(a, b), Math.max(a, b), 'span', confidence)

const hours = (n: string, unit: string): number =>
  /[小钟鐘]/u.test(unit) && !/^[分秒]/u.test(unit) ? countOf(n) : 0

/** What is to come begins tomorrow. */
const ahead = (today: number, last: number): DateValue => span(Math.min(today + 1, last), last, 0.6)

/** Lengths of time counted from a day: `未来三天`, `近五年`, `二十年前`, `两个月后`, `过去24小时`, `2分钟前`. */
export const zhStretches: readonly Rule[] = [
  {
    pattern: new RegExp(
      String.raw`(?:(?<past>(?<!已|已经|已經)(?:过去|過去)|最近|(?<![附接靠临将时時用花达達长長了过過经經历歷开開])(?<near>近))|(?<future>未来|未來|今后|今後|接下来|接下來))(?:的|这|這)?\s?${COUNT}\s?${UNIT}(?!前|后|後|级|級|[来來]?新[低高]|以|[时時](?:间|間|[光长長])|[内內]?之久)(?![多了])(?<tail>[来來](?!的?年))?`,
      'gu',
    ),
    read: ({ past, near, tail, n = '', unit = '' }, { reference }) => {
      if (reference === undefined || !reference.isDay) return undefined
      /** "近8天" is nearly eight days, "近8天来" the last eight. */
      if (near !== undefined && tail === undefined && /[天日]/u.test(unit)) return undefined
      const other = stretch(reference.from, n, unit, past === undefined ? 1 : -1)
      if (other === undefined) return undefined
      return past === undefined ? ahead(reference.from, other) : span(reference.from, other, 0.6)
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![第近满滿后後前达達约約足])${COUNT}\s?(?<unit>年|(?:个|個)月|(?:个|個)?(?:星期|礼拜))(?:以|之)?(?:(?<side>前)|(?<=(?:将|將|会|會|预计|預計|预期|拟|擬|料)[^。；！？]{0,30})(?:后|後))(?![期半夕沿来來景辈輩面方]|[十百]?强|[一二两三四五六七八九十\d])`,
      'gu',
    ),
    read: ({ n = '', unit = '', side }, { reference }) => {
      if (reference === undefined || !reference.isDay) return undefined
      const sign = side === undefined ? 1 : -1
      if (n === '半') {
        const half = monthAfter(reference.year, reference.month, 6 * sign)
        return unit === '年' ? monthValue(half.year, half.month, 0.4) : undefined
      }
      const count = countOf(n) * sign
      if (unit === '年') return yearValue(reference.year + count, 0.5)
      if (!unit.endsWith('月')) return dayValue(reference.from + count * 7, 0.5)
      const month = monthAfter(reference.year, reference.month, count)
      return monthValue(month.year, month.month, 0.5)
    },
  },
  {
    pattern: new RegExp(String.raw`${COUNT}\s?${CLOCK_UNIT}(?:以|之)?前`, 'gu'),
    read: ({ n = '', unit = '' }, { reference }) =>
      reference?.isDay === true ? dayValue(reference.from - Math.floor(hours(n, unit) / 24), 0.5) : undefined,
  },
  {
    pattern: new RegExp(
      String.raw`(?<!已|已经|已經)(?:过去|過去|最近)的?\s?${COUNT}\s?(?:个|個)?(?<unit>小时|小時)`,
      'gu',
    ),
    read: ({ n = '' }, { reference }) =>
      reference?.isDay === true
        ? span(reference.from - Math.floor(countOf(n) / 24), reference.from, 0.5)
        : undefined,
  },
  {
    pattern: new RegExp(
      String.raw`(?:(?:之|此)(?<side>前|后|後)|(?<=^)(?<bare>后|後))(?:的)?\s?${COUNT}\s?(?:(?!日)${UNIT}|(?:个|個)?(?<clock>分钟|分鐘|小时|小時|钟头|秒))(?![前后後内內])`,
      'gu',
    ),
    read: ({ side, bare, n = '', unit, clock }, surroundings) => {
      const from = origin(surroundings)
      const word = side ?? bare ?? ''
      if (from === undefined || (side === undefined && isBack(word))) return undefined
      if (clock !== undefined) return dayValue(from.day, from.sure ? 0.5 : 0.3)
      const other = stretch(from.day, n, unit ?? '', isBack(word) ? -1 : 1)
      if (other === undefined) return undefined
      /** The days after a day begin on the next one. */
      return isBack(word)
        ? span(other, from.day - 1, from.sure ? 0.5 : 0.3)
        : span(from.day + 1, other, from.sure ? 0.5 : 0.3)
    },
  },
  {
    pattern: /(?<word>上|本|这|這|下)(?:一)?(?:个|個)?季度?(?![节節])/gu,
    read: ({ word = '' }, { reference }) => {
      if (reference === undefined || !reference.isMonth) return undefined
      const step = word === '上' ? -1 : word === '下' ? 1 : 0
      const start = monthAfter(reference.year, Math.floor((reference.month - 1) / 3) * 3 + 1, step * 3)
      return monthsValue(start, monthAfter(start.year, start.month, 2), 'quarter', 0.85)
    },
  },
]
