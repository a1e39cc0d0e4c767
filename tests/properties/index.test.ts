import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SearchDocument } from '../../electron/core/search/document.ts'
import { matchesQuery } from '../../electron/core/search/matches-query.ts'
import { printQuery } from '../../electron/core/search/print-query.ts'
import { allOf, notOf, type Query } from '../../electron/core/search/query.ts'
import { facetsOf } from '../../electron/core/timeline/facets.ts'
import { createIndex, openIndex } from '../../electron/index/open-index.ts'
import type { SearchIndex } from '../../electron/index/search-index.ts'
import { arbitraryDocument, arbitraryLibrary, arbitraryQuery, EMPTY_TERM } from './search-arbitraries.ts'

const SEED = { seed: 20250719 }
const ALL = { order: 'relevance', offset: 0, limit: 1000, facets: true } as const

let folder: string
let path: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cuttings-index-'))
  path = join(folder, 'search.sqlite')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function created(): SearchIndex {
  const index = createIndex(path)
  if (!index.ok) throw new Error(index.error.message)
  return index.value
}

const scan = (query: Query, documents: readonly SearchDocument[]): string[] =>
  documents.filter(document => matchesQuery(query, document)).map(({ clipping }) => clipping.id)

function expectSame(index: SearchIndex, query: Query, documents: readonly SearchDocument[]): void {
  const result = index.search(query, ALL)
  const expected = scan(query, documents)
  const found = result.ok ? result.value.ids.toSorted() : result.error
  expect(found, printQuery(query)).toEqual(expected.toSorted())
  expect(result.ok && result.value.total).toBe(expected.length)
  for (const byRelevance of [false, true]) {
    const all = index.find(query, { byRelevance })
    const ids = all.ok ? Array.from(all.value, row => index.idOf(row)) : [all.error]
    expect(ids.toSorted()).toEqual(expected.toSorted())
    if (byRelevance) expect(ids).toEqual(result.ok && result.value.ids)
  }
}

