import type { DateInText } from '../../../electron/core/model/article.ts'
import type { Block } from '../../../electron/core/model/body.ts'
import { wrapSpans } from './wrap-spans.ts'

/** The block with its date expressions in spans, whose `dataDate` is the date's index in `datesInText`. */
export function markDates<B extends Block>(block: B, dates: readonly DateInText[]): B {
  const spans = dates
    .map((date, index) => ({ date, index }))
    .filter(({ date }) => date.order === block.properties.dataOrder)
    .map(({ date, index }) => ({ start: date.start, end: date.start + date.phrase.length, index }))
    .toSorted((a, b) => a.start - b.start)
  return wrapSpans(block, spans, { tagName: 'span', property: 'dataDate' })
}
