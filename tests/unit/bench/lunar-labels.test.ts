import { expect, test } from 'vitest'
import { readAsLunar } from '../../bench/lunar-labels.ts'

const on = (...days: string[]): object[] => days.map(day => ({ from: day, toInclusive: day }))

test.each([
  ['农历2015年十月初一', '2015-10-01', '2015-11-12'],
  ['2015年十月初一早上九点二十', '2015-10-01', '2015-11-12'],
  ['2025年闰六月初一', '2025-06-01', '2025-07-25'],
  ['2020年大年初一', '2020-01-01', '2020-01-25'],
  ['神龙二年正月初一', '0706-01-01', '0706-01-23'],
  ['雍正四年大年三十', '1726-01-30', '1727-01-21'],
])('%s, labelled %s, is %s', (words, label, day) => {
  expect(readAsLunar(words, '2017-03-22T00:00:00', on(label))).toEqual(on(day))
})

test('a day without a year is the one before the reference and the one after it', () => {
  expect(readAsLunar('正月三十', '2017-03-22T00:00:00', on('2017-01-30', '2018-01-30'))).toEqual(
    on('2016-03-08', '2019-03-06'),
  )
})

test('a lunar month of a reign has its first and its last day', () => {
  expect(
    readAsLunar('神龙元年十一月', '2017-03-22T00:00:00', [{ from: '0705-11-01', toExclusive: '0705-12-01' }]),
  ).toEqual([{ from: '0705-11-25', toExclusive: '0705-12-25' }])
})

test.each(['2015年10月1日', '康熙二十年9月', '民国二十年九月十八日', '过去十年', '十月一日', '29日'])(
  '%s is left as it is labelled',
  words => {
    expect(readAsLunar(words, '2017-03-22T00:00:00', on('1931-09-18'))).toBeUndefined()
  },
)
