import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../electron/core/library/change.ts'
import { planClip } from '../../electron/core/library/clip.ts'
import {
  planCreateCollection,
  planDeleteCollection,
  planRenameCollection,
} from '../../electron/core/library/collections.ts'
import { planEdit } from '../../electron/core/library/edit.ts'
import { planMark } from '../../electron/core/library/mark.ts'
import { applyOperations, inverseOf } from '../../electron/core/library/operations.ts'
import type { LibraryState } from '../../electron/core/library/state.ts'
import {
  planColourTag,
  planCreateTag,
  planDeleteTag,
  planRenameTag,
} from '../../electron/core/library/tags.ts'
import type { Operation } from '../../electron/core/model/library-change.ts'
import { verify } from '../../electron/store/verify.ts'
import { sampleArticle, sampleClipping, sampleId, stateOf } from '../unit/core/library/samples.ts'
import { got, opened, scratchFolder } from '../unit/store/scratch-library.ts'

const AT = '2025-07-20T08:00:00.000Z'

/** Ids and names are few, so that changes meet. */
const number = fc.nat(5)
const tag = fc.constantFrom('a', 'a/b', 'a/b/c', 'b', '公司/英伟达', 'ab')
const colour = fc.constantFrom('red' as const, 'blue' as const)
const ids = fc.uniqueArray(
  number.map(each => sampleId(each)),
  { minLength: 1, maxLength: 4 },
)
const month = fc.constantFrom('2025-05', '2025-06', '2025-07')

type Plan = (state: LibraryState) => { ok: true; value: Change | undefined } | { ok: false; error: unknown }

const plan: fc.Arbitrary<Plan> = fc.oneof(
  fc.tuple(number, month, fc.array(tag, { maxLength: 2 })).map(
    ([each, of, tags]): Plan =>
      state => {
        const clippedAt = `${of}-01T00:00:00.000Z`
        const clipping = sampleClipping(each, { clippedAt, tags: [...new Set(tags)] })
        return { ok: true, value: state.clippings.has(clipping.id) ? undefined : planClip(state, [clipping]) }
      },
  ),
  fc.tuple(ids, fc.constantFrom('starred' as const, 'read' as const, 'trashed' as const), fc.boolean()).map(
    ([which, mark, on]): Plan =>
      state =>
        planMark(state, which, { mark, on }, AT),
  ),
  fc.tuple(ids, tag, fc.boolean()).map(
    ([which, name, on]): Plan =>
      state =>
        planMark(state, which, { mark: 'tag', tag: name, on }, AT),
  ),
  fc.tuple(ids, number, fc.boolean()).map(
    ([which, each, on]): Plan =>
      state =>
        planMark(state, which, { mark: 'collection', collection: sampleId(each), on }, AT),
  ),
  fc.tuple(tag, tag).map(
    ([from, to]): Plan =>
      state =>
        planRenameTag(state, from, to),
  ),
  fc.tuple(tag, colour).map(
    ([name, to]): Plan =>
      state =>
        planColourTag(state, name, to),
  ),
  tag.map(
    (name): Plan =>
      state =>
        planCreateTag(state, name),
  ),
  tag.map(
    (name): Plan =>
      state =>
        planDeleteTag(state, name),
  ),
  fc.tuple(number, tag, ids).map(
    ([each, name, which]): Plan =>
      state =>
        planCreateCollection(state, sampleId(each), name, which, AT),
  ),
  fc.tuple(number, tag).map(
    ([each, name]): Plan =>
      state =>
        planRenameCollection(state, sampleId(each), name),
  ),
  number.map(
    (each): Plan =>
      state =>
        planDeleteCollection(state, sampleId(each)),
  ),
  fc.tuple(number, fc.string()).map(
    ([each, title]): Plan =>
      state =>
        planEdit(state, sampleId(each), { title }, AT),
  ),
)

/** A state as plain data that compares by value, in no order. */
const plain = ({ clippings, tags, collections }: LibraryState) => ({
  clippings: Object.fromEntries(clippings),
  tags: Object.fromEntries(tags),
  collections: Object.fromEntries(collections),
})

type Plain = ReturnType<typeof plain>

