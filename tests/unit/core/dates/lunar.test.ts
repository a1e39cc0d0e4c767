import { expect, test } from 'vitest'
import { lunarDay } from '../../../../electron/core/dates/lunar.ts'
import { formatDay } from '../../../../electron/core/model/calendar.ts'

const CHINESE = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})

const inLunarCalendar = (day: number): { month: string | undefined; day: string | undefined } => {
  const parts = CHINESE.formatToParts(new Date(day * 86_400_000))
  const part = (type: string): string | undefined => parts.find(each => each.type === type)?.value
  return { month: part('month'), day: part('day') }
}

const YEARS = Array.from({ length: 101 }, (_, index) => 1950 + index)

test('festivals that the newspapers dated', () => {
  const on = (month: number, day: number, year: number): string => formatDay(lunarDay(month, day)(year) ?? 0)
  expect(on(1, 1, 1950)).toBe('1950-02-17')
  expect(on(1, 1, 2020)).toBe('2020-01-25')
  expect(on(8, 15, 2020)).toBe('2020-10-01')
  expect(on(5, 5, 2023)).toBe('2023-06-22')
  expect(on(1, 1, 2025)).toBe('2025-01-29')
  expect(on(1, 1, 2034)).toBe('2034-02-19')
})

test.each(['01-01', '05-05', '08-15', '12-08'])('every %s is the same day as in ICU', date => {
  const [month = 0, day = 0] = date.split('-').map(Number)
  for (const year of YEARS)
    expect(inLunarCalendar(lunarDay(month, day)(year) ?? 0)).toEqual({ month: `${month}`, day: `${day}` })
})

test('a repeated month is another than the one before it', () => {
  expect(formatDay(lunarDay(6, 1)(2025) ?? 0)).toBe('2025-06-25')
  expect(formatDay(lunarDay(6, 1, true)(2025) ?? 0)).toBe('2025-07-25')
  expect(lunarDay(5, 1, true)(2025)).toBeUndefined()
})

test('days and years that the table does not have are none', () => {
  expect(lunarDay(1, 30)(2024)).toBeUndefined()
  expect(lunarDay(13, 1)(2024)).toBeUndefined()
  expect(lunarDay(1, 1)(1949)).toBeUndefined()
  expect(lunarDay(1, 1)(2051)).toBeUndefined()
})
