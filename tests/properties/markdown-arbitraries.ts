import fc from 'fast-check'
import type { Block, Inline } from '../../electron/core/model/body.ts'
import {
  block,
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
