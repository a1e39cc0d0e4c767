import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDay, dayNumber, formatDay, isoWeekday } from '../../../../electron/core/model/calendar.ts'
import {
  boundsOf,
  compareEdtf,
  dayKeyOf,
  edtfSchema,
  precisionOf,
  secondsOf,
} from '../../../../electron/core/model/edtf.ts'

const accepts = (value: string): boolean => edtfSchema.safeParse(value).success

describe('the calendar', () => {
  test('counts days and names them back, for four thousand years', () => {
    const day = fc.integer({ min: dayNumber(-1000, 1, 1), max: dayNumber(3000, 12, 31) })
    fc.assert(
      fc.property(day, number => {
        const { year, month, day: dayOfMonth } = calendarDay(number)
        expect(dayNumber(year, month, dayOfMonth)).toBe(number)
        if (year >= 1600 && year <= 2400)
          expect(formatDay(number)).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10))
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  test('starts the week on Monday', () => {
    expect(isoWeekday(dayNumber(2025, 7, 14))).toBe(1)
    expect(isoWeekday(dayNumber(2025, 7, 20))).toBe(7)
    expect(isoWeekday(dayNumber(1899, 12, 31))).toBe(7)
  })
})

describe('an EDTF value', () => {
  test('is a year, month, day, time or interval', () => {
    for (const value of [
      '2025',
      '2025-07',
      '2025-07-19',
      '2025-07-19T00:09:16+08:00',
      '2025-07-19T09:14',
      '-0044-03-15',
    ])
      expect(accepts(value)).toBe(true)
    for (const value of ['2025-07-01/2025-07-10', '1990/1999', '2025-07-01/', '/2025'])
      expect(accepts(value)).toBe(true)
  })

  test('names a day that exists', () => {
    for (const value of [
      '2025-02-30',
      '2025-13',
      '2025-00',
      '2025-07-00',
      '2023-02-29',
      '2025-07-19T24:00',
      '2025-07-19T12:60',
    ])
      expect(accepts(value)).toBe(false)
    for (const value of [
      '2025-07-19T12:00+15:00',
      '2025-07-10/2025-07-01',
      '2025-02-30/2025-03-01',
      '7/19/2025',
      '',
    ])
      expect(accepts(value)).toBe(false)
    expect(accepts('2024-02-29')).toBe(true)
  })

  test('covers the days of its own offset', () => {
    expect(boundsOf('2025-07-19T00:09:16+08:00')).toEqual({ from: '2025-07-19', to: '2025-07-19' })
    expect(boundsOf('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
    expect(boundsOf('2025')).toEqual({ from: '2025-01-01', to: '2025-12-31' })
    expect(boundsOf('2024-11/2025-02')).toEqual({ from: '2024-11-01', to: '2025-02-28' })
    expect(boundsOf('2025-07-01/').to).toBe('9999-12-31')
  })

  test('keeps the precision that it states', () => {
    const values = ['2025-07-19T00:09:16Z', '2025-07-19T00:09', '2025-07-19', '2025-07', '2025', '2025/2026']
    expect(values.map(precisionOf)).toEqual(['second', 'minute', 'day', 'month', 'year', 'span'])
  })

  test('stands under a heading of its precision', () => {
    expect(dayKeyOf('2025-07-19T00:09:16+08:00')).toBe('2025-07-19')
    expect(dayKeyOf('2025-07')).toBe('2025-07')
    expect(dayKeyOf('2025')).toBe('2025')
    expect(dayKeyOf('2025-07-01/2025-07-10')).toBe('2025-07')
    expect(dayKeyOf('2025-06/2025-08')).toBe('2025')
    expect(dayKeyOf('1990/1999')).toBe('1999')
  })

  test('gives seconds for times alone, without an offset as UTC', () => {
    expect(secondsOf('2025-07-19T08:00:00+08:00')).toBe(secondsOf('2025-07-19T00:00Z'))
    expect(secondsOf('2025-07-19T00:00')).toBe(secondsOf('2025-07-19T00:00Z'))
    expect(secondsOf('2025-07-19')).toBeUndefined()
  })
})

describe('sorting', () => {
  const day = fc
    .tuple(
      fc.integer({ min: 2023, max: 2026 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, month, date]) => formatDay(dayNumber(year, month, date)))
  const time = fc.tuple(
    fc.constantFrom('00:30', '08:00:01', '23:59'),
    fc.constantFrom('', 'Z', '+08:00', '-05:00'),
  )
  const edtf = fc.oneof(
    day,
    day.map(value => value.slice(0, 7)),
    day.map(value => value.slice(0, 4)),
    fc.tuple(day, time).map(([value, [clock, zone]]) => `${value}T${clock}${zone}`),
    fc.tuple(day, day).map(([a, b]) => (a <= b ? `${a}/${b}` : `${b}/${a}`)),
  )

  test('puts a month after its days and a year after its months', () => {
    const values = ['2025', '2025-07', '2025-08-01', '2025-07-01', '2025-07-31', '2025-12']
    expect(values.toSorted(compareEdtf)).toEqual([
      '2025-07-01',
      '2025-07-31',
      '2025-07',
      '2025-08-01',
      '2025-12',
      '2025',
    ])
  })

  test('orders times of one day by instant, values without a time last', () => {
    const values = [
      '2025-07-19',
      '2025-07-19T10:00+08:00',
      '2025-07-19T09:00+00:00',
      '2025-07-19T23:00+08:00',
    ]
    expect(values.toSorted(compareEdtf)).toEqual([
      '2025-07-19T10:00+08:00',
      '2025-07-19T09:00+00:00',
      '2025-07-19T23:00+08:00',
      '2025-07-19',
    ])
  })

  test('keeps every heading in one piece and is a total order', () => {
    fc.assert(
      fc.property(fc.array(edtf, { maxLength: 30 }), values => {
        const sorted = values.toSorted(compareEdtf)
        const keys = sorted.map(dayKeyOf)
        expect(keys.filter((key, at) => key !== keys[at - 1]).length).toBe(new Set(keys).size)
        for (const [at, value] of sorted.entries())
          for (const later of sorted.slice(at)) expect(compareEdtf(value, later)).toBeLessThanOrEqual(0)
      }),
      { seed: 2, numRuns: 300 },
    )
  })
})
