import { dayNumber, daysInMonth, isoWeekday } from '../model/calendar.ts'
import { easterSunday } from './easter.ts'
import { EN_YEAR, enStep, enYear } from './en-numerals.ts'
import { lunarDay } from './lunar.ts'
import type { Rule } from './rule.ts'
import { type DateValue, dayValue, type Reference } from './value.ts'

type DayOf = (year: number) => number | undefined

const fixed =
  (month: number, day: number): DayOf =>
  year =>
    dayNumber(year, month, day)

/** The nth weekday of a month (1 Monday to 7 Sunday), the last one for 0. */
const nth =
  (month: number, n: number, weekday: number): DayOf =>
  year => {
    const first = dayNumber(year, month, 1)
    if (n > 0) return first + ((weekday - isoWeekday(first) + 7) % 7) + (n - 1) * 7
    const last = first + daysInMonth(year, month) - 1
    return last - ((isoWeekday(last) - weekday + 7) % 7)
  }

const easter =
  (days: number): DayOf =>
  year =>
    easterSunday(year) + days

const shifted =
  (day: DayOf, days: number): DayOf =>
  year => {
    const number = day(year)
    return number === undefined ? undefined : number + days
  }

const thanksgiving = nth(11, 4, 4)

/** Days that mean the same everywhere, and those of the United States that nobody else calls so. */
const HOLIDAYS: readonly (readonly [pattern: string, day: DayOf])[] = [
  [`new year['’]?s? eve`, fixed(12, 31)],
  [`new year['’]?s? day`, fixed(1, 1)],
  ['martin luther king(?:,? jr\\.?)?,? day|mlk day', nth(1, 3, 1)],
  ['groundhog day', fixed(2, 2)],
  [`(?:st\\.? |saint )?valentine['’]?s['’]? day`, fixed(2, 14)],
  [`presidents?['’]?s?['’]? day`, nth(2, 3, 1)],
  [`(?:international )?women['’]?s['’]? day`, fixed(3, 8)],
  [`(?:st\\.? |saint )patrick['’]?s day`, fixed(3, 17)],
  [`april fools?['’]?s?['’]?(?: day)?`, fixed(4, 1)],
  ['ash wednesday', easter(-46)],
  ['palm sunday', easter(-7)],
  ['maundy thursday', easter(-3)],
  ['good friday', easter(-2)],
  ['easter monday', easter(1)],
  ['easter(?: sunday| day)?', easter(0)],
  ['ascension day', easter(39)],
  ['whit monday|pentecost monday', easter(50)],
  ['pentecost|whit sunday', easter(49)],
  ['corpus christi', easter(60)],
  ['earth day', fixed(4, 22)],
  [`(?:international )?workers?['’]?s?['’]? day|may day`, fixed(5, 1)],
  ['cinco de mayo', fixed(5, 5)],
  ['memorial day', nth(5, 0, 1)],
  ['juneteenth', fixed(6, 19)],
  ['bastille day', fixed(7, 14)],
  ['labor day', nth(9, 1, 1)],
  ['columbus day', nth(10, 2, 1)],
  [`halloween|hallowe['’]en`, fixed(10, 31)],
  [`all saints['’]? day`, fixed(11, 1)],
  ['guy fawkes(?: night| day)?|bonfire night', fixed(11, 5)],
  [`veterans?['’]?s?['’]? day|armistice day`, fixed(11, 11)],
  ['thanksgiving(?: day)?', thanksgiving],
  ['black friday', shifted(thanksgiving, 1)],
  ['cyber monday', shifted(thanksgiving, 4)],
  ['christmas eve', fixed(12, 24)],
  ['christmas(?: day)?|xmas', fixed(12, 25)],
  ['boxing day', fixed(12, 26)],
  [`(?:chinese|lunar) new year['’]?s? eve`, shifted(lunarDay(1, 1), -1)],
  [`(?:chinese|lunar) new year(?:['’]?s? day)?`, lunarDay(1, 1)],
  ['lantern festival', lunarDay(1, 15)],
  ['dragon boat festival', lunarDay(5, 5)],
  ['mid-autumn (?:festival|day)', lunarDay(8, 15)],
]

/** The day of a holiday beside the reference: the last that was, the next that will be, this year's, the nearest. */
function near(dayOf: DayOf, reference: Reference, which: string): number | undefined {
  const days = [-1, 0, 1, 2].map(step => dayOf(reference.year + step)).filter(day => day !== undefined)
  if (which === 'last') return days.findLast(day => day < reference.from)
  if (which === 'next' || which === 'following') return days.find(day => day > reference.to)
  if (which === 'this') return dayOf(reference.year)
  const distance = (day: number): number => Math.abs(day - reference.from)
  return days.toSorted((a, b) => distance(a) - distance(b))[0]
}

/** Before a bare name, or else it may be a tree, a market, a dinner. */
const LEAD = String.raw`\b(?:on|at|by|before|after|since|until|till|around|over|from|for|of|celebrate)\s`
/** What a bare name may not be followed by: the thing that it describes. */
const ALONE = String.raw`(?![\p{L}\d'’-]|\s(?!at\s|in\s|on\s|and\s|or\s|with\s|when\s|was\s|is\s|to\s|because\s|after\s|before\s|but\s|this\s|last\s|next\s|as\s|for\s|from\s)\p{L})`

const YEAR = String.raw`(?:(?:,?\s(?:of\s|in\s)?)(?:(?<y>${EN_YEAR})|(?<year>last|this|next)\syear))`

const NAME = `(?<name>${HOLIDAYS.map(([name]) => name).join('|')})`
const MATCHERS = HOLIDAYS.map(([name, dayOf]) => ({ matcher: new RegExp(`^(?:${name})$`, 'iu'), dayOf }))

const dayOfNamed = (name: string): DayOf =>
  MATCHERS.find(({ matcher }) => matcher.test(name))?.dayOf ?? (() => undefined)

const value = (day: number | undefined, confidence: number): DateValue | undefined =>
  day === undefined ? undefined : dayValue(day, confidence)

/** Holidays whose day is a fact of the calendar: `Easter 2018`, `last Christmas`, `on Good Friday`. */
export const enHolidays: readonly Rule[] = [
  {
    pattern: new RegExp(String.raw`(?<![\p{L}\d-])${NAME}${YEAR}(?![\p{L}\d])`, 'giu'),
    read: ({ name = '', y, year }, { reference }) => {
      const dayOf = dayOfNamed(name)
      if (y !== undefined) return value(dayOf(enYear(y)), 0.9)
      return reference && value(dayOf(reference.year + enStep(year ?? '')), 0.8)
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d-])(?:(?<which>last|this|next|following)\s)?${NAME}${ALONE}(?<=(?:${LEAD}|\b(?:last|this|next|following)\s)\k<name>)`,
      'giu',
    ),
    read: ({ name = '', which }, { reference }) =>
      reference?.isDay === true
        ? value(
            near(dayOfNamed(name), reference, which?.toLowerCase() ?? ''),
            which === undefined ? 0.6 : 0.7,
          )
        : undefined,
  },
]
