import { describe, expect, test } from 'vitest'
import { findDates } from '../../../../electron/core/dates/find.ts'

/** Saturday, as the reference article was published. */
const REFERENCE = '2025-07-19T00:09:16+08:00'
const zh = (text: string, reference: string | undefined = REFERENCE): string[][] =>
  findDates(text, reference, 'zh-Hans').map(date => [date.phrase, date.edtf])
const en = (text: string, reference: string | undefined = REFERENCE): string[][] =>
  findDates(text, reference, 'en').map(date => [date.phrase, date.edtf])

describe('Chinese dates', () => {
  test.each([
    ['2025年7月15日', '2025-07-15'],
    ['二〇二五年七月十五日', '2025-07-15'],
    ['２０２５年７月１５日', '2025-07-15'],
    ['2025 年 7 月 15 日', '2025-07-15'],
    ['2025-07-15', '2025-07-15'],
    ['2025年4月', '2025-04'],
    ['去年12月25日', '2024-12-25'],
    ['今年4月', '2025-04'],
    ['7月15日', '2025-07-15'],
    ['12月', '2025-12'],
    ['17日', '2025-07-17'],
    ['7月上旬', '2025-07-01/2025-07-10'],
    ['去年2月下旬', '2024-02-21/2024-02-29'],
    ['上月', '2025-06'],
    ['本月5日', '2025-07-05'],
    ['上周', '2025-07-07/2025-07-13'],
    ['本周三', '2025-07-16'],
    ['下周末', '2025-07-26/2025-07-27'],
    ['昨日', '2025-07-18'],
    ['前天', '2025-07-17'],
    ['三天前', '2025-07-16'],
    ['今（19）日', '2025-07-19'],
    ['去年', '2024'],
    ['2024年', '2024'],
    ['2024年第三季度', '2024-07/2024-09'],
    ['今年上半年', '2025-01/2025-06'],
    ['2022年春天', '2022-03/2022-05'],
    ['去年冬天', '2024-12/2025-02'],
    ['二十世纪九十年代', '1990/1999'],
    ['上世纪80年代初', '1980/1983'],
    ['民国三十八年', '1949'],
    ['民國38年10月1日', '1949-10-01'],
    ['7月15日至17日', '2025-07-15/2025-07-17'],
    ['6月30日至7月2日', '2025-06-30/2025-07-02'],
    ['4月至6月', '2025-04/2025-06'],
    ['2021年至2023年', '2021/2023'],
  ])('%s is %s', (phrase, edtf) => {
    expect(zh(`有关部门于${phrase}，作出说明。`)).toEqual([[phrase, edtf]])
  })

  test.each([
    '近日',
    '日前',
    '几天后',
    '每年三四月份',
    '在週五與週日各加開兩班',
    '夜间22时至次日6时',
    '占50%，型号910B，价格1.2万',
    '3日内付清',
    '一日三餐',
    '第17日',
    '近年来',
    '月饼',
    '7.15亿元',
  ])('%s names no day', text => {
    expect(zh(text)).toEqual([])
  })

  test('a day alone is in the month named just before, else it is the nearest', () => {
    expect(zh('他6月28日抵达，30日离开。')).toEqual([
      ['6月28日', '2025-06-28'],
      ['30日', '2025-06-30'],
    ])
    expect(zh('30日', '2025-07-02')).toEqual([['30日', '2025-06-30']])
  })

  test('the next day follows the day that is named', () => {
    expect(zh('会议7月3日开幕，次日闭幕。')).toEqual([
      ['7月3日', '2025-07-03'],
      ['次日', '2025-07-04'],
    ])
  })

  test('a date without a year takes the year that lies nearest', () => {
    expect(zh('12月20日', '2026-01-05')).toEqual([['12月20日', '2025-12-20']])
    expect(zh('1月3日', '2025-12-28')).toEqual([['1月3日', '2026-01-03']])
    expect(zh('2月29日', '2025-01-01')).toEqual([['2月29日', '2024-02-29']])
  })

  test('days that do not exist are no dates', () => {
    expect(zh('2025年2月30日')).not.toContainEqual(['2025年2月30日', '2025-02-30'])
    expect(zh('2025-13-01')).toEqual([])
  })
})

