import { describe, expect, it } from 'vitest'
import { articleSchema } from '../../../electron/core/model/article.ts'
import type { ImportItem, ItemContent, StatedByFile } from '../../../electron/core/model/import-item.ts'
import { type ReadItem, readItem } from '../../../electron/work/read-item.ts'
import { sampleId } from '../core/library/samples.ts'
import { got } from '../store/scratch-library.ts'

const NOW = '2026-03-20T08:00:00.000Z'
const PARAGRAPHS = Array.from(
  { length: 5 },
  (_, index) =>
    `<p>On day ${index} the council said that the ferry sails <b>later</b> in the evening, for those who work late.</p>`,
).join('')

function item(content: ItemContent, stated: Partial<StatedByFile> = {}): ImportItem {
  const bytes = new TextEncoder().encode(content.kind)
  return {
    key: 'row 1',
    name: 'row 1',
    content,
    stated: { tags: [], folders: [], highlights: [], ...stated },
    original: { bytes, mediaType: 'text/csv', name: 'export.csv' },
  }
}

const article = (html: string): ItemContent => ({ kind: 'html', html, extent: 'article', resources: [] })

const read = (content: ItemContent, stated: Partial<StatedByFile> = {}): ReadItem =>
  got(readItem(item(content, stated), NOW))

describe('an item', () => {
  it('has what its file states before what its text says, with the file as origin', () => {
    const { extraction, url } = read(article(`<h1>In the text</h1>${PARAGRAPHS}`), {
      title: 'As the service has it',
      url: 'https://news.example/ferry',
      bylines: ['Ada Reporter'],
      source: 'Avon Courier',
      published: { edtf: '2026-03-12', evidence: '12 March 2026' },
      language: 'en-GB',
    })
    expect(url).toBe('https://news.example/ferry')
    expect(extraction.clipping).toMatchObject({
      title: 'As the service has it',
      bylines: ['Ada Reporter'],
      source: { name: 'Avon Courier' },
      language: 'en-GB',
      published: { edtf: '2026-03-12', origin: 'file', evidence: '12 March 2026' },
    })
    expect(extraction.article.statements.bylines).toEqual({
      origin: 'file',
      evidence: 'Ada Reporter',
      confidence: 1,
    })
    expect(articleSchema.safeParse({ id: sampleId(1), revision: 1, ...extraction.article }).success).toBe(
      true,
    )
  })

  it('has no address by its `<base>`, which says what links are relative to and not where the page is', () => {
    const html = `<html><head><base href="https://cdn.example/files/"></head><body><h1>Ferry</h1>${PARAGRAPHS}
      <p>The <a href="tide-tables">tide tables</a> that the council published say when the harbour is deep enough.</p></body></html>`
    const content: ItemContent = {
      kind: 'html',
      html,
      extent: 'page',
      base: 'https://cdn.example/files/',
      resources: [],
    }
    const { url, extraction } = read(content)
    expect(url).toBeUndefined()
    expect(extraction.clipping.url).toBeUndefined()
    expect(JSON.stringify(extraction.article)).toContain('"https://cdn.example/files/tide-tables"')

    const known = read(content, { url: 'https://news.example/ferry' })
    expect(known.url).toBe('https://news.example/ferry')
    expect(JSON.stringify(known.extraction.article)).toContain('"https://cdn.example/files/tide-tables"')
  })

  it('of a service was clipped when it was saved there, never later than now', () => {
    expect(read({ kind: 'text', text: 'A note.' }, { savedAt: '2019-05-01T06:00:00.000Z' }).clippedAt).toBe(
      '2019-05-01T06:00:00.000Z',
    )
    expect(read({ kind: 'text', text: 'A note.' }, { savedAt: '2030-01-01T00:00:00.000Z' }).clippedAt).toBe(
      undefined,
    )
  })

  it('brings its marks: tags, folders as collections, note, read, starred', () => {
    const stated = {
      tags: ['a/b'],
      folders: [['Work', 'Ferries'], []],
      note: 'mine',
      isRead: true,
      starred: true,
    }
    expect(read({ kind: 'text', text: 'A note.' }, stated)).toMatchObject({
      tags: ['a/b'],
      folders: ['Work / Ferries'],
      note: 'mine',
      readAt: NOW,
      starred: true,
      trashed: false,
    })
  })

  it('without content is a link with its address for a title, and says nothing that was not stated', () => {
    const { extraction, isLink } = read({ kind: 'link' }, { url: 'https://news.example/ferry' })
    expect(isLink).toBe(true)
    expect(extraction.clipping).toMatchObject({
      title: 'https://news.example/ferry',
      published: 'not-stated',
      bylines: [],
      length: 0,
    })
    expect(extraction.article.statements).toEqual({})
  })

  it('that is all article has nothing set aside as something else', () => {
    const html = `<h1>Minutes</h1><p>Read more: nothing.</p>${PARAGRAPHS}<ul><li><a href="https://a.example/">A</a></li><li><a href="https://b.example/">B</a></li></ul>`
    const { setAside, body } = read(article(html)).extraction.article
    expect(setAside).toEqual([])
    expect(body.children.at(-1)?.tagName).toBe('ul')
  })

  it('with neither text nor address is refused with the reason', () => {
    expect(readItem(item(article('<p> </p>')), NOW)).toMatchObject({
      ok: false,
      error: { reason: 'no-text' },
    })
  })

  it('keeps its highlights by their words, placed where the text has them', () => {
    const highlights = [
      { text: 'the ferry\n sails   later', note: 'why?', colour: 'Pink', madeAt: '2025-01-01T00:00:00.000Z' },
      { text: 'words that are not there' },
    ]
    const { extraction } = read(article(PARAGRAPHS), { highlights })
    const [found, lost] = extraction.article.highlights ?? []
    expect(found).toMatchObject({
      quote: { exact: 'the ferry sails later', suffix: expect.stringMatching(/^ in the evening/) },
      colour: 'red',
      note: 'why?',
      madeAt: '2025-01-01T00:00:00.000Z',
    })
    expect((found?.position?.end ?? 0) - (found?.position?.start ?? 0)).toBe(21)
    expect(lost).toMatchObject({ quote: { exact: 'words that are not there', prefix: '' }, colour: 'yellow' })
    expect(lost?.position).toBeUndefined()
    expect(articleSchema.safeParse({ id: sampleId(1), revision: 1, ...extraction.article }).success).toBe(
      true,
    )
  })
})
