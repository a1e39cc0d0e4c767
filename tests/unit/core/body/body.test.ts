import { describe, expect, test } from 'vitest'
import { bodyOf, figure, heading, paragraph } from '../../../../electron/core/body/build.ts'
import { excerptOf } from '../../../../electron/core/body/excerpt.ts'
import { figuresOf } from '../../../../electron/core/body/figures.ts'
import { insertBlock, withoutBlock } from '../../../../electron/core/body/place.ts'
import { lengthOf, linesOf, textOf } from '../../../../electron/core/body/text.ts'
import { type Body, bodySchema } from '../../../../electron/core/model/body.ts'

const body: Body = bodyOf([
  heading(0, '会见'),
  figure(1, { caption: '王文涛部长会见黄仁勋', creditText: '图源:商务部网站', credit: '商务部网站' }),
  figure(3, { caption: null, creditText: '图源:商务部网站', credit: '商务部网站' }),
  paragraph(5, 'First  words. Second words follow.'),
  {
    type: 'element',
    tagName: 'ul',
    properties: { dataOrder: 6 },
    children: ['one', 'two'].map(value => ({
      type: 'element',
      tagName: 'li',
      properties: {},
      children: [{ type: 'text', value }],
    })),
  },
])

describe('body', () => {
  test('what the builders make is a body that can be stored', () => {
    expect(bodySchema.parse(body)).toEqual(body)
  })

  test('a figure is one line: caption and credit in the words of the document', () => {
    expect(linesOf(body)).toEqual([
      '会见',
      '王文涛部长会见黄仁勋 图源:商务部网站',
      '图源:商务部网站',
      'First  words. Second words follow.',
      'one two',
    ])
    expect(textOf(body).split('\n')).toHaveLength(5)
  })

  test('figures give the caption and the name in the credit, or null', () => {
    expect(figuresOf(body)).toEqual([
      { caption: '王文涛部长会见黄仁勋', credit: '商务部网站' },
      { caption: null, credit: '商务部网站' },
    ])
    expect(figuresOf(bodyOf([figure(0, { caption: 'A harbour' })]))).toEqual([
      { caption: 'A harbour', credit: null },
    ])
  })

  test('length counts code points with white space folded', () => {
    expect(lengthOf(bodyOf([paragraph(0, 'a  b'), paragraph(1, '😀')]))).toBe(5)
    expect(lengthOf(bodyOf([]))).toBe(0)
  })

  test('a block goes back where its order says', () => {
    const without = withoutBlock(body, 3)
    expect(without.children).toHaveLength(4)
    const [, , removed] = body.children
    if (removed === undefined) throw new Error('the figure is missing')
    expect(insertBlock(without, removed)).toEqual(body)
    expect(withoutBlock(body, 99)).toBe(body)
  })
})

describe('excerpt', () => {
  test('is the running text, whole where it fits', () => {
    expect(excerptOf(body, 100)).toBe('First words. Second words follow. one two')
  })

  test('ends with a sentence where one ends near the limit', () => {
    expect(excerptOf(bodyOf([paragraph(0, '今天下雨。明天也许不会下雨吧')]), 6)).toBe('今天下雨。')
  })

  test('is otherwise cut between words, within the limit', () => {
    const text = excerptOf(bodyOf([paragraph(0, 'Considerable precipitation everywhere')]), 20)
    expect(text).toBe('Considerable…')
    expect([...excerptOf(bodyOf([paragraph(0, '😀'.repeat(50))]), 10)]).toHaveLength(10)
  })

  test('of a body with nothing but headings is the headings', () => {
    expect(excerptOf(bodyOf([heading(0, 'Only this')]), 50)).toBe('Only this')
  })
})
