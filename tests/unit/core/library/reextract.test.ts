import { describe, expect, test } from 'vitest'
import { bodyOf, figure, paragraph } from '../../../../electron/core/body/build.ts'
import { linesOf } from '../../../../electron/core/body/text.ts'
import { planReextract, reextracted } from '../../../../electron/core/library/reextract.ts'
import type { Article, SetAside } from '../../../../electron/core/model/article.ts'
import type { Block } from '../../../../electron/core/model/body.ts'
import type { Clipping } from '../../../../electron/core/model/clipping.ts'
import type { Extraction } from '../../../../electron/core/model/extraction.ts'
import type { Statement } from '../../../../electron/core/model/stated.ts'
import { sampleArticle, sampleClipping, stateOf } from './samples.ts'

const byUser = (evidence: string): Statement => ({ origin: 'user', evidence, confidence: 1 })
const byText = (evidence: string): Statement => ({ origin: 'text', evidence, confidence: 0.9 })

const aside = (order: number, text: string, reason: SetAside['reason'] = 'furniture'): SetAside => ({
  id: `line-${order}`,
  step: reason,
  reason,
  text,
  order,
})

function reading(
  over: Partial<Extraction['clipping']>,
  { paragraphs = ['The port closed.'], ...article }: Partial<Article> & { paragraphs?: string[] } = {},
): Extraction {
  const { id: _, revision: __, ...read } = sampleArticle(1, ...paragraphs)
  const { title, bylines, sources, reportedBy, editors, language, published, excerpt, length } =
    sampleClipping(1)
  return {
    clipping: { title, bylines, sources, reportedBy, editors, language, published, excerpt, length, ...over },
    article: { ...read, extractorVersion: 2, ...article },
  }
}

const held = (clipping: Partial<Clipping>, article: Partial<Article>, first: Partial<Article> = {}) => {
  const read = sampleArticle(1, 'The port closed.')
  return {
    clipping: sampleClipping(1, clipping),
    article: { ...read, ...article },
    first: { ...read, ...first },
  }
}

