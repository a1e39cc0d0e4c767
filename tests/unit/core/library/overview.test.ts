import { describe, expect, test } from 'vitest'
import { overviewOf } from '../../../../electron/core/library/overview.ts'
import { sampleClipping, sampleId, stateOf } from './samples.ts'

const AT = '2025-07-20T08:00:00.000Z'

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
