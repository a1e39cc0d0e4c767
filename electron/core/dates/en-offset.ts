import { calendarDay, isoWeekday } from '../model/calendar.ts'
import { daySpanOf } from '../model/edtf.ts'
import { EN_COUNT, EN_WEEKDAY, enNumber, enWeekday } from './en-numerals.ts'
import type { FoundDate } from './rule.ts'
import { smallLetters } from './small-letters.ts'
import { away, type DateValue, dayValue, spanValue, yearValue } from './value.ts'

/** Longer words before a date do not count from it. */
const REACH = 40

const lead = (source: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\d])(?:${source})\s(?:the\s)?(?:day\sof\s)?$`, 'u')

const COUNTED = lead(
  String.raw`(?<n>${EN_COUNT})\s(?:(?<business>business|working)\s)?(?<unit>day|week|month|year|fortnight)s?\s(?<side>before|prior\sto|ahead\sof|after|following|from|since)`,
)
const LASTING = lead(
  String.raw`(?:for\s)?(?<n>${EN_COUNT})\s(?<unit>day|week|month)s?(?<comma>,)?\s(?<side>from|starting(?:\s(?:on|from))?|beginning(?:\s(?:on|from))?)`,
)
const NEXT_TO = lead(String.raw`(?:the\s)?(?<unit>day|year)\s(?<side>before|after|following)`)
const WEEK_OF = lead(
  String.raw`(?:the\s)?(?<unit>week|weekend)\s(?:of|beginning|starting|commencing)(?:\son)?`,
)

type Groups = Readonly<Record<string, string | undefined>>

const isBefore = (side: string): boolean => /before|prior|ahead/iu.test(side)

/** "Two weeks after" a day is a day; after a month or a longer time nobody can tell which. */
function counted({ n = '', unit = '', side = '', business }: Groups, day: number): DateValue {
  const count = enNumber(n) * (isBefore(side) ? -1 : 1)
  const unitName = business === undefined ? unit : `${business} ${unit}`
  return dayValue(away(day, count, unitName), 0.7)
}

function nextTo({ unit = '', side = '' }: Groups, date: FoundDate): DateValue | undefined {
  const step = isBefore(side) ? -1 : 1
  const { from, to } = daySpanOf(date.edtf)
  if (unit.toLowerCase() === 'year')
    return date.precision === 'year' ? yearValue(calendarDay(from).year + step, 0.8) : undefined
  return from === to ? dayValue(from + step, 0.8) : undefined
}

function weekOf({ unit = '' }: Groups, day: number): DateValue {
  const monday = day - isoWeekday(day) + 1
  if (unit.toLowerCase() === 'week') return spanValue(monday, monday + 6, 'week', 0.9)
  const saturday = isoWeekday(day) === 7 ? day - 1 : monday + 5
  return spanValue(saturday, saturday + 1, 'span', 0.8)
}

const lasting = ({ n = '', unit = '' }: Groups, day: number): DateValue =>
  spanValue(day, away(day, enNumber(n), unit) - 1, 'span', 0.7)

function read(words: string, date: FoundDate): { value: DateValue; length: number } | undefined {
  const { from, to } = daySpanOf(date.edtf)
  const isDay = from === to
  const small = smallLetters(words)
  for (const [pattern, toValue] of [
    [WEEK_OF, (groups: Groups) => (isDay ? weekOf(groups, from) : undefined)],
    [NEXT_TO, (groups: Groups) => nextTo(groups, date)],
    [
      LASTING,
      (groups: Groups) =>
        isDay && (/^(?:start|begin)/iu.test(groups['side'] ?? '') || groups['comma'] !== undefined)
          ? lasting(groups, from)
          : undefined,
    ],
    [COUNTED, (groups: Groups) => (isDay ? counted(groups, from) : undefined)],
  ] as const) {
    const match = pattern.exec(small)
    const value = match === null ? undefined : toValue(match.groups ?? {})
    if (match !== null && value !== undefined) return { value, length: match[0].length }
  }
  return undefined
}

/**
 * Dates that words before them count from: `two weeks before 13 May`, `the day after Christmas`, `the week of
 * May 5`, `3 days starting from next Monday`. The words become part of the phrase.
 */
export function offsetEnDates(text: string, found: readonly FoundDate[]): FoundDate[] {
  return withWeekdays(
    text,
    found.map((date, index) => {
      if (date.edtf.startsWith('/') || date.edtf.endsWith('/')) return date
      const before = found[index - 1]
      const earliest = before === undefined ? 0 : before.start + before.phrase.length
      const counting = read(text.slice(Math.max(earliest, date.start - REACH), date.start), date)
      if (counting === undefined) return date
      const start = date.start - counting.length
      const phrase = text.slice(start, date.start + date.phrase.length)
      return { ...date, ...counting.value, phrase, start }
    }),
  )
}

const WEEKDAY = new RegExp(`^${EN_WEEKDAY}$`, 'iu')
const AWAY = /\s(?:from\s(?:now|today)|ago)$/iu

/** `Monday two weeks from now` is the Monday of the week in which that day lies. */
function withWeekdays(text: string, found: readonly FoundDate[]): FoundDate[] {
  const merged: FoundDate[] = []
  for (const date of found) {
    const before = merged.at(-1)
    const between =
      before === undefined ? undefined : text.slice(before.start + before.phrase.length, date.start)
    if (
      before !== undefined &&
      WEEKDAY.test(before.phrase) &&
      AWAY.test(date.phrase) &&
      /^,?\s$/u.test(between ?? '')
    ) {
      const { from } = daySpanOf(date.edtf)
      merged[merged.length - 1] = {
        ...before,
        ...dayValue(from - isoWeekday(from) + enWeekday(before.phrase), 0.7),
        phrase: text.slice(before.start, date.start + date.phrase.length),
      }
    } else merged.push(date)
  }
  return merged
}
