import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ArticleChange, planArticle } from '../../electron/core/library/blocks.ts'
import type { Change } from '../../electron/core/library/change.ts'
import { planClip } from '../../electron/core/library/clip.ts'
import {
  planArrangeCollection,
  planCreateCollection,
  planDeleteCollection,
  planMoveCollection,
  planRenameCollection,
} from '../../electron/core/library/collections.ts'
import { planEdit } from '../../electron/core/library/edit.ts'
import {
  planAddEvent,
  planDecideEvents,
  planEditEvent,
  planMergeEvents,
  planRemoveEvent,
  planSplitEvent,
} from '../../electron/core/library/events.ts'
import { planUndoImport } from '../../electron/core/library/import-plan.ts'
import { planMark } from '../../electron/core/library/mark.ts'
import { applyOperations, inverseOf } from '../../electron/core/library/operations.ts'
import { planDeleteRule, planSaveRule } from '../../electron/core/library/outlet-rules.ts'
import { planReextract } from '../../electron/core/library/reextract.ts'
import { planRestoreVersion } from '../../electron/core/library/restore-version.ts'
import { planEmptyTrash } from '../../electron/core/library/retention.ts'
import {
  planDeleteSearch,
  planMoveSearch,
  planRenameSearch,
  planSaveSearch,
} from '../../electron/core/library/saved-searches.ts'
import { EMPTY_STATE, type LibraryState } from '../../electron/core/library/state.ts'
import {
  planColourTag,
  planCreateTag,
  planDeleteTag,
  planRenameTag,
} from '../../electron/core/library/tags.ts'
import type { ChronologyEvent } from '../../electron/core/model/chronology.ts'
import type { Highlight } from '../../electron/core/model/highlight.ts'
import {
  changeLabelSchema,
  type Operation,
  operationSchema,
} from '../../electron/core/model/library-change.ts'
import type { Library } from '../../electron/store/library.ts'
import { openLibrary } from '../../electron/store/open-library.ts'
import { verify } from '../../electron/store/verify.ts'
import { sampleArticle, sampleClipping, sampleId, stateOf } from '../unit/core/library/samples.ts'
import { type Crash, MemoryDisk } from '../unit/store/memory-disk.ts'
import { got, opened, scratchFolder } from '../unit/store/scratch-library.ts'
import { portsFrom } from './run-and-go-on.ts'

const AT = '2025-07-20T08:00:00.000Z'

/** Ids and names are few, so that changes meet. */
const number = fc.nat(3)
const tag = fc.constantFrom('a', 'a/b', 'a/b/c', 'b', '公司/英伟达', 'ab')
const colour = fc.constantFrom('red' as const, 'blue' as const)
const ids = fc.uniqueArray(
  number.map(each => sampleId(each)),
  { minLength: 1, maxLength: 4 },
)
const maybe = fc.option(
  number.map(each => sampleId(each)),
  { nil: undefined, freq: 1 },
)
const mark = fc.constantFrom('starred' as const, 'read' as const, 'trashed' as const)
const month = fc.constantFrom('2025-05', '2025-06', '2025-07')

type Plan = (state: LibraryState) => { ok: true; value: Change | undefined } | { ok: false; error: unknown }

/** What others need, so that they find something to do. */
const clipOrMark: fc.Arbitrary<Plan> = fc.oneof(
  fc
    .tuple(
      number,
      month,
      fc.array(tag, { maxLength: 2 }),
      fc.constantFrom('clip' as const, 'import' as const),
    )
    .map(
      ([each, of, tags, kind]): Plan =>
        state => {
          const clippedAt = `${of}-01T00:00:00.000Z`
          const clipping = sampleClipping(each, { clippedAt, tags: [...new Set(tags)] })
          if (state.clippings.has(clipping.id)) return { ok: true, value: undefined }
          const { label, ops } = planClip(state, [clipping])
          return { ok: true, value: { label: { ...label, kind }, ops } }
        },
    ),
  fc.tuple(ids, tag, number).map(
    ([clippings, name, each]): Plan =>
      state => {
        const brought = { clippings, collections: [sampleId(each)], tags: [name] }
        return { ok: true, value: planUndoImport(state, brought, 'export.zip') }
      },
  ),
  {
    // A star is taken away only where there is one.
    weight: 3,
    arbitrary: fc.tuple(ids, mark, fc.boolean()).map(
      ([which, each, on]): Plan =>
        state =>
          planMark(state, which, { mark: each, on }, AT),
    ),
  },
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
)

