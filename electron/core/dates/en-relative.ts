import { calendarDay } from '../model/calendar.ts'
import { EN_COUNT, enNumber } from './en-numerals.ts'
import type { Rule } from './rule.ts'
import { dayValue, monthAfter, monthValue, realDay, yearValue } from './value.ts'

const WORDS: Readonly<Record<string, number>> = {
  today: 0,
  tonight: 0,
  tonite: 0,
  yesterday: -1,
  tomorrow: 1,
}

/** Days counted from the day of publication: `yesterday`, `three days ago`, `two weeks later`. */
export const enRelative: readonly Rule[] = [
  {
    pattern:
      /(?<![\p{L}'’])(?:the day (?<far>before yesterday|after tomorrow)|(?<word>today|tonight|tonite|yesterday|tomorrow))(?![\p{L}])(?!['’]s? (?:world|society|standards|youth))/giu,
    read: ({ word, far }, { reference }) => {
      if (reference === undefined || !reference.isDay) return undefined
      const step = far === undefined ? WORDS[word?.toLowerCase() ?? ''] : far.startsWith('before') ? -2 : 2
      return step === undefined ? undefined : dayValue(reference.from + step, 0.85)
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<n>${EN_COUNT})\s(?<unit>day|week|month|year)s?\s(?<side>ago|earlier|from\snow|from\stoday|hence)(?![\p{L}])`,
      'giu',
    ),
    read: ({ n = '', unit = '', side = '' }, { reference }) => {
      if (reference === undefined || !reference.isDay) return undefined
      const count = enNumber(n) * (/ago|earlier/i.test(side) ? -1 : 1)
      if (/day/i.test(unit)) return dayValue(reference.from + count, 0.8)
      if (/week/i.test(unit)) return dayValue(reference.from + count * 7, 0.6)
      /** Years and months that have passed are counted as such: nobody means the day. */
      if (count < 0 && /year/i.test(unit)) return yearValue(reference.year + count, 0.5)
      const { day } = calendarDay(reference.from)
      const { year, month } = monthAfter(
        reference.year,
        reference.month,
        /month/i.test(unit) ? count : count * 12,
      )
      if (count < 0) return monthValue(year, month, 0.5)
      const sameDay = realDay(year, month, day)
      if (sameDay !== undefined) return dayValue(sameDay, 0.4)
      return /month/i.test(unit) ? monthValue(year, month, 0.5) : yearValue(year, 0.5)
    },
  },
]
