import fc from 'fast-check'
import type { Nodes } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { describe, expect, it } from 'vitest'
import type { DateInText } from '../../../../../electron/core/model/article.ts'
import type { Block, Inline } from '../../../../../electron/core/model/body.ts'
import { markDates } from '../../../../../renderer/features/reader/mark-dates.ts'

const paragraph = (...children: Inline[]): Block => ({
  type: 'element',
  tagName: 'p',
  properties: { dataOrder: 3 },
  children,
})
const text = (value: string): Inline => ({ type: 'text', value })
const strong = (value: string): Inline => ({
  type: 'element',
  tagName: 'strong',
  properties: {},
  children: [{ type: 'text', value }],
})
const date = (phrase: string, start: number, order = 3): DateInText => ({
  phrase,
  edtf: '2025-07-15',
  precision: 'day',
  order,
  start,
  confidence: 1,
})

describe('markDates', () => {
  it('wraps the expression and leaves the rest of the text alone', () => {
    expect(markDates(paragraph(text('他于7月15日宣布')), [date('7月15日', 2)]).children).toEqual([
      text('他于'),
      {
        type: 'element',
        tagName: 'span',
        properties: { dataDate: 0 },
        children: [{ type: 'text', value: '7月15日' }],
      },
      text('宣布'),
    ])
  })

  it('returns the same block where it has no dates', () => {
    const block = paragraph(text('没有日期'))
    expect(markDates(block, [date('7月15日', 0, 9)])).toBe(block)
  })

  it('wraps an expression that runs across emphasis in both parts', () => {
    const marked = markDates(paragraph(text('在7月'), strong('15日'), text('宣布')), [date('7月15日', 1)])
    expect(JSON.stringify(marked).match(/dataDate/g)).toHaveLength(2)
    expect(textOf(marked as Nodes)).toBe('在7月15日宣布')
  })

  it('never changes a character, whatever the positions say', () => {
    const parts = fc.array(fc.tuple(fc.boolean(), fc.string({ minLength: 1, maxLength: 8 })), {
      minLength: 1,
      maxLength: 5,
    })
    const places = fc.array(fc.tuple(fc.nat(30), fc.string({ minLength: 1, maxLength: 6 })), { maxLength: 5 })
    fc.assert(
      fc.property(parts, places, (runs, found) => {
        const block = paragraph(...runs.map(([isStrong, value]) => (isStrong ? strong(value) : text(value))))
        const marked = markDates(
          block,
          found.map(([start, phrase]) => date(phrase, start)),
        )
        expect(textOf(marked as Nodes)).toBe(textOf(block as Nodes))
      }),
      { seed: 11, numRuns: 300 },
    )
  })
})