const ARTICLE_CHANGES = [
  'restore-block',
  'set-block-aside',
  'highlight',
  'change-highlight',
  'remove-highlight',
  'correct-date',
] as const satisfies readonly ArticleChange[]

const highlight = (which: number): Highlight => ({
  id: sampleId(70 + which),
  quote: { exact: 'words', prefix: '', suffix: '' },
  colour: 'blue',
  madeAt: AT,
})

const organise: fc.Arbitrary<Plan> = fc.oneof(
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
  fc.tuple(number, fc.constantFrom(...ARTICLE_CHANGES), fc.nat(2)).map(
    ([each, kind, count]): Plan =>
      state => {
        const highlights = Array.from({ length: count }, (_, which) => highlight(which))
        return planArticle(state, { ...sampleArticle(each, 'other words'), highlights }, kind, AT)
      },
  ),
  fc.constant<Plan>(state => ({ ok: true, value: planEmptyTrash(state) })),
  fc.tuple(number, fc.array(tag, { maxLength: 2 }), tag).map(
    ([each, names, called]): Plan =>
      state => {
        const [tags, collections] = [[...new Set(names)], [sampleId(each)]]
        const past = {
          clipping: sampleClipping(each, { tags, collections }),
          tags: tags.map(name => ({ name, colour: 'green' as const })),
          collections: [{ id: sampleId(each), name: called, createdAt: AT }],
        }
        return { ok: true, value: planRestoreVersion(state, past, 1, AT) }
      },
  ),
  fc.tuple(number, tag).map(
    ([each, name]): Plan =>
      state =>
        planSaveSearch(state, sampleId(each), name, `tag:${name}`),
  ),
  fc.tuple(number, tag).map(
    ([each, name]): Plan =>
      state =>
        planRenameSearch(state, sampleId(each), name),
  ),
  number.map(
    (each): Plan =>
      state =>
        planDeleteSearch(state, sampleId(each)),
  ),
  fc.tuple(number, tag, fc.constantFrom('start' as const, 'end' as const)).map(
    ([each, words, where]): Plan =>
      state => {
        const outlet = { by: 'host', host: 'coast.example' } as const
        const action = { do: 'strip-title', where, words } as const
        return { ok: true, value: planSaveRule(state, { id: sampleId(each), outlet, action }) }
      },
  ),
  number.map(
    (each): Plan =>
      state =>
        planDeleteRule(state, sampleId(each)),
  ),
  fc.tuple(number, tag).map(
    ([each, title]): Plan =>
      state => {
        const { bylines, sources, editors, published, reportedBy, language, excerpt } = sampleClipping(each)
        const reread = {
          title,
          bylines,
          sources,
          editors,
          published,
          reportedBy,
          language,
          excerpt,
          length: 7,
        }
        const rewritten = { id: sampleId(each), from: 1, to: 1, reread, assets: undefined }
        return { ok: true, value: planReextract(state, [rewritten], AT) }
      },
  ),
)

/** Events are few, and of few collections, so that changes of them meet. */
const events: fc.Arbitrary<Plan> = fc
  .tuple(number, number, fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 3 }), fc.nat(8))
  .map(
    ([each, of, which, what]): Plan =>
      state => {
        const collection = sampleId(of)
        const event = (one: number): ChronologyEvent =>
          state.events.get(sampleId(80 + one)) ?? {
            id: sampleId(80 + one),
            collection,
            status: 'proposed',
            mentions: [0, 1].map(clipping => ({
              clipping: sampleId(clipping),
              phrase: '7月',
              edtf: '2025-07',
              sentence: `7月,第${one}条航线开通。`,
            })),
          }
        const all = which.map(event)
        const [first] = all
        if (first === undefined || all.some(other => other.collection !== first.collection))
          return { ok: true, value: undefined }
        if (what < 3)
          return planDecideEvents(
            state,
            first.collection,
            all,
            (['proposed', 'accepted', 'rejected'] as const)[what] ?? 'proposed',
          )
        if (what === 3) return planEditEvent(state, first, { date: '2025-07-01', words: 'words' })
        if (what === 4) return planMergeEvents(state, all)
        if (what === 5) return planSplitEvent(state, first, [sampleId(1)], sampleId(90 + each))
        if (what === 6)
          return planAddEvent(
            state,
            { id: sampleId(83), collection, mentions: [] },
            { date: '2025', words: 'w' },
          )
        return planRemoveEvent(state, sampleId(80 + (which[0] ?? 0)))
      },
  )

