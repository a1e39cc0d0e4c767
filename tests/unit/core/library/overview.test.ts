import { describe, expect, test } from 'vitest'
import { overviewOf } from '../../../../electron/core/library/overview.ts'
import type { Clipping } from '../../../../electron/core/model/clipping.ts'
import type { Collection } from '../../../../electron/core/model/collection.ts'
import type { SavedSearch } from '../../../../electron/core/model/saved-search.ts'
import { sampleClipping, sampleId, stateOf } from './samples.ts'

const AT = '2025-07-20T08:00:00.000Z'

const collection = (number: number, over: Partial<Collection> = {}): Collection => ({
  id: sampleId(number),
  name: `Collection ${number}`,
  createdAt: AT,
  ...over,
})

const stateOfTree = (collections: Collection[], clippings: Clipping[], searches: SavedSearch[] = []) =>
  stateOf(clippings, {
    collections: new Map(collections.map(each => [each.id, each])),
    savedSearches: new Map(searches.map(each => [each.id, each])),
  })

describe('the overview of collections in collections', () => {
  const [economy, ports, ferries, arts] = [901, 902, 903, 904].map(number => sampleId(number))
  const overview = overviewOf(
    stateOfTree(
      [
        collection(901, { place: 1 }),
        collection(902, { parent: economy, byHand: [sampleId(2)] }),
        collection(903, { parent: ports }),
        collection(904, { place: 0 }),
        collection(905, { parent: sampleId(999) }),
      ],
      [
        sampleClipping(1, { collections: [economy ?? ''] }),
        sampleClipping(2, { collections: [ports ?? '', ferries ?? ''] }),
        sampleClipping(3, { collections: [ferries ?? '', arts ?? ''] }),
        sampleClipping(4, { collections: [ferries ?? ''], trashedAt: AT }),
      ],
      [
        { id: sampleId(801), name: 'b', query: 'b', parent: sampleId(999) },
        { id: sampleId(802), name: 'a', query: 'a', parent: ports, place: 0 },
      ],
    ),
  )

  test('lists each before those that stand in it, those put in order by hand first', () => {
    expect(overview.collections.map(({ name, depth }) => [name, depth])).toEqual([
      ['Collection 904', 0],
      ['Collection 901', 0],
      ['Collection 902', 1],
      ['Collection 903', 2],
      ['Collection 905', 0],
    ])
    expect(overview.collections.map(({ isByHand }) => isByHand)).toEqual([false, false, true, false, false])
  })

  test('counts a clipping once for a collection, in however many of those within it is', () => {
    expect(overview.collections.map(({ own, count }) => [own, count])).toEqual([
      [1, 1],
      [1, 3],
      [1, 2],
      [2, 2],
      [0, 0],
    ])
  })

  test('puts at the top what stands in a collection that is gone', () => {
    expect(overview.collections.at(-1)).not.toHaveProperty('parent')
    expect(overview.savedSearches.map(({ name, parent }) => [name, parent])).toEqual([
      ['a', ports],
      ['b', undefined],
    ])
  })
})

describe('the overview', () => {
  const state = stateOf(
    [
      sampleClipping(1),
      sampleClipping(2, { tags: ['公司/英伟达', '公司/华为'] }),
      sampleClipping(3, { tags: ['公司', '公司/英伟达'], starred: true }),
      sampleClipping(4, { collections: [sampleId(901)] }),
      sampleClipping(5, { readAt: AT }),
      sampleClipping(6, {
        trashedAt: AT,
        starred: true,
        tags: ['公司/英伟达', 'gone'],
        collections: [sampleId(901)],
      }),
    ],
    {
      tags: new Map([
        ['公司', { name: '公司', colour: 'blue' }],
        ['unused', { name: 'unused', colour: 'red' }],
      ]),
      collections: new Map([
        [sampleId(902), { id: sampleId(902), name: 'A', createdAt: AT }],
        [sampleId(901), { id: sampleId(901), name: 'B', createdAt: AT }],
      ]),
    },
  )
  const overview = overviewOf(state)

  test('counts trashed clippings in the trash alone', () => {
    expect(overview.shelves).toEqual({ inbox: 1, all: 5, starred: 1, trash: 1 })
    expect(overview.collections.map(({ name, count }) => [name, count])).toEqual([
      ['B', 1],
      ['A', 0],
    ])
  })

  test('counts a clipping once for a tag, however many of the tags below it has', () => {
    expect(overview.tags.map(({ name, own, total }) => [name, own, total])).toEqual([
      ['gone', 0, 0],
      ['unused', 0, 0],
      ['公司', 1, 2],
      ['公司/华为', 1, 1],
      ['公司/英伟达', 2, 2],
    ])
  })

  test('lists tags that have no record, in the colour of the nearest above', () => {
    expect(overview.tags.map(({ name, colour }) => [name, colour])).toEqual([
      ['gone', 'grey'],
      ['unused', 'red'],
      ['公司', 'blue'],
      ['公司/华为', 'blue'],
      ['公司/英伟达', 'blue'],
    ])
    const implied = overviewOf(stateOf([sampleClipping(1, { tags: ['x/y/z'] })]))
    expect(implied.tags.map(({ name, own, total }) => [name, own, total])).toEqual([
      ['x', 0, 1],
      ['x/y', 0, 1],
      ['x/y/z', 1, 1],
    ])
  })

  test('keeps a branch together', () => {
    const branches = overviewOf(stateOf([sampleClipping(1, { tags: ['a b', 'a/z', 'a!'] })]))
    expect(branches.tags.map(({ name }) => name)).toEqual(['a', 'a/z', 'a b', 'a!'])
  })
})
