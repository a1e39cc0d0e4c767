import { sentenceAround } from '../body/sentences.ts'
import { blockText } from '../body/text.ts'
import type { Article } from '../model/article.ts'
import type { Mention, SentencePlace } from '../model/chronology.ts'
import { daySpanOf } from '../model/edtf.ts'

/** A mention where it stands in the text of now. `at` is where its date begins in the block. */
export interface FoundMention extends Mention {
  readonly place: SentencePlace
  readonly at: number
}

/** Later than any calendar is sensibly read, or before writing: such a span says nothing that could be put in order. */
const EARLIEST_YEAR = -9000
const LATEST_YEAR = 9000

function isPlaceable(edtf: string): boolean {
  const { from, to } = daySpanOf(edtf)
  const [first, last] = [daySpanOf(`${EARLIEST_YEAR}`).from, daySpanOf(`${LATEST_YEAR}`).to]
  return from >= first || to <= last
}

/**
 * The sentences of an article that date something, in reading order: one for each date of each sentence. The words of a
 * row of a table are those of its cells.
 */
export function mentionsIn({
  id,
  body,
  datesInText,
}: Pick<Article, 'id' | 'body' | 'datesInText'>): FoundMention[] {
  const texts = new Map(body.children.map(block => [block.properties.dataOrder, textOfBlock(block)]))
  const seen = new Set<string>()
  return datesInText.flatMap(({ order, start: at, phrase, edtf }) => {
    const text = texts.get(order)
    if (text === undefined || !isPlaceable(edtf)) return []
    const { start, end } = sentenceAround(text, { start: at, end: at + phrase.length })
    const sentence = text.slice(start, end).replace(/\s+/gu, ' ')
    const key = `${order} ${start} ${edtf}`
    if (sentence === '' || seen.has(key)) return []
    seen.add(key)
    return [{ clipping: id, phrase, edtf, sentence, place: { order, start, end }, at }]
  })
}

const textOfBlock = (block: Article['body']['children'][number]): string =>
  block.tagName === 'table' ? blockText(block).replaceAll('\t', ' ') : blockText(block)
