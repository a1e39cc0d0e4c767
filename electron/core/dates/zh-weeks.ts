import { isoWeekday } from '../model/calendar.ts'
import type { Rule } from './rule.ts'
import { dayValue, spanValue } from './value.ts'
import { zhNumber } from './zh-numerals.ts'

const STEPS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 下: 1, 下下: 2 }

const WEEK = '(?:周|週|星期|礼拜|禮拜)'

/** Weeks run from Monday to Sunday (ISO 8601): `上周`, `本周三`, `下周末`; a bare `周三` is the nearest one. */
export const zhWeeks: readonly Rule[] = [
  {
    pattern: new RegExp(
      `(?<word>上上|下下|上|本|这|這|下)(?:一)?(?:个|個)?${WEEK}(?:的?${WEEK}(?=[一二三四五六日天末]))?(?<day>[一二三四五六日天末])?(?![一二三四五六七八九十]?[岁歲])`,
      'gu',
    ),
    read: ({ word, day }, { reference }) => {
      if (reference === undefined || !reference.isDay) return undefined
      const monday = reference.from - isoWeekday(reference.from) + 1 + (STEPS[word ?? ''] ?? 0) * 7
      if (day === undefined) return spanValue(monday, monday + 6, 'week', 0.9)
      if (day === '末') return spanValue(monday + 5, monday + 6, 'span', 0.9)
      return dayValue(monday + (day === '日' || day === '天' ? 6 : zhNumber(day) - 1), 0.9)
    },
  },
  {
    pattern:
      /(?<![一二三四五六七八九十每\d、和與与及至到])(?:周|週|星期|礼拜|禮拜)(?<day>[一二三四五六日天])(?![年岁歲周一、和與与及至到各都])/gu,
    read: ({ day = '' }, { reference }) => {
      if (reference === undefined || !reference.isDay) return undefined
      const weekday = day === '日' || day === '天' ? 7 : zhNumber(day)
      const ago = (isoWeekday(reference.from) - weekday + 7) % 7
      return dayValue(reference.from - ago, 0.7)
    },
  },
]
