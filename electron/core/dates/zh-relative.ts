import { calendarDay } from '../model/calendar.ts'
import type { Rule } from './rule.ts'
import { dayValue, realDay, spanValue } from './value.ts'
import { bareDay } from './zh-days.ts'
import { ZH_COUNT, zhNumber } from './zh-numerals.ts'
import { yearIn, ZH_YEAR_PREFIX } from './zh-year-words.ts'

const WORDS: Readonly<Record<string, number>> = {
  大前: -3,
  前: -2,
  昨: -1,
  今: 0,
  明: 1,
  后: 2,
  後: 2,
  大后: 3,
  大後: 3,
}

/** The first of two days that are named together. */
const PAIRS: Readonly<Record<string, number>> = { 昨今: -1, 今明: 0, 明后: 1, 明後: 1 }

/** Days counted from the day of publication, or from a day named just before (`次日`). */
export const zhRelative: readonly Rule[] = [
  {
    pattern: /(?:今|昨|明|前)(?:天|日)?[（(](?<d>\d{1,2})日?[）)](?:日|天)?/gu,
    read: ({ d = '' }, surroundings) => {
      const day = bareDay(Number(d), { ...surroundings, previousDay: undefined })
      return day === undefined ? undefined : dayValue(day)
    },
  },
  {
    pattern: /(?<pair>昨今|今明|明[后後])(?:两|兩|二)?[天日](?![报報])/gu,
    read: ({ pair = '' }, { reference }) => {
      const step = PAIRS[pair]
      if (step === undefined || reference === undefined || !reference.isDay) return undefined
      return spanValue(reference.from + step, reference.from + step + 1, 'span', 0.9)
    },
  },
  {
    pattern: new RegExp(`(?:${ZH_YEAR_PREFIX}|(?<n>${ZH_COUNT})年(?:以|之)?前)的?今[天日]`, 'gu'),
    read: ({ n, ...groups }, surroundings) => {
      const { reference } = surroundings
      if (reference === undefined || !reference.isDay) return undefined
      const year = n === undefined ? yearIn(groups, surroundings) : reference.year - zhNumber(n)
      const day = year && realDay(year, reference.month, calendarDay(reference.from).day)
      return day === undefined ? undefined : dayValue(day, 0.85)
    },
  },
  {
    pattern:
      /(?<word>昨|今|明)(?:天|日|晚|晨|早|夜)(?!报|報)|(?<far>大?[前后後])天|(?<=^|[，。、（\s])(?<two>前)日/gu,
    read: ({ word, far, two }, { reference }) => {
      const step = WORDS[word ?? far ?? two ?? '']
      if (step === undefined || reference === undefined || !reference.isDay) return undefined
      return dayValue(reference.from + step, 0.9)
    },
  },
  {
    pattern: /(?<![时時点點分]至|[时時点點分]到)(?:次日|翌日|隔天|隔日)(?![本\d])/gu,
    read: (_groups, { previousDay }) =>
      previousDay === undefined ? undefined : dayValue(previousDay.day + 1, 0.75),
  },
  {
    pattern: new RegExp(
      `(?<![第近满滿后後前达達约約足之\\d.])(?<n>${ZH_COUNT})(?<unit>天|日|周|週)(?:以|之)?(?<side>前|后|後)(?!期)`,
      'gu',
    ),
    read: ({ n = '', unit = '', side }, { reference }) => {
      if (reference === undefined || !reference.isDay) return undefined
      const days = zhNumber(n) * (unit === '天' || unit === '日' ? 1 : 7)
      return dayValue(reference.from + (side === '前' ? -days : days), unit === '天' ? 0.7 : 0.5)
    },
  },
]
