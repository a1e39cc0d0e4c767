import type { Edtf } from '../../electron/core/model/edtf.ts'
import type { Language } from './language.ts'

interface Parts {
  readonly year: number
  readonly month: number | undefined
  readonly day: number | undefined
  /** As the document states it, `00:09`; never converted to the reader's zone. */
  readonly time: string | undefined
  readonly offset: string | undefined
}

interface Options {
  /** Adds the time of day where the date has one. */
  readonly time?: boolean
  readonly weekday?: boolean
  /** False leaves the year out where the day is known, for places that say the year elsewhere. */
  readonly year?: boolean
}

const PARTS = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?$/
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] // biome-ignore format: two lines of six
const WEEKDAYS = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  'zh-Hans': ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
} as const

function partsOf(date: string): Parts | undefined {
  const match = PARTS.exec(date)
  if (!match) return undefined
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text))
  return {
    year: Number(match[1]),
    month: number(match[2]),
    day: number(match[3]),
    time: match[4],
    offset: match[5],
  }
}

function weekdayOf({ year, month = 1, day = 1 }: Parts, language: Language): string {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return WEEKDAYS[language][date.getUTCDay()] ?? ''
}

function formatParts(parts: Parts, language: Language, options: Options): string {
  const { year, month, day } = parts
  const withYear = options.year !== false || day === undefined
  const time = options.time && parts.time ? parts.time : ''
  if (language === 'zh-Hans') {
    const date = `${withYear ? `${year}年` : ''}${month ? `${month}月` : ''}${day ? `${day}日` : ''}`
    return [date, options.weekday && day ? weekdayOf(parts, language) : '', time].filter(Boolean).join(' ')
  }
  const monthName = month ? (MONTHS[month - 1] ?? '') : ''
  const date = [day, monthName, withYear ? year : ''].filter(Boolean).join(' ')
  const named = options.weekday && day ? `${weekdayOf(parts, language)} ${date}` : date
  return time ? `${named}, ${time}` : named
}

/** An interval of days, with what both ends share said once where they share it. */
function formatInterval(from: string, to: string, language: Language): string {
  const zh = language === 'zh-Hans'
  const start = partsOf(from)
  const end = partsOf(to)
  if (!start && !end) return ''
  if (!end) return zh ? `${formatDate(from, language)}起` : `from ${formatDate(from, language)}`
  if (!start) return zh ? `至${formatDate(to, language)}` : `until ${formatDate(to, language)}`
  const sameYear = start.year === end.year
  const sameMonth = sameYear && start.month === end.month && start.day !== undefined && end.day !== undefined
  if (sameMonth) {
    if (zh) return `${formatDate(from, language)}至${end.day}日`
    return `${start.day}–${formatDate(to, language)}`
  }
  const short = sameYear && end.day !== undefined && start.day !== undefined
  if (zh) return `${formatDate(from, language)}至${formatParts(end, language, short ? { year: false } : {})}`
  return `${formatParts(start, language, short ? { year: false } : {})} – ${formatDate(to, language)}`
}

/** An EDTF date in the words of the interface, at its own precision: a month stays a month. */
export function formatDate(edtf: Edtf, language: Language, options: Options = {}): string {
  if (edtf.includes('/')) {
    const [from = '', to = ''] = edtf.split('/')
    return formatInterval(from, to, language)
  }
  const parts = partsOf(edtf)
  return parts ? formatParts(parts, language, options) : edtf
}

/** The time of day that the date states (`00:09`), or undefined where it states none. */
export const timeOf = (edtf: Edtf): string | undefined => partsOf(edtf)?.time

/** The offset that the date states: `UTC+8`, `UTC`, or undefined. */
export function offsetOf(edtf: Edtf): string | undefined {
  const offset = partsOf(edtf)?.offset
  if (offset === undefined) return undefined
  if (offset === 'Z' || offset.endsWith('00:00')) return 'UTC'
  const [hours = '', minutes = ''] = offset.slice(1).split(':')
  return `UTC${offset.startsWith('-') ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}

const two = (value: number) => String(value).padStart(2, '0')

/** An instant on this computer's clock, `2025-11-08 09:14`. */
export function formatInstant(instant: string): string {
  const date = new Date(instant)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${clockOf(instant)}`
}

/** The time of day of an instant on this computer's clock, `09:14`. */
export function clockOf(instant: string): string {
  const date = new Date(instant)
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}
