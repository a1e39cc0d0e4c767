import { describe, expect, test } from 'vitest'
import { treeOf } from '../../../../electron/core/library/collection-tree.ts'
import {
  planArrangeCollection,
  planCreateCollection,
  planDeleteCollection,
  planMoveCollection,
  planRenameCollection,
} from '../../../../electron/core/library/collections.ts'
import { applyOperations } from '../../../../electron/core/library/operations.ts'
import { sampleClipping, sampleId, stateOf } from './samples.ts'

const AT = '2025-07-20T08:00:00.000Z'
const [h20, trade] = [sampleId(901), sampleId(902)]
const state = stateOf([sampleClipping(1, { collections: [h20, trade] }), sampleClipping(2)], {
  collections: new Map([
    [h20, { id: h20, name: 'H20', createdAt: AT }],
    [trade, { id: trade, name: 'Trade', createdAt: AT }],
  ]),
})

describe('collections', () => {
  test('are created with the clippings that the library holds', () => {
    const planned = planCreateCollection(
      state,
      sampleId(903),
      '  芯片  专题 ',
      [sampleId(2), sampleId(8)],
      AT,
    )
    if (!planned.ok) throw new Error(planned.error)
    expect(planned.value.label).toEqual({ kind: 'create-collection', count: 1, name: '芯片 专题' })
    const after = applyOperations(state, planned.value.ops)
    expect(after.collections.get(sampleId(903))).toEqual({
      id: sampleId(903),
      name: '芯片 专题',
      createdAt: AT,
    })
    expect(after.clippings.get(sampleId(2))?.collections).toEqual([sampleId(903)])
  })

  test('have names of their own, whatever the case', () => {
    expect(planCreateCollection(state, sampleId(903), 'h20', [], AT)).toEqual({
      ok: false,
      error: 'name-taken',
    })
    expect(planRenameCollection(state, trade, 'H20')).toEqual({ ok: false, error: 'name-taken' })
    expect(planRenameCollection(state, h20, 'h20')).toMatchObject({
      ok: true,
      value: { label: { name: 'h20' } },
    })
    expect(planRenameCollection(state, h20, 'H20 ')).toEqual({ ok: true, value: undefined })
    expect(planCreateCollection(state, sampleId(903), ' ', [], AT)).toEqual({
      ok: false,
      error: 'invalid-name',
    })
    expect(planRenameCollection(state, h20, 'x'.repeat(201))).toEqual({ ok: false, error: 'invalid-name' })
  })

  test('that are deleted leave their clippings in the library', () => {
    const planned = planDeleteCollection(state, h20)
    if (!planned.ok) throw new Error(planned.error)
    expect(planned.value.label).toEqual({ kind: 'delete-collection', count: 1, name: 'H20' })
    const after = applyOperations(state, planned.value.ops)
    expect([...after.collections.keys()]).toEqual([trade])
    expect(after.clippings.get(sampleId(1))?.collections).toEqual([trade])
    expect(planDeleteCollection(after, h20)).toEqual({ ok: false, error: 'not-found' })
    expect(planRenameCollection(after, h20, 'x')).toEqual({ ok: false, error: 'not-found' })
  })
})

