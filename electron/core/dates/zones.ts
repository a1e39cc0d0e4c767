import { dayNumber, daysInMonth, isoWeekday } from '../model/calendar.ts'

/** Abbreviations with one meaning in news copy, in minutes east of UTC. CST is American outside Chinese text. */
const FIXED: Readonly<Record<string, number>> = {
  Z: 0,
  GMT: 0,
  UTC: 0,
  BST: 60,
  WET: 0,
  CET: 60,
  CEST: 120,
  MEZ: 60,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  HKT: 480,
  SGT: 480,
  PHT: 480,
  AWST: 480,
  JST: 540,
  KST: 540,
  IST: 330,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  北京时间: 480,
  北京時間: 480,
  香港时间: 480,
  香港時間: 480,
  台北時間: 480,
  台北时间: 480,
  台灣時間: 480,
  臺灣時間: 480,
}

/** Names without their season, in standard time; daylight saving adds an hour on the dates of the country's rule. */
const REGIONAL: Readonly<Record<string, { standard: number; rule: 'us' | 'eu' }>> = {
  ET: { standard: -300, rule: 'us' },
  CT: { standard: -360, rule: 'us' },
  MT: { standard: -420, rule: 'us' },
  PT: { standard: -480, rule: 'us' },
  'Eastern Time': { standard: -300, rule: 'us' },
  美东时间: { standard: -300, rule: 'us' },
  美東時間: { standard: -300, rule: 'us' },
  美国东部时间: { standard: -300, rule: 'us' },
  美國東部時間: { standard: -300, rule: 'us' },
  'London time': { standard: 0, rule: 'eu' },
  伦敦时间: { standard: 0, rule: 'eu' },
  倫敦時間: { standard: 0, rule: 'eu' },
}

/** Pattern source of a stated zone: a name above, `UTC+8`, `+08:00`. Case counts. */
export const ZONE = String.raw`(?:(?:UTC|GMT)\s?[+-]\d{1,2}(?::?\d{2})?|[+-]\d{2}:?\d{2}(?!\d)|(?:${[
  ...Object.keys(FIXED),
  ...Object.keys(REGIONAL),
]
  .toSorted((a, b) => b.length - a.length)
  .join('|')})(?![\p{Script=Latin}\d]))`

/** Day number of the nth Sunday of a month; the last one for 0. */
function sunday(year: number, month: number, nth: number): number {
  if (nth === 0) {
    const last = dayNumber(year, month, daysInMonth(year, month))
    return last - (isoWeekday(last) % 7)
  }
  const first = dayNumber(year, month, 1)
  return first + (7 - isoWeekday(first)) + (nth - 1) * 7
}

/**
 * Whether daylight saving is on, by local day and hour. United States: 2nd Sunday of March to 1st of November
 * since 2007, 1st Sunday of April to last of October from 1987 (15 U.S.C. 260a). United Kingdom: last Sunday
 * of March to last of October (since 1996). Both change at 2 o'clock, the UK at 1 in spring.
 */
function isDaylight(rule: 'us' | 'eu', year: number, day: number, hour: number): boolean {
  const recent = year >= 2007
  const start = rule === 'eu' ? sunday(year, 3, 0) : recent ? sunday(year, 3, 2) : sunday(year, 4, 1)
  const end = rule === 'us' && recent ? sunday(year, 11, 1) : sunday(year, 10, 0)
  const at = day * 24 + hour
  return at >= start * 24 + (rule === 'eu' ? 1 : 2) && at < end * 24 + 2
}

/** Minutes east of UTC of a zone that {@link ZONE} matched, for a local time; undefined where there is none such. */
export function offsetOf(zone: string, year: number, day: number, hour: number): number | undefined {
  const fixed = FIXED[zone]
  if (fixed !== undefined) return fixed
  const regional = REGIONAL[zone]
  if (regional !== undefined) return regional.standard + (isDaylight(regional.rule, year, day, hour) ? 60 : 0)
  const [, sign, hours = '', minutes = '00'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? []
  const total = Number(hours) * 60 + Number(minutes)
  if (sign === undefined || total > 14 * 60 || Number(minutes) > 59) return undefined
  return sign === '-' ? -total : total
}

/** `+08:00`, `Z` for none. */
export function formatOffset(minutes: number): string {
  if (minutes === 0) return 'Z'
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}
