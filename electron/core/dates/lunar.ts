import { dayNumber } from '../model/calendar.ts'

/**
 * The lunar years from 1950 to 2050, ten a row in hexadecimal: from the lowest bit, 1 for each month of thirty
 * days in their order, and from bit 13 the number of the month that is repeated. The test compares them with
 * ICU's Chinese calendar, which core cannot ask.
 */
const YEARS = `
  00536 00aad 0b5aa 00db2 00da4 07d49 00d4a 10a95 00a97 00556
  0cab5 00ad5 006d2 08ea5 00ea5 0064a 06c97 00a9b 0f55a 0056a
  00b69 0b752 00b52 00b25 0964b 00a4b 114ab 002ad 0056d 0cb69
  00da9 00d92 09d25 00d25 15a4d 00a56 002b6 0e5b5 006d5 00ea9
  0be92 00e92 00d26 06a56 00a57 114d6 0035a 006d5 0aec9 00749
  00693 0952b 0052b 00a5b 0555a 0056a 0fb55 00ba4 00b49 0ba93
  00a95 0052d 08a6d 00ab5 135aa 005d2 00da5 0dd4a 00e4a 00c95
  0952e 00556 00ab5 055b2 006d2 0cea5 00f25 0064a 0ac97 004ab
  0055b 06ad6 00b69 17752 00b52 00b25 0da4b 00a4b 004ab 0a55b
  005ad 00b6a 05b52 00d92 0fd25 00d25 00a55 0b4ad 004b6 005b5
  06daa
`
  .trim()
  .split(/\s+/)
  .map(word => Number.parseInt(word, 16))

const FIRST = 1950
/** New Year of {@link FIRST}. */
const START = dayNumber(1950, 2, 17)

const leapOf = (code: number): number => code >> 13
const lengthOf = (code: number, index: number): number => (((code >> index) & 1) === 1 ? 30 : 29)
const monthsOf = (code: number): number => (leapOf(code) === 0 ? 12 : 13)

const yearLength = (code: number): number =>
  Array.from({ length: monthsOf(code) }, (_, index) => lengthOf(code, index)).reduce(
    (sum, days) => sum + days,
    0,
  )

/** The day number of the New Year of the table's year with this index. */
const newYear = (index: number): number =>
  YEARS.slice(0, index).reduce((day, code) => day + yearLength(code), START)

/**
 * The day that a lunar day of a year is in our calendar, for years from 1950 to 2050; undefined outside them and
 * where the month has no such day. The repeated month is asked for by `isLeap`.
 */
export const lunarDay =
  (month: number, day: number, isLeap = false) =>
  (year: number): number | undefined => {
    const code = YEARS[year - FIRST]
    if (code === undefined || month < 1 || month > 12) return undefined
    const leap = leapOf(code)
    if (isLeap && month !== leap) return undefined
    const index = month - 1 + (leap !== 0 && (month > leap || isLeap) ? 1 : 0)
    if (day < 1 || day > lengthOf(code, index)) return undefined
    const before = Array.from({ length: index }, (_, each) => lengthOf(code, each)).reduce(
      (sum, days) => sum + days,
      0,
    )
    return newYear(year - FIRST) + before + day - 1
  }