describe('the index', () => {
  test('finds what a scan finds, for queries of every kind', () => {
    fc.assert(
      fc.property(
        arbitraryLibrary,
        fc.array(arbitraryQuery(), { minLength: 10, maxLength: 30 }),
        (documents, queries) => {
          const index = created()
          try {
            expect(index.put(documents, 1)).toEqual({ ok: true, value: undefined })
            for (const query of queries) expectSame(index, query, documents)
            expectSame(index, notOf(allOf([EMPTY_TERM, ...queries])), documents)
          } finally {
            index.close()
          }
        },
      ),
      { ...SEED, numRuns: 150 },
    )
  })

  test('finds every run of Chinese characters of every length that a text has', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'出口管制中国國，。H 2'), { minLength: 1, maxLength: 14 }),
        characters => {
          const body = characters.join('')
          const [document] = fc.sample(arbitraryDocument(1), { numRuns: 1, ...SEED })
          if (document === undefined) throw new Error('no document')
          const index = created()
          try {
            index.put([{ ...document, text: body }])
            for (let start = 0; start < characters.length; start++) {
              for (let end = start + 1; end <= characters.length; end++) {
                const words = characters.slice(start, end).join('')
                if (!/\p{sc=Han}/u.test(words) || /[H2]/u.test(words)) continue
                const query = {
                  kind: 'text',
                  field: 'text',
                  text: words,
                  exact: true,
                  prefix: false,
                } as const
                const result = index.search(query, ALL)
                expect(result.ok && result.value.total, `${words} in ${body}`).toBe(1)
              }
            }
          } finally {
            index.close()
          }
        },
      ),
      { ...SEED, numRuns: 60 },
    )
  })

  test('follows additions, changes and removals, also when it is closed and opened again', () => {
    const step = fc.oneof(
      fc
        .integer({ min: 1, max: 6 })
        .chain(number => arbitraryDocument(number).map(document => ({ kind: 'put' as const, document }))),
      fc.integer({ min: 1, max: 6 }).map(number => ({ kind: 'remove' as const, number })),
      fc.constant({ kind: 'reopen' as const }),
    )
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 15 }),
        fc.array(arbitraryQuery(), { minLength: 5, maxLength: 10 }),
        (steps, queries) => {
          let index = created()
          const documents = new Map<string, SearchDocument>()
          try {
            for (const [seq, each] of steps.entries()) {
              if (each.kind === 'put') {
                documents.set(each.document.clipping.id, each.document)
                expect(index.put([each.document], seq).ok).toBe(true)
              } else if (each.kind === 'remove') {
                const [id = 'none'] = [...documents.keys()].slice(each.number % Math.max(1, documents.size))
                documents.delete(id)
                expect(index.remove([id], seq).ok).toBe(true)
              } else {
                if (index.seq === undefined) expect(index.put([], seq).ok).toBe(true)
                const before = index.seq
                index.close()
                const opened = openIndex(path)
                if (!opened.ok) throw new Error(opened.error.message)
                index = opened.value
                expect(index.seq).toBe(before)
              }
            }
            expect(index.size).toBe(documents.size)
            for (const query of queries) expectSame(index, query, [...documents.values()])
          } finally {
            index.close()
          }
        },
      ),
      { ...SEED, numRuns: 100 },
    )
  })

  test('counts sources, tags and months of what it finds', () => {
    const dayOf = (instant: string) => instant.slice(0, 10)
    fc.assert(
      fc.property(
        arbitraryLibrary,
        fc.array(arbitraryQuery(1), { minLength: 5, maxLength: 10 }),
        (documents, queries) => {
          const index = created()
          try {
            index.put(documents)
            for (const query of queries) {
              const found = documents.filter(document => matchesQuery(query, document))
              const result = index.search(query, ALL)
              const expected = facetsOf(
                found.map(({ clipping }) => clipping),
                'published',
                dayOf,
              )
              expect(result.ok && result.value.facets).toEqual(expected)
            }
          } finally {
            index.close()
          }
        },
      ),
      { ...SEED, numRuns: 100 },
    )
  })

  test('gives the same order page by page as at once, by every order', () => {
    fc.assert(
      fc.property(
        arbitraryLibrary,
        arbitraryQuery(1),
        fc.constantFrom('relevance' as const, 'published' as const, 'clipped' as const, 'happened' as const),
        fc.integer({ min: 1, max: 4 }),
        (documents, query, order, limit) => {
          const index = created()
          try {
            index.put(documents)
            const options = { order, limit: 1000, offset: 0, facets: false }
            const whole = index.search(query, options)
            const ids: string[] = []
            for (let offset = 0; offset < documents.length; offset += limit) {
              const page = index.search(query, { ...options, offset, limit })
              if (page.ok) ids.push(...page.value.ids)
            }
            expect(whole.ok && whole.value.ids).toEqual(ids)
          } finally {
            index.close()
          }
        },
      ),
      { ...SEED, numRuns: 100 },
    )
  })

  test('whose file has a wrong byte answers or says that it is damaged, and can be made anew', () => {
    const documents = fc.sample(
      fc.tuple(...Array.from({ length: 20 }, (_, at) => arbitraryDocument(at + 1))),
      {
        numRuns: 1,
        ...SEED,
      },
    )
    const index = created()
    index.put(documents.flat(), 1)
    index.close()
    const whole = readFileSync(path)
    const other = join(folder, 'spoiled.sqlite')
    const codes = new Set<string>()
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        arbitraryQuery(1),
        (at, flip, query) => {
          const spoiled = Uint8Array.from(whole)
          spoiled[at] = (spoiled[at] ?? 0) ^ flip
          writeFileSync(other, spoiled)
          const opened = openIndex(other)
          codes.add(opened.ok ? 'opened' : opened.error.code)
          if (!opened.ok) return
          const found = opened.value.search(query, ALL)
          codes.add(found.ok ? 'found' : found.error.code)
          const put = opened.value.put(documents.flat(), 2)
          codes.add(put.ok ? 'put' : put.error.code)
          opened.value.close()
        },
      ),
      { ...SEED, numRuns: 500 },
    )
    const expected = ['damaged', 'found', 'opened', 'outdated', 'put']
    expect(expected).toEqual(expect.arrayContaining([...codes]))
    expect([...codes]).toEqual(expect.arrayContaining(['damaged', 'found', 'put']))
    const anew = createIndex(other)
    expect(anew.ok && anew.value.size).toBe(0)
    if (anew.ok) anew.value.close()
  })
})
