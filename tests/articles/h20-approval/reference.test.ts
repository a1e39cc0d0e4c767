import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { captionText, textOf } from '../../../electron/core/body/text.ts'
import { extractPasted } from '../../../electron/core/extract/pipeline.ts'
import type { SetAside } from '../../../electron/core/model/article.ts'
import type { Block } from '../../../electron/core/model/body.ts'
import { boundsOf, precisionOf } from '../../../electron/core/model/edtf.ts'

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

const expected = JSON.parse(read('expected.json'))
const { clipping, article } = extractPasted(read('source.txt'), { clippedAt: '2025-11-08T00:00:00.000Z' })

function blockIn(block: Block, index: number): unknown {
  if (block.tagName === 'p') return { type: 'paragraph', text: textOf(block) }
  if (block.tagName === 'h2') return { type: 'heading', text: textOf(block) }
  if (block.tagName !== 'figure') return block
  const figure = article.figures[article.body.children.slice(0, index).filter(b => b.tagName === 'figure').length]
  expect(captionText(block).credit).toContain(figure?.credit)
  return { type: 'figure', ...figure }
}

const asides = (reason: SetAside['reason']): SetAside[] => article.setAside.filter(aside => aside.reason === reason)

/** Each phrase once with the number of its mentions, in the order of `expected`. */
function mentions(): unknown[] {
  return expected.datesInText.map(({ phrase }: { phrase: string }) => {
    const found = article.datesInText.filter(date => date.phrase === phrase)
    const [first] = found
    return {
      phrase,
      ...(first === undefined ? {} : boundsOf(first.edtf)),
      precision: first?.precision,
      ...(found.length > 1 ? { mentions: found.length } : {}),
    }
  })
}

describe('the reference article', () => {
  test('states its title, byline, sources, editor and language', () => {
    expect(clipping.title).toBe(expected.title)
    expect(clipping.bylines).toEqual([expected.byline])
    expect(clipping.sources.map(source => source.name)).toEqual(expected.sources)
    expect(clipping.source).toEqual({ name: expected.sources[0] })
    expect(clipping.editors).toEqual(expected.editors)
    expect(clipping.language).toBe(expected.language)
  })

  test('is published to the second, in a zone that the page implies', () => {
    if (typeof clipping.published === 'string') throw new Error('no publication date')
    expect(clipping.published).toMatchObject({ edtf: expected.published, zone: 'assumed' })
    expect(precisionOf(clipping.published.edtf)).toBe(expected.publishedPrecision)
  })

  test('has all its blocks in order with their types, captions and credits', () => {
    expect(article.body.children.map(blockIn)).toEqual(expected.blocks)
  })

  test('has its counter and its lists set aside, each entry by itself, and nothing else', () => {
    expect(asides('furniture').map(aside => aside.text)).toEqual(expected.setAside.pageFurniture)
    expect(asides('related').map(aside => aside.item)).toEqual(expected.setAside.related)
    expect(asides('hot').map(aside => aside.text)).toEqual(expected.setAside.hot)
    expect(asides('list-heading').map(aside => aside.text)).toEqual(['相关内容', '热门资讯'])
    expect(article.setAside).toHaveLength(1 + 9 + 10 + 2)
  })

  test('has every date of its text resolved to days, and no other', () => {
    const days = expected.datesInText.map(({ note: _, ...date }: { note?: string }) => date)
    expect(mentions()).toEqual(days)
    const phrases = new Set(article.datesInText.map(date => date.phrase))
    expect([...phrases].toSorted()).toEqual(days.map((date: { phrase: string }) => date.phrase).toSorted())
  })

  test('credits the outlets that its text names, in order, with the words that do', () => {
    expect(clipping.reportedBy).toEqual(expected.reportedBy)
  })

  test('backs each field with the words it was read from', () => {
    expect(article.statements).toMatchObject({
      title: { evidence: expected.title },
      bylines: { evidence: '创始人' },
      published: { evidence: '2025-07-19 00:09:16' },
      sources: { evidence: '来源:央视新闻、商务部网站、参考消息、环球网' },
      editors: { evidence: '本期编辑:刘锦平' },
    })
  })
})