describe('reading an original anew', () => {
  test('gives what the extractor reads now', () => {
    const read = reading({ title: 'Port closes', bylines: ['Lin Wei'] }, { paragraphs: ['One.', 'Two.'] })
    const { reread, article } = reextracted(held({ title: 'Cookies' }, {}), read)
    expect(reread).toMatchObject({
      title: 'Port closes',
      bylines: ['Lin Wei'],
      excerpt: 'One. Two.',
      length: 9,
    })
    expect(article).toMatchObject({ extractorVersion: 2, id: sampleClipping(1).id })
  })

  test('keeps what the user typed, with the user as its evidence', () => {
    const typed = held(
      {
        title: 'Mine',
        bylines: ['Ann Roe'],
        published: { edtf: '2025-07', origin: 'user', evidence: '2025-07', confidence: 1 },
      },
      { statements: { title: byUser('Mine'), bylines: byText('By Ann Roe'), published: byUser('2025-07') } },
    )
    const read = reading(
      { title: 'Theirs', bylines: ['Lin Wei'], published: 'not-stated' },
      { statements: { title: byText('Theirs'), bylines: byText('By Lin Wei') } },
    )
    const { reread, article } = reextracted(typed, read)
    expect(reread).toMatchObject({ title: 'Mine', bylines: ['Lin Wei'], published: { edtf: '2025-07' } })
    expect(article.statements).toEqual({
      title: byUser('Mine'),
      bylines: byText('By Lin Wei'),
      published: byUser('2025-07'),
    })
  })

  test('keeps a field empty that the user emptied', () => {
    const emptied = held({ bylines: [] }, { statements: {} }, { statements: { bylines: byText('By Admin') } })
    const read = reading({ bylines: ['Admin'] }, { statements: { bylines: byText('By Admin') } })
    expect(reextracted(emptied, read).reread.bylines).toEqual([])
    expect(reextracted(emptied, read).article.statements.bylines).toBeUndefined()
  })

  test('keeps what only the file stated', () => {
    const stated = held(
      { title: 'From the export' },
      { statements: { title: { origin: 'file', evidence: 'From the export', confidence: 1 } } },
    )
    expect(reextracted(stated, reading({ title: 'From the page' })).reread.title).toBe('From the export')
  })

  test('leaves out again what the user set aside, and puts back what the user restored', () => {
    const arranged = held(
      {},
      {
        body: bodyOf([paragraph(0, 'The port closed.'), paragraph(6, 'Restored by hand.')]),
        setAside: [aside(2, 'An advertisement.', 'user')],
      },
      { setAside: [aside(6, 'Restored by hand.')] },
    )
    const read = reading(
      {},
      {
        body: bodyOf([
          paragraph(0, 'The port closed.'),
          paragraph(3, 'An  advertisement.'),
          paragraph(9, 'More of it.'),
        ]),
        setAside: [aside(7, 'Restored by hand.'), aside(8, 'Share this')],
      },
    )
    const { article, reread } = reextracted(arranged, read)
    expect(linesOf(article.body)).toEqual(['The port closed.', 'Restored by hand.', 'More of it.'])
    expect(article.setAside.map(({ text, reason, order }) => [text, reason, order])).toEqual([
      ['An advertisement.', 'user', 3],
      ['Share this', 'furniture', 8],
    ])
    expect(reread.length).toBe(46)
  })

  test('keeps words that the user set aside and that are not read any more', () => {
    const arranged = held({}, { setAside: [aside(2, 'Only there before.', 'user')] })
    expect(reextracted(arranged, reading({})).article.setAside).toEqual([
      aside(2, 'Only there before.', 'user'),
    ])
  })

  test('keeps pictures whose files came beside the original', () => {
    const picture = (order: number, asset: string, caption: string): Block => {
      const bare = figure(order, { caption })
      const image = {
        type: 'element' as const,
        tagName: 'img' as const,
        properties: { dataAsset: asset, alt: '' },
        children: [],
      }
      return { ...bare, children: [image, ...bare.children] }
    }
    const [one, other] = ['a'.repeat(64), 'b'.repeat(64)]
    const shown = held(
      {},
      {
        body: bodyOf([picture(0, one, 'The port'), paragraph(2, 'The port closed.'), picture(4, other, '')]),
      },
    )
    const read = reading(
      {},
      { body: bodyOf([paragraph(1, 'The port closed.'), figure(3, { caption: 'The port' })]) },
    )
    const { article } = reextracted(shown, read)
    expect(article.body.children.map(({ properties }) => properties.dataOrder)).toEqual([1, 3, 4])
    expect(article.figures.map(({ asset }) => asset)).toEqual([one, other])
  })

  test('anchors highlights on the new text', () => {
    const highlight = {
      id: sampleClipping(7).id,
      quote: { exact: 'port', prefix: 'The ', suffix: ' closed.' },
      position: { start: 4, end: 8 },
      colour: 'red' as const,
      madeAt: '2025-07-19T08:00:00.000Z',
    }
    const marked = held({}, { highlights: [highlight] })
    const read = reading({}, { paragraphs: ['On Monday.', 'The port closed.'] })
    expect(reextracted(marked, read).article.highlights).toMatchObject([{ position: { start: 15, end: 19 } }])
  })
})

describe('the change that takes a new reading over', () => {
  const { reread } = reextracted(held({}, {}), reading({ title: 'Port closes' }))
  const at = '2025-07-20T08:00:00.000Z'

  test('is one, and leaves marks alone', () => {
    const state = stateOf([sampleClipping(1, { starred: true, tags: ['a'] })])
    const rewritten = { id: sampleClipping(1).id, from: 1, to: 2, reread, assets: undefined }
    const change = planReextract(state, [rewritten], at)
    expect(change?.label).toEqual({ kind: 'reextract', count: 1 })
    expect(change?.ops).toMatchObject([
      { clipping: { title: 'Port closes', starred: true, tags: ['a'], articleRevision: 2, updatedAt: at } },
    ])
  })

  test('passes over a clipping that was edited meanwhile, or is gone', () => {
    const state = stateOf([sampleClipping(1, { articleRevision: 3 })])
    const rewritten = [1, 2].map(number => ({
      id: sampleClipping(number).id,
      from: 1,
      to: 2,
      reread,
      assets: undefined,
    }))
    expect(planReextract(state, rewritten, at)).toBeUndefined()
  })
})
