import { describe, expect, it } from 'vitest'
import type { Edtf } from '../../../../../electron/core/model/edtf.ts'
import { parseQuery } from '../../../../../electron/core/search/parse-query.ts'
import {
  partWith,
  termOf,
  toggleTerm,
  withTerm,
} from '../../../../../renderer/features/search/terms-in-query.ts'

const TODAY = '2025-07-20' as Edtf
const CHINESE = { source: '来源', tag: '标签', published: '日期' }

const term = (facet: 'source' | 'tag' | 'month', value: string) => {
  const found = termOf(facet, value, 'published')
  if (found === undefined) throw new Error(value)
  return found
}
const meaning = (query: string, typing: boolean) => {
  const parsed = parseQuery(query, { today: TODAY, typing })
  if (!parsed.ok) throw new Error(parsed.error.code)
  return parsed.value.query
}

describe('a value of a facet', () => {
  it.each([
    ['source', '芯片', '新华社', '芯片 来源:"新华社"'],
    ['tag', '', '公司/英伟达', '标签:"公司/英伟达"'],
    ['month', '芯片 ', '2025-07', '芯片 日期:2025-07'],
    ['source', 'a OR b', 'A "B" C', String.raw`(a OR b*) 来源:"A \"B\" C"`],
    ['source', 'published:"last week"', 'BBC', 'published:"last week" 来源:"BBC"'],
    ['source', '"出口 管制', 'BBC', '"出口 管制"* 来源:"BBC"'],
    ['source', 'chip', 'BBC', 'chip* 来源:"BBC"'],
  ] as const)('of %s is put behind %j', (facet, query, value, expected) => {
    expect(withTerm(query, term(facet, value), TODAY, CHINESE)).toBe(expected)
  })

  it('leaves what was typed meaning what it meant', () => {
    for (const query of ['chip', 'a OR b', '"出口 管制', '(a b', 'title:c -d']) {
      const before = meaning(query, true)
      const parts = before.kind === 'and' ? before.of : [before]
      const added = withTerm(query, term('source', 'BBC'), TODAY, {})
      expect(meaning(added, true)).toEqual({ kind: 'and', of: [...parts, term('source', 'BBC')] })
    }
  })

  it('is found in the query however it was written, and taken out again', () => {
    expect(partWith('芯片 來源:新华社', term('source', '新华社'), TODAY)?.text).toBe('來源:新华社')
    expect(toggleTerm('芯片 来源:"新华社" x', term('source', '新华社'), TODAY, CHINESE)).toBe('芯片 x')
    expect(toggleTerm('date:2025-07', term('month', '2025-07'), TODAY, CHINESE)).toBe('')
    expect(partWith('-来源:新华社', term('source', '新华社'), TODAY)).toBeUndefined()
    expect(partWith('新华社', term('source', '新华社'), TODAY)).toBeUndefined()
  })

  it('of a month that is none is no condition', () => {
    expect(termOf('month', 'spring', 'published')).toBeUndefined()
  })
})
