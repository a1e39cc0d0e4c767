import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyRowsOf, cellPlaces, headOf, rowsOf } from '../../electron/core/body/table.ts'
import { textOf } from '../../electron/core/body/text.ts'
import { dataTablesOf } from '../../electron/core/extract/html/data-tables.ts'
import { readPage } from '../../electron/core/extract/html/page/read-page.ts'
import { extractHtml } from '../../electron/core/extract/html/pipeline.ts'
import { articleSchema } from '../../electron/core/model/article.ts'
import { clippingSchema } from '../../electron/core/model/clipping.ts'
import { daySpanOf } from '../../electron/core/model/edtf.ts'
import type { Extraction } from '../../electron/core/model/extraction.ts'
import { htmlTools } from '../../electron/formats/html-tools.ts'

const CLIPPED_AT = '2025-07-20T00:00:00.000Z'
const extract = (html: string): Extraction =>
  extractHtml({ html }, { clippedAt: CLIPPED_AT, tools: htmlTools })

/** Parts of pages of every kind that a step looks for, whole and broken. */
const part = fc.constantFrom(
  '<!DOCTYPE html>',
  '<html lang="zh-CN"><head><title>河桥维修下月开始_新闻_示例网</title></head><body>',
  '<meta property="og:title" content="Bridge repairs start next month | The Example">',
  '<meta property="article:published_time" content="2025-07-18T09:30:00+08:00">',
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge repairs start","author":[{"name":"Ann Lee"}],}</script>',
  '<script type="application/ld+json">{broken',
  '<h1>河桥维修下月开始</h1>',
  '<h1>Bridge repairs start next month</h1>',
  '<div class="info">2025-07-18 09:30 来源：<a href="/s">示例日报</a> 作者：王小明</div>',
  '<p class="byline">By Ann Lee and Bo Chen</p>',
  '<p>市交通局昨日表示，跨河大桥的维修工程将于下月初开始，预计持续六个星期，届时桥上只保留一条车道。</p>',
  '<p>The harbour was quiet on Tuesday, and nobody that this reporter spoke to could say <em>why</em> it had been closed.</p>',
  '<p>附近的居民说，他们担心上班时间的交通会更加拥挤。（记者 王小明）</p>',
  '<figure><img src="a.jpg" alt="A bridge"><figcaption>The bridge. Photo: Ann Lee / Example Wire</figcaption></figure>',
  '<blockquote><p>“We were told nothing,” she said on the quay.</p><p>— A resident</p></blockquote>',
  '<ul><li>first point of the plan</li><li>second point<br>goes on</li></ul>',
  '<ol><li><p>one</p><p>more of one</p></li></ol>',
  '<table><tr><td>Line</td><td>Hours</td></tr><tr><td>1</td><td>6 to 22</td></tr></table>',
  '<pre>kept   as\n  it is</pre>',
  '<pre><code>if (open) {\n  sail()<br>}</code></pre>',
  '<pre><div>line one</div><div>  line two</div></pre>',
  '<table border="1"><caption>Water levels</caption><thead><tr><th>Day</th><th colspan="2">Metres</th></tr></thead><tbody><tr><th scope="row">Monday</th><td>1.2</td><td>1.4</td></tr><tr><td rowspan="2">Tuesday</td><td>By Ann Lee</td><td></td></tr><tr><td>Share</td><td>Read more: all of it</td></tr></tbody></table>',
  '<figure class="wp-block-table"><table><tr><td><b>年份</b></td><td><b>产量</b></td></tr><tr><td>2023</td><td>41万</td></tr><tr><td>2024</td><td><p>43万</p><p>初步</p></td></tr></table><figcaption>河桥镇产量，来源：镇政府</figcaption></figure>',
  '<table><tr><td><h2>A column</h2><p>of the page</p></td><td>Another</td></tr><tr><td>a</td><td>b</td></tr></table>',
  '<table><tr><td colspan="99999" rowspan="99999">Wide</td></tr><tr><td>1</td><td rowspan="0">2</td></tr><tr style="display:none"><td>9</td><td>9</td></tr>',
  '<table><tr><td>outer</td><td><table><tr><th>In</th><th>Out</th></tr><tr><td>4</td><td>5</td></tr></table></td></tr></table>',
  '<div class="related"><h3>Related stories</h3><ul><li><a href="/1">A bridge that was never built</a></li><li><a href="/2">More of the same</a></li></ul></div>',
  '<div id="cookie-consent">We use cookies to improve your experience of this website.</div>',
  '<p><a href="javascript:alert(1)">Read more: another story entirely</a></p>',
  '<nav><a href="/">Home</a> | <a href="/n">News</a></nav>',
  '<div style="display:none">hidden words</div>',
  '责任编辑：刘锦平<br><br>免责声明：本文仅代表作者个人观点。',
  '<div><div><span>',
  '</div></div></p>',
  '<b><p>mis<i>nested</b> tags</i>',
  '&lt;b&gt; &amp; &nbsp; &#x1F600; &bogus;',
  '<template><p>in a template</p></template>',
  '<svg><text>drawn</text></svg>',
  '<br><br>',
)
const odd = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '\u00a0',
    '\u200b',
    '\ud800',
    '\0',
    '<',
    '<!--',
    ']]>',
    '<![CDATA[',
    '__proto__',
    '<a href="http://[">x</a>',
  ),
)
const html = fc
  .array(fc.oneof({ weight: 4, arbitrary: part }, { weight: 1, arbitrary: odd }), { maxLength: 30 })
  .map(parts => parts.join('\n'))

