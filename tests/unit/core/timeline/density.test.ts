import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bucketSchema } from '../../../../electron/core/model/listing.ts'
import { readingOfEdtf } from '../../../../electron/core/timeline/clock-reading.ts'
import { densityOf } from '../../../../electron/core/timeline/density.ts'

function density(...dates: string[]) {
  const readings = dates.map(readingOfEdtf)
  return densityOf({
    count: readings.length,
    from: readings.map(({ from }) => from),
    to: readings.map(({ to }) => to),
  })
}
const spans = (...dates: string[]) => density(...dates).map(({ from, to, count }) => `${from} ${to} ${count}`)

describe('the density strip', () => {
  test('of nothing is empty', () => {
    expect(density()).toEqual([])
  })

  test('shows days where they fit, also those without a clipping', () => {
    expect(spans('2025-07-19', '2025-07-17T08:00:00+08:00', '2025-07-19')).toEqual([
      '2025-07-17 2025-07-17 1',
      '2025-07-18 2025-07-18 0',
      '2025-07-19 2025-07-19 2',
    ])
  })

  test('shows weeks from Monday, months, quarters or years where days are too many', () => {
    const bars = (from: string, to: string) => density(from, to)
    const year = bars('2025-01-01', '2025-12-31')
    expect(year[0]).toEqual({ from: '2024-12-30', to: '2025-01-05', count: 1 })
    expect(year).toHaveLength(53)
    expect(bars('2020-02-10', '2025-07-19')[0]).toEqual({ from: '2020-02-01', to: '2020-02-29', count: 1 })
    expect(bars('2010-02-10', '2025-07-19')[0]).toEqual({ from: '2010-01-01', to: '2010-03-31', count: 1 })
    expect(bars('1961-02-10', '2025-07-19')[0]).toEqual({ from: '1961-01-01', to: '1961-12-31', count: 1 })
    expect(bars('1843-02-10', '2025-07-19')[0]).toEqual({ from: '1842-01-01', to: '1843-12-31', count: 1 })
  })

  test('counts a clipping of a month or a year wherever it may be, without widening the strip', () => {
    expect(spans('2025-07-30', '2025-08-01', '2025-07', '2025', '2024-12', '2025-07-31/')).toEqual([
      '2025-07-30 2025-07-30 3',
      '2025-07-31 2025-07-31 3',
      '2025-08-01 2025-08-01 3',
    ])
  })

  test('shows months or years where nothing more precise is known', () => {
    expect(spans('2025-01', '2025-02')).toHaveLength(59)
    const years = density('2019', '2021')
    expect([years[0]?.from, years.at(-1)?.to]).toEqual(['2019-01-01', '2021-12-31'])
    expect(new Set(years.map(({ count }) => count))).toEqual(new Set([1, 0]))
  })

  test('has at most a hundred bars for any dates, side by side, each date in one bar', () => {
    const day = fc
      .date({
        min: new Date('0001-01-01T00:00:00Z'),
        max: new Date('9999-12-31T00:00:00Z'),
        noInvalidDate: true,
      })
      .map(date => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 20 }), days => {
        const bars = density(...days)
        expect(bars.length).toBeLessThanOrEqual(100)
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(days.length)
        for (const [index, bar] of bars.entries()) {
          bucketSchema.parse(bar)
          const next = bars[index + 1]
          if (next !== undefined) expect(Date.parse(next.from) - Date.parse(bar.to)).toBe(86_400_000)
        }
        for (const each of days)
          expect(bars.filter(({ from, to }) => from <= each && each <= to)).toHaveLength(1)
      }),
      { seed: 20250719, numRuns: 300 },
    )
  })
})
