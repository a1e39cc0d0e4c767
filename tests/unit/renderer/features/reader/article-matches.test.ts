import { toString as textOf } from 'hast-util-to-string'
import { describe, expect, it } from 'vitest'
import type { Block, Body, Inline } from '../../../../../electron/core/model/body.ts'
import { wrapSpans } from '../../../../../electron/core/model/wrap-spans.ts'
import { highlightsIn } from '../../../../../electron/core/search/highlights.ts'
import { articleMatches } from '../../../../../renderer/features/reader/article-matches.ts'
import { typedQuery } from '../../../../../renderer/features/search/typed-query.ts'

const text = (value: string): Inline => ({ type: 'text', value })
const strong = (value: string): Inline => ({
  type: 'element',
  tagName: 'strong',
  properties: {},
  children: [text(value)],
})
const paragraph = (dataOrder: number, ...children: Inline[]): Block => ({
  type: 'element',
  tagName: 'p',
  properties: { dataOrder },
  children,
})
const list = (dataOrder: number, ...items: string[]): Block => ({
  type: 'element',
  tagName: 'ul',
  properties: { dataOrder },
  children: items.map(item => ({
    type: 'element',
    tagName: 'li',
    properties: {},
    children: [text(item)],
  })),
})

function matchesOf(title: string, children: Block[], typed: string) {
  const query = typedQuery(typed)
  if (query === undefined) throw new Error(typed)
  const body: Body = { type: 'root', children }
  const matches = articleMatches(title, body, (words, field) => highlightsIn(words, query, field))
  return {
    matches,
    words: [
      ...matches.title.map(({ start, end }) => title.slice(start, end)),
      ...children.flatMap(block =>
        (matches.blocks.get(block.properties.dataOrder) ?? []).map(({ start, end }) =>
          textOf(block as Parameters<typeof textOf>[0]).slice(start, end),
        ),
      ),
    ],
  }
}

describe('the matches of an article', () => {
  it('are numbered from the title on, across its blocks', () => {
    const { matches, words } = matchesOf(
      '芯片出口',
      [
        paragraph(2, text('其中'), strong('芯'), text('片')),
        paragraph(5, text('没有')),
        paragraph(7, text('芯片')),
      ],
      '芯片',
    )
    expect(words).toEqual(['芯片', '芯片', '芯片'])
    expect(matches.count).toBe(3)
    expect([...matches.blocks.values()].flat().map(({ index }) => index)).toEqual([1, 2])
  })

  it('end with the item of a list that they stand in', () => {
    expect(matchesOf('', [list(1, 'first item', 'next one', '出口', '管制')], 'item').words).toEqual(['item'])
    expect(matchesOf('', [list(1, '出口', '管制')], '出口管制').words).toEqual([])
  })

  it('are those of their field alone', () => {
    expect(matchesOf('chips', [paragraph(1, text('chips'))], 'title:chips').matches.count).toBe(1)
    expect(matchesOf('chips', [paragraph(1, text('chips'))], 'source:chips').matches.count).toBe(0)
  })
})

describe('spans of a block', () => {
  it('are wrapped within what is wrapped already', () => {
    const dated = wrapSpans(paragraph(1, text('他于7月15日宣布')), [{ start: 2, end: 7, index: 0 }], {
      tagName: 'span',
      property: 'dataDate',
    })
    const marked = wrapSpans(dated, [{ start: 5, end: 9, index: 4 }], {
      tagName: 'mark',
      property: 'dataMatch',
    })
    const mark = (value: string) => ({
      type: 'element',
      tagName: 'mark',
      properties: { dataMatch: 4 },
      children: [text(value)],
    })
    expect(marked.children).toEqual([
      text('他于'),
      {
        type: 'element',
        tagName: 'span',
        properties: { dataDate: 0 },
        children: [text('7月1'), mark('5日')],
      },
      mark('宣布'),
    ])
  })
})
