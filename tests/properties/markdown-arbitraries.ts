import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { textOf } from '../../electron/core/body/text.ts'
import { quoteAt } from '../../electron/core/library/reanchor.ts'
import type { Article } from '../../electron/core/model/article.ts'
import type { Block, FigureBlock, Inline } from '../../electron/core/model/body.ts'
import type { Clipping } from '../../electron/core/model/clipping.ts'
import { HIGHLIGHT_COLOURS, type Highlight } from '../../electron/core/model/highlight.ts'
import {
  articleWith,
  block,
  clippingWith,
  figure,
  inline,
  link,
  list,
  pre,
  quote,
  type Reach,
  table,
  td,
  text,
  th,
} from '../unit/core/export/sample-clipping.ts'
import { sampleId } from '../unit/core/library/samples.ts'

/** Everything that CommonMark, GFM, YAML or Obsidian could take for syntax, in any order and combination. */
const hostile = fc.constantFrom(
  ...['`', '```', '~~~', '~~', '~', '*', '**', '***', '_', '__', '---', '- - -', '===', '=', '==', '%%'],
  ...[
    '#',
    '# ',
    '## ',
    '#标签',
    '1.',
    '1. ',
    '12) ',
    '1)',
    '+',
    '+ ',
    '- ',
    '-',
    '>',
    '> ',
    '|',
    '| a | b |',
  ],
  ...[
    '|---|',
    ':-',
    '<',
    '>',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '<script>',
    '<br/>',
    '<?',
    '<![CDATA[',
    '<a@b.c>',
  ],
  ...[
    '[',
    ']',
    '](',
    '[x]',
    '[ ] ',
    '[^1]',
    '[^1]: ',
    '![',
    '[[w]]',
    '(',
    ')',
    '[a]: b',
    '&amp;',
    '&',
    '&#35;',
  ],
  ...[
    '&copy;',
    '&lt',
    '\\',
    '\\\\',
    '\\*',
    '$',
    '$x$',
    '$5',
    '!',
    ':',
    ': ',
    '"',
    "'",
    '@',
    'a@b.co',
    'mailto:',
  ],
  ...[
    'http://a.b/c_d',
    'https://例.cn',
    'https://a.b/?q=1&amp;x',
    'https://a.b/(c)',
    'www.a.b',
    'http://',
    '<http://a.b>',
  ],
  ...[
    ' ',
    '  ',
    '\t',
    '\n',
    '\r\n',
    '\f',
    '\u00a0',
    '\u3000',
    '\u2028',
    '\u2029',
    '\u0085',
    '\u200b',
    '\ufeff',
  ],
  ...[
    '\u0000',
    '\u0001',
    '\u000b',
    '\u007f',
    '\ud800',
    '👩‍👩‍👧',
    '🇨🇳',
    'é',
    'e\u0301',
    'שלום',
    '\u202eabc',
    'نص',
  ],
  ...[
    '中',
    '文。',
    '“引”',
    '，',
    '（',
    'a',
    'B',
    '0',
    '1',
    'word',
    'toc',
    '...',
    '{',
    '}',
    '^',
    '^[n]',
    'null',
    'yes',
  ],
  'x'.repeat(300),
)
/** Words that are out to be more. */
export const words = fc.oneof(
  { weight: 4, arbitrary: fc.array(hostile, { minLength: 1, maxLength: 8 }).map(parts => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
)

const leaf: fc.Arbitrary<Inline> = words.map(text)
const marked = (inner: fc.Arbitrary<Inline>): fc.Arbitrary<Inline> =>
  fc.oneof(
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: fc.constant(inline('br')) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom('em', 'strong', 'code', 'sub', 'sup'), fc.array(inner, { maxLength: 3 }))
        .map(([tagName, children]) => inline(tagName, ...children)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom('https://a.b/c', 'https://a.b/(x)_y?z=1&amp=2'),
          fc.array(inner, { maxLength: 2 }),
        )
        .map(([href, children]) => link(href, ...children)),
    },
  )
