import type { Rule } from './rule.ts'
import { type DateValue, monthsValue, seasonValue, yearsValue, yearValue } from './value.ts'
import { ZH_TO, ZH_YEAR, zhNumber } from './zh-numerals.ts'
import { namesYear, yearIn, ZH_YEAR_PREFIX } from './zh-year-words.ts'

const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 首: 1 }

const months = (
  year: number,
  first: number,
  last: number,
  precision: 'quarter' | 'span',
  confidence = 0.95,
): DateValue | undefined => monthsValue({ year, month: first }, { year, month: last }, precision, confidence)

/** 年初 and 年底 are read as the first and last two months: the words promise no more. */
function partOfYear(year: number, part: string | undefined): DateValue | undefined {
  if (part === undefined || part === '') return yearValue(year)
  if (/^[上前]半/u.test(part)) return months(year, 1, 6, 'span')
  if (/^[下后後]半/u.test(part)) return months(year, 7, 12, 'span')
  const season = '春夏秋冬'.indexOf(part.charAt(0))
  if (season !== -1) return seasonValue(year, season)
  if (part.includes('初')) return months(year, 1, 2, 'span', 0.6)
  if (part.includes('中')) return months(year, 5, 8, 'span', 0.6)
  return months(year, 11, 12, 'span', 0.6)
}

/** A century is its hundred years with the same first digits, as EDTF counts them: the 20th is 1900 to 1999. */
function partOfCentury(first: number, part: string | undefined): DateValue {
  switch (part?.charAt(0)) {
    case undefined:
      return yearsValue(first, first + 99, 'span', 0.9)
    case '上':
      return yearsValue(first, first + 49, 'span', 0.7)
    case '下':
      return yearsValue(first + 50, first + 99, 'span', 0.7)
    case '中':
      return yearsValue(first + 34, first + 66, 'span', 0.5)
    case '初':
      return yearsValue(first, first + 33, 'span', 0.5)
    default:
      return yearsValue(first + 67, first + 99, 'span', 0.5)
  }
}

/** Years and their parts: `2024年`, `去年底`, `2024年第三季度`, `上半年`, `二十世纪九十年代`, `民国三十八年`. */
export const zhYears: readonly Rule[] = [
  {
    pattern: new RegExp(
      `${ZH_YEAR_PREFIX}(?<part>上半年?|下半年?|[前后後]半年|年初|年底|年末|年中(?!国)|初|底|末|中期?(?![国國央心外超])|[春夏秋冬](?:天|季|(?![节節耕运運奥奧茶笋筍菜晚联聯]))|(?<!的\\s?)(?![级級薪龄齡轻輕来來]|的?\\s?(?:\\d{1,2}|[一二三四五六七八九十正腊冬]{1,2})月))`,
      'gu',
    ),
    read: (groups, surroundings) => {
      const year = yearIn(groups, surroundings)
      return year === undefined ? undefined : partOfYear(year, groups['part'])
    },
  },
  {
    pattern: new RegExp(
      `(?:${ZH_YEAR_PREFIX})?(?:第(?<n>[一二三四1-4])|(?<![前头頭])(?<n2>[一二三四首]))(?:个|個)?季度?(?!节)`,
      'gu',
    ),
    read: (groups, surroundings) => {
      const year = yearIn(groups, surroundings) ?? surroundings.reference?.year
      const word = groups['n'] ?? groups['n2'] ?? ''
      const quarter = QUARTERS[word] ?? Number(word)
      return year === undefined ? undefined : months(year, quarter * 3 - 2, quarter * 3, 'quarter')
    },
  },
  {
    pattern: new RegExp(`(?:${ZH_YEAR_PREFIX})?[前头頭](?<n>[二两兩三23])(?:个|個)?季度?(?!节)`, 'gu'),
    read: (groups, surroundings) => {
      const { reference } = surroundings
      const last = zhNumber(groups['n'] ?? '') * 3
      /** Without a year they are those of this year once they are over; before, the words do not say. */
      const over = reference !== undefined && reference.month >= last ? reference.year : undefined
      const year = namesYear(groups) ? yearIn(groups, surroundings) : over
      return year === undefined ? undefined : months(year, 1, last, 'span')
    },
  },
  {
    pattern: new RegExp(`${ZH_YEAR_PREFIX}[Qq](?<n>[1-4])(?![\\d\\p{Script=Latin}])`, 'gu'),
    read: (groups, surroundings) => {
      const year = yearIn(groups, surroundings)
      const quarter = Number(groups['n'])
      return year === undefined ? undefined : months(year, quarter * 3 - 2, quarter * 3, 'quarter')
    },
  },
  {
    pattern: /(?<!一年|两年)(?<part>上半年|下半年)/gu,
    read: ({ part }, { reference }) => reference && partOfYear(reference.year, part),
  },
  {
    pattern: new RegExp(`(?<y>${ZH_YEAR})年?${ZH_TO}(?<y2>${ZH_YEAR})年`, 'gu'),
    read: ({ y = '', y2 = '' }) => {
      const [first, last] = [zhNumber(y), zhNumber(y2)]
      return first < last ? yearsValue(first, last, 'span') : undefined
    },
  },
  {
    pattern:
      /(?:(?<century>(?<!\d)\d{1,2}|[一二三四五六七八九十]{2,3})|(?<word>[上本下](?:个|個)?))世[纪紀](?<part>上半[叶葉]|下半[叶葉]|中[叶葉期]|初期?|末期?)?(?!\p{Script=Han}?\d0年代)/gu,
    read: ({ century, word, part }, { reference }) => {
      if (word !== undefined && reference === undefined) return undefined
      const step = word?.startsWith('上') ? -1 : word?.startsWith('下') ? 1 : 0
      const number =
        century === undefined ? Math.floor((reference?.year ?? 0) / 100) + 1 + step : zhNumber(century)
      return number < 1 || number > 22 ? undefined : partOfCentury((number - 1) * 100, part)
    },
  },
  {
    pattern:
      /(?<![今去前明后後上下本每全半当當年月末尾\d]|[一二三四五六七八九十]年?)(?<part>年初|年底|年末)(?![发發一二三四五六七八九十])/gu,
    read: ({ part }, { reference }) => {
      const value = reference && partOfYear(reference.year, part)
      return value && { ...value, confidence: 0.5 }
    },
  },
]
