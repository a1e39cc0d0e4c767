import { blockText } from '../body/text.ts'
import type { DateInText } from '../model/article.ts'
import type { Block, Body } from '../model/body.ts'
import type { Published } from '../model/stated.ts'
import { findDates } from './find.ts'

/**
 * The date expressions of a body, block by block, resolved against the date of publication; without one, only
 * those that need none. Positions are in the block's text as `blockText` gives it.
 */
export function datesInBody(body: Body, published: Published, language: string): DateInText[] {
  const reference = typeof published === 'string' ? undefined : published.edtf
  return body.children.flatMap(block =>
    passagesOf(block).flatMap(({ text, start }) =>
      findDates(text, reference, language).map(date => ({
        ...date,
        start: date.start + start,
        order: block.properties.dataOrder,
      })),
    ),
  )
}

/** What is read by itself: a block, and of a table each cell, because "June" and the number in the next cell are no day. */
function passagesOf(block: Block): { readonly text: string; readonly start: number }[] {
  const whole = blockText(block)
  if (block.tagName !== 'table') return [{ text: whole, start: 0 }]
  let start = 0
  return whole.split(/[\t\n]/u).map(text => {
    const cell = { text, start }
    start += text.length + 1
    return cell
  })
}