const inlines = fc.array(marked(marked(leaf)), { maxLength: 5 })
const credit = fc.option(
  fc.tuple(words, words).map(([before, name]) => ({ words: `${before}${name}`, name })),
  { nil: undefined },
)
export const blocks: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: inlines.map(children => block('p', ...children)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('h2', 'h3', 'h4'), inlines)
      .map(([tagName, children]) => block(tagName, ...children)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('ul', 'ol'), fc.array(inlines, { minLength: 1, maxLength: 3 }))
      .map(([tagName, items]) => list(tagName, ...items)),
  },
  { weight: 1, arbitrary: fc.array(inlines, { maxLength: 3 }).map(paragraphs => quote(...paragraphs)) },
  { weight: 1, arbitrary: inlines.map(children => pre(...children)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(inlines, credit, fc.constantFrom(undefined, 'b'.repeat(64)))
      .map(([caption, by, asset]) =>
        figure({
          caption,
          ...(by === undefined || by.name === '' ? {} : { credit: by }),
          ...(asset === undefined ? {} : { asset }),
        }),
      ),
  },
)

const spans = fc.constantFrom<Reach>({}, {}, {}, { colSpan: 2 }, { rowSpan: 2 }, { colSpan: 3, rowSpan: 2 })
const cells = (isHead: boolean) =>
  fc.array(
    fc
      .tuple(inlines, spans, fc.boolean())
      .map(([children, reach, isHeader]) =>
        isHead || isHeader ? th(isHead ? 'col' : 'row', children, reach) : td(children, reach),
      ),
    { minLength: 1, maxLength: 4 },
  )
export const tables: fc.Arbitrary<Block> = fc
  .tuple(
    inlines,
    fc.array(cells(true), { maxLength: 2 }),
    fc.array(cells(false), { minLength: 1, maxLength: 3 }),
  )
  .map(([caption, head, body]) => table({ ...(caption.length > 0 && { caption }), head, body }))

const hexOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Pictures that articles may hold: the signature of PNG, and one byte each. */
export const PICTURES: readonly Uint8Array[] = [1, 2, 3].map(last =>
  Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, last),
)

/** A figure as extraction makes it, and as a person could: several credits, marks in the caption. */
const figures: fc.Arbitrary<Block> = fc
  .tuple(
    inlines,
    fc.array(credit, { maxLength: 2 }),
    fc.option(fc.constantFrom(...PICTURES.map(hexOf)), { nil: undefined }),
    words,
  )
  .map(([caption, credits, asset, alt]): FigureBlock => {
    const cites = credits.flatMap(by =>
      by === undefined || by.name.replace(/[ \t-\r\u0085]/gu, '') === ''
        ? []
        : [
            {
              type: 'element' as const,
              tagName: 'cite' as const,
              properties: { dataCredit: by.name },
              children: [{ type: 'text' as const, value: by.words }],
            },
          ],
    )
    return {
      type: 'element',
      tagName: 'figure',
      properties: { dataOrder: 0 },
      children: [
        ...(asset === undefined
          ? []
          : [
              {
                type: 'element' as const,
                tagName: 'img' as const,
                properties: { dataAsset: asset, alt },
                children: [],
              },
            ]),
        { type: 'element', tagName: 'figcaption', properties: {}, children: [...caption, ...cites] },
      ],
    }
  })

