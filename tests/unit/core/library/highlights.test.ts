import { describe, expect, test } from 'vitest'
import { withBlockRestored, withBlockSetAside } from '../../../../electron/core/library/blocks.ts'
import {
  withHighlight,
  withHighlightChanged,
  withoutHighlight,
} from '../../../../electron/core/library/highlights.ts'
import type { Article } from '../../../../electron/core/model/article.ts'
import { sampleArticle, sampleId } from './samples.ts'

const article = sampleArticle(1, '渡轮时刻表周日起调整。', '末班船推迟四十分钟。', '试行三个月。')
const [first, second, third] = article.body.children.map(block => block.properties.dataOrder) as [
  number,
  number,
  number,
]
const DATING = { published: 'not-stated', language: 'zh-Hans' } as const

const mark = (
  on: Article,
  from: [number, number],
  to: [number, number],
  colour: 'yellow' | 'red' = 'yellow',
) => {
  const marked = withHighlight(on, {
    id: sampleId(90 + (on.highlights?.length ?? 0)),
    from: { order: from[0], at: from[1] },
    to: { order: to[0], at: to[1] },
    colour,
    madeAt: '2025-07-20T00:00:00.000Z',
  })
  if (!marked.ok) throw new Error(marked.error)
  return marked.value
}

describe('a highlight', () => {
  test('has the words between two places, and what stands around them', () => {
    const { highlights } = mark(article, [first, 2], [second, 3])
    expect(highlights?.map(({ quote, colour }) => [quote, colour])).toEqual([
      [
        { exact: '时刻表周日起调整。\n末班船', prefix: '渡轮', suffix: '推迟四十分钟。\n试行三个月。' },
        'yellow',
      ],
    ])
  })

  test('is made once of the same words, which get the colour that was asked for last', () => {
    const twice = mark(mark(article, [second, 0], [second, 3]), [second, 0], [second, 3], 'red')
    expect(twice.highlights?.map(({ id, colour }) => [id, colour])).toEqual([[sampleId(90), 'red']])
  })

  test('is refused where no words are', () => {
    const at = { order: second, at: 4 }
    expect(
      withHighlight(article, {
        id: sampleId(9),
        from: at,
        to: at,
        colour: 'blue',
        madeAt: '2025-07-20T00:00:00Z',
      }),
    ).toEqual({ ok: false, error: 'not-found' })
  })

  test('takes a note and loses it, and keeps its colour', () => {
    const marked = mark(article, [third, 0], [third, 2], 'red')
    const noted = withHighlightChanged(marked, sampleId(90), { note: ' 核对 ' })
    expect(noted.ok && noted.value.highlights?.[0]).toMatchObject({ note: '核对', colour: 'red' })
    const bare = noted.ok && withHighlightChanged(noted.value, sampleId(90), { note: ' ' })
    expect(bare !== false && bare.ok && bare.value).toEqual(marked)
    expect(withHighlightChanged(marked, sampleId(5), { note: 'x' })).toEqual({
      ok: false,
      error: 'not-found',
    })
    expect(withoutHighlight(marked, sampleId(5))).toEqual({ ok: false, error: 'not-found' })
  })

  test('stays on its words while a block before it is set aside, and keeps those of a block that is', () => {
    const marked = mark(mark(article, [first, 0], [first, 2]), [third, 0], [third, 2])
    const aside = withBlockSetAside(marked, DATING, first)
    if (!aside.ok) throw new Error(aside.error)
    expect(aside.value.highlights?.map(({ quote, position }) => [quote.exact, position])).toEqual([
      ['渡轮', undefined],
      ['试行', { start: 11, end: 13 }],
    ])
    const back = withBlockRestored(aside.value, DATING, aside.value.setAside[0]?.id ?? '')
    expect(back.ok && back.value.highlights?.map(({ position }) => position)).toEqual([
      { start: 0, end: 2 },
      { start: 23, end: 25 },
    ])
  })
})
