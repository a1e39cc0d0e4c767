import { isoWeekday } from '../model/calendar.ts'
import { EN_WEEKDAY, enWeekday } from './en-numerals.ts'
import type { Rule } from './rule.ts'
import { type DateValue, dayValue, type Reference, spanValue } from './value.ts'

const STEPS: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  next: 1,
  coming: 1,
}

const mondayOf = (reference: Reference, weeks: number): number =>
  reference.from - isoWeekday(reference.from) + 1 + weeks * 7

/**
 * "Last Tuesday" is the Tuesday of last week and "next Tuesday" that of next week. A bare weekday in news is the
 * one that just was, today included; after "from" or "until" it is the coming one.
 */
function weekday(reference: Reference, which: string | undefined, name: string): DateValue {
  const wanted = enWeekday(name)
  const ago = (isoWeekday(reference.from) - wanted + 7) % 7
  switch (which?.toLowerCase()) {
    case 'last':
    case 'past':
    case 'previous':
      return dayValue(mondayOf(reference, -1) + wanted - 1, 0.7)
    case 'next':
    case 'coming':
      return dayValue(mondayOf(reference, 1) + wanted - 1, 0.7)
    case 'this':
      return dayValue(mondayOf(reference, 0) + wanted - 1, 0.8)
    case 'from':
      return dayValue(reference.from + (7 - ago), 0.6)
    default:
      return dayValue(reference.from - ago, 0.75)
  }
}

/** Weeks run from Monday to Sunday (ISO 8601): `last week`, `this weekend`, `on Tuesday`, `last Tuesday`. */
export const enWeeks: readonly Rule[] = [
  {
    pattern:
      /(?<![\p{L}])(?:the\s)?(?<which>last|this|next|past|previous|coming)\s(?<unit>week|weekend)(?![\p{L}])(?!['’]s)/giu,
    read: ({ which = '', unit = '' }, { reference }) => {
      if (reference === undefined || !reference.isDay) return undefined
      const monday = mondayOf(reference, STEPS[which.toLowerCase()] ?? 0)
      return unit.toLowerCase() === 'week'
        ? spanValue(monday, monday + 6, 'week', 0.9)
        : spanValue(monday + 5, monday + 6, 'span', 0.8)
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}])(?:(?<which>last|this|next|past|previous|coming)\s|(?<=\b(?<until>from|until|till|by|starting|starting on|beginning)\s)|)(?<day>${EN_WEEKDAY})(?!\s?\d)(?:\s(?<when>last|next|this)\sweek)?`,
      'giu',
    ),
    read: ({ which, day = '', when, until }, { reference }) => {
      if (
        reference === undefined ||
        !reference.isDay ||
        (!/^[A-Z]/.test(day) && which === undefined && day.length < 6)
      )
        return undefined
      if (when !== undefined)
        return dayValue(mondayOf(reference, STEPS[when.toLowerCase()] ?? 0) + enWeekday(day) - 1, 0.9)
      return weekday(reference, which ?? (until === undefined ? undefined : 'from'), day)
    },
  },
]