const wellFormed = (value: string): string => value.replace(/\p{Surrogate}/gu, '\uFFFD')
const filled = words.map(wellFormed).filter(value => value.trim() !== '')
const filledList = fc.uniqueArray(filled, { maxLength: 3 })
const instants = fc
  .date({ min: new Date('1999-01-01T00:00:00Z'), max: new Date('2026-05-31T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString())
const addresses = fc.constantFrom(
  'https://news.example/a?b=1&c=%20',
  'http://例.example/新闻/1#x',
  'https://a.b/(c)_d*e*',
)
const edtf = fc.constantFrom(
  '2025',
  '2025-04',
  '2025-07-19',
  '2025-07-19T00:09',
  '2025-07-19T00:09:16+08:00',
  '2025-07-19T00:09:16Z',
  '2025-07-01/2025-07-10',
  '2025-07-01/',
  '/2025-07-10',
  '-0044-03-15',
)

/** Clippings with any words in their fields. */
export const clippings: fc.Arbitrary<Clipping> = fc
  .record({
    title: words.map(wellFormed),
    url: fc.option(addresses, { nil: undefined }),
    bylines: filledList,
    editors: filledList,
    sources: fc.array(fc.record({ name: filled, url: fc.option(addresses, { nil: undefined }) }), {
      maxLength: 3,
    }),
    language: fc.constantFrom('zh-Hans', 'zh-Hant', 'en', 'und', 'no'),
    published: fc.oneof(
      fc.constantFrom('not-stated' as const, 'not-looked-for' as const),
      fc.record({
        edtf,
        zone: fc.constantFrom(undefined, 'stated' as const, 'assumed' as const),
        evidence: words.map(wellFormed),
      }),
    ),
    clippedAt: instants,
    tags: fc.uniqueArray(
      fc
        .oneof(filled, fc.constantFrom('限水 2025', 'a,b', '#1', '2025', 'a/b c'))
        .map(name => name.replace(/\s+/gu, ' ').trim().slice(0, 60))
        .filter(name => name !== ''),
      { maxLength: 3 },
    ),
    note: fc.option(filled, { nil: undefined }),
  })
  .map(({ url, sources, published, note, ...fields }) => {
    const named = sources.map(({ name, url: at }) => (at === undefined ? { name } : { name, url: at }))
    const { source: _, sources: __, url: ___, note: ____, ...others } = clippingWith()
    const [first] = named
    return {
      ...others,
      ...fields,
      ...(url !== undefined && { url }),
      ...(first !== undefined && { source: first }),
      sources: named,
      published:
        typeof published === 'string'
          ? published
          : {
              edtf: published.edtf,
              ...(published.zone !== undefined && { zone: published.zone }),
              evidence: published.evidence,
              origin: 'file',
              confidence: 1,
            },
      ...(note !== undefined && { note }),
    }
  })

/** A place that cuts no character in two. */
const whole = (value: string, at: number): number => (/^[\udc00-\udfff]/.test(value.slice(at)) ? at - 1 : at)

/** Articles of any blocks, with passages highlighted anywhere in them. */
export const articles: fc.Arbitrary<Article> = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 6, arbitrary: blocks.filter(each => each.tagName !== 'figure') },
        { weight: 2, arbitrary: figures },
        { weight: 2, arbitrary: tables },
      ),
      { maxLength: 6 },
    ),
    fc.array(
      fc.record({
        from: fc.nat(),
        length: fc.integer({ min: 1, max: 40 }),
        colour: fc.constantFrom(...HIGHLIGHT_COLOURS),
        note: fc.option(filled, { nil: undefined }),
      }),
      { maxLength: 3 },
    ),
  )
  .map(([children, marks]) => {
    const article = articleWith(
      children.map((each, order) => ({ ...each, properties: { dataOrder: order } }) as Block),
    )
    const all = textOf(article.body)
    const highlights = marks.flatMap(({ from, length, colour, note }, at): Highlight[] => {
      const start = whole(all, all.length === 0 ? 0 : from % all.length)
      const end = whole(all, Math.min(all.length, start + length))
      const exact = all.slice(start, end)
      if (exact.trim() !== exact || exact === '') return []
      return [
        {
          id: sampleId(at + 1),
          quote: quoteAt(all, start, end),
          position: { start, end },
          colour,
          ...(note !== undefined && { note }),
          madeAt: '2026-01-01T00:00:00.000Z',
        },
      ]
    })
    return highlights.length === 0 ? article : { ...article, highlights }
  })
