import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookOf } from '../../../../electron/core/export/book/book.ts'
import type { MovedNotes } from '../../../../electron/core/export/book/note-places.ts'
import { cssString } from '../../../../electron/core/export/book/page-rules.ts'
import { planExport } from '../../../../electron/core/export/plan.ts'
import type { Block } from '../../../../electron/core/model/body.ts'
import type { Clipping } from '../../../../electron/core/model/clipping.ts'
import type { Highlight } from '../../../../electron/core/model/highlight.ts'
import { sampleId } from '../library/samples.ts'
import {
  articleWith,
  block,
  clippingWith,
  figure,
  inline,
  link,
  pre,
  table,
  td,
  text,
  th,
} from './sample-clipping.ts'

const planOf = (changes: Partial<Clipping> = {}, blocks: Block[] = [], language: 'en' | 'zh-Hans' = 'en') =>
  planExport(
    { title: 'Chips & <channels>', language, paper: 'A4', order: 'oldest-first' },
    [{ clipping: clippingWith(changes), article: articleWith(blocks) }],
    '2025-11-08T01:14:00.000Z',
  )

const rowsOf = (html: string): string[] =>
  [...html.matchAll(/<tr><th scope="row">(.*?)<\/th><td>(.*?)<\/td><\/tr>/g)].map(
    match => `${match[1]}: ${match[2]?.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|')}`,
  )

describe('a bare book', () => {
  it('is its articles alone', () => {
    const { html } = bookOf({ ...planOf({ title: 'One' }, [block('p', text('Words.'))]), isBare: true })
    expect(html).toContain('<body><section class="article" id="article-1">')
    expect(html).not.toMatch(/class="(?:cover|contents)"/u)
  })
})

describe('the pages of a book', () => {
  it.each([
    ['en', ['Contents', 'Chronology', 'References']],
    ['zh-Hans', ['目录', '大事记', '参考文献']],
  ] as const)('have a running head above its own lists too, in %s', (language, titles) => {
    const { pageRules } = bookOf(planOf({}, [], language))
    for (const title of titles) expect(pageRules).toContain(`@top-right { content: "${title}" }`)
    for (const name of ['contents', 'chronology', 'sources', 'citations'])
      expect(pageRules).toMatch(new RegExp(`@page ${name} \\{ @top-left \\{ content: "Chips`, 'u'))
  })
})

describe('the lists at the end of a book', () => {
  const entries = ['b', 'a', 'c'].map((name, index) => ({
    clipping: clippingWith({
      id: sampleId(index + 1, 0),
      title: `Title ${index + 1}`,
      source: { name: `The ${name} Post` },
      sources: [{ name: `The ${name} Post` }, { name: '<b>新华社</b>' }],
      published: 'not-stated',
    }),
    article: articleWith([]),
  }))
  const plan = {
    ...planExport(
      { title: 'Lists', language: 'en', paper: 'A4', order: 'as-listed' },
      entries,
      '2025-11-08T01:14:00.000Z',
    ),
    book: { columns: 1 as const, parts: ['sources' as const, 'citations' as const], notes: 'after' as const },
  }
  const references = {
    title: 'References',
    language: 'en' as const,
    isNumbered: true,
    references: [{ id: 'x', words: [text('Cut & <dried>. '), inline('em', text('The b Post'))] }],
  }
  const linesOf = (html: string) =>
    [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, line = '']) =>
      line.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|'),
    )

  it('name each source once, in order, with the pages of its articles', () => {
    const { html } = bookOf(plan, { pages: [3, 8, 12, 20, 21], references })
    const [, index = ''] = html.split('id="sources"')
    expect(linesOf(index)).toEqual([
      '|&#x3C;b>新华社&#x3C;/b>|3|, |8|, |12|',
      '|The a Post|8|',
      '|The b Post|3|',
      '|The c Post|12|',
    ])
    expect(html).toContain(
      '<p class="reference" dir="auto">[1] Cut &#x26; &#x3C;dried>. <em>The b Post</em></p>',
    )
  })

  it('are in the contents with their pages, and places are held for these before they are known', () => {
    const contentsOf = (pages?: number[]) =>
      [...bookOf(plan, { pages, references }).html.matchAll(/<span class="page">(\d+)<\/span>/g)].map(
        match => match[1],
      )
    expect(contentsOf([3, 8, 12, 20, 21])).toEqual(['3', '8', '12', '20', '21'])
    expect(contentsOf()).toEqual(['0000', '0000', '0000', '0000', '0000'])
  })

  it('are not made for a single article', () => {
    const { html } = bookOf({ ...plan, entries: entries.slice(0, 1) })
    expect(html).not.toContain('id="sources"')
  })
})

