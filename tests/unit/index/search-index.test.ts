import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as Sqlite from '@photostructure/sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Clipping } from '../../../electron/core/model/clipping.ts'
import type { Result } from '../../../electron/core/result.ts'
import type { SearchDocument } from '../../../electron/core/search/document.ts'
import { matchesQuery } from '../../../electron/core/search/matches-query.ts'
import { parseQuery } from '../../../electron/core/search/parse-query.ts'
import { createIndex, openIndex } from '../../../electron/index/open-index.ts'
import type {
  IndexFailure,
  SearchIndex,
  SearchOptions,
  SearchResult,
} from '../../../electron/index/search-index.ts'
import { sampleClipping, sampleId } from '../core/library/samples.ts'

let folder: string
let path: string
const open: SearchIndex[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cuttings-index-'))
  path = join(folder, 'search.sqlite')
})
afterEach(() => {
  for (const index of open.splice(0)) index.close()
  rmSync(folder, { recursive: true, force: true })
})

function opened(result: Result<SearchIndex, IndexFailure>): SearchIndex {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  open.push(result.value)
  return result.value
}
const failure = (result: Result<unknown, IndexFailure>) => (result.ok ? 'no failure' : result.error.code)

const documentOf = (
  number: number,
  over: Partial<Clipping>,
  text = '',
  more: Partial<SearchDocument> = {},
): SearchDocument => ({
  clipping: sampleClipping(number, over),
  text,
  datesInText: [],
  collections: [],
  clippedOn: over.clippedAt?.slice(0, 10) ?? '2025-07-19',
  ...more,
})
const publishedOn = (edtf: string) => ({
  published: { edtf, origin: 'text' as const, evidence: '', confidence: 1 },
})

function search(index: SearchIndex, text: string, options: Partial<SearchOptions> = {}): SearchResult {
  const query = parseQuery(text, { today: '2025-07-20' })
  if (!query.ok) throw new Error(query.error.code)
  const found = index.search(query.value.query, {
    order: 'relevance',
    offset: 0,
    limit: 10,
    facets: false,
    ...options,
  })
  if (!found.ok) throw new Error(found.error.message)
  return found.value
}
const numbersOf = ({ ids }: SearchResult) => ids.map(id => Number.parseInt(id.slice(-4), 16))

describe('opening an index', () => {
  test('says that there is none', () => {
    expect(failure(openIndex(path))).toBe('absent')
  })

  test('gives back what was put, with the change that it has', () => {
    const index = opened(createIndex(path))
    expect(index.seq).toBeUndefined()
    index.put([documentOf(1, { title: '出口管制' })], 7)
    index.close()
    const again = opened(openIndex(path))
    expect([again.seq, again.size, search(again, '管制').total]).toEqual([7, 1, 1])
  })

  test.each([
    ['is no database', () => writeFileSync(path, 'x'.repeat(5000))],
    [
      'is a database of something else',
      () => {
        const { DatabaseSync }: typeof Sqlite = createRequire(import.meta.url)('@photostructure/sqlite')
        const database = new DatabaseSync(path)
        database.exec('CREATE TABLE t (a)')
        database.close()
      },
    ],
    [
      'has lost its beginning',
      () => {
        opened(createIndex(path)).close()
        const bytes = readFileSync(path)
        bytes.fill(0, 0, 200)
        writeFileSync(path, bytes)
      },
    ],
  ])('asks for a rebuild where the file %s', (_, spoil) => {
    spoil()
    expect(failure(openIndex(path))).toBe('damaged')
    expect(opened(createIndex(path)).size).toBe(0)
  })

  test('or searching it says that the file is cut off', () => {
    const index = opened(createIndex(path))
    index.put(
      Array.from({ length: 300 }, (_, at) =>
        documentOf(at + 1, { title: `Report ${at} 出口管制` }, `words ${at} `.repeat(50)),
      ),
    )
    index.close()
    truncateSync(path, 4096 * 3)
    const again = openIndex(path)
    const result = again.ok
      ? opened(again).search(
          { kind: 'everything' },
          { order: 'relevance', offset: 0, limit: 1, facets: false },
        )
      : again
    expect(failure(result)).toBe('damaged')
  })

  test('refuses one that another version made', () => {
    opened(createIndex(path)).close()
    const { DatabaseSync }: typeof Sqlite = createRequire(import.meta.url)('@photostructure/sqlite')
    const database = new DatabaseSync(path)
    database.exec("UPDATE meta SET value = 'cuttings 0' WHERE key = 'stamp'")
    database.close()
    expect(failure(openIndex(path))).toBe('outdated')
  })

  test('says that another has it open', () => {
    opened(createIndex(path)).put([documentOf(1, {})])
    expect(failure(openIndex(path))).toBe('busy')
  })

  test('says that there is no folder for it, or no file', () => {
    expect(failure(createIndex(join(folder, 'none', 'search.sqlite')))).toBe('unavailable')
    mkdirSync(join(folder, 'taken'))
    expect(failure(openIndex(join(folder, 'taken')))).toBe('unavailable')
  })

  test('takes the last changes from the log of one that was not closed', () => {
    const index = opened(createIndex(path))
    index.put([documentOf(1, { title: '芯片' })], 3)
    for (const suffix of ['', '-wal']) copyFileSync(path + suffix, join(folder, `copy.sqlite${suffix}`))
    const copy = opened(openIndex(join(folder, 'copy.sqlite')))
    expect([copy.seq, search(copy, '芯片').total]).toEqual([3, 1])
  })
})

