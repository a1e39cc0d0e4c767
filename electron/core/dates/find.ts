import { daySpanOf, type Edtf } from '../model/edtf.ts'
import { enClock } from './en-clock.ts'
import { enDays } from './en-days.ts'
import { enHolidays } from './en-holidays.ts'
import { enMonths } from './en-months.ts'
import { enNth } from './en-nth.ts'
import { enNumeric } from './en-numeric.ts'
import { offsetEnDates } from './en-offset.ts'
import { openEnDates } from './en-open.ts'
import { enRelative } from './en-relative.ts'
import { enRest } from './en-rest.ts'
import { enSpans } from './en-spans.ts'
import { enWeeks } from './en-weeks.ts'
import { enYears } from './en-years.ts'
import { joinRanges } from './join.ts'
import { applyRules, type FoundDate, inSmallLetters, type Rule } from './rule.ts'
import { untilNow } from './until-now.ts'
import { type DateValue, referenceOf } from './value.ts'
import { zhDays } from './zh-days.ts'
import { zhDecades } from './zh-decades.ts'
import { zhEras } from './zh-eras.ts'
import { zhHolidays } from './zh-holidays.ts'
import { zhLunar } from './zh-lunar.ts'
import { zhMonths } from './zh-months.ts'
import { zhNth } from './zh-nth.ts'
import { openZhDates } from './zh-open.ts'
import { zhParts } from './zh-parts.ts'
import { zhRelative } from './zh-relative.ts'
import { zhStretches } from './zh-stretches.ts'
import { zhWeeks } from './zh-weeks.ts'
import { zhYears } from './zh-years.ts'

const ZH: readonly Rule[] = [
  ...zhEras,
  ...zhLunar,
  ...zhDays,
  ...zhParts,
  ...zhNth,
  ...zhMonths,
  ...zhWeeks,
  ...zhRelative,
  ...zhStretches,
  ...zhHolidays,
  ...zhDecades,
  ...zhYears,
]
const EN: readonly Rule[] = [
  ...enDays,
  ...enNumeric,
  ...enNth,
  ...enSpans,
  ...enRest,
  ...enClock,
  ...enMonths,
  ...enWeeks,
  ...enRelative,
  ...enHolidays,
  ...enYears,
].map(inSmallLetters)

/** Full-width digits and separators become ASCII one for one, so that positions stay those of the text. */
const fold = (text: string): string =>
  text.replace(/[０-９／－．]/gu, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0))

const lastDay = (value: DateValue): number | undefined =>
  value.precision === 'day' || value.precision === 'span' ? daySpanOf(value.edtf).to : undefined

/**
 * The date expressions of a text, in order, resolved to days. `reference` is when the text was published:
 * without it, expressions that need it ("yesterday", "15 July") are left out, because their day would be
 * invented; so are words that name no day (近日, recently). `language` is a BCP 47 tag.
 */
export function findDates(text: string, reference: Edtf | undefined, language: string): FoundDate[] {
  const rules = language.startsWith('zh') ? ZH : language.startsWith('en') ? EN : []
  const folded = fold(text)
  const around = referenceOf(reference)
  const found = applyRules(folded, text, rules, around, lastDay)
  const dates =
    rules === ZH
      ? openZhDates(folded, untilNow(folded, joinRanges(folded, found), around, 'zh'))
      : openEnDates(
          folded,
          untilNow(folded, joinRanges(folded, offsetEnDates(folded, found)), around, 'en'),
          around,
        )
  return dates.map(date => ({ ...date, phrase: text.slice(date.start, date.start + date.phrase.length) }))
}