/** What operations mean, said a second time, as simply as can be. */
function applied(model: Plain, ops: readonly Operation[]): Plain {
  const next: Plain = structuredClone(model)
  for (const op of ops) {
    if (op.op === 'put-clipping') next.clippings[op.clipping.id] = op.clipping
    if (op.op === 'remove-clipping') delete next.clippings[op.id]
    if (op.op === 'put-tag') next.tags[op.tag.name] = op.tag
    if (op.op === 'remove-tag') delete next.tags[op.name]
    if (op.op === 'put-collection') next.collections[op.collection.id] = op.collection
    if (op.op === 'remove-collection') delete next.collections[op.id]
  }
  return next
}

const step = fc.oneof(
  { weight: 8, arbitrary: plan },
  { weight: 3, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
  { weight: 1, arbitrary: fc.constantFrom('reopen' as const, 'compact' as const) },
)

describe('a library', () => {
  test('is after any changes, undos, redos, restarts and compactions what a plain model says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async steps => {
        const folder = await scratchFolder()
        let library = await opened(folder)
        for (const each of [0, 1, 2, 3, 4, 5]) got(await library.keepArticle(sampleArticle(each, 'words')))
        let model = plain(library.state)
        const past: Plain[] = []
        const future: Plain[] = []
        for (const each of steps) {
          if (each === 'reopen') {
            got(await library.close())
            library = await opened(folder)
          } else if (each === 'compact') got(await library.compact())
          else if (each === 'undo' || each === 'redo') {
            const [from, to] = each === 'undo' ? [past, future] : [future, past]
            const target = from.pop()
            const result = await library[each]()
            expect(result.ok).toBe(target !== undefined)
            if (target !== undefined) {
              to.push(model)
              model = target
            }
          } else {
            const planned = each(library.pending)
            if (!planned.ok || planned.value === undefined) continue
            got(await library.commit(planned.value))
            past.push(model)
            future.length = 0
            model = applied(model, planned.value.ops)
          }
          expect(plain(library.state)).toEqual(model)
          expect(library.history.undo === undefined).toBe(past.length === 0)
          expect(library.history.redo === undefined).toBe(future.length === 0)
        }
        got(await library.close())
        library = await opened(folder)
        expect(plain(library.state)).toEqual(model)
        await library.close()
        expect((await verify(folder)).problems).toEqual([])
      }),
      { seed: 20250719, numRuns: 40 },
    )
  }, 60_000)
})

describe('operations', () => {
  const states = fc
    .uniqueArray(fc.tuple(number, fc.uniqueArray(tag, { maxLength: 3 })), { selector: ([each]) => each })
    .map(clippings => stateOf(clippings.map(([each, tags]) => sampleClipping(each, { tags }))))

  test('followed by their inverse leave the state as it was', () => {
    fc.assert(
      fc.property(states, fc.array(plan, { minLength: 1, maxLength: 8 }), (start, plans) => {
        let state = start
        const ops: Operation[] = []
        for (const each of plans) {
          const planned = each(state)
          if (!planned.ok || planned.value === undefined) continue
          ops.push(...planned.value.ops)
          state = applyOperations(state, planned.value.ops)
        }
        expect(plain(applyOperations(state, inverseOf(start, ops)))).toEqual(plain(start))
        // Replaying is harmless: that is what makes a crash within a compaction harmless.
        expect(plain(applyOperations(state, ops))).toEqual(plain(state))
      }),
      { seed: 20250719, numRuns: 500 },
    )
  })

  test('of a rename leave no clipping with the old tag, or with a tag twice', () => {
    fc.assert(
      fc.property(states, tag, tag, (state, from, to) => {
        const planned = planRenameTag(state, from, to)
        if (!planned.ok || planned.value === undefined || to.startsWith(`${from}/`)) return
        const after = applyOperations(state, planned.value.ops)
        for (const { tags } of after.clippings.values()) {
          expect(new Set(tags).size).toBe(tags.length)
          expect(tags.filter(name => name === from || name.startsWith(`${from}/`))).toEqual([])
        }
      }),
      { seed: 20250719, numRuns: 500 },
    )
  })
})