describe('collections in collections', () => {
  const ids = [911, 912, 913, 914].map(number => sampleId(number))
  const [a = '', b = '', c = '', d = ''] = ids
  const tree = stateOf([sampleClipping(1, { collections: [c] })], {
    collections: new Map(
      [
        { id: a, name: 'A' },
        { id: b, name: 'B' },
        { id: c, name: 'C', parent: b },
        { id: d, name: 'D', parent: b },
      ].map(each => [each.id, { ...each, createdAt: AT }]),
    ),
    savedSearches: new Map([
      [sampleId(801), { id: sampleId(801), name: 's', query: 's', parent: b, place: 0 }],
    ]),
  })
  const moved = (id: string, to: { parent?: string; before?: string }, from = tree) => {
    const planned = planMoveCollection(from, id, to)
    if (!planned.ok) throw new Error(planned.error)
    return planned.value === undefined ? from : applyOperations(from, planned.value.ops)
  }
  const shape = (of: typeof tree) =>
    treeOf(of.collections).map(({ collection, depth }) => `${'>'.repeat(depth)}${collection.name}`)

  test('are put before another beside them, into one, and out of one', () => {
    expect(shape(tree)).toEqual(['A', 'B', '>C', '>D'])
    expect(shape(moved(d, { parent: b, before: c }))).toEqual(['A', 'B', '>D', '>C'])
    expect(shape(moved(b, { before: a }))).toEqual(['B', '>C', '>D', 'A'])
    expect(shape(moved(a, { parent: c }))).toEqual(['B', '>C', '>>A', '>D'])
    expect(shape(moved(c, { before: b }))).toEqual(['A', 'C', 'B', '>D'])
    expect(shape(moved(b, { before: a }, moved(c, {})))).toEqual(['B', '>D', 'A', 'C'])
  })

  test('never stand in themselves, and stay where they are', () => {
    expect(planMoveCollection(tree, b, { parent: b })).toEqual({ ok: false, error: 'not-found' })
    expect(planMoveCollection(tree, b, { parent: c })).toEqual({ ok: false, error: 'not-found' })
    expect(planMoveCollection(tree, a, { parent: b, before: a })).toEqual({ ok: false, error: 'not-found' })
    expect(planMoveCollection(tree, a, { parent: sampleId(999) })).toEqual({ ok: false, error: 'not-found' })
    expect(planMoveCollection(tree, d, { parent: b })).toEqual({ ok: true, value: undefined })
    const loop = new Map(tree.collections).set(b, { id: b, name: 'B', createdAt: AT, parent: c })
    expect(
      treeOf(loop)
        .map(({ collection }) => collection.name)
        .sort(),
    ).toEqual(['A', 'B', 'C', 'D'])
  })

  test('move up where the one that they stand in is deleted, with its saved searches', () => {
    const planned = planDeleteCollection(moved(b, { parent: a }), b)
    if (!planned.ok) throw new Error(planned.error)
    const after = applyOperations(moved(b, { parent: a }), planned.value.ops)
    expect(shape(after)).toEqual(['A', '>C', '>D'])
    expect(after.savedSearches.get(sampleId(801))).toMatchObject({ parent: a })
    expect(after.clippings.get(sampleId(1))?.collections).toEqual([c])
  })
})

describe('the order by hand of a collection', () => {
  const clippings = [1, 2, 3, 4, 5].map(number => sampleId(number))
  const [one = '', two = '', three = '', four = '', five = ''] = clippings
  const full = stateOf(
    [1, 2, 3, 4, 5].map(number => sampleClipping(number, { collections: [h20] })),
    { collections: new Map([[h20, { id: h20, name: 'H20', createdAt: AT }]]) },
  )
  const arranged = (listed: string[], ids: string[], before: string | undefined, from = full) => {
    const planned = planArrangeCollection(from, h20, listed, ids, before)
    if (!planned.ok) throw new Error(planned.error)
    return planned.value === undefined ? from : applyOperations(from, planned.value.ops)
  }

  test('holds what comes first, as far as the last that was moved', () => {
    const once = arranged(clippings, [four], two)
    expect(once.collections.get(h20)?.byHand).toEqual([one, four])
    const twice = arranged([one, four, two, three, five], [five, three], one, once)
    expect(twice.collections.get(h20)?.byHand).toEqual([three, five, one, four])
    const last = arranged([three, five, one, four, two], [three], undefined, twice)
    expect(last.collections.get(h20)?.byHand).toEqual([five, one, four, two, three])
  })

  test('keeps the place of what is in the trash, and forgets what is gone', () => {
    const byHand = [sampleId(99), two, one]
    const from = { ...full, collections: new Map([[h20, { id: h20, name: 'H20', createdAt: AT, byHand }]]) }
    const after = arranged([one, three, four, five], [three], one, from)
    expect(after.collections.get(h20)?.byHand).toEqual([two, three, one])
  })

  test('is no change where nothing moves, and none of what is not there', () => {
    expect(planArrangeCollection(full, h20, clippings, [one], two)).toEqual({ ok: true, value: undefined })
    expect(planArrangeCollection(full, h20, clippings, [one], sampleId(99))).toMatchObject({
      error: 'not-found',
    })
    expect(planArrangeCollection(full, trade, clippings, [one], two)).toMatchObject({ error: 'not-found' })
  })
})
