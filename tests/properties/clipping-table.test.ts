import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RecordMap } from '../../electron/core/library/record-map.ts'
import type { Clipping } from '../../electron/core/model/clipping.ts'
import type { Collection } from '../../electron/core/model/collection.ts'
import type { Filter } from '../../electron/core/model/listing.ts'
import { ClippingTable } from '../../electron/core/timeline/clipping-table.ts'
import { facetsOf } from '../../electron/core/timeline/facets.ts'
import { listClippings } from '../../electron/core/timeline/list-clippings.ts'
import { sampleClipping, sampleId } from '../unit/core/library/samples.ts'

const shanghai = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)

const edtf = fc.constantFrom(
  '2025',
  '2025-07',
  '2025-07-31',
  '2025-07-19',
  '2025-07-19T00:09:16+08:00',
  '2025-07-18T16:09:16Z',
  '2025-07-19T23:00:00-10:30',
  '2025-07-19T12:00',
  '2025-07-19T12:00:01',
  '2024-02-29',
  '2025-07-01/2025-07-10',
  '2025-06-30/2025-07-10',
  '2025-07-02/2025-07-10',
  '2025-07-01/',
  '/2025-07-01',
  '-0044-03-15',
  '1066-10-14',
)
const instant = fc.constantFrom(
  '2025-07-19T15:59:59.999Z',
  '2025-07-19T16:00:00.000Z',
  '2025-07-19T16:00:00.001Z',
  '2025-07-19T16:00:01.000Z',
  '2024-02-28T20:00:00.000Z',
  '2025-01-01T00:00:00.000Z',
)
const tag = fc.constantFrom('a', 'a/b', 'a/b/c', 'ab', 'e')
const collection = fc.constantFrom(sampleId(901), sampleId(902))

/** One stands in another, and both have clippings put in order by hand, some of which are elsewhere or gone. */
const COLLECTIONS = new Map(
  [
    { number: 901, byHand: [30, 2, 17, 4, 8] },
    { number: 902, parent: sampleId(901), byHand: [1, 0] },
    { number: 903, parent: sampleId(999) },
  ].map(({ number, parent, byHand }): [string, Collection] => [
    sampleId(number),
    {
      id: sampleId(number),
      name: `Collection ${number}`,
      createdAt: '2025-07-20T08:00:00.000Z',
      ...(parent === undefined ? {} : { parent }),
      ...(byHand === undefined ? {} : { byHand: byHand.map(each => sampleId(each)) }),
    },
  ]),
)

const clipping = fc
  .record({
    number: fc.nat(40),
    published: fc.oneof({ weight: 4, arbitrary: edtf }, { weight: 1, arbitrary: fc.constant(undefined) }),
    happened: fc.oneof({ weight: 4, arbitrary: edtf }, { weight: 1, arbitrary: fc.constant(undefined) }),
    source: fc.constantFrom(undefined, { name: 'Ellery Post' }, { name: '青桥晚报' }),
    clippedAt: instant,
    tags: fc.uniqueArray(tag, { maxLength: 3 }),
    collections: fc.uniqueArray(collection, { maxLength: 2 }),
    family: fc.option(fc.nat(8), { nil: undefined }),
    starred: fc.boolean(),
    isRead: fc.boolean(),
    isTrashed: fc.boolean(),
  })
  .map(
    ({
      number,
      published,
      happened,
      family,
      source,
      isRead,
      isTrashed,
      ...over
    }): readonly [string, Clipping] => {
      const made = sampleClipping(number, {
        ...over,
        ...(published === undefined
          ? {}
          : { published: { edtf: published, origin: 'byline', evidence: published, confidence: 1 } }),
        ...(happened === undefined
          ? {}
          : { happened: { edtf: happened, origin: 'text', evidence: happened, confidence: 1 } }),
        ...(source === undefined ? {} : { source }),
        ...(family === undefined || family === number ? {} : { familyId: sampleId(family) }),
        ...(isRead ? { readAt: '2025-07-20T08:00:00.000Z' } : {}),
        ...(isTrashed ? { trashedAt: '2025-07-20T08:00:00.000Z' } : {}),
      })
      return [made.id, made]
    },
  )

const change: fc.Arbitrary<readonly [string, Clipping | undefined]> = fc.oneof(
  { weight: 4, arbitrary: clipping },
  { weight: 1, arbitrary: fc.nat(40).map(number => [sampleId(number), undefined] as const) },
)

const filter: fc.Arbitrary<Filter> = fc
  .record({
    shelf: fc.constantFrom('inbox', 'all', 'starred', 'trash'),
    collection: fc.option(collection, { nil: undefined }),
    tag: fc.option(fc.constantFrom('a', 'a/b', 'none'), { nil: undefined }),
    days: fc.constantFrom(
      undefined,
      { from: '2025-07-02', to: '2025-07-19' },
      { from: '2024-02-29', to: '2024-02-29' },
      { from: '0001-01-01', to: '1100-12-31' },
    ),
    grouping: fc.constantFrom(undefined, 'week' as const, 'month' as const),
    reprints: fc.constantFrom(undefined, 'folded' as const),
    clock: fc.constantFrom('happened', 'published', 'clipped'),
    order: fc.constantFrom(undefined, 'hand' as const),
  })
  .map(({ shelf, collection: collected, tag: tagged, days, grouping, reprints, clock, order }) => ({
    shelf,
    query: '',
    clock,
    ...(collected === undefined ? {} : { collection: collected }),
    ...(tagged === undefined ? {} : { tag: tagged }),
    ...(days === undefined ? {} : { days }),
    ...(grouping === undefined ? {} : { grouping }),
    ...(reprints === undefined ? {} : { reprints }),
    ...(order === undefined ? {} : { order }),
  }))

