import fc from 'fast-check'
import { expect, it } from 'vitest'
import { KeptCounts } from '../../electron/core/library/counts.ts'
import { applyOperations } from '../../electron/core/library/operations.ts'
import { overviewOf } from '../../electron/core/library/overview.ts'
import { RecordMap } from '../../electron/core/library/record-map.ts'
import { EMPTY_STATE } from '../../electron/core/library/state.ts'
import type { Operation } from '../../electron/core/model/library-change.ts'
import { sampleClipping, sampleId } from '../unit/core/library/samples.ts'

const AT = '2025-07-20T08:00:00.000Z'

const clipping = fc
  .record({
    number: fc.integer({ min: 1, max: 12 }),
    tags: fc.uniqueArray(fc.constantFrom('a', 'a/b', 'a/b/c', 'a/d', 'e', 'e/f'), { maxLength: 4 }),
    collections: fc.uniqueArray(fc.constantFrom(sampleId(901), sampleId(902)), { maxLength: 2 }),
    starred: fc.boolean(),
    isRead: fc.boolean(),
    isTrashed: fc.boolean(),
  })
  .map(({ number, isRead, isTrashed, ...over }) =>
    sampleClipping(number, {
      ...over,
      ...(isRead ? { readAt: AT } : {}),
      ...(isTrashed ? { trashedAt: AT } : {}),
    }),
  )

const operation: fc.Arbitrary<Operation> = fc.oneof(
  clipping.map((made): Operation => ({ op: 'put-clipping', clipping: made })),
  fc
    .integer({ min: 1, max: 12 })
    .map((number): Operation => ({ op: 'remove-clipping', id: sampleId(number) })),
  fc.constantFrom('a', 'g/h').map((name): Operation => ({ op: 'put-tag', tag: { name, colour: 'red' } })),
  fc.constantFrom('a', 'g/h').map((name): Operation => ({ op: 'remove-tag', name })),
)

it('counts that are kept from change to change are those of counting everything', () => {
  fc.assert(
    fc.property(fc.array(fc.array(operation, { minLength: 1, maxLength: 5 }), { maxLength: 20 }), changes => {
      const kept = new KeptCounts()
      let state = EMPTY_STATE
      for (const ops of changes) {
        const before = state
        state = applyOperations(before, ops)
        const changes = RecordMap.from(state.clippings).changesSince(RecordMap.from(before.clippings))
        for (const [id, after] of changes) kept.change(before.clippings.get(id), after)
        expect(overviewOf(state, kept.counts)).toEqual(overviewOf(state))
      }
    }),
    { seed: 20250719, numRuns: 300 },
  )
})
