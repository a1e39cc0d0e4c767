import { describe, expect, it } from 'vitest'
import {
  calendarPart,
  dateInWords,
  instantInWords,
  publishedInWords,
} from '../../../../electron/core/export/stated-date.ts'

describe('a stated date in words', () => {
  it.each([
    ['2025', '2025', '2025年'],
    ['2025-04', 'April 2025', '2025年4月'],
    ['2025-07-09', '9 July 2025', '2025年7月9日'],
    ['2025-07-01/2025-07-10', '1 July 2025 to 10 July 2025', '2025年7月1日至2025年7月10日'],
    ['2025-07/', 'July 2025 to …', '2025年7月至…'],
    ['2025-07-19T00:09', '19 July 2025, 00:09', '2025年7月19日 00:09'],
    [
      '2025-07-19T00:09:16+08:00',
      '19 July 2025, 00:09:16 (UTC+08:00)',
      '2025年7月19日 00:09:16（UTC+08:00）',
    ],
    ['2025-07-19T00:09:16Z', '19 July 2025, 00:09:16 (UTC)', '2025年7月19日 00:09:16（UTC）'],
  ])('keeps the precision of %s', (edtf, english, chinese) => {
    expect(dateInWords(edtf, 'en')).toBe(english)
    expect(dateInWords(edtf, 'zh-Hans')).toBe(chinese)
  })

  it('says where no date is stated', () => {
    expect(publishedInWords('not-stated', 'en')).toBe('date not stated')
    expect(publishedInWords('not-looked-for', 'zh-Hans')).toBe('日期未注明')
  })

  it('says where the zone is assumed', () => {
    const published = { edtf: '2025-07-19T00:09+08:00', origin: 'text', evidence: '', confidence: 1 } as const
    expect(publishedInWords({ ...published, zone: 'assumed' }, 'en')).toBe(
      '19 July 2025, 00:09 (UTC+08:00, assumed)',
    )
    expect(publishedInWords({ ...published, zone: 'stated' }, 'en')).toBe('19 July 2025, 00:09 (UTC+08:00)')
  })

  it('prints an instant in UTC', () => {
    expect(instantInWords('2025-11-08T01:14:59.999Z', 'en')).toBe('8 November 2025, 01:14 (UTC)')
  })

  it('takes the calendar part of a date for a file name', () => {
    expect(calendarPart('2025-07-19T00:09:16+08:00')).toBe('2025-07-19')
    expect(calendarPart('2025-07-01/2025-07-10')).toBe('2025-07-01--2025-07-10')
  })
})