interface Node {
  readonly value?: string
  readonly children?: readonly Node[]
}
const wordsOf = ({ value = '', children = [] }: Node): string => value + children.map(wordsOf).join('')

const squeezed = (text: string): string => text.replace(/\s+/gu, '')
const settings = { seed: 20250719, numRuns: 300 }

describe('extraction from a web page', { timeout: 120_000 }, () => {
  test('loses no line that the page shows, whatever the markup', () => {
    fc.assert(
      fc.property(html, markup => {
        const { article } = extract(markup)
        const evidence = Object.values(article.statements).map(statement => statement.evidence)
        const kept = [
          ...article.body.children.map(textOf),
          ...evidence,
          ...article.setAside.map(({ text }) => text),
        ].map(squeezed)
        for (const line of readPage(markup).lines) {
          const words = squeezed(line.raw)
          expect(
            kept.some(text => text.includes(words)),
            line.raw,
          ).toBe(true)
        }
      }),
      settings,
    )
  })

  test('keeps nothing twice: no block of the body is also set aside', () => {
    fc.assert(
      fc.property(html, markup => {
        const { article } = extract(markup)
        const orders = [
          ...article.body.children.map(block => block.properties.dataOrder),
          ...article.setAside.map(aside => aside.order),
        ]
        expect(new Set(orders).size).toBe(orders.length)
        expect(new Set(article.setAside.map(aside => aside.id)).size).toBe(article.setAside.length)
      }),
      settings,
    )
  })

  test('keeps tables in one piece: every cell of a table of the body has its words, in order, and its row', () => {
    fc.assert(
      fc.property(html, markup => {
        const { article } = extract(markup)
        const page = readPage(markup)
        const aside = new Set(article.setAside.map(({ order }) => order))
        for (const table of article.body.children.filter(block => block.tagName === 'table')) {
          const first = page.lines.find(({ order }) => order === table.properties.dataOrder)
          const own = [...new Set(dataTablesOf(page).values())].find(({ lines }) =>
            lines.some(index => index === first?.index),
          )
          const indexes = own?.lines.toSorted((a, b) => a - b) ?? []
          const words = indexes.map(index => page.lines[index]?.raw ?? '')
          expect(squeezed(textOf(table)).length).toBe(squeezed(words.join('')).length)
          expect(indexes.some(index => aside.has(page.lines[index]?.order ?? -1))).toBe(false)
          const rows = rowsOf(table)
          expect(rows.length).toBeGreaterThan(1)
          for (const part of [headOf(table), bodyRowsOf(table)]) {
            const widths = cellPlaces(part).map(places => Array.from(places).filter(Boolean).length)
            expect(new Set(widths).size).toBeLessThanOrEqual(1)
          }
          for (const cell of own?.rows.flatMap(row => row.cells) ?? []) {
            const own = page.lines.slice(cell.element.firstLine, cell.element.endLine)
            const text = squeezed(own.flatMap(line => (line.isHidden ? [] : [line.raw])).join(''))
            expect(rows.some(row => row.children.some(each => squeezed(wordsOf(each)) === text))).toBe(true)
          }
        }
      }),
      settings,
    )
  })

  test('makes records that can be stored, and no date later than the clipping', () => {
    fc.assert(
      fc.property(html, markup => {
        const { clipping, article } = extract(markup)
        expect(articleSchema.omit({ id: true, revision: true }).parse(article)).toEqual(article)
        expect(clippingSchema.partial().parse(clipping)).toEqual(clipping)
        if (typeof clipping.published === 'string') return
        expect(daySpanOf(clipping.published.edtf).from * 86_400_000).toBeLessThanOrEqual(
          Date.parse(CLIPPED_AT) + 86_400_000,
        )
      }),
      settings,
    )
  })

  test('invents no field: each has a statement, and its names stand in what is stated', () => {
    fc.assert(
      fc.property(html, markup => {
        const { clipping, article } = extract(markup)
        const stated = squeezed(
          Object.values(article.statements)
            .map(({ evidence }) => evidence)
            .join('\n'),
        )
        for (const name of [
          clipping.title,
          ...clipping.bylines,
          ...clipping.editors,
          ...clipping.sources.map(source => source.name),
        ])
          expect(stated).toContain(squeezed(name))
      }),
      settings,
    )
  })

  test.each(['div', 'span', 'b', 'table', 'ul><li', 'blockquote', 'a href="/"', 'font'])(
    'reads a page of 100,000 nested <%s>',
    tag => {
      const { article } = extract(`<p>Before all.</p>${`<${tag}>`.repeat(100_000)}The words inside.`)
      const all = [textOf(article.body), ...article.setAside.map(({ text }) => text)].join('\n')
      expect(all).toContain('The words inside.')
    },
  )
})
