import { describe, expect, test } from 'vitest'
import { type HighlightFilter, listHighlights } from '../../../../electron/core/library/list-highlights.ts'
import type { Highlight } from '../../../../electron/core/model/highlight.ts'
import { sampleClipping, sampleId } from './samples.ts'

const highlight = (number: number, exact: string, over: Partial<Highlight> = {}): Highlight => ({
  id: sampleId(number),
  quote: { exact, prefix: '', suffix: '' },
  colour: 'yellow',
  madeAt: `2025-07-${String(number).padStart(2, '0')}T08:00:00.000Z`,
  ...over,
})

const ALL = [
  {
    clipping: sampleClipping(1, { title: '渡轮时刻表', source: { name: '青橋晚報' } }),
    highlights: [
      highlight(11, '末班船推迟四十分钟', { colour: 'red' }),
      highlight(13, '试行三个月', { note: 'Check with the harbour' }),
    ],
  },
  {
    clipping: sampleClipping(2, { title: 'Ferry fares' }),
    highlights: [highlight(12, 'Fares rise by a CROWN')],
  },
]
const EVERY: HighlightFilter = { query: '', colours: [], isNoted: false }
const found = (filter: Partial<HighlightFilter>) =>
  listHighlights(ALL, { ...EVERY, ...filter }).marked.map(({ highlight: { quote } }) => quote.exact)

describe('the highlights of a library', () => {
  test('are listed with the last made first, each with its clipping', () => {
    const { marked } = listHighlights(ALL, EVERY)
    expect(marked.map(({ clipping, highlight: { quote } }) => [quote.exact, clipping.title])).toEqual([
      ['试行三个月', '渡轮时刻表'],
      ['Fares rise by a CROWN', 'Ferry fares'],
      ['末班船推迟四十分钟', '渡轮时刻表'],
    ])
  })

  test.each([
    ['the passage', 'crown', ['Fares rise by a CROWN']],
    ['the note', 'harbour', ['试行三个月']],
    ['the headline', '时刻表', ['试行三个月', '末班船推迟四十分钟']],
    ['the outlet, in other characters', '青桥晚报', ['试行三个月', '末班船推迟四十分钟']],
    ['all of its words, wherever they are', '时刻表 harbour', ['试行三个月']],
    ['white space', '  ', ['试行三个月', 'Fares rise by a CROWN', '末班船推迟四十分钟']],
    ['nothing that is there', 'tram', []],
  ])('are found by %s', (_what, query, expected) => {
    expect(found({ query })).toEqual(expected)
  })

  test('are narrowed down by colours and notes, and counted by colour as if by none', () => {
    expect(found({ colours: ['red', 'blue'] })).toEqual(['末班船推迟四十分钟'])
    expect(found({ isNoted: true })).toEqual(['试行三个月'])
    expect(listHighlights(ALL, { query: '时刻表', colours: ['blue'], isNoted: false }).counts).toEqual({
      yellow: 1,
      green: 0,
      blue: 0,
      red: 1,
    })
  })
})