describe('searching', () => {
  test('ranks words in the title over words in the text, and new over old', () => {
    const index = opened(createIndex(path))
    index.put([
      documentOf(1, { title: 'Harbour', ...publishedOn('2025-07-01') }, 'about trams and other things'),
      documentOf(2, { title: 'Trams', ...publishedOn('2025-07-01') }, 'about the harbour and other things'),
      documentOf(3, { title: 'Trams', ...publishedOn('2015-07-01') }, 'about the harbour and other things'),
    ])
    expect(numbersOf(search(index, 'trams'))).toEqual([2, 3, 1])
  })

  test('ranks the words outside of the bodies of many, however long the bodies are', () => {
    const index = opened(createIndex(path))
    const day = publishedOn('2025-07-01')
    const bodies = Array.from({ length: 1500 }, (_, at) =>
      documentOf(at + 1, { title: 'Trams', ...day }, `harbour ${at}`),
    )
    index.put([
      documentOf(2001, { title: 'Harbour', ...day }, 'words '.repeat(3000)),
      ...bodies,
      documentOf(2002, { title: 'Trams', note: 'harbour', ...day }),
    ])
    index.put([documentOf(2003, { title: 'Harbour', ...day }, 'other')], 1)
    expect(numbersOf(search(index, 'harbour', { limit: 3 }))).toEqual([2003, 2001, 2002])
    expect(search(index, 'harbour').total).toBe(1503)
  })

  test('ranks a word that a shorter text has before the same in a longer one', () => {
    const index = opened(createIndex(path))
    const day = publishedOn('2025-07-01')
    index.put(
      [
        documentOf(1, { title: 'Trams', ...day }, 'the harbour'),
        documentOf(2, { title: 'Trams', ...day }, `the harbour ${'and more '.repeat(400)}`),
        documentOf(3, { title: 'Trams', ...day }, 'nothing of it'),
      ],
      1,
    )
    expect(numbersOf(search(index, 'harbour'))).toEqual([1, 2])
  })

  test('ranks a phrase by where it stands together, in the title first, whatever has its words apart', () => {
    const index = opened(createIndex(path))
    const day = publishedOn('2025-07-01')
    index.put(
      [
        documentOf(1, { title: 'Trams', ...day }, '谈到出口管制以及其他的许多事情'),
        documentOf(2, { title: '出口管制', ...day }, '谈到以及其他的许多事情和别的话'),
        documentOf(3, { title: 'Trams', ...day }, '出口和口管，还有管制 ferry'),
        documentOf(4, { title: 'Trams', ...day }, '出发和口头，还有管家 ferry'),
        ...Array.from({ length: 12 }, (_, at) => documentOf(at + 5, { title: 'Trams', ...day }, '别的话')),
      ],
      1,
    )
    expect(numbersOf(search(index, '出口管制'))).toEqual([2, 1])
    const alike = numbersOf(search(index, '出口管制 OR ferry')).filter(number => number === 3 || number === 4)
    expect(alike).toEqual([4, 3])
  })

  test('orders by each clock, newest first', () => {
    const index = opened(createIndex(path))
    const happened = (edtf: string) => ({
      datesInText: [{ phrase: '', edtf, precision: 'day' as const, order: 0, start: 0, confidence: 1 }],
    })
    index.put([
      documentOf(
        1,
        { clippedAt: '2025-07-03T00:00:00.000Z', ...publishedOn('2025-01-01') },
        '',
        happened('2025-02-02'),
      ),
      documentOf(
        2,
        { clippedAt: '2025-07-02T00:00:00.000Z', ...publishedOn('2025-03') },
        '',
        happened('2025-02-03'),
      ),
      documentOf(3, { clippedAt: '2025-07-01T00:00:00.000Z' }),
    ])
    expect(numbersOf(search(index, '', { order: 'clipped' }))).toEqual([1, 2, 3])
    expect(numbersOf(search(index, '', { order: 'published' }))).toEqual([2, 1, 3])
    expect(numbersOf(search(index, '', { order: 'happened' }))).toEqual([2, 1, 3])
    expect(numbersOf(search(index, '', { order: 'clipped', offset: 1, limit: 1 }))).toEqual([2])
  })

  test('counts sources, tags and months of all that is found', () => {
    const index = opened(createIndex(path))
    index.put([
      documentOf(1, {
        source: { name: '央视新闻' },
        tags: ['公司/华为', '芯片'],
        ...publishedOn('2025-07-19'),
      }),
      documentOf(2, { source: { name: '央视新闻' }, tags: ['芯片'], ...publishedOn('2025-07') }),
      documentOf(3, { tags: [], ...publishedOn('2024') }),
      documentOf(4, { source: { name: 'Ellery Post' }, trashedAt: '2025-07-20T00:00:00.000Z' }),
    ])
    expect(search(index, '-is:trashed', { facets: true, limit: 1 }).facets).toEqual({
      source: [{ value: '央视新闻', count: 2 }],
      tag: [
        { value: '芯片', count: 2 },
        { value: '公司/华为', count: 1 },
      ],
      month: [
        { value: '2025-07', count: 2 },
        { value: '2024', count: 1 },
      ],
    })
  })

  test('shows snippets of the clippings that it returns, where the text is known', () => {
    const index = opened(createIndex(path))
    index.put([documentOf(1, {}, '前文。芯片出口'), documentOf(2, {}, '芯片')])
    const { snippets } = search(index, '芯片', {
      textOf: id => (id === sampleId(1) ? '前文。芯片出口' : undefined),
    })
    expect([...snippets]).toEqual([
      [
        sampleId(1),
        { text: '前文。芯片出口', highlights: [{ start: 3, end: 5 }], cutBefore: false, cutAfter: false },
      ],
    ])
  })

  test('follows the new name of a collection', () => {
    const index = opened(createIndex(path))
    const collection = { id: sampleId(9), name: 'Budget' }
    index.put([documentOf(1, { collections: [collection.id] }, '', { collections: [collection] })])
    index.nameCollection(collection.id, '预算')
    expect(search(index, 'in:预算').total).toBe(1)
    expect(search(index, 'in:budget').total).toBe(0)
  })

  test.each([
    ['many words', `a ${'b '.repeat(900)}`],
    ['many alternatives', `a${' OR c'.repeat(300)}`],
    ['many exclusions', `a ${'-c '.repeat(600)}`],
    ['deep nesting', `${'(c OR (a '.repeat(19)}b${'))'.repeat(19)}`],
    ['nested exclusions', `${'-(-a OR -('.repeat(9)}b${'))'.repeat(9)}`],
    ['a long phrase', `a "${'b '.repeat(900)}"`],
    ['many ways to read pinyin', 'a OR xianxianxianxianxi OR angangangangangang'],
  ])('answers a query of %s', (_, text) => {
    const index = opened(createIndex(path))
    const document = documentOf(1, { title: `a ${'b '.repeat(900)}` })
    index.put([document])
    const query = parseQuery(text, { today: '2025-07-20' })
    if (!query.ok) throw new Error(query.error.code)
    expect(search(index, text).total).toBe(matchesQuery(query.value.query, document) ? 1 : 0)
  })

  test('takes words that FTS5 would read as its own language', () => {
    const index = opened(createIndex(path))
    index.put([documentOf(1, { title: 'AND NOT near "quoted" col:x ^a +b {c} *' })])
    for (const text of ['AND', 'near', '"col:x"', '"AND NOT"', '^a', '{c}', '"quoted\\" col"']) {
      expect(search(index, text).total, text).toBe(1)
    }
  })
})

