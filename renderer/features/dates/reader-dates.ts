import type { Article, DateInText } from '../../../electron/core/model/article.ts'
import { wordsOfBlock } from '../../../electron/core/model/block-text.ts'
import { spansInBlocks } from '../../../electron/core/model/body-places.ts'

/** A date as the reader shows it; words that the user said are no date are shown too, so that it can be taken back. */
export interface ReaderDate extends DateInText {
  readonly isNone?: true
}

/** The dates of an article and the words that are none by the user's word, in no order. */
export function readerDates({ body, datesInText, dateCorrections = [] }: Article): readonly ReaderDate[] {
  const none = dateCorrections.flatMap(({ edtf, position }) => (edtf === null && position ? [position] : []))
  if (none.length === 0) return datesInText
  const said = spansInBlocks(body, none).flatMap(([span]): ReaderDate[] => {
    const block = body.children.find(each => each.properties.dataOrder === span?.order)
    if (span === undefined || block === undefined) return []
    const { order, start, end } = span
    const phrase = wordsOfBlock(block).slice(start, end)
    return [{ phrase, order, start, edtf: '', precision: 'day', confidence: 1, origin: 'user', isNone: true }]
  })
  return [...datesInText, ...said]
}
