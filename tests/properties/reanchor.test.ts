import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reanchored } from '../../electron/core/library/reanchor.ts'
import type { Highlight } from '../../electron/core/model/highlight.ts'
import { sampleId } from '../unit/core/library/samples.ts'

const CONTEXT = 32

function highlightOn(text: string, start: number, end: number): Highlight {
  return {
    id: sampleId(1),
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - CONTEXT), start),
      suffix: text.slice(end, end + CONTEXT),
    },
    position: { start, end },
    colour: 'yellow',
    note: 'why',
    madeAt: '2025-07-19T08:00:00.000Z',
  }
}

const words = fc
  .array(fc.constantFrom('port ', 'ship', ' ', '港口', '关闭', '。', '12', '\n', 'Ä', '𠮷'), {
    maxLength: 20,
  })
  .map(each => each.join(''))
/** It stands in no text that is made of the words above. */
const passage = fc
  .array(fc.constantFrom('storm', '风暴', ' and ', 'ß', '「', '7'), { maxLength: 8 })
  .map(each => `wind${each.join('')}wind`)

/** Half of a character that takes two UTF-16 units. */
const HALF = /\p{Surrogate}/u

describe('a highlight', () => {
  test('stays on its words, whatever is changed around them', () => {
    fc.assert(
      fc.property(words, words, passage, words, words, (before, after, marked, newBefore, newAfter) => {
        const old = `${before}${marked}${after}`
        const now = `${newBefore}${marked}${newAfter}`
        const [anchored] = reanchored([highlightOn(old, before.length, before.length + marked.length)], now)
        expect(anchored?.position).toEqual({
          start: newBefore.length,
          end: newBefore.length + marked.length,
        })
        expect(anchored?.quote.exact).toBe(marked)
        expect(anchored).toMatchObject({ note: 'why', colour: 'yellow', id: sampleId(1) })
      }),
      { seed: 31, numRuns: 500 },
    )
  })

  test('of words that occur again stays where the same words are around it', () => {
    const place = fc.nat(5)
    const around = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta']
    const text = (first: string) =>
      first + around.map(word => `The ${word} harbour master said so to ${word}.`).join(' ')
    fc.assert(
      fc.property(place, words, (at, inserted) => {
        const old = text('')
        const start = [...old.matchAll(/said so/gu)][at]?.index ?? 0
        const [anchored] = reanchored([highlightOn(old, start, start + 7)], text(inserted))
        expect(anchored?.position?.start).toBe(start + inserted.length)
      }),
      { seed: 32, numRuns: 200 },
    )
  })

  test('is found again in the text as it was', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (text, one, other) => {
        const [start, end] = [Math.min(one, other) % (text.length + 1), text.length]
        // A highlight begins with a character, not with its second half.
        fc.pre(!HALF.test(text) && !HALF.test(text.slice(start, end)) && start < end)
        fc.pre(text.slice(start, end).trim() === text.slice(start, end))
        const [anchored] = reanchored([highlightOn(text, start, end)], text)
        expect(anchored?.position).toEqual({ start, end })
      }),
      { seed: 33, numRuns: 300 },
    )
  })

  test('finds its words in other white space, case and script', () => {
    const old = '總統在首爾會見了 Chip Makers 的代表'
    const now = '周三,总统在首尔会见了chip\nmakers的代表。'
    const [anchored] = reanchored([highlightOn(old, 0, old.length)], now)
    expect(anchored?.quote.exact).toBe('总统在首尔会见了chip\nmakers的代表')
  })

  test('whose words were rewritten is found by the words around it', () => {
    const old = 'Ships waited off the coast for twelve hours, and nobody was hurt in the storm.'
    const now = old.replace('twelve hours', 'a day and a half')
    const [anchored] = reanchored([highlightOn(old, old.indexOf('twelve'), old.indexOf(', and'))], now)
    expect(anchored?.quote.exact).toBe('a day and a half')
  })

  test('whose passage is gone keeps its words, without a place', () => {
    const old = 'Ships waited off the coast.'
    const [anchored] = reanchored([highlightOn(old, 0, 5)], 'Nothing is left.')
    expect(anchored?.position).toBeUndefined()
    expect(anchored?.quote).toEqual(highlightOn(old, 0, 5).quote)
  })
})