describe('English dates', () => {
  test.each([
    ['July 15, 2025', '2025-07-15'],
    ['15 July 2025', '2025-07-15'],
    ['the 15th of July', '2025-07-15'],
    ['July 15', '2025-07-15'],
    ['Jan. 3, 2024', '2024-01-03'],
    ['2025-07-15', '2025-07-15'],
    ['7/15/2025', '2025-07-15'],
    ['15/7/2025', '2025-07-15'],
    ['July 2025', '2025-07'],
    ['early May 2024', '2024-05-01/2024-05-15'],
    ['last October', '2024-10'],
    ['last week', '2025-07-07/2025-07-13'],
    ['last Tuesday', '2025-07-08'],
    ['Thursday', '2025-07-17'],
    ['last month', '2025-06'],
    ['last year', '2024'],
    ['yesterday', '2025-07-18'],
    ['three days ago', '2025-07-16'],
    ['Q3 2024', '2024-07/2024-09'],
    ['the third quarter of 2024', '2024-07/2024-09'],
    ['the first half of 2026', '2026-01/2026-06'],
    ['early 1990s', '1990/1993'],
    ['the 1970s', '1970/1979'],
    ['the summer of 2029', '2029-06/2029-08'],
    ['last winter', '2024-12/2025-02'],
    ['July 30 to August 2', '2025-07-30/2025-08-02'],
    ['July 15-17, 2025', '2025-07-15/2025-07-17'],
    ['2007-2010', '2007/2010'],
  ])('%s is %s', (phrase, edtf) => {
    expect(en(`It was said from ${phrase}.`).slice(0, 1)).toEqual(en(`It was said from ${phrase}.`))
    expect(en(`It was decided in ${phrase}.`)).toEqual([[phrase, edtf]])
  })

  test.each([
    'recently',
    'It may rain, and March on.',
    'in 2500 homes',
    'Pages 1984 to read',
    'Boeing 737-800',
    'for two years',
    'He sat down. Sun rose.',
    'a 24/7 service',
  ])('%s names no day', text => {
    expect(en(text)).toEqual([])
  })

  test('two days joined by "and" are two days', () => {
    expect(en('on 3 May and 5 May')).toEqual([
      ['3 May', '2025-05-03'],
      ['5 May', '2025-05-05'],
    ])
  })

  test('a weekday is the past one, after "from" the coming one', () => {
    expect(en('A ban from Monday, it said on Monday.')).toEqual([
      ['Monday', '2025-07-21'],
      ['Monday', '2025-07-14'],
    ])
  })
})

describe('intervals', () => {
  test.each([
    ['在2018年以前已经停产', '2018年以前', '/2017-12-31'],
    ['2012年1月1日及之前的产品', '2012年1月1日及之前', '/2012-01-01'],
    ['7月15日之后恢复', '7月15日之后', '2025-07-15/'],
    ['2018/1/10-2018/7/10', '2018/1/10-2018/7/10', '2018-01-10/2018-07-10'],
    ['2021年第三个月', '2021年第三个月', '2021-03'],
    ['过去三年', '过去三年', '2022-07-19/2025-07-19'],
  ])('%s: %s is %s', (text, phrase, edtf) => {
    expect(zh(text)).toEqual([[phrase, edtf]])
  })

  test.each([
    ['It closed before 2010.', 'before 2010', '/2009-12-31'],
    ['It has grown since January 1.', 'since January 1', '2025-01-01/'],
    ['From July 1 to today it rained.', 'July 1 to today', '2025-07-01/2025-07-19'],
    ['between 6 May and 23 May', '6 May and 23 May', '2025-05-06/2025-05-23'],
    ['It starts in two weeks.', 'in two weeks', '2025-08-02'],
    ['the past three years', 'the past three years', '2022-07-19/2025-07-19'],
    ['It rose last quarter.', 'last quarter', '2025-04/2025-06'],
    ['Friday the 11th', 'Friday the 11th', '2025-07-11'],
  ])('%s: %s is %s', (text, phrase, edtf) => {
    expect(en(text)).toEqual([[phrase, edtf]])
  })

  test('days of the lunar calendar are not taken for days of this one', () => {
    expect(zh('农历正月初一，十月初一，大年三十')).toEqual([
      ['农历正月初一', '2025-01-29'],
      ['十月初一', '2025-11-20'],
      ['大年三十', '2025-01-28'],
    ])
  })

  test('a day may be counted from another', () => {
    expect(en('two weeks before 13 May 2025')).toEqual([['two weeks before 13 May 2025', '2025-04-29']])
  })
})

describe('without a publication date', () => {
  test('nothing that needs one is resolved', () => {
    const text = '昨日，7月15日，17日，上周，今年4月，去年，三天前，上世纪80年代'
    expect(findDates(text, undefined, 'zh-Hans')).toEqual([])
    expect(
      findDates('yesterday, July 15, last week, Tuesday, last year, early May', undefined, 'en'),
    ).toEqual([])
  })

  test('dates with a year are', () => {
    expect(findDates('2025年7月15日', undefined, 'zh').map(date => date.edtf)).toEqual(['2025-07-15'])
    expect(findDates('on July 15, 2025', undefined, 'en').map(date => date.edtf)).toEqual(['2025-07-15'])
  })

  test('a month of publication resolves years and months, not days', () => {
    expect(zh('今年4月，上月，昨日，上周', '2025-07')).toEqual([
      ['今年4月', '2025-04'],
      ['上月', '2025-06'],
    ])
  })
})

test('positions and phrases are those of the text', () => {
  const text = '😀 ２０２５年７月１５日，他说。'
  const [date] = findDates(text, undefined, 'zh-Hans')
  expect(text.slice(date?.start, (date?.start ?? 0) + (date?.phrase.length ?? 0))).toBe(
    '２０２５年７月１５日',
  )
})
