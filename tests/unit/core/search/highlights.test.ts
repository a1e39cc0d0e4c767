import { describe, expect, test } from 'vitest'
import { highlightsIn } from '../../../../electron/core/search/highlights.ts'
import { parseQuery } from '../../../../electron/core/search/parse-query.ts'
import type { Query } from '../../../../electron/core/search/query.ts'
import { snippetOf } from '../../../../electron/core/search/snippet.ts'

function queryOf(text: string): Query {
  const parsed = parseQuery(text, { today: '2025-07-20' })
  if (!parsed.ok) throw new Error(parsed.error.code)
  return parsed.value.query
}

const marked = (text: string, query: string) =>
  highlightsIn(text, queryOf(query), 'text').map(({ start, end }) => text.slice(start, end))

describe('highlights', () => {
  test.each([
    ['words as they are written', 'Cafe\u0301 CAFÉ cafés', 'café', ['Cafe\u0301', 'CAFÉ']],
    ['beginnings of words, whole', 'Exports exported x', 'export*', ['Exports', 'exported']],
    ['Chinese in either script', '出口管制與出口管製', '出口管制', ['出口管制', '出口管製']],
    [
      'phrases with what stands between',
      '“中国”·制造 H20、芯片',
      '中国制造 h20芯片',
      ['中国”·制造', 'H20、芯片'],
    ],
    ['every character of a query of one', '国中国', '国', ['国', '国']],
    ['neither what is excluded nor other fields', 'a b c', 'a -b title:c', ['a']],
    ['touching parts as one', '出口管制', '出口 口管 管制', ['出口管制']],
  ])('are %s', (_, text, query, expected) => {
    expect(marked(text, query)).toEqual(expected)
  })
})

describe('a snippet', () => {
  test('shows where most of the words stand', () => {
    const body = `${'前文。'.repeat(60)}芯片${'中间。'.repeat(60)}芯片出口管制${'后文。'.repeat(60)}`
    const { text, highlights, cutBefore, cutAfter } = snippetOf(body, queryOf('芯片 管制'), 80)
    expect(highlights.map(({ start, end }) => text.slice(start, end))).toEqual(['芯片', '管制'])
    expect([cutBefore, cutAfter, text.length]).toEqual([true, true, 80])
  })

  test('is the beginning where nothing is to be shown, with white space as spaces', () => {
    expect(snippetOf('one\ntwo', queryOf('title:one'))).toEqual({
      text: 'one two',
      highlights: [],
      cutBefore: false,
      cutAfter: false,
    })
  })

  test('begins with a word and splits no character', () => {
    const body = `${'unremarkable words '.repeat(10)}chip${' 😀'.repeat(40)}`
    const { text } = snippetOf(body, queryOf('chip'), 61)
    expect(text.startsWith('unremarkable') || text.startsWith('words')).toBe(true)
    expect(text).not.toMatch(/\p{Cs}/u)
  })
})
