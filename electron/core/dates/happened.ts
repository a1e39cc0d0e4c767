import type { DateInText } from '../model/article.ts'
import { daySpanOf } from '../model/edtf.ts'
import type { Happened, Published } from '../model/stated.ts'

const NAMES_A_DAY: ReadonlySet<DateInText['precision']> = new Set(['second', 'minute', 'day'])

/**
 * When what a text tells of happened: the first day that it names and that had come when it was published; where it
 * names none, the first month, year or other stretch. It is a place to look at on a timeline, with the words that say
 * it, and no judgement on what the article is about; that is for the chronology.
 */
export function happenedIn(datesInText: readonly DateInText[], published: Published): Happened {
  const until = typeof published === 'string' ? Number.POSITIVE_INFINITY : daySpanOf(published.edtf).to
  const past = datesInText.filter(({ edtf }) => daySpanOf(edtf).from <= until)
  const found = past.find(({ precision }) => NAMES_A_DAY.has(precision)) ?? past[0]
  if (found === undefined) return 'not-stated'
  const { edtf, phrase, confidence } = found
  return { edtf, origin: 'text', evidence: phrase, confidence }
}
