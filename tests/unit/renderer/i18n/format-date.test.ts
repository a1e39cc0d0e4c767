import { describe, expect, it } from 'vitest'
import { formatDate, offsetOf, timeOf } from '../../../../renderer/i18n/format-date.ts'

describe('formatDate keeps the precision of the date', () => {
  it.each([
    ['2025', '2025年', '2025'],
    ['2025-04', '2025年4月', 'April 2025'],
    ['2025-07-19', '2025年7月19日', '19 July 2025'],
    ['2025-07-19T00:09:16+08:00', '2025年7月19日', '19 July 2025'],
  ])('%s', (edtf, zh, en) => {
    expect(formatDate(edtf, 'zh-Hans')).toBe(zh)
    expect(formatDate(edtf, 'en')).toBe(en)
  })

  it('adds the stated time only where it is asked for and there is one', () => {
    expect(formatDate('2025-07-19T00:09:16+08:00', 'zh-Hans', { time: true })).toBe('2025年7月19日 00:09')
    expect(formatDate('2025-07-19T00:09:16+08:00', 'en', { time: true })).toBe('19 July 2025, 00:09')
    expect(formatDate('2025-07-19', 'en', { time: true })).toBe('19 July 2025')
  })

  it('names the weekday of a day and of nothing coarser', () => {
    expect(formatDate('2025-07-19', 'zh-Hans', { weekday: true, year: false })).toBe('7月19日 星期六')
    expect(formatDate('2025-07-19', 'en', { weekday: true, year: false })).toBe('Saturday 19 July')
    expect(formatDate('2025-07', 'en', { weekday: true })).toBe('July 2025')
  })

  it('never leaves the year out of a date without a day', () => {
    expect(formatDate('2025-04', 'en', { year: false })).toBe('April 2025')
  })

  it('knows the weekday of a day before 1970', () => {
    expect(formatDate('0099-01-01', 'en', { weekday: true })).toBe('Thursday 1 January 99')
    expect(formatDate('1949-10-01', 'zh-Hans', { weekday: true })).toBe('1949年10月1日 星期六')
  })
})

describe('formatDate says once what both ends of an interval share', () => {
  it.each([
    ['2025-07-01/2025-07-10', '2025年7月1日至10日', '1–10 July 2025'],
    ['2025-06-28/2025-07-04', '2025年6月28日至7月4日', '28 June – 4 July 2025'],
    ['2024-12-30/2025-01-05', '2024年12月30日至2025年1月5日', '30 December 2024 – 5 January 2025'],
    ['2025-04/2025-06', '2025年4月至2025年6月', 'April 2025 – June 2025'],
    ['2025-07-01/', '2025年7月1日起', 'from 1 July 2025'],
    ['/2025-07-01', '至2025年7月1日', 'until 1 July 2025'],
  ])('%s', (edtf, zh, en) => {
    expect(formatDate(edtf, 'zh-Hans')).toBe(zh)
    expect(formatDate(edtf, 'en')).toBe(en)
  })
})

describe('what a date states of its time', () => {
  it('is undefined where it states none', () => {
    expect(timeOf('2025-07-19')).toBeUndefined()
    expect(offsetOf('2025-07-19T08:00')).toBeUndefined()
  })

  it('is the offset as people write it', () => {
    expect(offsetOf('2025-07-19T08:00+08:00')).toBe('UTC+8')
    expect(offsetOf('2025-07-19T08:00-03:30')).toBe('UTC−3:30')
    expect(offsetOf('2025-07-19T08:00Z')).toBe('UTC')
  })
})
