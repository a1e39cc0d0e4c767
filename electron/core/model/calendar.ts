/** Arithmetic on days of the proleptic Gregorian calendar, without clocks and zones. */
export interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days of a month (1 to 12); 0 for a number that is no month. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30
  return month >= 1 && month <= 12 ? 31 : 0
}

export const isCalendarDay = ({ year, month, day }: CalendarDay): boolean =>
  day >= 1 && day <= daysInMonth(year, month)

/** Days since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms": days_from_civil). */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The inverse of {@link dayNumber}. */
export function calendarDay(number: number): CalendarDay {
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

/** Monday is 1 and Sunday 7, as in ISO 8601. */
export const isoWeekday = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1

const pad = (value: number, width: number): string => String(Math.abs(value)).padStart(width, '0')

export const formatYear = (year: number): string => `${year < 0 ? '-' : ''}${pad(year, 4)}`
export const formatMonth = (year: number, month: number): string => `${formatYear(year)}-${pad(month, 2)}`

/** A day number as `YYYY-MM-DD`. */
export function formatDay(number: number): string {
  const { year, month, day } = calendarDay(number)
  return `${formatMonth(year, month)}-${pad(day, 2)}`
}
