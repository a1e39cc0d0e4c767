import { describe, expect, test } from 'vitest'
import type { CreditedSource } from '../../../../../electron/core/model/credited-source.ts'
import { sourceSpans } from '../../../../../renderer/features/source-chain/source-spans.ts'

const TEXT = '美国《纽约时报》17日报道,路透社援引知情人士。'

const at = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from)
  return { start, end: start + words.length }
}
const source = (words: string): CreditedSource => ({ order: 0, source: words, phrase: words, ...at(words) })
const marked = (sources: CreditedSource[], dates: string[]) =>
  sourceSpans(
    sources,
    dates.map(date => at(date)),
  ).map(({ start, end, index }) => [TEXT.slice(start, end), index])

describe('the marks of sources', () => {
  test('are their words, each with the number of its source', () => {
    expect(marked([source('路透社'), source('知情人士')], [])).toEqual([
      ['路透社', 0],
      ['知情人士', 1],
    ])
  })

  test('leave a date among the words to its own mark', () => {
    expect(marked([source('美国《纽约时报》17日')], ['17日'])).toEqual([['美国《纽约时报》', 0]])
    expect(marked([source('17日报道'), source('路透社')], ['17日'])).toEqual([
      ['报道', 0],
      ['路透社', 1],
    ])
    expect(marked([source('美国《纽约时报》17日报道')], ['17日'])).toEqual([['美国《纽约时报》', 0]])
  })

  test('are none where a source is named by a date alone', () => {
    expect(marked([source('17日'), source('路透社')], ['17日'])).toEqual([['路透社', 1]])
  })
})