test('clippings can be changed and removed again and again', () => {
  const index = opened(createIndex(path))
  const words = (at: number) => `words ${at} of a text that is not short `.repeat(60)
  for (let first = 0; first < 400; first += 100) {
    index.put(Array.from({ length: 100 }, (_, at) => documentOf(first + at + 1, {}, words(at))))
  }
  for (let round = 0; round < 3; round++) {
    for (let number = 1; number < 400; number += 7) {
      expect(index.put([documentOf(number, { title: `round${round}` }, words(number))])).toMatchObject({
        ok: true,
      })
      expect(index.remove([sampleId(number + 1)])).toMatchObject({ ok: true })
    }
    expect(search(index, `round${round}`).total).toBe(57)
  }
  expect([index.size, search(index, 'round1').total]).toEqual([343, 0])
})

test('a change that fails half-way leaves the index as it was', () => {
  const index = opened(createIndex(path))
  index.put([documentOf(1, { title: 'one' })], 1)
  const broken: SearchDocument = {
    ...documentOf(2, { title: 'two' }),
    get text(): string {
      throw new Error('no text')
    },
  }
  expect(() =>
    index.put([documentOf(1, { title: 'uno' }), documentOf(3, { title: 'three' }), broken], 2),
  ).toThrow('no text')
  expect([index.seq, index.size, search(index, 'one').total, search(index, 'uno OR three').total]).toEqual([
    1, 1, 1, 0,
  ])
  index.put([documentOf(3, { title: 'three' })], 3)
  expect([index.seq, index.size, search(index, 'three').total]).toEqual([3, 2, 1])
})
