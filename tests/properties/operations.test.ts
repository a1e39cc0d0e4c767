import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markClipping, marksOf, withMarks } from '../../electron/core/library/marks.ts'
import { applyOperations, inverseOf } from '../../electron/core/library/operations.ts'
import { type Clipping, clippingSchema } from '../../electron/core/model/clipping.ts'
import type { Operation } from '../../electron/core/model/library-change.ts'
import { sampleClipping, sampleId, stateOf } from '../unit/core/library/samples.ts'

const AT = '2025-07-20T08:00:00.000Z'

const clipping: fc.Arbitrary<Clipping> = fc
  .record({
    number: fc.integer({ min: 1, max: 4 }),
    title: fc.constantFrom('港口', 'Harbour'),
    tags: fc.subarray(['a', '公司/英伟达']),
    starred: fc.boolean(),
    readAt: fc.option(fc.constant(AT), { nil: undefined }),
    trashedAt: fc.option(fc.constant(AT), { nil: undefined }),
    note: fc.option(fc.constant('核实'), { nil: undefined }),
  })
  .map(({ number, ...fields }) => clippingSchema.parse({ ...sampleClipping(number), ...fields }))

const operation: fc.Arbitrary<Operation> = fc.oneof(
  clipping.map((each): Operation => ({ op: 'put-clipping', clipping: each })),
  clipping.map((each): Operation => markClipping(each, {})),
  fc
    .integer({ min: 1, max: 4 })
    .map((number): Operation => ({ op: 'remove-clipping', id: sampleId(number) })),
)

const state = fc.array(clipping, { maxLength: 4 }).map(clippings => stateOf(clippings))
const operations = fc.array(operation, { maxLength: 8 })
const RUNS = { seed: 20261128, numRuns: 2000 }

/** The very text of the records: two that read the same have the same keys in the same order. */
const textOf = ({ clippings }: ReturnType<typeof stateOf>): string =>
  JSON.stringify([...clippings].sort(([a], [b]) => (a < b ? -1 : 1)))

test('what a change does is taken back by its inverse, to the letter', () => {
  fc.assert(
    fc.property(state, operations, (before, ops) => {
      const after = applyOperations(before, ops)
      expect(textOf(applyOperations(after, inverseOf(before, ops)))).toBe(textOf(before))
    }),
    RUNS,
  )
})

test('a change that is replayed on what it led to, as after a crash, leads there again', () => {
  fc.assert(
    fc.property(state, operations, operations, (before, first, second) => {
      const after = applyOperations(applyOperations(before, first), second)
      expect(textOf(applyOperations(after, [...first, ...second]))).toBe(textOf(after))
    }),
    RUNS,
  )
})

test('marks set all that they name and nothing else, in the order of the schema', () => {
  fc.assert(
    fc.property(clipping, clipping, (one, other) => {
      const marked = withMarks(one, marksOf(other))
      expect(marksOf(marked)).toEqual(marksOf(other))
      expect(JSON.stringify(clippingSchema.parse(marked))).toBe(JSON.stringify(marked))
      expect(JSON.stringify(withMarks(marked, marksOf(one)))).toBe(JSON.stringify(one))
    }),
    RUNS,
  )
})
