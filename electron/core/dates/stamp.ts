import { allMatches } from '../all-matches.ts'
import { formatDay, formatMonth } from '../model/calendar.ts'
import { MONTH_NAME, monthNumber } from './month-names.ts'
import { realDay } from './value.ts'
import { formatOffset, offsetOf, ZONE } from './zones.ts'

/** A date as a page stamps itself with it: it names its year. Positions are UTF-16 units. */
export interface Stamp {
  readonly start: number
  readonly end: number
  readonly edtf: string
  readonly hasTime: boolean
  /** `assumed`: a Chinese page that names no zone is on UTC+8. Absent for days and for times of no known zone. */
  readonly zone?: 'stated' | 'assumed'
}

const YEAR = String.raw`(?<![\d.])(?<y>(?:19|20)\d{2})`
/** A time may be glued to the year where a page draws them in two boxes: `April 25, 20232:26 PM`. */
const YEAR_END = String.raw`(?:(?!\d)|(?=\d{1,2}:\d\d))`
const DATES: readonly string[] = [
  String.raw`${YEAR}\s?年\s?(?<m>\d{1,2})\s?月(?:\s?(?<d>\d{1,2})\s?[日号號]?)?`,
  String.raw`${YEAR}(?<mark>[-/.])(?<m>\d{1,2})\k<mark>(?<d>\d{1,2})(?![\d])`,
  String.raw`(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ -](?:de |of )?(?<name>${MONTH_NAME}),?[ -](?:del? |of )?(?<y>(?:19|20)\d{2})${YEAR_END}`,
  String.raw`(?<![\p{L}])(?<name>${MONTH_NAME})\s?(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s(?<y>(?:19|20)\d{2})${YEAR_END}`,
  String.raw`(?<![\p{L}\d] ?)(?<name>${MONTH_NAME}),? (?<y>(?:19|20)\d{2})(?!\d)`,
  String.raw`(?<![\d./]|\d-)(?<a>\d{1,2})(?<mark>[/.-])(?<b>\d{1,2})\k<mark>(?<y>(?:19|20)\d{2})${YEAR_END}`,
]
/** What every pattern needs: most lines of a page have none, and are passed over at once. */
const HAS_YEAR = /(?:19|20)\d\d/
const DATE_PATTERNS = DATES.map(source => new RegExp(source, 'giu'))

const HALF = String.raw`(?:[ap]\.?\s?m\b\.?)`
const CLOCK = String.raw`(?<half1>上午|下午|晚上|晚间|凌晨|早上|中午|傍晚)?\s?(?<hour>2[0-3]|[01]?\d)(?!\d)(?:\s?[:：.hH时時点點]\s?(?<minute>[0-5]\d)分?(?:[:：.](?<second>[0-5]\d)(?:\.\d{1,6})?)?)?\s?(?<half>${HALF})?\s?(?:Uhr|h\b)?`
/** A time right after a date: after white space, a comma, a weekday, "at", "T". */
const AFTER = new RegExp(
  String.raw`^(?:T|[\s,，|·•/()（）–—-]{0,4}(?:(?:星期|周|週|礼拜)[一二三四五六日天]\s?|\(?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?\)?,?\s)?(?:(?:at|um|à|às|a las|alle|kl\.?|o|-)\s)?[\s(（]?)${CLOCK}(?:[\s(（]{0,2}(?<zone>${ZONE}))?`,
  'iu',
)
/** A time right before a date: `9:14 a.m. ET, July 17, 2025`. */
const BEFORE = new RegExp(
  String.raw`(?<![\d:])${CLOCK}(?:[\s(]{0,2}(?<zone>${ZONE})\)?)?(?:[\s,|·•–—-]{1,4}|,? on )(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s)?$`,
  'iu',
)

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number | undefined
}

type Groups = Readonly<Record<string, string | undefined>>

/** Languages whose papers write the day first. */
const DAY_FIRST = /^(?:de|fr|es|it|pt|nl|sv|da|tr|pl)\b/u

