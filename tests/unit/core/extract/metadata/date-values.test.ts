import { describe, expect, test } from 'vitest'
import { dateIn, dateInUrl, isBefore } from '../../../../../electron/core/extract/metadata/date-values.ts'

describe('a date in metadata', () => {
  test.each([
    ['2025-07-18T09:30:00+08:00', '2025-07-18T09:30:00+08:00'],
    ['2025-07-18T09:30:00.123Z', '2025-07-18T09:30:00Z'],
    ['2025-07-18 09:30:15', '2025-07-18T09:30:15'],
    ['20250718093015', '2025-07-18'],
    ['2025-07-18', '2025-07-18'],
    ['2025-07-18T00:00:00', '2025-07-18'],
    ['Fri, 18 Jul 2025 09:30:00 GMT', '2025-07-18T09:30:00Z'],
    ['1752802200', '2025-07-18T01:30:00Z'],
    ['1752802200000', '2025-07-18T01:30:00Z'],
    ['18 July 2025', '2025-07-18'],
  ])('%s is %s', (value, edtf) => {
    expect(dateIn(value, 'en')?.edtf.slice(0, edtf.length)).toBe(edtf)
  })

  test('a time without a zone is on UTC+8 on a Chinese page', () => {
    expect(dateIn('2025-07-18 09:30', 'zh-Hans')).toEqual({ edtf: '2025-07-18T09:30+08:00', zone: 'assumed' })
  })

  test.each(['', 'yesterday', '2025-13-45', '2025-02-30T10:00:00Z', '0000-00-00'])('%j is none', value => {
    expect(dateIn(value, 'en')).toBeUndefined()
  })

  test.each([
    ['https://a.example/2019/09/07/x.html', '2019-09-07'],
    ['https://a.example/a/20190907/1.shtml', '2019-09-07'],
    ['https://a.example/n1/2019/0907/c1-2.html', '2019-09-07'],
    ['https://a.example/c/2019-09/07/x.htm', '2019-09-07'],
    ['https://2019.example/news/12345678.html', undefined],
    ['https://a.example/2019/02/30/x', undefined],
  ])('the address %s says %s', (url, day) => {
    expect(dateInUrl(url)).toBe(day)
  })

  test('nothing is published after it was clipped, in any zone', () => {
    const clipped = Date.parse('2025-07-18T12:00:00Z')
    expect(isBefore('2025-07-18T13:00:00+01:00', clipped)).toBe(true)
    expect(isBefore('2025-07-18T13:00:00Z', clipped)).toBe(false)
    expect(isBefore('2025-07-19', clipped)).toBe(true)
    expect(isBefore('2025-07-20', clipped)).toBe(false)
  })
})
