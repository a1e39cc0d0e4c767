import { describe, expect, it } from 'vitest'
import { axisOf, barsOf, busiestOf, daysOf } from '../../../../../renderer/features/timeline/density.ts'

const bar = (from: string, to: string, count: number) => ({ from, to, count })
const WEEKS = [
  bar('2025-06-23', '2025-06-29', 1),
  bar('2025-06-30', '2025-07-06', 4),
  bar('2025-07-07', '2025-07-13', 4),
  bar('2025-07-14', '2025-07-20', 0),
]

describe('the strip of days', () => {
  it('turns bars into the days that they cover, in either direction', () => {
    expect(daysOf(WEEKS, 1, 2)).toEqual({ from: '2025-06-30', to: '2025-07-13' })
    expect(daysOf(WEEKS, 2, 1)).toEqual({ from: '2025-06-30', to: '2025-07-13' })
  })

  it('filters nothing when all of it is chosen', () => {
    expect(daysOf(WEEKS, 0, 3)).toBeUndefined()
    expect(daysOf([], 0, 0)).toBeUndefined()
  })

  it('finds the bars of days again, also of days within a bar', () => {
    expect(barsOf(WEEKS, { from: '2025-06-30', to: '2025-07-13' })).toEqual([1, 2])
    expect(barsOf(WEEKS, { from: '2025-07-02', to: '2025-07-02' })).toEqual([1, 1])
    expect(barsOf(WEEKS, undefined)).toEqual([0, 3])
  })

  it('names the busiest bar, the earliest of equals', () => {
    expect(busiestOf(WEEKS)).toEqual(WEEKS[1])
    expect(busiestOf([])).toBeUndefined()
  })

  it('labels months that have room, and names the year where it changes', () => {
    expect(axisOf(WEEKS, 1)).toEqual([
      { at: 0, text: '2025-06' },
      { at: 1, text: '07' },
    ])
    expect(axisOf(WEEKS, 3)).toEqual([{ at: 0, text: '2025-06' }])
    const overNewYear = [bar('2024-12-15', '2024-12-31', 1), bar('2025-01-01', '2025-01-15', 1)]
    expect(axisOf(overNewYear, 1).map(({ text }) => text)).toEqual(['2024-12', '2025-01'])
    const sparse = [bar('2024-11-01', '2024-11-30', 1), ...overNewYear, bar('2025-03-01', '2025-03-31', 1)]
    expect(axisOf(sparse, 3).map(({ text }) => text)).toEqual(['2024-11', '2025-03'])
  })
})
