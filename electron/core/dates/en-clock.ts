import { EN_COUNT, EN_FUTURE, enNumber } from './en-numerals.ts'
import type { Rule } from './rule.ts'
import { type DateValue, dayValue, type Reference, spanValue } from './value.ts'

const HOURS_A_DAY = 24

/**
 * The day that lies so many hours away. The reference is a day and not a time, so fewer than a day's hours are
 * taken to stay in it: likely, not sure.
 */
function hoursAway(reference: Reference, count: number, unit: string, sign: number): number {
  const hours = /^h/iu.test(unit) ? count : 0
  return reference.from + sign * Math.floor(hours / HOURS_A_DAY)
}

const stretch = (a: number, b: number): DateValue =>
  a === b ? dayValue(a, 0.5) : spanValue(Math.min(a, b), Math.max(a, b), 'span', 0.6)

const COUNT = `(?:half\\san|${EN_COUNT})`
const UNIT = '(?<unit>minutes?|mins?|hours?|hrs?)'
const countOf = (words: string): number => (/half/iu.test(words) ? 0.5 : enNumber(words))

/** Times of day counted from now: `two hours ago`, `the past 24 hours`, `by the end of the day`. */
export const enClock: readonly Rule[] = [
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<n>${COUNT})\s${UNIT}\s(?<side>ago|from\snow)(?![\p{L}])`,
      'giu',
    ),
    read: ({ n = '', unit = '', side }, { reference }) =>
      reference?.isDay === true
        ? dayValue(hoursAway(reference, countOf(n), unit, side === 'ago' ? -1 : 1), 0.5)
        : undefined,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?=in\s)${EN_FUTURE}in\s(?<n>${COUNT})\s${UNIT}(?![\p{L}'’])`,
      'giu',
    ),
    read: ({ n = '', unit = '' }, { reference }) =>
      reference?.isDay === true ? dayValue(hoursAway(reference, countOf(n), unit, 1), 0.5) : undefined,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:the\s)?(?:(?<side>last|past|previous|next|coming)\s(?<n>${COUNT})|(?<n2>${COUNT})\s(?<side2>last|past|previous|next|coming|upcoming))\s${UNIT}(?![\p{L}'’]|\sof\s)`,
      'giu',
    ),
    read: ({ side, side2, n, n2, unit = '' }, { reference }) => {
      if (reference === undefined || !reference.isDay) return undefined
      const sign = /next|coming/iu.test(side ?? side2 ?? '') ? 1 : -1
      return stretch(reference.from, hoursAway(reference, countOf(n ?? n2 ?? ''), unit, sign))
    },
  },
  {
    pattern:
      /(?<![\p{L}])(?:(?:the\s)?end\sof\s(?:the|my|this)\sday|(?:the\s)?rest\sof\s(?:the|my|this|the current|current)\sday)(?=[,.;!?]|\s(?:today|on)|$)/giu,
    read: (_groups, { reference }) => (reference?.isDay === true ? dayValue(reference.from, 0.5) : undefined),
  },
]
