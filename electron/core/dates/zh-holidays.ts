import { dayNumber, isoWeekday } from '../model/calendar.ts'
import { easterSunday } from './easter.ts'
import { lunarDay } from './lunar.ts'
import type { Rule } from './rule.ts'
import { dayValue } from './value.ts'
import { type DayOf, nearestYearly } from './zh-lunar.ts'
import { yearIn, ZH_YEAR_PREFIX } from './zh-year-words.ts'

const fixed =
  (month: number, day: number): DayOf =>
  year =>
    dayNumber(year, month, day)

/** The nth weekday of a month, 1 Monday to 7 Sunday. */
const nth =
  (month: number, n: number, weekday: number): DayOf =>
  year => {
    const first = dayNumber(year, month, 1)
    return first + ((weekday - isoWeekday(first) + 7) % 7) + (n - 1) * 7
  }

/**
 * 清明 by the rule of the almanacs, Y × D + C less the leap years, which is right for 1950 to 2099: C is 5.59 in
 * the twentieth century and 4.81 in the twenty-first.
 */
const qingming: DayOf = year => {
  const ofCentury = year % 100
  const base = year < 2000 ? 5.59 : 4.81
  if (year < 1950 || year > 2099) return undefined
  const leaps = Math.floor((year < 2000 ? ofCentury - 1 : ofCentury) / 4)
  return dayNumber(year, 4, Math.floor(ofCentury * 0.2422 + base) - leaps)
}

const HOLIDAYS: readonly (readonly [pattern: string, day: DayOf])[] = [
  ['元旦节?', fixed(1, 1)],
  ['(?:农历)?(?:春节|春節|新春)', lunarDay(1, 1)],
  ['元宵[节節]?', lunarDay(1, 15)],
  ['清明[节節]?', qingming],
  ['端午[节節]?', lunarDay(5, 5)],
  ['七夕[节節]?', lunarDay(7, 7)],
  ['中秋[节節]?', lunarDay(8, 15)],
  ['重[阳陽][节節]', lunarDay(9, 9)],
  ['腊八[节節]?', lunarDay(12, 8)],
  ['情人[节節]', fixed(2, 14)],
  ['(?:国际|國際)?(?:三八)?(?:妇女|婦女)[节節]', fixed(3, 8)],
  ['植[树樹][节節]', fixed(3, 12)],
  ['愚人[节節]', fixed(4, 1)],
  ['复活[节節]|復活[节節]', easterSunday],
  ['(?:国际|國際)?(?:五一)?(?:劳动|勞動)[节節]|五一', fixed(5, 1)],
  ['(?:五四)?青年[节節]', fixed(5, 4)],
  ['母[亲親][节節]', nth(5, 2, 7)],
  ['(?:国际|國際)?(?:六一)?[儿兒]童[节節]', fixed(6, 1)],
  ['父[亲親][节節]', nth(6, 3, 7)],
  ['建[党黨][节節]', fixed(7, 1)],
  ['建[军軍][节節]', fixed(8, 1)],
  ['教[师師][节節]', fixed(9, 10)],
  ['(?:十一)?(?:国庆|國慶)[节節]?', fixed(10, 1)],
  ['万圣[节節]|萬聖[节節]', fixed(10, 31)],
  ['双十一|雙十一|双11', fixed(11, 11)],
  ['感恩[节節]', nth(11, 4, 4)],
  ['平安夜', fixed(12, 24)],
  ['[圣聖][诞誕][节節]?', fixed(12, 25)],
]

/** A festival's name alone is a topic; one of these after it makes it a day. */
const AS_DAY =
  '(?=当天|當天|当日|當日|当晚|當晚|前夕|前一天|后一天|後一天|这天|這天|那天|凌晨|清晨|早上|上午|下午|晚上|当夜)'

/** Holidays whose day is a fact of the calendar, with their year or as a day: `今年中秋节`, `春节当天`. */
export const zhHolidays: readonly Rule[] = HOLIDAYS.flatMap(
  ([name, dayOf]) =>
    [
      {
        pattern: new RegExp(
          `${ZH_YEAR_PREFIX}的?(?:${name})(?!期间|假期|黄金周|档|檔|小长假|联欢|聯歡|晚会|晚會|以来)`,
          'gu',
        ),
        read: (groups, surroundings) => {
          const year = yearIn(groups, surroundings)
          const day = year === undefined ? undefined : dayOf(year)
          return day === undefined ? undefined : dayValue(day, 0.85)
        },
      },
      {
        pattern: new RegExp(`(?:${name})${AS_DAY}`, 'gu'),
        read: (_groups, { reference }) => {
          const day = reference?.isDay === true ? nearestYearly(dayOf, reference) : undefined
          return day === undefined ? undefined : dayValue(day, 0.6)
        },
      },
    ] satisfies Rule[],
)
