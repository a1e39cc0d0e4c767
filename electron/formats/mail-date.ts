import { edtfSchema } from '../core/model/edtf.ts'
import type { Instant } from '../core/model/identifiers.ts'
import type { StatedByFile } from '../core/model/import-item.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DATE =
  /^(?:[a-z]{3,9},?\s+)?(?<day>\d{1,2})\s+(?<month>[a-z]{3})[a-z]*\.?,?\s+(?<year>\d{4})\s+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?(?:\s+(?<zone>[+-]\d{4}|[a-z]{1,5}))?/iu
/** RFC 5322, section 4.3. Other names of zones are not the same everywhere. */
const ZONES: Readonly<Record<string, string>> = {
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  z: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
}

function offsetOf(zone: string | undefined): string {
  // RFC 5322, section 3.3: -0000 says that the offset is not known.
  if (zone === undefined || zone === '-0000') return ''
  if (/^[+-]/u.test(zone)) return zone === '+0000' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3)}`
  return ZONES[zone.toLowerCase()] ?? ''
}

/** The `Date` of a message (RFC 5322, section 3.3) with its own offset; undefined where it is no such date. */
export function mailDate(header: string | undefined): StatedByFile['published'] {
  const evidence = (header ?? '').trim()
  const groups = DATE.exec(evidence)?.groups
  const month = MONTHS.indexOf((groups?.['month'] ?? '').toLowerCase()) + 1
  if (groups === undefined || month === 0) return undefined
  const two = (text: string | undefined): string => (text ?? '0').padStart(2, '0')
  const day = `${groups['year']}-${two(String(month))}-${two(groups['day'])}`
  const time = `${two(groups['hour'])}:${two(groups['minute'])}:${two(groups['second'])}`
  const edtf = `${day}T${time}${offsetOf(groups['zone'])}`
  return edtfSchema.safeParse(edtf).success ? { edtf, evidence } : undefined
}

/** The same as an instant, where the offset is known. */
export function mailInstant(header: string | undefined): Instant | undefined {
  const edtf = mailDate(header)?.edtf
  return edtf === undefined || !/(?:Z|[+-]\d{2}:\d{2})$/u.test(edtf)
    ? undefined
    : new Date(edtf).toISOString()
}
