import { describe, expect, test } from 'vitest'
import { readDate } from '../../../../electron/core/dates/read-date.ts'

describe('words that are a date', () => {
  test.each([
    ['2025-07', undefined, '2025-07', 'itself'],
    ['2025-07-01/2025-07-10', undefined, '2025-07-01/2025-07-10', 'itself'],
    ['2025-07-01 / 2025-07-10', undefined, '2025-07-01/2025-07-10', 'itself'],
    ['2025年7月15日', '2025-07-19', '2025-07-15', 'itself'],
    ['民国三十八年', '2025-07-19', '1949', 'itself'],
    ['17日', '2025-07-19', '2025-07-17', 'published'],
    ['7月上旬', '2025-07-19', '2025-07-01/2025-07-10', 'published'],
    [' 15 July 2025 ', undefined, '2025-07-15', 'itself'],
    ['yesterday', '2025-07-19', '2025-07-18', 'published'],
  ])('%s', (words, published, edtf, against) => {
    expect(readDate(words, published)).toEqual({ edtf, against })
  })

  test('are no date with other words, and not without what they rest on', () => {
    expect(readDate('码头17日关闭', '2025-07-19')).toBeUndefined()
    expect(readDate('17日', undefined)).toBeUndefined()
    expect(readDate('2025-02-30', undefined)).toBeUndefined()
    expect(readDate('', '2025-07-19')).toBeUndefined()
  })
})
