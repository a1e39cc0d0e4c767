import { blockText, textOf } from '../body/text.ts'
import { datesInBody } from '../dates/dates-in-body.ts'
import type { Article, DateInText } from '../model/article.ts'
import type { Body } from '../model/body.ts'
import { type BlockPlace, spansInBlocks, stretchBetween } from '../model/body-places.ts'
import type { Clipping } from '../model/clipping.ts'
import type { DateCorrection } from '../model/date-correction.ts'
import { edtfSchema, precisionOf } from '../model/edtf.ts'
import { fail, ok, type Result } from '../result.ts'
import { quoteAt } from './reanchor.ts'

/** What the dates of a body are resolved by. */
type Dating = Pick<Clipping, 'published' | 'language'>

/** The date expressions of a body as they are read, and where the user corrected one as the user says. */
export function datesOf(
  body: Body,
  { published, language }: Dating,
  corrections: readonly DateCorrection[] = [],
): DateInText[] {
  const read = datesInBody(body, published, language)
  const placed = corrections.flatMap(({ position, edtf }) => (position ? [{ position, edtf }] : []))
  if (placed.length === 0) return read
  const blocks = new Map(body.children.map((block, index) => [block.properties.dataOrder, { block, index }]))
  // A date stands in one block; words that a change of the text spread over two count in the first.
  const spans = spansInBlocks(
    body,
    placed.map(({ position }) => position),
  ).map(parts => parts[0])
  const left = read.filter(date =>
    spans.every(
      span =>
        span?.order !== date.order || span.end <= date.start || span.start >= date.start + date.phrase.length,
    ),
  )
  const given = placed.flatMap(({ edtf }, at): DateInText[] => {
    const span = spans[at]
    const block = blocks.get(span?.order ?? -1)?.block
    if (edtf === null || span === undefined || block === undefined) return []
    const phrase = blockText(block).slice(span.start, span.end)
    const { order, start } = span
    return [{ phrase, edtf, precision: precisionOf(edtf), order, start, confidence: 1, origin: 'user' }]
  })
  const placeOf = (order: number): number => blocks.get(order)?.index ?? 0
  return [...left, ...given].sort((a, b) => placeOf(a.order) - placeOf(b.order) || a.start - b.start)
}

/** The user's word on what lies between two places: a date, `null` for no date, undefined for as it is read. */
export interface DateWord extends Pick<DateCorrection, 'madeAt'> {
  readonly from: BlockPlace
  readonly to: BlockPlace
  readonly edtf: string | null | undefined
}

/**
 * The article with the user's word on a date. It takes the place of what was said before of any of these words.
 * `not-found` where no words are there, `invalid-date` for what is no EDTF.
 */
export function withDateCorrected(
  article: Article,
  dating: Dating,
  { from, to, edtf, madeAt }: DateWord,
): Result<Article, 'not-found' | 'invalid-date'> {
  const position = stretchBetween(article.body, from, to)
  if (position === undefined || from.order !== to.order) return fail('not-found')
  if (typeof edtf === 'string' && !edtfSchema.safeParse(edtf).success) return fail('invalid-date')
  const { start, end } = position
  const { dateCorrections = [], ...rest } = article
  const others = dateCorrections.filter(
    each => each.position === undefined || each.position.end <= start || each.position.start >= end,
  )
  const quote = quoteAt(textOf(article.body), start, end)
  const said = edtf === undefined ? others : [...others, { quote, position, edtf, madeAt }]
  return ok({
    ...rest,
    datesInText: datesOf(article.body, dating, said),
    ...(said.length > 0 && { dateCorrections: said }),
  })
}
