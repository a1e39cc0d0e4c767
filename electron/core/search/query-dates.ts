import { findDates } from '../dates/find.ts'
import { type Edtf, edtfSchema } from '../model/edtf.ts'

const edtf = (text: string): Edtf | undefined => edtfSchema.safeParse(text).data

/** An interval from the first of one value to the last of another; `''` leaves that side open. */
function interval(first: string | undefined, last: string | undefined): Edtf | undefined {
  if (first === undefined || last === undefined) return undefined
  const [start] = first.split('/')
  const end = last.includes('/') ? last.split('/')[1] : last
  return start === '' && end === '' ? undefined : edtf(`${withoutTime(start)}/${withoutTime(end)}`)
}

const withoutTime = (value = ''): string => value.replace(/T.*$/u, '')

/** One value: EDTF, or words of which all are one date expression, relative to `today`. */
function oneDate(words: string, today: Edtf): Edtf | undefined {
  const value = edtf(words)
  if (value !== undefined) return value
  for (const language of ['zh', 'en']) {
    const [found] = findDates(words, today, language)
    if (found !== undefined && found.start === 0 && found.phrase.length === words.length) return found.edtf
  }
  return undefined
}

/**
 * The days that the words of a query mean: EDTF (`2025-07`, `2025-07-01/2025-07-10`), a range with two dots and
 * perhaps one side open (`2025-07..2025-09`, `2025..`), or words (`last week`, `上周`). Undefined for what is no date.
 */
export function queryDate(words: string, today: Edtf): Edtf | undefined {
  const text = words.trim().normalize('NFKC')
  if (text === '') return undefined
  const range = /^(?<first>.*?)\s*\.{2,3}\s*(?<last>.*)$/u.exec(text)?.groups
  if (range === undefined) return oneDate(text, today)
  const side = (part = ''): string | undefined => (part === '' ? '' : oneDate(part, today))
  return interval(side(range['first']), side(range['last']))
}