/** Beside one another, so that they have where to go. */
const places: fc.Arbitrary<Plan> = fc.oneof(
  fc.tuple(number, tag, maybe).map(
    ([each, name, parent]): Plan =>
      state =>
        planCreateCollection(state, sampleId(each), name, [], AT, parent),
  ),
  fc.tuple(number, tag).map(
    ([each, name]): Plan =>
      state =>
        planSaveSearch(state, sampleId(each), name, name),
  ),
  fc.tuple(number, ids, maybe).map(
    ([each, moved, before]): Plan =>
      state =>
        planArrangeCollection(state, sampleId(each), [...state.clippings.keys()].sort(), moved, before),
  ),
  fc.tuple(number, maybe, maybe).map(
    ([each, parent, before]): Plan =>
      state =>
        planMoveCollection(state, sampleId(each), { parent, before }),
  ),
  fc.tuple(number, maybe, maybe).map(
    ([each, parent, before]): Plan =>
      state =>
        planMoveSearch(state, sampleId(each), { parent, before }),
  ),
)

const plan: fc.Arbitrary<Plan> = fc.oneof(
  { weight: 6, arbitrary: clipOrMark },
  { weight: 6, arbitrary: organise },
  { weight: 2, arbitrary: events },
  { weight: 3, arbitrary: places },
)

/** A state as plain data that compares by value, in no order. */
const plain = ({ clippings, tags, collections, savedSearches, outletRules, events: kept }: LibraryState) => ({
  clippings: Object.fromEntries(clippings),
  tags: Object.fromEntries(tags),
  collections: Object.fromEntries(collections),
  savedSearches: Object.fromEntries(savedSearches),
  outletRules: Object.fromEntries(outletRules),
  events: Object.fromEntries(kept),
})

type Plain = ReturnType<typeof plain>

/** What operations mean, said a second time, as simply as can be. */
function applied(model: Plain, ops: readonly Operation[]): Plain {
  const next: Plain = structuredClone(model)
  for (const op of ops) {
    if (op.op === 'put-clipping') next.clippings[op.clipping.id] = op.clipping
    if (op.op === 'mark-clipping') {
      const there = next.clippings[op.id]
      if (there === undefined) continue
      const { readAt: _, trashedAt: __, ...rest } = there
      next.clippings[op.id] = { ...rest, ...op.marks }
    }
    if (op.op === 'remove-clipping') delete next.clippings[op.id]
    if (op.op === 'put-tag') next.tags[op.tag.name] = op.tag
    if (op.op === 'remove-tag') delete next.tags[op.name]
    if (op.op === 'put-collection') next.collections[op.collection.id] = op.collection
    if (op.op === 'remove-collection') delete next.collections[op.id]
    if (op.op === 'put-saved-search') next.savedSearches[op.savedSearch.id] = op.savedSearch
    if (op.op === 'remove-saved-search') delete next.savedSearches[op.id]
    if (op.op === 'put-outlet-rule') next.outletRules[op.outletRule.id] = op.outletRule
    if (op.op === 'remove-outlet-rule') delete next.outletRules[op.id]
    if (op.op === 'put-event') next.events[op.event.id] = op.event
    if (op.op === 'remove-event') delete next.events[op.id]
  }
  return next
}

/** What the library should be: its records, and those before each change that can be undone or redone. */
interface Model {
  readonly now: Plain
  readonly past: readonly Plain[]
  readonly future: readonly Plain[]
  readonly version: number
}

type Act = Plan | 'undo' | 'redo' | 'reopen' | 'compact'

/** A crash comes in the middle of the act, at its `at`-th step on the disk, or after it where it has fewer. */
interface Crashing {
  readonly act: Act
  readonly at: number
  readonly leaves: Crash
}

const KILL: Crash = { names: (_, pending) => pending, bytes: (_, written) => written }
const POWER_LOSS: Crash = { names: () => 0, bytes: (_, written, synced) => written.subarray(0, synced) }

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: plan },
  { weight: 3, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
  { weight: 1, arbitrary: fc.constantFrom('reopen' as const, 'compact' as const) },
)
const crashing: fc.Arbitrary<Crashing> = fc.record({
  act,
  at: fc.constantFrom(0, 0, 1, 2, 4),
  leaves: fc.constantFrom(KILL, POWER_LOSS),
})

/** What the changes that were made are called, and what they are made of. */
const seen = { labels: new Set<string>(), operations: new Set<string>() }

