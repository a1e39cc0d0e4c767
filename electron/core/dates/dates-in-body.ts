import { blockText } from '../body/text.ts'
import type { DateInText } from '../model/article.ts'
import type { Body } from '../model/body.ts'
import type { Published } from '../model/stated.ts'
import { findDates } from './find.ts'

/**
 * The date expressions of a body, block by block, resolved against the date of publication; without one, only
 * those that need none. Positions are in the block's text as `blockText` gives it.
 */
export function datesInBody(body: Body, published: Published, language: string): DateInText[] {
  const reference = typeof published === 'string' ? undefined : published.edtf
  return body.children.flatMap(block =>
    findDates(blockText(block), reference, language).map(date => ({
      ...date,
      order: block.properties.dataOrder,
    })),
  )
}
