import { daySpanOf, type Edtf } from '../model/edtf.ts'
import { enDays } from './en-days.ts'
import { enMonths } from './en-months.ts'
import { openEnDates } from './en-open.ts'
import { enRelative } from './en-relative.ts'
import { enSpans } from './en-spans.ts'
import { enWeeks } from './en-weeks.ts'
import { enYears } from './en-years.ts'
import { joinRanges } from './join.ts'
import { applyRules, type FoundDate, type Rule } from './rule.ts'
import { type DateValue, referenceOf } from './value.ts'
import { zhDays } from './zh-days.ts'
import { zhMonths } from './zh-months.ts'
import { openZhDates } from './zh-open.ts'
import { zhParts } from './zh-parts.ts'
import { zhRelative } from './zh-relative.ts'
import { zhWeeks } from './zh-weeks.ts'
import { zhYears } from './zh-years.ts'

const ZH: readonly Rule[] = [...zhDays, ...zhParts, ...zhMonths, ...zhWeeks, ...zhRelative, ...zhYears]
const EN: readonly Rule[] = [...enDays, ...enSpans, ...enMonths, ...enWeeks, ...enRelative, ...enYears]

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
  const found = applyRules(folded, text, rules, referenceOf(reference), lastDay)
  const joined = joinRanges(folded, found)
  const dates = rules === ZH ? openZhDates(folded, joined) : openEnDates(folded, joined)
  return dates.map(date => ({ ...date, phrase: text.slice(date.start, date.start + date.phrase.length) }))
}