/** Does the act to the library, and to the model. */
async function perform(library: Library, todo: Exclude<Act, 'reopen'>, model: Model): Promise<Model> {
  if (todo === 'compact') {
    got(await library.compact())
    return model
  }
  if (todo === 'undo' || todo === 'redo') {
    const [from, to] = todo === 'undo' ? [model.past, model.future] : [model.future, model.past]
    const target = from.at(-1)
    expect((await library[todo]()).ok).toBe(target !== undefined)
    if (target === undefined) return model
    const [left, grown] = [from.slice(0, -1), [...to, model.now]]
    const [past, future] = todo === 'undo' ? [left, grown] : [grown, left]
    return { now: target, past, future, version: model.version + 1 }
  }
  const planned = todo(library.pending)
  if (!planned.ok || planned.value === undefined) return model
  seen.labels.add(planned.value.label.kind)
  for (const { op } of planned.value.ops) seen.operations.add(op)
  got(await library.commit(planned.value))
  const past = [...model.past, model.now]
  return { now: applied(model.now, planned.value.ops), past, future: [], version: model.version + 1 }
}

function expectEqual(library: Library, model: Model): void {
  expect(library.readOnly).toBeUndefined()
  expect(library.version).toBe(model.version)
  expect(plain(library.state)).toEqual(model.now)
  expect(library.history.undo === undefined).toBe(model.past.length === 0)
  expect(library.history.redo === undefined).toBe(model.future.length === 0)
}

const EMPTY: Model = { now: plain(EMPTY_STATE), past: [], future: [], version: 0 }

describe('a library', () => {
  test('is after any changes, undos, restarts and compactions, with crashes in them, what a plain model says', async () => {
    const crashes = { before: 0, after: 0 }
    const follow = async (steps: readonly (Act | Crashing)[]): Promise<void> => {
      const folder = '/library/of/lin/Cuttings'
      let disk = new MemoryDisk()
      let days = 0
      // Days go by before each start, so that a lock that a crash left is stale.
      const open = async () => got(await openLibrary(folder, portsFrom(disk.fileSystem, days++)))
      let library = await open()
      let model = EMPTY
      for (const each of [0, 1, 2, 3]) got(await library.keepArticle(sampleArticle(each, 'words')))
      const does = async (todo: Act): Promise<Model> => {
        if (todo !== 'reopen') return perform(library, todo, model)
        got(await library.close())
        library = await open()
        return model
      }
      for (const each of steps) {
        if (typeof each !== 'object') model = await does(each)
        else {
          let count = 0
          let left: MemoryDisk | undefined
          const working = disk
          working.onStep = () => {
            if (count++ === each.at) left = working.after(each.leaves)
          }
          const after = await does(each.act)
          working.onStep = () => {}
          disk = left ?? working.after(each.leaves)
          // A lock without words would be waited for; what becomes of locks is tested elsewhere.
          await disk.fileSystem.unlink(`${folder}/lock`)
          library = await open()
          // What was not acknowledged yet is there whole, or not at all.
          const isBefore = left !== undefined && library.version === model.version
          if (after !== model) crashes[isBefore ? 'before' : 'after']++
          if (!isBefore) model = after
        }
        expectEqual(library, model)
      }
      got(await library.close())
      library = await open()
      expectEqual(library, model)
      got(await library.close())
      expect((await verify(folder, disk.fileSystem)).problems).toEqual([])
    }
    const steps = fc.array(fc.oneof({ weight: 3, arbitrary: act }, { weight: 1, arbitrary: crashing }), {
      minLength: 5,
      maxLength: 60,
      size: 'max',
    })
    await fc.assert(fc.asyncProperty(steps, follow), { seed: 20250719, numRuns: 350 })
    expect(crashes.before).toBeGreaterThan(20)
    expect(crashes.after).toBeGreaterThan(20)
    // Or a kind of change would go untested: a new one needs a plan above that makes it.
    expect([...seen.operations].sort()).toEqual(
      operationSchema.options.map(({ shape }) => shape.op.value).sort(),
    )
    expect([...seen.labels].sort()).toEqual([...changeLabelSchema.shape.kind.options].sort())
  }, 120_000)

  test('on a real disk is after any changes, undos, restarts and compactions what a plain model says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40, size: 'max' }), async acts => {
        const folder = await scratchFolder()
        let library = await opened(folder)
        let model = EMPTY
        for (const each of [0, 1, 2, 3]) got(await library.keepArticle(sampleArticle(each, 'words')))
        for (const each of [...acts, 'reopen' as const]) {
          if (each !== 'reopen') model = await perform(library, each, model)
          else {
            got(await library.close())
            library = await opened(folder)
          }
          expectEqual(library, model)
        }
        await library.close()
        expect((await verify(folder)).problems).toEqual([])
      }),
      { seed: 20250719, numRuns: 15 },
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
