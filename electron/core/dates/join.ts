import { daySpanOf, type Edtf } from '../model/edtf.ts'
import type { FoundDate } from './rule.ts'

const TO = /^\s?起?(?:-|–|—|~|～|to|through|thru|till|until|至|到)\s?(?:the\s)?$/iu
/** The time of day that a range goes from: `Monday 9am to Wednesday`, `昨天下午两点到明天`. */
const TIME =
  /^\s?(?:(?:at\s)?\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\b\.?)?|(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间)?(?:(?:\d{1,2}|[一二两三四五六七八九十]{1,3})(?:[点點时時]半?|:\d\d)(?:[\d一二三四五六七八九十]{1,3}分?)?)?)(?=\s?(?:-|–|—|~|to|until|till|至|到))/iu
const AND = /^\s?(?:and|和|与)\s?(?:the\s)?$/iu
const BETWEEN = /\bbetween\s(?:the\s)?$/iu
/** Longer texts between two dates do not join them. */
const REACH = 24

const isOpen = (edtf: Edtf): boolean => edtf.startsWith('/') || edtf.endsWith('/')
const day = (edtf: Edtf): Edtf => edtf.slice(0, 10)
const first = (edtf: Edtf): Edtf => day(edtf.split('/')[0] ?? edtf)
const last = (edtf: Edtf): Edtf => day(edtf.split('/').at(-1) ?? edtf)

/** Two dates that a dash or "to" joins are one interval: `July 15 to today`, `2018/1/10-2018/7/10`. */
export function joinRanges(text: string, found: readonly FoundDate[]): FoundDate[] {
  const joined: FoundDate[] = []
  for (const date of found) {
    const before = joined.at(-1)
    const merged = before === undefined ? undefined : rangeOf(text, before, date)
    if (merged === undefined) joined.push(date)
    else joined[joined.length - 1] = merged
  }
  return joined
}

function rangeOf(text: string, from: FoundDate, to: FoundDate): FoundDate | undefined {
  const end = from.start + from.phrase.length
  if (to.start - end > REACH || isOpen(from.edtf) || isOpen(to.edtf)) return undefined
  const between = text.slice(end, to.start).replace(TIME, '')
  const after = /^(?:之间|之間)/u.exec(text.slice(to.start + to.phrase.length))?.[0] ?? ''
  const isRange =
    TO.test(between) ||
    (AND.test(between) &&
      (after !== '' || BETWEEN.test(text.slice(Math.max(0, from.start - 14), from.start))))
  if (!isRange || daySpanOf(from.edtf).from >= daySpanOf(to.edtf).to) return undefined
  return {
    phrase: text.slice(from.start, to.start + to.phrase.length + after.length),
    start: from.start,
    edtf: `${first(from.edtf)}/${last(to.edtf)}`,
    precision: 'span',
    confidence: Math.min(from.confidence, to.confidence),
  }
}
