import fc from 'fast-check'
import type { SearchDocument } from '../../electron/core/search/document.ts'
import {
  allOf,
  anyOf,
  EVERYTHING,
  FEATURES,
  notOf,
  QUERY_CLOCKS,
  type Query,
  STATES,
  TEXT_FIELDS,
} from '../../electron/core/search/query.ts'
import { phraseUnits } from '../../electron/core/search/units.ts'
import { sampleClipping, sampleId } from '../unit/core/library/samples.ts'

/** Few characters of many kinds, so that queries often find something and seams are everywhere. */
const PIECES = [
  ...[
    '出',
    '口',
    '管',
    '制',
    '中',
    '国',
    '國',
    '芯',
    '片',
    '银',
    '行',
    '重',
    '庆',
    '𠮷',
    '々',
    'か',
    'ガ',
    'ｶﾞ',
    '한',
    'ก',
    'กี',
  ],
  ...[
    'H20',
    'export',
    'Exports',
    'ex',
    'café',
    'cafe\u0301',
    'U.S.',
    '20',
    'xian',
    'zg',
    'chongqing',
    'ﬃ',
    'ÉX',
    'don’t',
  ],
  ...[' ', ' ', '　', '，', '、', '。', '.', '“', '”', '·', '-', '（', '\t', '—', '"', '\\', '*', ':'],
]
const text = (maxLength: number) =>
  fc.array(fc.constantFrom(...PIECES), { maxLength }).map(pieces => pieces.join(''))
const lines = fc.array(text(12), { maxLength: 4 }).map(all => all.join('\n'))

const TAGS = ['公司', '公司/芯片', 'Export controls', '中国']
const OUTLETS = ['中国银行报', '重庆日报', 'The Export Post', 'ex']
const COLLECTIONS = [
  { id: sampleId(1001), name: '出口管制' },
  { id: sampleId(1002), name: 'Exports 中国' },
]
const DATES = [
  '2024',
  '2025-07',
  '2025-07-19',
  '2025-07-19T23:30:00+08:00',
  '2025-06-28/2025-07-02',
  '2025-08/',
]
const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en', 'und']
const URLS = [
  'https://www.bbc.co.uk/news/1?x=y',
  'http://bbc.co.uk',
  'https://news.example:8080/a',
  'https://xbbc.co.uk/',
]

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

/** A document with this number's id. */
export const arbitraryDocument = (number: number): fc.Arbitrary<SearchDocument> =>
  fc
    .record({
      title: text(8),
      bylines: fc.array(text(4), { maxLength: 2 }),
      outlets: fc.subarray(OUTLETS),
      tags: fc.subarray(TAGS),
      collections: fc.subarray(COLLECTIONS),
      note: maybe(text(6)),
      body: lines,
      published: maybe(fc.constantFrom(...DATES)),
      happened: fc.subarray(DATES),
      clippedOn: fc.constantFrom('2025-07-19', '2025-08-01', '2024-12-31'),
      language: fc.constantFrom(...LANGUAGES),
      url: maybe(fc.constantFrom(...URLS)),
      starred: fc.boolean(),
      readAt: maybe(fc.constant('2025-07-20T00:00:00.000Z')),
      trashedAt: maybe(fc.constant('2025-07-21T00:00:00.000Z')),
    })
    .map(made => {
      const [outlet] = made.outlets
      return {
        clipping: sampleClipping(number, {
          title: made.title,
          bylines: made.bylines.filter(name => name !== ''),
          sources: made.outlets.map(name => ({ name })),
          tags: made.tags,
          collections: made.collections.map(({ id }) => id),
          language: made.language,
          starred: made.starred,
          clippedAt: `${made.clippedOn}T08:00:00.000Z`,
          ...(outlet !== undefined && { source: { name: outlet } }),
          ...(made.note !== undefined && { note: made.note }),
          ...(made.url !== undefined && { url: made.url }),
          ...(made.readAt !== undefined && { readAt: made.readAt }),
          ...(made.trashedAt !== undefined && { trashedAt: made.trashedAt }),
          ...(made.published !== undefined && {
            published: { edtf: made.published, origin: 'text' as const, evidence: '', confidence: 1 },
          }),
        }),
        text: made.body,
        datesInText: made.happened.map(edtf => ({
          phrase: edtf,
          edtf,
          precision: 'day' as const,
          order: 0,
          start: 0,
          confidence: 1,
        })),
        collections: made.collections,
        clippedOn: made.clippedOn,
      }
    })

/** Several documents with ids of their own. */
export const arbitraryLibrary = fc
  .integer({ min: 1, max: 12 })
  .chain(size => fc.tuple(...Array.from({ length: size }, (_, number) => arbitraryDocument(number + 1))))

const hasUnits = (words: string) => phraseUnits(words).length > 0
/** What can be written without quotation marks. */
const bareWord = fc
  .array(fc.constantFrom(...PIECES.filter(piece => !/[\s"“”（\\*:]/u.test(piece))), {
    minLength: 1,
    maxLength: 4,
  })
  .map(pieces => pieces.join(''))
  .filter(word => hasUnits(word) && !/^[-－−]/u.test(word))
const phrase = text(5).filter(hasUnits)
const field = fc.constantFrom('any' as const, 'any' as const, ...TEXT_FIELDS)

const term: fc.Arbitrary<Query> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      field,
      text: bareWord,
      exact: fc.constant(false),
      prefix: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      field,
      text: phrase,
      exact: fc.constant(true),
      prefix: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constant('in' as const), text: phrase }),
  fc.record({ kind: fc.constant('language' as const), tag: fc.constantFrom('zh', 'zh-hans', 'en', 'de') }),
  fc.record({ kind: fc.constant('is' as const), state: fc.constantFrom(...STATES) }),
  fc.record({ kind: fc.constant('has' as const), feature: fc.constantFrom(...FEATURES) }),
  fc.record({
    kind: fc.constant('site' as const),
    host: fc.constantFrom('bbc.co.uk', 'co.uk', 'news.example', 'www.bbc.co.uk'),
  }),
  fc.record({
    kind: fc.constant('date' as const),
    clock: fc.constantFrom(...QUERY_CLOCKS),
    edtf: fc.constantFrom(...DATES, '/2025-07-01', '2025-07-19/2025-07-31'),
  }),
)

/** A term that no text has, as only a program can build it. */
export const EMPTY_TERM: Query = { kind: 'text', field: 'any', text: '，', exact: true, prefix: false }

/** Queries of every kind, as deep as `depth`. */
export const arbitraryQuery = (depth = 3): fc.Arbitrary<Query> =>
  depth === 0
    ? term
    : fc.oneof(
        { weight: 3, arbitrary: term },
        fc.array(arbitraryQuery(depth - 1), { minLength: 1, maxLength: 3 }).map(allOf),
        fc
          .array(arbitraryQuery(depth - 1), { minLength: 1, maxLength: 3 })
          .map(parts => anyOf(parts) ?? EVERYTHING),
        arbitraryQuery(depth - 1).map(notOf),
      )

/** Anything that a person might have typed so far. */
export const arbitraryTyping = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...PIECES,
        '(',
        ')',
        '“',
        '「',
        '」',
        ' OR ',
        'OR',
        '-',
        '*',
        'title:',
        '标题：',
        'is:',
        'is:read',
        'published:',
        '2025..',
        '"last week"',
        'lang:zh',
        '\n',
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 14 },
  )
  .map(pieces => pieces.join(''))
