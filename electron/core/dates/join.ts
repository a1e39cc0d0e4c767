import { daySpanOf, type Edtf } from '../model/edtf.ts'
import type { FoundDate } from './rule.ts'

const TO = /^\s?(?:-|–|—|~|～|to|through|thru|till|until|至|到)\s?(?:the\s)?$/iu
const AND = /^\s?(?:and|和|与)\s?(?:the\s)?$/iu
const BETWEEN = /\bbetween\s(?:the\s)?$/iu
/** Longer texts between two dates do not join them. */
const REACH = 12

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
  const between = text.slice(end, to.start)
  const isRange =
    TO.test(between) ||
    (AND.test(between) && BETWEEN.test(text.slice(Math.max(0, from.start - 14), from.start)))
  if (!isRange || daySpanOf(from.edtf).from >= daySpanOf(to.edtf).to) return undefined
  return {
    phrase: text.slice(from.start, to.start + to.phrase.length),
    start: from.start,
    edtf: `${first(from.edtf)}/${last(to.edtf)}`,
    precision: 'span',
    confidence: Math.min(from.confidence, to.confidence),
  }
}
