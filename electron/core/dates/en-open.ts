import { formatDay } from '../model/calendar.ts'
import { daySpanOf, type Edtf } from '../model/edtf.ts'
import type { FoundDate } from './rule.ts'
import type { Reference } from './value.ts'

const BEFORE = /\b(?:before|prior to|earlier than)\s(?:the\s)?(?:year\s)?$/iu
const AFTER =
  /\b(?:after|later than|(?<=\byear\s(?:is\s)?)greater than|(?<=\byear\s(?:is\s)?)more than)\s(?:the\s)?(?:year\s)?$/iu
const SINCE = /\b(?:since|starting(?:\s(?:on|from))?|as early as)\s(?:the\s)?(?:year\s)?$/iu
const OR_LATER =
  /^\s(?:and|or)\s(?:after|later|greater|onwards?)\b(?!\s(?:than\s)?[\d\p{Lu}])|^\sonwards?\b/iu
/** "Two weeks before 13 May" is another day, which nothing here counts: such a date is left as it is. */
const COUNTED =
  /\b(?:days?|weeks?|months?|years?|hours?|minutes?|fortnight)\s(?:before|after|prior to)\s(?:the\s)?$/iu
/** "Tomorrow before 5pm" is when something has to be done by. */
const BEFORE_TIME = /^\sbefore\s\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\b\.?|o['’]clock)/iu
const AFTER_TIME = /^\safter\s\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\b\.?|o['’]clock)/iu
const REACH = 24

const start = (edtf: Edtf): Edtf => edtf.split('/')[0] ?? edtf

/** The first day after a month or year; of a day, the day itself: "after 5 May" may well begin on it. */
const after = ({ edtf, precision }: FoundDate): Edtf =>
  precision === 'day' ? edtf : formatDay(daySpanOf(edtf).to + 1)

/** The day before a day, month or year; "before the end of May" may still be in its last days. */
const until = ({ edtf, precision }: FoundDate): Edtf =>
  precision === 'span' ? (edtf.split('/').at(-1) ?? edtf) : formatDay(daySpanOf(edtf).from - 1)

/**
 * Dates that words beside them open to one side: `before 2010` and `tomorrow before 5pm` have no beginning, `since
 * July 1` no end.
 */
export function openEnDates(
  text: string,
  found: readonly FoundDate[],
  reference: Reference | undefined,
): FoundDate[] {
  return found.map(date => {
    if (date.edtf.startsWith('/') || date.edtf.endsWith('/')) return date
    const lead = text.slice(Math.max(0, date.start - REACH), date.start)
    if (COUNTED.test(lead)) return date
    const stop = date.start + date.phrase.length

    const open = (words: string, edtf: Edtf): FoundDate => ({
      ...date,
      phrase: date.phrase + words,
      edtf,
      precision: 'span',
    })
    const following = text.slice(stop, stop + REACH)
    const deadline = BEFORE_TIME.exec(following)
    const onset = AFTER_TIME.exec(following)
    if (date.precision === 'day' && reference !== undefined && daySpanOf(date.edtf).from >= reference.from) {
      if (deadline !== null) return open(deadline[0], `/${date.edtf}`)
      if (onset !== null) return open(onset[0], `${date.edtf}/`)
    }
    const opened = (words: string, edtf: Edtf): FoundDate => ({
      ...date,
      phrase: text.slice(date.start - words.length, stop),
      start: date.start - words.length,
      edtf,
      precision: 'span',
    })
    const tail = OR_LATER.exec(following)
    if (tail !== null) return open(tail[0], `${start(date.edtf)}/`)
    const before = BEFORE.exec(lead)
    if (before !== null) return opened(before[0], `/${until(date)}`)
    const later = AFTER.exec(lead)
    if (later !== null) return opened(later[0], `${after(date)}/`)
    const since = SINCE.exec(lead)
    return since === null ? date : opened(since[0], `${start(date.edtf)}/`)
  })
}
