import type { Rule } from './rule.ts'
import { dayValue, monthValue, realDay, yearsValue, yearValue } from './value.ts'
import { ZH_DAY, zhNumber } from './zh-numerals.ts'

/** First and last year of the reign titles that newspapers date by; 元年 is the first. */
const CHINESE: Readonly<Record<string, readonly [first: number, last: number]>> = {
  贞观: [627, 649],
  永徽: [650, 656],
  神龙: [705, 707],
  开元: [713, 741],
  天宝: [742, 756],
  贞元: [785, 805],
  元和: [806, 820],
  建隆: [960, 963],
  景德: [1004, 1007],
  庆历: [1041, 1048],
  嘉祐: [1056, 1063],
  熙宁: [1068, 1077],
  元丰: [1078, 1085],
  元祐: [1086, 1094],
  宣和: [1119, 1125],
  靖康: [1126, 1127],
  建炎: [1127, 1130],
  绍兴: [1131, 1162],
  洪武: [1368, 1398],
  建文: [1399, 1402],
  永乐: [1403, 1424],
  宣德: [1426, 1435],
  正统: [1436, 1449],
  景泰: [1450, 1457],
  成化: [1465, 1487],
  弘治: [1488, 1505],
  正德: [1506, 1521],
  嘉靖: [1522, 1566],
  隆庆: [1567, 1572],
  万历: [1573, 1620],
  天启: [1621, 1627],
  崇祯: [1628, 1644],
  顺治: [1644, 1661],
  康熙: [1662, 1722],
  雍正: [1723, 1735],
  乾隆: [1736, 1795],
  嘉庆: [1796, 1820],
  道光: [1821, 1850],
  咸丰: [1851, 1861],
  同治: [1862, 1874],
  光绪: [1875, 1908],
  宣统: [1909, 1912],
}

/** Japan has counted the days of the Gregorian calendar since 1873. */
const JAPANESE: Readonly<Record<string, readonly [first: number, last: number]>> = {
  明治: [1868, 1912],
  大正: [1912, 1926],
  昭和: [1926, 1989],
  平成: [1989, 2019],
  令和: [2019, 9999],
}

const TRADITIONAL: Readonly<Record<string, string>> = {
  貞: '贞',
  觀: '观',
  龍: '龙',
  開: '开',
  寶: '宝',
  慶: '庆',
  曆: '历',
  寧: '宁',
  豐: '丰',
  紹: '绍',
  興: '兴',
  樂: '乐',
  統: '统',
  萬: '万',
  啟: '启',
  禎: '祯',
  順: '顺',
  緒: '绪',
}
const simplified = (name: string): string => [...name].map(each => TRADITIONAL[each] ?? each).join('')

const KNOWN = [...Object.keys(CHINESE), ...Object.keys(JAPANESE)]
const spellings = (name: string): string =>
  [...name]
    .map(each => {
      const other = Object.keys(TRADITIONAL).find(key => TRADITIONAL[key] === each)
      return other === undefined ? each : `[${each}${other}]`
    })
    .join('')

/**
 * Years by reign: `康熙二十年`, `昭和39年10月10日`. Chinese months and days before 1912 are lunar, and nothing here
 * converts them: the year is all that is said, unless the month is in Arabic numerals, which by the rules for
 * Chinese publishers (GB/T 15835) are those of our own calendar.
 */
export const zhEras: readonly Rule[] = [
  {
    pattern: new RegExp(
      `(?<era>${KNOWN.map(spellings).join('|')})(?<n>\\d{1,2}|[一二三四五六七八九十廿]{1,3}|元)年(?:间)?(?:(?<m>1[0-2]|[1-9])月(?:(?<d>3[01]|[12]\\d|[1-9])日)?|(?<lunar>(?:正|冬|腊|臘|闰?[一二三四五六七八九十]{1,2})月(?:${ZH_DAY}日|初[一二三四五六七八九十]|[一二三廿]?十?[一二三四五六七八九十])?|大年(?:三十|初[一二三四五六七八九十])|除夕))?`,
      'gu',
    ),
    read: ({ era = '', n = '', m, d, lunar }) => {
      const name = simplified(era)
      const [first, last] = CHINESE[name] ?? JAPANESE[name] ?? [0, 0]
      const year = first + zhNumber(n) - 1
      if (first === 0 || year > last) return undefined
      const own = JAPANESE[name] !== undefined
      const month =
        m ??
        (own && lunar !== undefined
          ? (/^(?<m>[一二三四五六七八九十]+)月/u.exec(lunar)?.[1] ?? undefined)
          : undefined)
      /** The lunar year ends in January or February of the next. */
      if (month === undefined && /^(?:十[一二]|冬|腊|臘)月|大年三十|除夕/u.test(lunar ?? ''))
        return yearsValue(year, year + 1, 'span', 0.6)
      if (month === undefined) return yearValue(year, lunar === undefined ? 0.8 : 0.6)
      if (d === undefined) return monthValue(year, zhNumber(month), own ? 0.9 : 0.5)
      const day = realDay(year, zhNumber(month), Number(d))
      return day === undefined ? undefined : dayValue(day, own ? 0.9 : 0.5)
    },
  },
]
