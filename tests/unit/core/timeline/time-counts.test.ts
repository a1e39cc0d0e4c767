import { describe, expect, it } from 'vitest'
import { readCounts, writeCounts } from '../../../../electron/core/model/time-counts.ts'
import { countHours, countTimes } from '../../../../electron/core/timeline/time-counts.ts'
import { sampleClipping } from '../library/samples.ts'

const published = (edtf: string, number = 1) =>
  sampleClipping(number, { published: { edtf, origin: 'text', evidence: edtf, confidence: 1 } })
const DAY = 20_288
const hours = (...dates: string[]) =>
  countHours(
    dates.map(edtf => published(edtf)),
    'published',
    () => '2025-07-19',
    () => 8,
  )

describe('counts by the day', () => {
  it('have each day once, and spans as wide as they are', () => {
    const counts = countTimes({ count: 4, from: [5, 3, 5, 1], to: [5, 3, 5, 30] })
    expect(counts).toEqual({
      points: [
        [3, 1],
        [5, 2],
      ],
      spans: [[1, 30, 1]],
    })
    expect(readCounts(writeCounts(counts))).toEqual(counts)
    expect(readCounts(writeCounts({ points: [], spans: [] }))).toEqual({ points: [], spans: [] })
  })

  it('leave out what is open on one side', () => {
    expect(countTimes({ count: 1, from: [5], to: [99_999_999] })).toEqual({ points: [], spans: [] })
  })
})

describe('counts by the hour', () => {
  it('go by the clock that the document states, whatever its zone', () => {
    expect(hours('2025-07-19T09:16:00+08:00', '2025-07-19T09:59-05:00')).toEqual({
      points: [[DAY * 24 + 9, 2]],
      spans: [],
    })
  })

  it('take a date without a time for all of its day', () => {
    expect(hours('2025-07-19')).toEqual({ points: [], spans: [[DAY * 24, DAY * 24 + 23, 1]] })
  })

  it('take the reader’s hour of clipping', () => {
    expect(
      countHours(
        [sampleClipping(1)],
        'clipped',
        () => '2025-07-19',
        () => 16,
      ).points,
    ).toEqual([[DAY * 24 + 16, 1]])
  })
})
