import { describe, expect, it } from 'vitest'
import { periodInWords, periodsOf } from '../../../../../electron/core/export/html/periods.ts'
import { clippingWith } from '../sample-clipping.ts'

const dated = (edtf: string) =>
  clippingWith({ published: { edtf, origin: 'text', evidence: edtf, confidence: 1 } })
const keysOf = (...dates: string[]) => periodsOf(dates.map(dated)).map(({ key }) => key)

describe('the periods of a timeline', () => {
  it('are the months that dates state, a year or a season by its year, in order, without a date last', () => {
    const clippings = [
      dated('2025-07-19T00:09+08:00'),
      clippingWith({ published: 'not-stated' }),
      dated('2025'),
      dated('2025-04/2025-05'),
      dated('2025-21'),
      dated('../2024-12'),
    ]
    expect(periodsOf(clippings)).toEqual([
      { key: '2025', articles: [2, 4] },
      { key: '2025-04', articles: [3] },
      { key: '2025-07', articles: [0] },
      { key: '', articles: [1, 5] },
    ])
  })

  it('are years where the months would be too many to hit', () => {
    const many = Array.from(
      { length: 70 },
      (_, at) => `${2000 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    )
    expect(keysOf(...many)).toEqual(['2000', '2001', '2002', '2003', '2004', '2005'])
  })

  it('are named at their precision', () => {
    const named = periodsOf([dated('2025'), dated('2025-04'), clippingWith({ published: 'not-looked-for' })])
    expect(named.map(period => periodInWords(period, 'en'))).toEqual([
      '2025',
      'April 2025',
      'date not stated',
    ])
    expect(named.map(period => periodInWords(period, 'zh-Hans'))).toEqual([
      '2025年',
      '2025年4月',
      '日期未注明',
    ])
  })
})
