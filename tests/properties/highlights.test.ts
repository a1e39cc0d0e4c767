import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyOf, heading, paragraph } from '../../electron/core/body/build.ts'
import { blockText, textOf } from '../../electron/core/body/text.ts'
import { withHighlight, withoutHighlight } from '../../electron/core/library/highlights.ts'
import { highlightsByBlock } from '../../electron/core/model/block-highlights.ts'
import type { Block } from '../../electron/core/model/body.ts'
import { spansInBlocks, stretchBetween } from '../../electron/core/model/body-places.ts'
import { pre, table, td, text } from '../unit/core/export/sample-clipping.ts'
import { sampleArticle, sampleId } from '../unit/core/library/samples.ts'

const words = fc
  .array(fc.constantFrom('port ', 'ship', ' ', '港口', '关闭', '。', '12', '\n', '\n\n', ' \n ', '𠮷'), {
    maxLength: 12,
  })
  .map(each => each.join(''))

const withOrder = (made: Block, dataOrder: number): Block =>
  ({ ...made, properties: { ...made.properties, dataOrder } }) as Block

const block: fc.Arbitrary<(order: number) => Block> = fc.oneof(
  words.map(each => (order: number) => paragraph(order, each)),
  words.map(each => (order: number) => heading(order, each)),
  words.map(each => (order: number) => withOrder(pre(text(each)), order)),
  fc
    .array(fc.array(words, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 })
    .map(
      rows => (order: number) =>
        withOrder(table({ body: rows.map(row => row.map(cell => td([text(cell)]))) }), order),
    ),
)
const body = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map(blocks => bodyOf(blocks.map((make, index) => make(index * 2))))

const squeezed = (text: string): string => text.replace(/\s+/gu, '')

/** A body, and a stretch of its text. */
const stretch = fc.tuple(body, fc.nat(), fc.nat()).map(([whole, a, b]) => {
  const all = textOf(whole)
  const [first, second] = [a % (all.length + 1), b % (all.length + 1)]
  return { whole, all, start: Math.min(first, second), end: Math.max(first, second) }
})

describe('places of a body', () => {
  test('are the same words in a block as in the whole text', () => {
    fc.assert(
      fc.property(stretch, ({ whole, all, start, end }) => {
        const [spans = []] = spansInBlocks(whole, [{ start, end }])
        const inBlocks = spans.map(span => {
          const found = whole.children.find(each => each.properties.dataOrder === span.order)
          return found === undefined ? '' : blockText(found).slice(span.start, span.end)
        })
        expect(squeezed(inBlocks.join(''))).toBe(squeezed(all.slice(start, end)))
      }),
      { seed: 41, numRuns: 500 },
    )
  })

  test('lead from a passage to its blocks and back', () => {
    fc.assert(
      fc.property(stretch, ({ whole, all, start, end }) => {
        const [spans = []] = spansInBlocks(whole, [{ start, end }])
        const [first, last] = [spans[0], spans.at(-1)]
        if (first === undefined || last === undefined) return
        const found = stretchBetween(
          whole,
          { order: first.order, at: first.start },
          { order: last.order, at: last.end },
        )
        expect(found === undefined ? '' : all.slice(found.start, found.end)).toBe(
          all.slice(start, end).trim(),
        )
      }),
      { seed: 42, numRuns: 500 },
    )
  })
})

describe('a highlight', () => {
  test('is drawn on the words that were marked, and goes without a trace', () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (whole, p, q, r, s) => {
        const article = { ...sampleArticle(1), body: whole }
        const place = (which: number, at: number) => {
          const { length } = whole.children
          const chosen = whole.children[which % length] as Block
          return { order: chosen.properties.dataOrder, at: at % (blockText(chosen).length + 1) }
        }
        const [from, to] = [place(p, q), place(r, s)]
        const marked = withHighlight(article, {
          id: sampleId(1),
          from,
          to,
          colour: 'blue',
          madeAt: '2025-07-20T00:00:00.000Z',
        })
        if (!marked.ok) return
        const [highlight] = marked.value.highlights ?? []
        if (highlight === undefined) throw new Error('nothing was marked')
        const all = textOf(whole)
        expect(all.slice(highlight.position?.start, highlight.position?.end)).toBe(highlight.quote.exact)
        expect(highlight.quote.exact).toBe(highlight.quote.exact.trim())
        const drawn = [...highlightsByBlock(marked.value)].flatMap(([order, { spans }]) => {
          const found = whole.children.find(each => each.properties.dataOrder === order)
          return found === undefined ? [] : spans.map(({ start, end }) => blockText(found).slice(start, end))
        })
        expect(squeezed(drawn.join(''))).toBe(squeezed(highlight.quote.exact))
        expect(withoutHighlight(marked.value, highlight.id)).toEqual({ ok: true, value: article })
      }),
      { seed: 43, numRuns: 500 },
    )
  })
})
