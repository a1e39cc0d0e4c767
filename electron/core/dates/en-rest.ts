import { calendarDay, dayNumber, daysInMonth, isoWeekday } from '../model/calendar.ts'
import type { Rule } from './rule.ts'
import { type DateValue, type Reference, spanValue } from './value.ts'

/** First and last day of the week, month, quarter or year of the reference. */
function unitAround({ from, year, month }: Reference, unit: string): { first: number; last: number } {
  if (unit === 'week') {
    const first = from - isoWeekday(from) + 1
    return { first, last: first + 6 }
  }
  const months = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12
  const start = Math.floor((month - 1) / months) * months + 1
  const end = start + months - 1
  return { first: dayNumber(year, start, 1), last: dayNumber(year, end, daysInMonth(year, end)) }
}

const rest = (reference: Reference, unit: string): DateValue =>
  spanValue(reference.from, unitAround(reference, unit).last, 'span', 0.7)

const sofar = (reference: Reference, unit: string): DateValue =>
  spanValue(unitAround(reference, unit).first, reference.from, 'span', 0.7)

const UNIT = '(?<unit>week|month|quarter|year)(?![\\p{L}-])'

/** The day of publication cuts a unit in two: `earlier this year`, `later this week`, `the rest of the month`. */
export const enRest: readonly Rule[] = [
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}])(?:the\s)?(?:rest|remainder|remaining(?:\s(?:days|weeks|months))?)\sof\s(?:the|this|the\scurrent)\s${UNIT}`,
      'giu',
    ),
    read: ({ unit = '' }, { reference }) =>
      reference?.isDay === true ? rest(reference, unit.toLowerCase()) : undefined,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}])(?<side>earlier|later)\s(?:in\s)?(?:the|this)\s${UNIT}`,
      'giu',
    ),
    read: ({ side = '', unit = '' }, { reference }) => {
      if (reference === undefined || !reference.isDay) return undefined
      const word = unit.toLowerCase()
      return side.toLowerCase() === 'later' ? rest(reference, word) : sofar(reference, word)
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}])(?:so\sfar\sthis\s${UNIT}|(?<unit2>week|month|quarter|year)[-\s]to[-\s]date(?![\p{L}]))`,
      'giu',
    ),
    read: ({ unit, unit2 = '' }, { reference }) =>
      reference?.isDay === true ? sofar(reference, (unit ?? unit2).toLowerCase()) : undefined,
  },
  {
    pattern: /(?<![\p{L}])(?<side>earlier|later)\s(?:today|(?<last>last)\s(?<unit>month|year))(?![\p{L}])/giu,
    read: ({ last, unit = '' }, { reference }) => {
      if (reference === undefined || !reference.isDay) return undefined
      if (last === undefined) return spanValue(reference.from, reference.from, 'day', 0.85)
      const { year, month } = calendarDay(unitAround(reference, unit.toLowerCase()).first - 1)
      const start = unit.toLowerCase() === 'month' ? month : 1
      return spanValue(
        dayNumber(year, start, 1),
        dayNumber(year, month, daysInMonth(year, month)),
        'span',
        0.7,
      )
    },
  },
]
