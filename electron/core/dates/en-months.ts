import { dayNumber, daysInMonth } from '../model/calendar.ts'
import { EN_MONTH, EN_TO, EN_YEAR, enMonth, enStep, enYear } from './en-numerals.ts'
import type { Groups, Rule, Surroundings } from './rule.ts'
import { type DateValue, monthAfter, monthsValue, monthValue, nearestMonth, spanValue } from './value.ts'

type Month = { year: number; month: number }

function monthIn({ name = '', y, which }: Groups, { reference }: Surroundings): Month | undefined {
  const month = enMonth(name)
  if (y !== undefined) return { year: enYear(y), month }
  if (reference === undefined) return undefined
  const word = which?.toLowerCase()
  if (word === 'last') return { year: month < reference.month ? reference.year : reference.year - 1, month }
  if (word === 'next') return { year: month > reference.month ? reference.year : reference.year + 1, month }
  return word === 'this' ? { year: reference.year, month } : nearestMonth(reference, month)
}

/** Early and late are read as the halves of the month: the words promise no more. Mid is its middle third. */
function partOf({ year, month }: Month, part: string | undefined, confidence: number): DateValue | undefined {
  const word = part?.toLowerCase()
  const days = (from: number, to: number): DateValue =>
    spanValue(dayNumber(year, month, from), dayNumber(year, month, to), 'span', 0.6)
  if (word === undefined) return monthValue(year, month, confidence)
  if (/^(?:the )?(?:early|beginning|start)/u.test(word)) return days(1, 15)
  if (/^(?:the )?mid/u.test(word)) return days(10, 20)
  return days(16, daysInMonth(year, month))
}

const PART = String.raw`(?:(?<part>early(?:\sin)?|mid|late(?:\sin)?|(?:the\s)?(?:beginning|start|middle|end)\sof)[-\s])?`
const AFTER_WORD = String.raw`(?<=\b(?:[Ii]n|[Ss]ince|[Bb]y|until|till|by|from|of|during|before|after|for|to|between|through|late|early|this|last|next)\s)`

/** Months: `July 2025`, `last April`, `early July`, `in July`, `May to July 2024`, `last month`. */
export const enMonths: readonly Rule[] = [
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<name>${EN_MONTH})(?:\s(?<y1>${EN_YEAR}))?${EN_TO}(?<name2>${EN_MONTH})(?:,?\s(?:of\s|in\s)?(?<y>${EN_YEAR}))?(?!\s?\d)`,
      'giu',
    ),
    read: ({ name = '', name2 = '', y, y1 }, surroundings) => {
      const last = monthIn({ name: name2, y }, surroundings)
      if (last === undefined) return undefined
      const month = enMonth(name)
      const year = y1 === undefined ? (month <= last.month ? last.year : last.year - 1) : enYear(y1)
      return monthsValue({ year, month }, last, 'span')
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])${PART}(?<name>${EN_MONTH})(?:,?\s(?:of\s)?|-)(?<y>${EN_YEAR})(?![\p{L}\d])`,
      'giu',
    ),
    read: (groups, surroundings) => {
      const month = monthIn(groups, surroundings)
      return month && partOf(month, groups['part'], 0.95)
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<which>last|this|next)\s(?<name>${EN_MONTH})(?!\s?\d)`,
      'giu',
    ),
    read: (groups, surroundings) => {
      const month = monthIn(groups, surroundings)
      return month && monthValue(month.year, month.month, 0.9)
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:${AFTER_WORD}|(?=(?:the\s)?(?:early|mid|late|beginning|start|middle|end)))${PART}(?<name>\p{Lu}\p{L}+(?<=(?:January|February|March|April|May|June|July|August|September|October|November|December))|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|jan|feb|aug|sept|oct|nov|dec)(?:\.(?=\s\p{Ll}|,)|(?!\.)))(?!\s?\d|\p{L}|['’]|\s\p{Lu})`,
      'gu',
    ),
    read: (groups, surroundings) => {
      const month = monthIn(groups, surroundings)
      return month && partOf(month, groups['part'], 0.8)
    },
  },
  {
    pattern:
      /(?<![\p{L}])(?:(?<part>early|mid|late|(?:the )?(?:beginning|start|middle|end) of)[-\s])?(?<which>last|this|next|past|previous|coming|current|following)\smonth(?![\p{L}])/giu,
    read: ({ which = '', part }, { reference }) => {
      if (reference === undefined || !reference.isMonth) return undefined
      return partOf(monthAfter(reference.year, reference.month, enStep(which)), part, 0.9)
    },
  },
  {
    pattern: /(?<![\p{L}])(?<part>(?:the )?(?:beginning|start|middle|end) of)\s(?:the\s)?month(?![\p{L}])/giu,
    read: ({ part }, { reference }) =>
      reference?.isMonth === true ? partOf(reference, part, 0.6) : undefined,
  },
]
