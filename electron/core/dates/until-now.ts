import { formatDay } from '../model/calendar.ts'
import { daySpanOf } from '../model/edtf.ts'
import type { FoundDate } from './rule.ts'
import type { Reference } from './value.ts'

const EN =
  /^\s(?:(?:to|until|till|through|up\sto|-|–)\s|(?<and>and\s))(?:right\s)?(?:now|(?:the\s)?present(?:\sday)?|date|(?:the\s)?current\sdate)(?![\p{L}-])/iu
/** The other way round: `between now and May 21`, `from today until Friday`. */
const EN_FROM_NOW =
  /(?<![\p{L}])(?:between\s(?:now|today)\sand|from\s(?:now|today)\s(?:to|until|till|through|-)|now\s(?:until|till|through))\s(?:the\s)?$/iu
const BETWEEN = /\bbetween\s(?:the\s)?$/iu
const ZH = /^(?:年)?(?:一直)?(?:至今|迄今|到现在|到現在|到目前|截至目前)/u

/** Dates that reach to the day of publication in so many words: `between 2019 and now`, `1998年至今`. */
export function untilNow(
  text: string,
  found: readonly FoundDate[],
  reference: Reference | undefined,
  language: 'zh' | 'en',
): FoundDate[] {
  if (reference === undefined || !reference.isDay) return [...found]
  return found.map(date => {
    const lead =
      language === 'en' ? EN_FROM_NOW.exec(text.slice(Math.max(0, date.start - 24), date.start)) : null
    const { to } = daySpanOf(date.edtf)
    if (lead !== null && to > reference.from && !date.edtf.endsWith('/')) {
      const start = date.start - lead[0].length
      return {
        ...date,
        phrase: text.slice(start, date.start + date.phrase.length),
        start,
        edtf: `${formatDay(reference.from)}/${formatDay(to)}`,
        precision: 'span',
      }
    }
    const end = date.start + date.phrase.length
    const match = (language === 'zh' ? ZH : EN).exec(text.slice(end, end + 24))
    if (match === null || date.edtf.includes('/')) return date
    if (
      match.groups?.['and'] !== undefined &&
      !BETWEEN.test(text.slice(Math.max(0, date.start - 14), date.start))
    )
      return date
    if (daySpanOf(date.edtf).from >= reference.from) return date
    return {
      ...date,
      phrase: date.phrase + match[0],
      edtf: `${date.edtf}/${formatDay(reference.from)}`,
      precision: 'span',
    }
  })
}
