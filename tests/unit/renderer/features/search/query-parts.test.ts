import { describe, expect, it } from 'vitest'
import { queryParts, withoutPart } from '../../../../../renderer/features/search/query-parts.ts'

const texts = (query: string) => queryParts(query).map(({ text }) => text)

describe('the parts of a query', () => {
  it.each([
    ['words and phrases', '芯片  "出口 管制"  chip*', ['芯片', '"出口 管制"', 'chip*']],
    [
      'fields with their values',
      '来源:新华社 title:"a b" -tag:草稿',
      ['来源:新华社', 'title:"a b"', '-tag:草稿'],
    ],
    ['groups with what excludes them', '-(a OR (b c)) d', ['-(a OR (b c))', 'd']],
    ['what is unfinished', 'a title: (b', ['a', 'title:', '(b']],
    ['no parenthesis too many', 'a ) b', ['a', 'b']],
    ['one where alternatives are at the top', ' a b OR c ', ['a b OR c']],
    ['none of an empty query', '  ', []],
  ])('are %s', (_, query, expected) => {
    expect(texts(query)).toEqual(expected)
  })

  it('can each be taken out, and the others stay as they were written', () => {
    const query = '芯片  source:"新华社" 出口'
    expect(queryParts(query).map(part => withoutPart(query, part))).toEqual([
      'source:"新华社" 出口',
      '芯片 出口',
      '芯片  source:"新华社"',
    ])
  })
})
