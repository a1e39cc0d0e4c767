import { describe, expect, it } from 'vitest'
import { facetValues, fewOf } from '../../../../../renderer/features/search/facet-values.ts'

const TODAY = '2025-07-20'
const counted = [
  { value: '新华社', count: 5 },
  { value: 'BBC', count: 2 },
]

describe('the values of a facet', () => {
  it('are chosen where the query has them as a condition', () => {
    const values = facetValues(
      'source',
      counted,
      { query: '芯片 來源:bbc -来源:新华社', clock: 'published' },
      TODAY,
    )
    expect(values).toEqual([
      { value: '新华社', count: 5, isChosen: false },
      { value: 'BBC', count: 2, isChosen: true },
    ])
  })

  it('show a condition that nothing found has, so that it can be taken out', () => {
    const values = facetValues('source', [], { query: '来源:"路透社" 芯片', clock: 'published' }, TODAY)
    expect(values).toEqual([{ value: '路透社', count: undefined, isChosen: true }])
  })

  it('of the months are those of the clock that the list follows', () => {
    const months = [{ value: '2025-07', count: 1 }]
    const chosen = (query: string, clock: 'published' | 'clipped') =>
      facetValues('month', months, { query, clock }, TODAY).map(({ isChosen }) => isChosen)
    expect(chosen('日期:2025-07', 'published')).toEqual([true])
    expect(chosen('日期:2025-07', 'clipped')).toEqual([false])
    expect(chosen('日期:2025-07-01..2025-07-10', 'published')).toEqual([false])
  })

  it('are the first eight and every one that is chosen', () => {
    const values = Array.from({ length: 20 }, (_, at) => ({ value: `${at}`, count: 1, isChosen: at === 15 }))
    expect(fewOf(values).map(({ value }) => value)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '15'])
  })
})