/**
 * 3/4/2025 is March in America and April elsewhere: in English it is read only where one of the numbers can be
 * no month.
 */
function dayOf({ y, m, d, name, a, b, mark }: Groups, language: string): Day | undefined {
  const year = Number(y)
  if (a !== undefined && b !== undefined) {
    const [first, second] = [Number(a), Number(b)]
    if (mark === '.' || first > 12 || DAY_FIRST.test(language)) return { year, month: second, day: first }
    if (second > 12) return { year, month: first, day: second }
    return first === second ? { year, month: first, day: first } : undefined
  }
  const month = name === undefined ? Number(m) : monthNumber(name)
  if (month === undefined || month < 1 || month > 12) return undefined
  return { year, month, day: d === undefined ? undefined : Number(d) }
}

/** Hour and minute on the 24-hour clock; undefined where the words are no time (a bare number). */
function timeOf({ hour, minute, half, half1 }: Groups): { hour: number; minute: number } | undefined {
  if (hour === undefined || (minute === undefined && half === undefined)) return undefined
  const isAfternoon = /^p/i.test(half ?? '') || /下午|晚|傍晚/u.test(half1 ?? '')
  const isMorning = /^a/i.test(half ?? '') || /上午|凌晨|早上/u.test(half1 ?? '')
  const value = Number(hour)
  const shifted = isAfternoon && value < 12 ? value + 12 : isMorning && value === 12 ? 0 : value
  return { hour: shifted, minute: Number(minute ?? 0) }
}

const pad = (value: number): string => String(value).padStart(2, '0')

/**
 * The dates with a year in a line, each with the time of day that stands beside it. `language` decides the
 * zone that is assumed where none is stated: UTC+8 on a Chinese page, none elsewhere.
 */
export function findStamps(text: string, language: string): Stamp[] {
  if (!HAS_YEAR.test(text)) return []
  const stamps: Stamp[] = []
  for (const pattern of DATE_PATTERNS) {
    for (const match of allMatches(text, pattern)) {
      const stamp = stampAt(text, match, language)
      const isFree =
        stamp !== undefined && stamps.every(other => stamp.end <= other.start || stamp.start >= other.end)
      if (isFree) stamps.push(stamp)
    }
  }
  return stamps.toSorted((a, b) => a.start - b.start)
}

function stampAt(text: string, match: RegExpExecArray, language: string): Stamp | undefined {
  const date = dayOf(match.groups ?? {}, language)
  if (date === undefined) return undefined
  const start = match.index
  const end = start + match[0].length
  const { year, month, day } = date
  if (day === undefined) return { start, end, edtf: formatMonth(year, month), hasTime: false }
  const number = realDay(year, month, day)
  if (number === undefined) return undefined
  const after = AFTER.exec(text.slice(end, end + 60))
  const afterTime = after && timeOf(after.groups ?? {})
  const before = afterTime ? null : BEFORE.exec(text.slice(Math.max(0, start - 40), start))
  const beforeTime = before && timeOf(before.groups ?? {})
  const time = afterTime ?? beforeTime
  const found = afterTime ? after : beforeTime ? before : null
  if (!time || found === null) return { start, end, edtf: formatDay(number), hasTime: false }
  const { second, zone } = found.groups ?? {}
  const bounds = afterTime ? { start, end: end + found[0].length } : { start: start - found[0].length, end }
  const local = `${formatDay(number)}T${pad(time.hour)}:${pad(time.minute)}${second === undefined ? '' : `:${second}`}`
  const chinese = language.startsWith('zh')
  const name = chinese && zone === 'CST' ? '北京时间' : zone
  const stated = name === undefined ? undefined : offsetOf(name, year, number, time.hour)
  if (stated !== undefined)
    return { ...bounds, edtf: local + formatOffset(stated), hasTime: true, zone: 'stated' }
  if (chinese) return { ...bounds, edtf: `${local}+08:00`, hasTime: true, zone: 'assumed' }
  return { ...bounds, edtf: local, hasTime: true }
}
