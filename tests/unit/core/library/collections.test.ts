import { describe, expect, test } from 'vitest'
import {
  planCreateCollection,
  planDeleteCollection,
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