/** Takes all changes over and gives back how often it paused. */
function changed(table: ClippingTable, changes: Iterable<readonly [string, Clipping | undefined]>): number {
  return [...table.change(changes)].length
}

function shown(table: ClippingTable, asked: Filter, found?: Int32Array<ArrayBuffer>) {
  const { rows, groups, ofAllDays } = table.list(asked, COLLECTIONS, found)
  const counts = table.counts(ofAllDays, asked.clock)
  return { ids: table.idsOf(rows), groups, counts, facets: table.facets(rows, asked.clock) }
}

function expected(clippings: ReadonlyMap<string, Clipping>, asked: Filter, found?: ReadonlySet<string>) {
  const matches = ({ id }: Clipping): boolean => found === undefined || found.has(id)
  const list = listClippings({ clippings, collections: COLLECTIONS }, asked, shanghai, matches)
  const listed = list.ids.flatMap(id => clippings.get(id) ?? [])
  return { ...list, facets: facetsOf(listed, asked.clock, shanghai) }
}

it('a table that is kept from change to change lists what listing everything gives', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(change, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 }),
      fc.array(filter, { minLength: 1, maxLength: 4 }),
      fc.uniqueArray(fc.nat(40)),
      (steps, filters, numbers) => {
        const table = new ClippingTable(shanghai)
        let clippings: RecordMap<Clipping> = RecordMap.of([])
        for (const step of steps) {
          const after = clippings.with(new Map(step))
          changed(table, after.changesSince(clippings))
          clippings = after
          for (const asked of filters) {
            expect(shown(table, asked)).toEqual(expected(clippings, asked))
            const found = numbers.map(number => sampleId(number))
            const rows = Int32Array.from(found.flatMap(id => table.rowOf(id) ?? []))
            expect(shown(table, asked, rows)).toEqual(expected(clippings, asked, new Set(found)))
          }
        }
      },
    ),
    { seed: 20250719, numRuns: 300 },
  )
})

it('a table of many clippings is made in steps, and is in order', () => {
  const seeds = fc.sample(clipping, { seed: 20250719, numRuns: 500 })
  const many = Array.from({ length: 9000 }, (_, number): [string, Clipping] => {
    const [, seed] = seeds[number % seeds.length] ?? []
    const made = { ...(seed ?? sampleClipping(number)), id: sampleId(number) }
    return [made.id, made]
  })
  const table = new ClippingTable(shanghai)
  expect(changed(table, many)).toBeGreaterThan(50)
  for (const clock of ['happened', 'published', 'clipped'] as const) {
    const asked: Filter = { shelf: 'all', query: '', clock }
    expect(shown(table, asked)).toEqual(expected(new Map(many), asked))
  }
})

it('has a lane for each of what most have, with as many as there are', () => {
  const many = fc.sample(clipping, { seed: 20250719, numRuns: 300 })
  const table = new ClippingTable(shanghai)
  changed(table, many)
  const { rows } = table.list({ shelf: 'all', query: '', clock: 'published' }, COLLECTIONS)
  const { source, tag: tags } = table.facets(rows, 'published')
  const counted = (by: 'source' | 'tag') =>
    table.lanes(rows, by).lanes.map(({ value, rows: of }) => ({ value, count: of.length }))
  expect(counted('source')).toEqual(source)
  expect(new Set(counted('tag'))).toEqual(new Set(tags))
  const listed = table.idsOf(rows).flatMap(id => new Map(many).get(id) ?? [])
  for (const { value, rows: of } of table.lanes(rows, 'collection').lanes)
    expect(of).toHaveLength(listed.filter(({ collections }) => collections.includes(value)).length)
  expect(table.lanes(rows, 'tag').others).toBe(0)
})

it('keeps the order of what is found where relevance is asked for, without headings', () => {
  const table = new ClippingTable(shanghai)
  changed(
    table,
    [1, 2, 3, 4].map(number => [
      sampleId(number),
      sampleClipping(number, number === 3 ? { trashedAt: '2025-07-20T08:00:00.000Z' } : {}),
    ]),
  )
  const asked: Filter = { shelf: 'all', query: 'x', clock: 'clipped', order: 'relevance' }
  const rows = Int32Array.from([2, 3, 4, 1].flatMap(number => table.rowOf(sampleId(number)) ?? []))
  expect(shown(table, asked, rows)).toMatchObject({
    ids: [sampleId(2), sampleId(4), sampleId(1)],
    groups: [],
    counts: { points: [[20_288, 3]], spans: [] },
  })
})
