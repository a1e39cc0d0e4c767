import { describe, expect, test } from 'vitest'
import { findStamps } from '../../../../electron/core/dates/stamp.ts'

const read = (text: string, language: string): unknown[] =>
  findStamps(text, language).map(({ edtf, zone }) => (zone === undefined ? [edtf] : [edtf, zone]))

describe('the date that a page stamps itself with', () => {
  test.each([
    ['2025-07-19 00:09:16', 'zh-Hans', '2025-07-19T00:09:16+08:00', 'assumed'],
    ['2025-11-07 22:35:18', 'zh-Hans', '2025-11-07T22:35:18+08:00', 'assumed'],
    ['2025年7月19日 星期六 下午3:05', 'zh-Hans', '2025-07-19T15:05+08:00', 'assumed'],
    ['2025/06/03 14:20', 'zh-Hant', '2025-06-03T14:20+08:00', 'assumed'],
    ['2025年7月19日 09:05（北京时间）', 'zh-Hans', '2025-07-19T09:05+08:00', 'stated'],
    ['2025年7月19日', 'zh-Hans', '2025-07-19', undefined],
    ['2025年7月', 'zh-Hans', '2025-07', undefined],
    ['9:14 a.m. ET, July 17, 2025', 'en', '2025-07-17T09:14-04:00', 'stated'],
    ['9:14 a.m. ET, January 17, 2025', 'en', '2025-01-17T09:14-05:00', 'stated'],
    ['July 17, 2025 at 10:02 PM EDT', 'en', '2025-07-17T22:02-04:00', 'stated'],
    ['Sat 19 Jul 2025 09.14 BST', 'en', '2025-07-19T09:14+01:00', 'stated'],
    ['17 July 2025, 09:14 GMT', 'en', '2025-07-17T09:14Z', 'stated'],
    ['July 17, 2025 4:05 PM UTC+8', 'en', '2025-07-17T16:05+08:00', 'stated'],
    ['July 17, 2025 12:05 AM', 'en', '2025-07-17T00:05', undefined],
    ['July 2025', 'en', '2025-07', undefined],
    ['2025-07-19T00:09:16Z', 'en', '2025-07-19T00:09:16Z', 'stated'],
    ['3. Mai 2024, 17:47', 'de', '2024-05-03T17:47', undefined],
    ['Le 10 mai 2024 à 17h47', 'fr', '2024-05-10T17:47', undefined],
  ])('%s (%s) is %s', (text, language, edtf, zone) => {
    expect(read(text, language)).toEqual([zone === undefined ? [edtf] : [edtf, zone]])
  })

  test('American daylight saving starts and ends at two in the morning', () => {
    const offset = (text: string): unknown => read(text, 'en')[0]
    expect(offset('March 9, 2025 1:59 AM ET')).toEqual(['2025-03-09T01:59-05:00', 'stated'])
    expect(offset('March 9, 2025 3:00 AM ET')).toEqual(['2025-03-09T03:00-04:00', 'stated'])
    expect(offset('November 2, 2025 3:00 AM ET')).toEqual(['2025-11-02T03:00-05:00', 'stated'])
    expect(offset('April 1, 2006 12:00 PM ET')).toEqual(['2006-04-01T12:00-05:00', 'stated'])
  })

  test.each(['3/4/2025', '11月7日', '2025-02-30', '1.2025', '12:30', '2025'])(
    '%s is none: its day is not plain',
    text => {
      expect(read(text, 'en')).toEqual([])
    },
  )
})
