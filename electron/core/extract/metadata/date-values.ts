import { findStamps } from '../../dates/stamp.ts'
import { formatOffset } from '../../dates/zones.ts'
import { dayNumber, daysInMonth, formatDay, isCalendarDay } from '../../model/calendar.ts'
import { daySpanOf, secondsOf } from '../../model/edtf.ts'

export interface DateReading {
  readonly edtf: string
  readonly zone?: 'stated' | 'assumed'
}

const ISO =
  /^(?<y>(?:19|20)\d{2})-?(?<m>\d{2})-?(?<d>\d{2})(?:[T\s]*(?<h>\d{1,2}):?(?<min>\d{2})(?::?(?<s>\d{2})(?:[.,]\d+)?)?\s*(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?(?:\[[^\]]*\])?$/iu
const RFC =
  /^(?:[A-Za-z]{3,9},?\s+)?(?:(?<d>\d{1,2})\s+(?<name>[A-Za-z]{3})[a-z]*|(?<name2>[A-Za-z]{3})[a-z]*\s+(?<d2>\d{1,2}))(?:,?\s+(?<y>(?:19|20)\d{2}))?\s+(?<h>\d{1,2}):(?<min>\d{2})(?::(?<s>\d{2}))?\s*(?:(?<zone>[A-Z]{3,4}|[+-]\d{4})(?<offset>[+-]\d{2}:?\d{2})?)?(?:\s+\([^)]*\))?(?:\s+(?<y2>(?:19|20)\d{2}))?$/u
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const pad = (value: number): string => String(value).padStart(2, '0')

function offsetMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined
  if (/^(?:Z|UTC|GMT)$/iu.test(zone)) return 0
  const match = /^(?<sign>[+-])(?<h>\d{2}):?(?<m>\d{2})?$/u.exec(zone)?.groups
  if (match === undefined) return undefined
  const minutes = Number(match['h']) * 60 + Number(match['m'] ?? 0)
  return minutes > 14 * 60 || Number(match['m'] ?? 0) > 59
    ? undefined
    : match['sign'] === '-'
      ? -minutes
      : minutes
}

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number | undefined
  readonly minute: number
  readonly second: string | undefined
  readonly offset: number | undefined
}

function reading(
  { year, month, day, hour, minute, second, offset }: Parts,
  language: string,
): DateReading | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  if (!isCalendarDay({ year, month, day })) return undefined
  const date = formatDay(dayNumber(year, month, day))
  if (hour === undefined || hour > 23 || minute > 59 || Number(second ?? 0) > 59) return { edtf: date }
  // A midnight without a zone is a date that a program wrote as a time.
  if (hour === 0 && minute === 0 && Number(second ?? 0) === 0 && offset === undefined) return { edtf: date }
  const local = `${date}T${pad(hour)}:${pad(minute)}${second === undefined ? '' : `:${second}`}`
  if (offset !== undefined) return { edtf: local + formatOffset(offset), zone: 'stated' }
  return language.startsWith('zh') ? { edtf: `${local}+08:00`, zone: 'assumed' } : { edtf: local }
}

/** The date in a value of metadata: ISO 8601 and what passes for it, RFC 2822, seconds since 1970, or as text has it. */
export function dateIn(value: string, language: string): DateReading | undefined {
  const words = value.trim().slice(0, 100)
  const iso = ISO.exec(words)?.groups
  if (iso !== undefined)
    return reading(
      {
        year: Number(iso['y']),
        month: Number(iso['m']),
        day: Number(iso['d']),
        hour: iso['h'] === undefined ? undefined : Number(iso['h']),
        minute: Number(iso['min'] ?? 0),
        second: iso['s'],
        offset: offsetMinutes(iso['zone']),
      },
      language,
    )
  const rfc = RFC.exec(words)?.groups
  const month = MONTHS.indexOf((rfc?.['name'] ?? rfc?.['name2'] ?? '').toLowerCase()) + 1
  const year = rfc?.['y'] ?? rfc?.['y2']
  if (rfc !== undefined && month > 0 && year !== undefined)
    return reading(
      {
        year: Number(year),
        month,
        day: Number(rfc['d'] ?? rfc['d2']),
        hour: Number(rfc['h']),
        minute: Number(rfc['min']),
        second: rfc['s'],
        offset: offsetMinutes(rfc['offset'] ?? rfc['zone']),
      },
      language,
    )
  const epoch = /^(?<seconds>1\d{9})(?:\d{3})?$/u.exec(words)?.groups?.['seconds']
  if (epoch !== undefined) return { edtf: instantOf(Number(epoch)), zone: 'stated' }
  const [stamp] = findStamps(words, language)
  return stamp === undefined
    ? undefined
    : { edtf: stamp.edtf, ...(stamp.zone === undefined ? {} : { zone: stamp.zone }) }
}

function instantOf(seconds: number): string {
  const day = Math.floor(seconds / 86_400)
  const rest = seconds - day * 86_400
  return `${formatDay(day)}T${pad(Math.floor(rest / 3600))}:${pad(Math.floor(rest / 60) % 60)}:${pad(rest % 60)}Z`
}

const DAY = 86_400

/**
 * Whether a page clipped then can have been published at this date. A value without an offset is read at the
 * easternmost one (UTC+14), a day at its first moment there, so that only what is certainly later is refused.
 */
export function isBefore(edtf: string, clippedAtMs: number): boolean {
  const seconds = secondsOf(edtf)
  const isZoned = seconds !== undefined && /(?:Z|[+-]\d{2}:\d{2})$/u.test(edtf)
  const earliest = isZoned ? seconds : (seconds ?? daySpanOf(edtf).from * DAY) - 14 * 3600
  return earliest * 1000 <= clippedAtMs
}

/** A date in the path of an address: `/2019/09/07/`, `/20190907/`, `/2019-09-07/`, `/19/0907/`. */
export function dateInUrl(url: string): string | undefined {
  const path = url.replace(/^https?:\/\/[^/]*/iu, '')
  const match =
    /(?:^|[/_-])(?<y>(?:19|20)\d{2})[-/_]?(?<m>0[1-9]|1[0-2])[-/_]?(?<d>0[1-9]|[12]\d|3[01])(?!\d)/u.exec(
      path,
    ) ??
    /\/(?<y>(?:19|20)\d{2})\/(?<m>0?[1-9]|1[0-2])\/(?<d>0?[1-9]|[12]\d|3[01])(?=[/-])/u.exec(path) ??
    /\/(?<y>(?:19|20)\d{2})[-_]?(?<m>0[1-9]|1[0-2])\/(?<d>0[1-9]|[12]\d|3[01])(?!\d)/u.exec(path)
  const { y, m, d } = match?.groups ?? {}
  const [year, month, day] = [Number(y), Number(m), Number(d)]
  return match !== null && day <= daysInMonth(year, month)
    ? formatDay(dayNumber(year, month, day))
    : undefined
}
