import type { Rule } from './rule.ts'
import { dayValue } from './value.ts'
import { bareDay } from './zh-days.ts'
import { zhNumber } from './zh-numerals.ts'

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
    pattern:
      /(?<![第近满滿后後前达達约約足之\d.])(?<n>\d{1,3}|[一二两兩三四五六七八九十]{1,3})(?<unit>天|日|周|週)(?:以|之)?(?<side>前|后|後)(?!期)/gu,
    read: ({ n = '', unit = '', side }, { reference }) => {
      if (reference === undefined || !reference.isDay) return undefined
      const days = zhNumber(n) * (unit === '天' || unit === '日' ? 1 : 7)
      return dayValue(reference.from + (side === '前' ? -days : days), unit === '天' ? 0.7 : 0.5)
    },
  },
]
