import type { Edtf } from '../model/edtf.ts'
import type { Published } from '../model/stated.ts'
import { type ExportLanguage, wordsOf } from './words.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * A key that sorts EDTF dates by their beginning, on the clock that they state; an interval open at its
 * start sorts by its end.
 */
export function isoStart(edtf: Edtf): string {
  const [start = '', end = ''] = edtf.split('/')
  return start === '' ? end : start
}

/** The end of an EDTF date as {@link isoStart} is its beginning; that of a single date is itself. */
export function isoEnd(edtf: Edtf): string {
  const [start = '', end = start] = edtf.split('/')
  return end === '' ? start : end
}

/** The day, month or year of an EDTF date, an interval's with `--` between (ISO 8601-2 in file names). */
export const calendarPart = (edtf: Edtf): string =>
  edtf
    .split('/')
    .map(part => part.split('T')[0] ?? '')
    .join('--')

/**
 * An EDTF date in words at its own precision: `2025-04` is "April 2025", never a day. `zoneNote` is printed
 * with the zone, where there is one.
 */
export function dateInWords(edtf: Edtf, language: ExportLanguage, zoneNote?: string): string {
  return edtf
    .split('/')
    .map(part => (part === '' ? '…' : momentInWords(part, language, zoneNote)))
    .join(wordsOf(language).to)
}

function momentInWords(part: string, language: ExportLanguage, zoneNote: string | undefined): string {
  const match = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T([\d:]+)(Z|[+-].+)?)?$/.exec(part)
  if (match === null) return part
  const [, year = '', month, day, clock, zone] = match
  const days = language === 'en' ? english(year, month, day) : chinese(year, month, day)
  if (clock === undefined) return days
  const { listComma } = wordsOf(language)
  const offset = [`UTC${zone === 'Z' ? '' : zone}`, ...(zoneNote === undefined ? [] : [zoneNote])].join(
    listComma,
  )
  if (language === 'en') return `${days}, ${clock}${zone === undefined ? '' : ` (${offset})`}`
  return `${days} ${clock}${zone === undefined ? '' : `（${offset}）`}`
}

function english(year: string, month?: string, day?: string): string {
  const name = month === undefined ? undefined : (MONTHS[Number(month) - 1] ?? month)
  return [day === undefined ? undefined : String(Number(day)), name, year]
    .filter(part => part !== undefined)
    .join(' ')
}

function chinese(year: string, month?: string, day?: string): string {
  const months = month === undefined ? '' : `${Number(month)}月`
  return `${year}年${months}${day === undefined ? '' : `${Number(day)}日`}`
}

/** When a clipping was published, in words; "date not stated" where it does not say. */
export function publishedInWords(published: Published, language: ExportLanguage): string {
  const words = wordsOf(language)
  if (typeof published === 'string') return words.undated
  return dateInWords(published.edtf, language, published.zone === 'assumed' ? words.assumedZone : undefined)
}

/** An RFC 3339 UTC instant as a day and a minute. */
export const instantInWords = (instant: string, language: ExportLanguage): string =>
  dateInWords(`${instant.slice(0, 16)}Z`, language)
