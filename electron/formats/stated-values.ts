import { findDates } from '../core/dates/find.ts'
import { edtfSchema } from '../core/model/edtf.ts'
import type { Instant } from '../core/model/identifiers.ts'
import type { StatedByFile } from '../core/model/import-item.ts'

function instantAt(milliseconds: number): Instant | undefined {
  const date = new Date(milliseconds)
  const year = date.getUTCFullYear()
  // The epoch itself is how programs write "never"; and nothing was saved in a century to come.
  return milliseconds > 0 && year < 2100 ? date.toISOString() : undefined
}

const MICROSECONDS = 1e15
const MILLISECONDS = 1e11

/** A Unix time in seconds; programs that write milliseconds or microseconds instead are told by their size. */
export function instantOfUnix(value: string | number | undefined): Instant | undefined {
  const number =
    typeof value === 'number' ? value : /^\s*\d{1,17}(?:\.\d+)?\s*$/u.test(value ?? '') ? Number(value) : 0
  if (number >= MICROSECONDS) return instantAt(number / 1000)
  return instantAt(number >= MILLISECONDS ? number : number * 1000)
}

const ISO =
  /^(?<year>\d{4})(?:[-/.]?(?<month>\d{1,2})(?:[-/.]?(?<day>\d{1,2}))?)?(?:[T ](?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:\.\d+)?)?\s*(?:(?<utc>Z|UTC)|(?<sign>[+-])(?<zoneHour>\d{2}):?(?<zoneMinute>\d{2}))?)?$/u

/**
 * ISO 8601 with its separators or without, and with a blank for the `T`, as EDTF at its own precision. Undefined where
 * a text is something else, or no day that there is.
 */
function edtfOfIso(text: string): string | undefined {
  // RIS and others leave empty parts at the end: `2023/05//`.
  const groups = ISO.exec(text.trim().replace(/\/+$/u, ''))?.groups
  if (groups?.['year'] === undefined) return undefined
  const two = (name: string): string => (groups[name] ?? '').padStart(2, '0')
  const { year, month, day, hour } = groups
  const date =
    month === undefined
      ? year
      : day === undefined
        ? `${year}-${two('month')}`
        : `${year}-${two('month')}-${two('day')}`
  const zone =
    groups['utc'] === undefined
      ? groups['sign'] === undefined
        ? ''
        : `${groups['sign']}${two('zoneHour')}:${two('zoneMinute')}`
      : 'Z'
  const clock =
    hour === undefined
      ? ''
      : `T${two('hour')}:${two('minute')}${groups['second'] === undefined ? '' : `:${two('second')}`}${zone}`
  const edtf = `${date}${clock}`
  return edtfSchema.safeParse(edtf).success ? edtf : undefined
}

/** A moment as services write it; one without an offset is in UTC, which is what they keep. */
export function instantOf(text: string | undefined): Instant | undefined {
  const edtf = edtfOfIso(text ?? '')
  if (edtf === undefined || !/^\d{4}-\d{2}-\d{2}/u.test(edtf)) return undefined
  const seconds = Date.parse(
    /T.*(?:Z|[+-]\d{2}:\d{2})$/u.test(edtf) ? edtf : edtf.includes('T') ? `${edtf}Z` : edtf,
  )
  // EDTF has no parts of a second.
  const part = /:\d{2}(?<part>\.\d+)/u.exec(text ?? '')?.groups?.['part'] ?? '0'
  return instantAt(seconds + Math.floor(Number(part) * 1000))
}

/** A day of publication as the file words it: ISO 8601, else a date in words that is all of the text. */
export function publishedOf(text: string | undefined): StatedByFile['published'] {
  const evidence = (text ?? '').trim()
  if (evidence === '') return undefined
  const iso = edtfOfIso(evidence)
  if (iso !== undefined) return { edtf: iso, evidence }
  const [found, ...others] = findDates(
    evidence,
    undefined,
    /\p{Script=Han}/u.test(evidence) ? 'zh-Hans' : 'en',
  )
  if (found === undefined || others.length > 0 || found.phrase.length < evidence.length - 1) return undefined
  return { edtf: found.edtf, evidence }
}

/** A web address as the file has it; undefined for anything that is not http or https. */
export function webAddress(text: string | undefined): string | undefined {
  const address = (text ?? '').trim()
  // The parser of URLs also takes `https:host` and `https:\\host`, which other programs read as something else.
  return /^https?:\/\/[^/\\]/iu.test(address) && URL.canParse(address) ? address : undefined
}

/** Names without blanks around them, each once. */
export const namesIn = (names: readonly string[]): string[] => [
  ...new Set(names.map(name => name.trim()).filter(name => name !== '')),
]

/** Text that is there. */
export const textOf = (text: string | null | undefined): string | undefined =>
  text === null || text === undefined || text.trim() === '' ? undefined : text.trim()
