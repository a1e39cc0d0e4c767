import { dayNumber, isoWeekday } from '../model/calendar.ts'
import {
  EN_COUNT,
  EN_WEEKDAY,
  EN_WEEKDAY_NAME,
  EN_YEAR,
  enNumber,
  enStep,
  enWeekday,
  enYear,
} from './en-numerals.ts'
import type { Rule } from './rule.ts'
import { type DateValue, dayValue, type Reference, spanValue } from './value.ts'

const mondayOf = (reference: Reference, weeks: number): number =>
  reference.from - isoWeekday(reference.from) + 1 + weeks * 7

/**
 * "Last Tuesday" is the Tuesday of last week and "next Tuesday" that of next week. A bare weekday in news is the
 * one that just was, today included; after "from" or "until" it is the coming one.
 */
function weekday(reference: Reference, which: string | undefined, name: string): DateValue {
  const wanted = enWeekday(name)
  const ago = (isoWeekday(reference.from) - wanted + 7) % 7
  if (which === undefined) return dayValue(reference.from - ago, 0.75)
  if (which === 'from') return dayValue(reference.from + (7 - ago), 0.6)
  return dayValue(mondayOf(reference, enStep(which)) + wanted - 1, enStep(which) === 0 ? 0.8 : 0.7)
}

/** Early is Monday to Wednesday, mid Tuesday to Thursday, late Thursday to Sunday: the words promise no more. */
function partOfWeek(monday: number, part: string | undefined): DateValue {
  if (part === undefined) return spanValue(monday, monday + 6, 'week', 0.9)
  if (/mid/iu.test(part)) return spanValue(monday + 1, monday + 3, 'span', 0.6)
  return /end|late/iu.test(part)
    ? spanValue(monday + 3, monday + 6, 'span', 0.6)
    : spanValue(monday, monday + 2, 'span', 0.6)
}

const WHICH = '(?<which>last|this|next|past|previous|coming|upcoming|current|following)'
/** "Every Monday" names no day. */
const NOT_EACH = String.raw`(?<!\b(?:a|every|each|any|most|alternate|other|per|black|cyber|good|super|ash|easter|holy|whit|palm|maundy)\s)`

/** Weeks run from Monday to Sunday (ISO 8601): `last week`, `this weekend`, `on Tuesday`, `last Tuesday`. */
export const enWeeks: readonly Rule[] = [
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}])(?:(?<part>early|mid|late|(?:the\s)?(?:beginning|start|middle|end)\sof)[-\s])?(?:the\s)?${WHICH}\s(?<unit>week|weekend)(?![\p{L}-])`,
      'giu',
    ),
    read: ({ part, which = '', unit = '' }, { reference }) => {
      if (reference === undefined || !reference.isDay) return undefined
      const monday = mondayOf(reference, enStep(which))
      return unit.toLowerCase() === 'week'
        ? partOfWeek(monday, part)
        : spanValue(monday + 5, monday + 6, 'span', 0.8)
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}])(?<day>${EN_WEEKDAY})(?<=\b(?<which>last|this|next)\s${EN_WEEKDAY}\s(?:or|and)\s(?:on\s)?\k<day>)`,
      'giu',
    ),
    read: ({ which = '', day = '' }, { reference }) =>
      reference?.isDay === true
        ? dayValue(mondayOf(reference, enStep(which)) + enWeekday(day) - 1, 0.7)
        : undefined,
  },
  {
    pattern:
      /(?<![\p{L}])(?:the\s)?(?:(?<last>(?:week|weekend) before last)|(?<next>(?:week|weekend) after next))(?![\p{L}])/giu,
    read: ({ last, next }, { reference }) => {
      if (reference === undefined || !reference.isDay) return undefined
      const monday = mondayOf(reference, last === undefined ? 2 : -2)
      return /weekend/iu.test(last ?? next ?? '')
        ? spanValue(monday + 5, monday + 6, 'span', 0.7)
        : spanValue(monday, monday + 6, 'week', 0.8)
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?<n>${EN_COUNT})\s(?<day>${EN_WEEKDAY_NAME})s\s(?<side>ago|from\snow)(?![\p{L}])`,
      'giu',
    ),
    read: ({ n = '', day = '', side }, { reference }) => {
      if (reference === undefined || !reference.isDay) return undefined
      const ahead = (enWeekday(day) - isoWeekday(reference.from) + 7) % 7 || 7
      const weeks = enNumber(n) - 1
      return dayValue(
        reference.from + (side === 'ago' ? (ahead === 7 ? -7 : ahead - 7) - weeks * 7 : ahead + weeks * 7),
        0.6,
      )
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:(?<=\bthe\s)|calendar\s)week\s(?<n>\d{1,2})(?![\d.,:]\d|\d)(?:,?\s(?:of\s|in\s)?(?<y>${EN_YEAR}))?`,
      'giu',
    ),
    read: ({ n = '', y }, { reference }) => {
      const year = y === undefined ? reference?.year : enYear(y)
      const number = Number(n)
      if (year === undefined || number < 1 || number > 53) return undefined
      const fourth = dayNumber(year, 1, 4)
      const monday = fourth - isoWeekday(fourth) + 1 + (number - 1) * 7
      return spanValue(monday, monday + 6, 'week', 0.7)
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}])${NOT_EACH}(?:(?:the\s)?${WHICH}\s|(?<=\b(?<until>from|until|till|by|starting|starting on|beginning)\s)|)(?<day>${EN_WEEKDAY})(?!['’]?s\s(?:child|paper)|\s?\d{1,2}(?:st|nd|rd|th)|\s\d{1,2}(?=[,.;]?$|[,;]))(?:\s(?<when>last|next|this)\sweek)?`,
      'giu',
    ),
    read: ({ which, day = '', when, until }, { reference }) => {
      if (
        reference === undefined ||
        !reference.isDay ||
        (!/^[A-Z]/.test(day) && which === undefined && day.length < 6)
      )
        return undefined
      if (when !== undefined) return dayValue(mondayOf(reference, enStep(when)) + enWeekday(day) - 1, 0.9)
      return weekday(reference, which ?? (until === undefined ? undefined : 'from'), day)
    },
  },
]
