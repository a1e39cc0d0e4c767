import type { DateInText } from '../../../electron/core/model/article.ts'
import type { Block } from '../../../electron/core/model/body.ts'
import { type Span, wrapSpans } from '../../../electron/core/model/wrap-spans.ts'

/** Where the block's date expressions stand, in order, each with its index in `datesInText`. */
export const spansOfDates = (block: Block, dates: readonly DateInText[]): Span[] =>
  dates
    .map((date, index) => ({ date, index }))
    .filter(({ date }) => date.order === block.properties.dataOrder)
    .map(({ date, index }) => ({ start: date.start, end: date.start + date.phrase.length, index }))
    .toSorted((a, b) => a.start - b.start)

/** The block with its date expressions in spans, whose `dataDate` is the date's index in `datesInText`. */
export const markDates = <B extends Block>(block: B, dates: readonly DateInText[]): B =>
  wrapSpans(block, spansOfDates(block, dates), { tagName: 'span', property: 'dataDate' })
