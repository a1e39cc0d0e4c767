import { describe, expect, test } from 'vitest'
import { applyOperations, inverseOf } from '../../../../electron/core/library/operations.ts'
import { daysBefore, planEmptyTrash } from '../../../../electron/core/library/retention.ts'
import { sampleClipping, sampleId, stateOf } from './samples.ts'

const AT = '2025-08-31T08:00:00.000Z'
const state = stateOf([
  sampleClipping(1, { trashedAt: '2025-08-01T07:59:59.999Z' }),
  sampleClipping(2, { trashedAt: '2025-08-01T08:00:00.000Z' }),
  sampleClipping(3, { trashedAt: '2025-01-01T00:00:00.000Z' }),
  sampleClipping(4),
])

describe('emptying the trash', () => {
  test('removes what has been there for longer than the days, as one change', () => {
    const change = planEmptyTrash(state, daysBefore(AT, 30))
    expect(change?.label).toEqual({ kind: 'empty-trash', count: 2 })
    const after = applyOperations(state, change?.ops ?? [])
    expect([...after.clippings.keys()]).toEqual([sampleId(2), sampleId(4)])
  })

  test('can be taken back', () => {
    const ops = planEmptyTrash(state)?.ops ?? []
    expect(ops).toHaveLength(3)
    const back = applyOperations(applyOperations(state, ops), inverseOf(state, ops))
    expect(new Map(back.clippings)).toEqual(state.clippings)
  })

  test('is no change where nothing is old enough', () => {
    expect(planEmptyTrash(state, daysBefore(AT, 1000))).toBeUndefined()
    expect(planEmptyTrash(stateOf([sampleClipping(1)]))).toBeUndefined()
  })
})