describe('a book', () => {
  it('holds foreign text as text, wherever it stands', () => {
    const hostile = '</style></title><script>alert(1)</script><img src=x onerror=alert(1)>'
    const plan = {
      ...planOf(
        { title: hostile, bylines: [hostile], source: { name: hostile }, sources: [{ name: hostile }] },
        [
          block('p', text(hostile)),
          block('h2', inline('em', text(hostile))),
          figure({ caption: [text(hostile)] }),
          pre(text(hostile)),
          table({ caption: [text(hostile)], body: [[td([text(hostile)])]] }),
        ],
      ),
      title: hostile,
    }
    const { html, pageRules } = bookOf(plan)
    expect(html).not.toMatch(/<script|<img/)
    expect(html.match(/&#x3C;script>alert\(1\)/g)?.length).toBeGreaterThan(11)
    expect(pageRules).not.toContain('<')
  })

  it('runs nothing and asks for nothing but its style sheets', () => {
    const { html } = bookOf(planOf({}, [block('p', link('https://a.b/', text('a link')))]))
    expect(html).not.toMatch(/ style=| on\w+=|<style/)
    expect([...html.matchAll(/<link [^>]*href="([^"]*)"/g)].map(match => match[1])).toEqual([
      '/assets/book.css',
      'pages.css',
    ])
    expect(html).not.toContain(' src=')
  })

  it('names its title, its language and the language of each article', () => {
    const { html } = bookOf(planOf({ language: 'zh-Hant' }))
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('<title>Chips &#x26; &#x3C;channels></title>')
    expect(html).toContain('<div class="body" lang="zh-Hant">')
    expect(bookOf(planOf({ language: 'und' })).html).toContain('<div class="body" lang="">')
  })

  it('has the passages that were marked in the order of the text, each with its note, as text', () => {
    const words = 'Ports closed <early>. Ships wait.'
    const marked = (start: number, exact: string, note?: string): Highlight => ({
      id: sampleId(start),
      quote: { exact, prefix: '', suffix: '' },
      position: { start, end: start + exact.length },
      colour: 'green',
      ...(note !== undefined && { note }),
      madeAt: '2025-11-08T01:14:00.000Z',
    })
    const plan = planOf({}, [block('p', text(words))])
    const entries = plan.entries.map(entry => ({
      ...entry,
      article: {
        ...entry.article,
        highlights: [marked(22, 'Ships wait.'), marked(6, 'closed <early>', 'Ask <why>.')],
      },
    }))
    const { html } = bookOf({ ...plan, entries })
    const aside = /<aside class="highlights">(.*?)<\/aside>/su.exec(html)?.[1] ?? ''
    expect(aside.replace(/<[^>]+>/gu, '|').replace(/\|+/gu, '|')).toBe(
      '|Highlights|closed &#x3C;early>|Ask &#x3C;why>.|Ships wait.|',
    )
    expect(bookOf(plan).html).not.toContain('class="highlights"')
  })

  it('has every note in the margin or, where that has no room for it, after the article, and marks what has none', () => {
    const plan = planOf({}, [
      { ...block('h2', text('Ports closed')), properties: { dataOrder: 0 } },
      { ...block('p', text('Ships wait at sea.')), properties: { dataOrder: 1 } },
    ])
    const marked = (id: number, exact: string, start: number, note?: string): Highlight => ({
      id: sampleId(id),
      quote: { exact, prefix: '', suffix: '' },
      position: { start, end: start + exact.length },
      colour: 'blue',
      ...(note !== undefined && { note }),
      madeAt: '2025-11-08T01:14:00.000Z',
    })
    const { position: _, ...lost } = marked(5, 'gone', 0, 'Lost.')
    const highlights = [
      marked(1, 'Ports', 0, 'Which?'),
      marked(2, 'Ships wait', 13, 'Since <when>?'),
      marked(3, 'Ships', 13, 'Covered.'),
      marked(4, 'sea', 27),
      lost,
    ]
    const entries = plan.entries.map(entry => ({ ...entry, article: { ...entry.article, highlights } }))
    const annotated = { ...plan, entries, book: { columns: 1 as const, parts: [], notes: 'margin' as const } }
    const wordsOf = (html: string) => html.replace(/<[^>]+>/gu, '|').replace(/\|+/gu, '|')
    const partsOf = (moved?: MovedNotes) => {
      const { html } = bookOf(annotated, { moved })
      const body = /<div class="body"[^>]*>(.*?)<\/div>/su.exec(html)?.[1] ?? ''
      const after = /<aside class="highlights">(.*?)<\/aside>/su.exec(html)?.[1] ?? ''
      return [wordsOf(body), wordsOf(after)]
    }
    const after =
      '|Notes that are not in the margin|Ships|3|Covered.|gone|(not in the text any more)|4|Lost.|'
    // Before the heading, which would have it in the outline, and at once behind its passage in a paragraph.
    expect(partsOf()).toEqual([
      '|1|Which?|Port|s| closed|Ships wai|t|2|2|Since &#x3C;when>?| at |sea|.|',
      after,
    ])
    expect(partsOf({ raised: ['article-1-note-2'], after: ['article-1-note-1'] })).toEqual([
      '|Port|s| closed|2|Since &#x3C;when>?|Ships wai|t|2| at |sea|.|',
      after.replace('|Ships|', '|Ports|1|Which?|Ships|'),
    ])
    expect(bookOf(annotated).html).toContain('data-number="1"')
    // Two columns leave no margin.
    const narrow = bookOf({ ...annotated, book: { ...annotated.book, columns: 2 } }).html
    expect(narrow).not.toContain('margin-note')
    expect(narrow).toContain('Since &#x3C;when>?')
  })

  it('has headings of the first level for articles alone', () => {
    const { html } = bookOf(planOf({ title: ' \n ' }, [block('h2', text('Sub\nheading'))]))
    expect([...html.matchAll(/<h(\d)[^>]*>(.*?)<\/h\d>/g)].map(match => `${match[1]} ${match[2]}`)).toEqual([
      '1 Untitled',
      '2 Sub heading',
    ])
  })

  it('has tables with their heads and spans, and keeps each figure on one line', () => {
    const figures = table({
      caption: [text('Tons')],
      head: [[th('col', [text('Year')]), th('colgroup', [text('Taken')], { colSpan: 2 })]],
      body: [
        [th('row', [text('2024')]), td([text('1,300')]), td([text('−4.5 %')])],
        [th('row', [text('2025')]), td([text('1 of 3')]), td([text('April 2025 at noon')])],
      ],
    })
    const { html } = bookOf(planOf({}, [figures, pre(text('a   b\n  c')), pre(text('床前\n明月'))]))
    expect(html).toContain('<table><caption dir="auto">Tons</caption><thead><tr>')
    expect(html).toContain('<th scope="colgroup" colspan="2" dir="auto">Taken</th>')
    expect([...html.matchAll(/class="figure">(.*?)</g)].map(match => match[1])).toEqual([
      '2024',
      '1,300',
      '−4.5 %',
      '2025',
    ])
    expect(html).toContain('<pre class="aligned">a   b\n  c</pre><pre dir="auto">床前\n明月</pre>')
    const row = Array.from({ length: 9 }, () => td([text('a')]))
    expect(bookOf(planOf({}, [table({ body: [row] })])).html).toContain('<table class="wide">')
  })

  it('spans on its cover from the first day that is stated to the last', () => {
    const dated = (edtf: string) => ({
      clipping: clippingWith({ published: { edtf, origin: 'text', evidence: edtf, confidence: 1 } }),
      article: articleWith([]),
    })
    const spanOf = (...dates: string[]) =>
      /<p class="span">(.*?)<\/p>/.exec(bookOf({ ...planOf(), entries: dates.map(dated) }).html)?.[1]
    expect(spanOf('2025-07-01/2025-07-10', '2025-04', '2025-07-02T10:00')).toBe('April 2025 – 10 July 2025')
    expect(spanOf('2025-07-02T10:00', '2025-07-02')).toBe('2 July 2025')
    const undated = { clipping: clippingWith({ published: 'not-stated' }), article: articleWith([]) }
    expect(bookOf({ ...planOf(), entries: [undated] }).html).not.toContain('class="span"')
  })

  it('puts the page into the contents once it is known', () => {
    expect(bookOf(planOf()).html).toContain('<span class="page">0000</span>')
    expect(bookOf(planOf(), { pages: [7] }).html).toContain('<span class="page">7</span>')
  })

  it('says of each article what it states and where its date was read from', () => {
    expect(rowsOf(bookOf(planOf()).html)).toEqual([
      'Source: |央视新闻, 商务部网站|',
      'Author: |创始人|',
      'Editor: |刘锦平|',
      'Published: |19 July 2025, 00:09:16 (UTC+08:00, assumed)|Read from: the text, “2025-07-19 00:09:16”|',
      'Address: |https://news.example/a?b=1|',
      'Clipped: |8 November 2025, 01:14 (UTC)|',
      `Original (SHA-256): |${'a'.repeat(64)}|`,
    ])
  })

  it('says "not stated" where an article does not state it', () => {
    const { source: _, ...bare } = clippingWith()
    const plan = planOf()
    const clipping = { ...bare, bylines: [], editors: [], sources: [], published: 'not-stated' as const }
    const { html } = bookOf({ ...plan, entries: [{ clipping, article: articleWith([]) }] })
    expect(rowsOf(html).slice(0, 5)).toEqual([
      'Source: |not stated|',
      'Author: |not stated|',
      'Editor: |not stated|',
      'Published: |not stated|',
      'Address: |not stated|',
    ])
  })

  it('keeps a private note to the library', () => {
    expect(bookOf(planOf({ note: 'call the ministry' })).html).not.toContain('call the ministry')
  })

  it('gives each article a page of its own with the outlet and the day', () => {
    const { pageRules } = bookOf(planOf({}, [], 'zh-Hans'))
    expect(pageRules).toMatch(/^@page \{ size: A4 \}\n/u)
    expect(pageRules).toContain(
      [
        '@page article-1 { @top-left { content: "央视新闻" } @top-right { content: "2025年7月19日" } }',
        '#article-1 { page: article-1 }',
        '',
      ].join('\n'),
    )
  })

  it('writes no text into a style sheet that could end a string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), words => {
        expect(cssString(words)).toMatch(/^"(?:[\p{L}\p{N} ]|\\[0-9a-f]{1,6} )*"$/u)
      }),
      { seed: 20250719, numRuns: 2000 },
    )
  })
})
