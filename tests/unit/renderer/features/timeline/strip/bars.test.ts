import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daySpanOf } from '../../../../../../electron/core/model/edtf.ts'
import { labelsOf } from '../../../../../../renderer/features/timeline/strip/axis-labels.ts'
import { barsIn } from '../../../../../../renderer/features/timeline/strip/bars.ts'
import { CountedTime } from '../../../../../../renderer/features/timeline/strip/counted-time.ts'
import { cutFor, DAY } from '../../../../../../renderer/features/timeline/strip/cuts.ts'
import { edtfOfSpan } from '../../../../../../renderer/features/timeline/strip/days.ts'
import { TimeAxis } from '../../../../../../renderer/features/timeline/strip/time-axis.ts'

/** Counts of dates by the day. */
function counted(...dates: string[]): CountedTime {
  const spans = dates.map(daySpanOf).sort((a, b) => a.from - b.from)
  const points = new Map<number, number>()
  for (const { from, to } of spans) if (from === to) points.set(from, (points.get(from) ?? 0) + 1)
  return new CountedTime(
    {
      points: [...points],
      spans: spans.flatMap(({ from, to }) => (from === to ? [] : [[from, to, 1] as const])),
    },
    DAY,
  )
}

function strip(width: number, dates: readonly string[], isFolding = false) {
  const time = counted(...dates)
  const axis = new TimeAxis(time.extent ?? { from: 0, to: DAY }, time.content(DAY), isFolding)
  const view = { start: 0, end: axis.length, width }
  const bars = barsIn(time, axis, view, cutFor(axis.length / width, false))
  return { axis, bars }
}
const shown = (width: number, ...dates: string[]) =>
  strip(width, dates).bars.map(bar => `${edtfOfSpan(bar)} ${bar.count}+${bar.wide}`)

describe('bars of the strip', () => {
  it('are days where they have room, also those without a clipping', () => {
    expect(shown(300, '2025-07-19', '2025-07-17', '2025-07-19')).toEqual([
      '2025-07-17 1+0',
      '2025-07-18 0+0',
      '2025-07-19 2+0',
    ])
  })

  it('are weeks from Monday, months, quarters or years where days have no room', () => {
    const first = (from: string, to: string) => shown(300, from, to)[0]
    expect(first('2025-01-01', '2025-12-31')).toBe('2024-12-30/2025-01-05 1+0')
    expect(first('2020-02-10', '2025-07-19')).toBe('2020-02-01/2020-02-29 1+0')
    expect(first('2010-02-10', '2025-07-19')).toBe('2010-01-01/2010-03-31 1+0')
    expect(first('1943-02-10', '2025-07-19')).toBe('1943-01-01/1943-12-31 1+0')
  })

  it('count a month in its month, and say of its days only that it may be there', () => {
    expect(shown(300, '2025-07-30', '2025-07-31', '2025-08-01', '2025-07')).toEqual([
      '2025-07-30 1+1',
      '2025-07-31 1+1',
      '2025-08-01 1+0',
    ])
    expect(shown(150, '2024-01-15', '2025-07-31', '2025-07')).toContain('2025-07-01/2025-07-31 2+0')
  })

  it('show months or years where nothing more precise is known', () => {
    expect(shown(100, '2019', '2021').map(bar => bar.slice(-3))).toEqual(
      expect.arrayContaining(['0+1', '0+0']),
    )
  })

  it('have every dated clipping in just one, for any dates, side by side and wide enough', () => {
    const day = fc
      .date({ min: new Date('0001-01-01'), max: new Date('9990-12-31'), noInvalidDate: true })
      .map(date => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 20 }), fc.boolean(), (days, isFolding) => {
        const { bars } = strip(400, days, isFolding)
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(days.length)
        expect(bars.length).toBeLessThanOrEqual(140)
        for (const [index, bar] of bars.entries()) {
          const next = bars[index + 1]
          expect(bar.right).toBeGreaterThan(bar.left)
          if (next !== undefined) expect(next.from).toBeGreaterThanOrEqual(bar.to)
        }
      }),
      { seed: 20250719, numRuns: 300 },
    )
  })
})

describe('a folded stretch', () => {
  const dates = ['1949-10-01', '1949-10-02', '2025-07-01', '2025-07-19']

  it('is narrow, and what is around it is not', () => {
    const { axis, bars } = strip(400, dates, true)
    expect(axis.gaps).toHaveLength(1)
    expect(axis.length).toBeLessThan(100 * DAY)
    expect(bars.filter(({ count }) => count > 0)).toHaveLength(4)
    expect(strip(400, dates).axis.gaps).toEqual([])
  })

  it('is none where a month of it is known to have something', () => {
    const months = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}`)
    expect(strip(400, ['2025-01-02', ...months, '2025-12-30'], true).axis.gaps).toEqual([])
  })

  it('keeps times in order, and every time has one place', () => {
    const { axis } = strip(400, dates, true)
    fc.assert(
      fc.property(fc.double({ min: 0, max: axis.length, noNaN: true }), place => {
        expect(axis.placeOf(axis.timeAt(place))).toBeCloseTo(place, 3)
      }),
      { seed: 20250719 },
    )
  })
})

describe('names under the strip', () => {
  const texts = (width: number, ...dates: string[]) =>
    labelsOf(strip(width, dates).bars, 6.6, width + 60).map(({ text }) => text)

  it('are years, months or days, with the year or month where it is another', () => {
    expect(texts(400, '2024-11-03', '2025-02-20')).toEqual(['2024-11', '12', '2025-01', '02'])
    expect(texts(400, '2010-01-01', '2025-02-20').slice(0, 2)).toEqual(['2010', '2012'])
    expect(texts(400, '2015-12-30', '2022-02-20').slice(0, 3)).toEqual(['2016', '2017', '2018'])
    expect(texts(400, '2025-07-30', '2025-08-02')).toEqual(['07-30', '31', '08-01', '02'])
  })
})
