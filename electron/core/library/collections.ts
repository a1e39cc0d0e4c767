import { type Collection, collectionSchema } from '../model/collection.ts'
import type { Operation } from '../model/library-change.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Change, PlanFailure } from './change.ts'
import { collectionAbove, collectionsWithin, type Placed, recordsIn } from './collection-tree.ts'
import { eventsOf } from './events.ts'
import { freeName } from './free-name.ts'
import { markClipping } from './marks.ts'
import { movedBefore, type Place } from './move-among.ts'
import type { LibraryState } from './state.ts'

const NAME = collectionSchema.shape.name

const put = (collection: Collection): Operation => ({ op: 'put-collection', collection: inOrder(collection) })

/** The keys in the order of the schema, as all records have them. */
const inOrder = ({ id, name, createdAt, parent, place, byHand }: Collection): Collection => ({
  id,
  name,
  createdAt,
  ...(parent !== undefined && { parent }),
  ...(place !== undefined && { place }),
  ...(byHand !== undefined && { byHand }),
})

/** Creates a collection under a new id, in `parent` or at the top, with those of the clippings that the library holds. */
export function planCreateCollection(
  state: LibraryState,
  id: string,
  typed: string,
  ids: readonly string[],
  at: string,
  parent?: string,
): Result<Change, PlanFailure> {
  const name = freeName(state.collections, NAME, typed)
  if (!name.ok) return name
  if (parent !== undefined && !state.collections.has(parent)) return fail('not-found')
  const collection = inOrder({ id, name: name.value, createdAt: at, parent })
  const members = [...new Set(ids)].flatMap(member => state.clippings.get(member) ?? [])
  return ok({
    label: { kind: 'create-collection', count: members.length, name: name.value },
    ops: [
      { op: 'put-collection', collection },
      ...members.map(clipping =>
        markClipping(clipping, { collections: [...clipping.collections, id], updatedAt: at }),
      ),
    ],
  })
}

export function planRenameCollection(
  state: LibraryState,
  id: string,
  typed: string,
): Result<Change | undefined, PlanFailure> {
  const collection = state.collections.get(id)
  if (collection === undefined) return fail('not-found')
  const name = freeName(state.collections, NAME, typed, id)
  if (!name.ok) return name
  if (name.value === collection.name) return ok(undefined)
  return ok({
    label: { kind: 'rename-collection', count: 0, name: name.value },
    ops: [{ op: 'put-collection', collection: { ...collection, name: name.value } }],
  })
}

/**
 * Puts the collection, with all that stands in it, into another or to the top, before one of those that stand there or
 * behind them. Undefined where it stands there. `not-found` where the place is in the collection itself.
 */
export function planMoveCollection(
  state: LibraryState,
  id: string,
  to: Place,
): Result<Change | undefined, PlanFailure> {
  const { collections } = state
  const collection = collections.get(id)
  if (collection === undefined) return fail('not-found')
  const isElsewhere =
    to.parent === undefined ||
    (collections.has(to.parent) && !collectionsWithin(collections, id).has(to.parent))
  const moved = movedBefore(recordsIn(collections, collections.values(), to.parent), collection, to)
  if (!isElsewhere || moved === undefined) return fail('not-found')
  if (moved.length === 0) return ok(undefined)
  return ok({ label: { kind: 'move-collection', count: 0, name: collection.name }, ops: moved.map(put) })
}

/**
 * Puts clippings before another of the collection's list, or at its end where none is named. `listed` is the whole list
 * in its order of now. What comes first in the new one keeps its place from then on; behind the last that was ever
 * moved the clock goes on ordering. Undefined where nothing moves.
 */
export function planArrangeCollection(
  state: LibraryState,
  id: string,
  listed: readonly string[],
  moved: readonly string[],
  before: string | undefined,
): Result<Change | undefined, PlanFailure> {
  const collection = state.collections.get(id)
  if (collection === undefined) return fail('not-found')
  // What is in the trash keeps its place for the day on which it comes back.
  const kept = (collection.byHand ?? []).filter(each => state.clippings.has(each))
  const all = [...new Set([...kept, ...listed])]
  const chosen = new Set(moved)
  const taken = listed.filter(each => chosen.has(each))
  const left = all.filter(each => !chosen.has(each))
  const at = before === undefined ? left.length : left.indexOf(before)
  if (taken.length === 0 || at < 0) return fail('not-found')
  const order = [...left.slice(0, at), ...taken, ...left.slice(at)]
  if (order.every((each, place) => each === all[place])) return ok(undefined)
  const wasByHand = new Set(kept)
  const byHand = order.slice(
    0,
    Math.max(kept.length + taken.filter(each => !wasByHand.has(each)).length, at + taken.length),
  )
  return ok({
    label: { kind: 'arrange-collection', count: taken.length, name: collection.name },
    ops: [put({ ...collection, byHand })],
  })
}

/** Removes the collection and its chronology; its clippings stay in the library, and what stands in it moves up. */
export function planDeleteCollection(state: LibraryState, id: string): Result<Change, PlanFailure> {
  const collection = state.collections.get(id)
  if (collection === undefined) return fail('not-found')
  const members = [...state.clippings.values()].filter(({ collections }) => collections.includes(id))
  return ok({
    label: { kind: 'delete-collection', count: members.length, name: collection.name },
    ops: [
      { op: 'remove-collection', id },
      ...eventsOf(state, id).map(event => ({ op: 'remove-event' as const, id: event.id })),
      ...risen(state, collection),
      ...members.map(clipping =>
        markClipping(clipping, { collections: clipping.collections.filter(other => other !== id) }),
      ),
    ],
  })
}

/** What stands in a collection as it stands when that is gone: behind all that stands beside it. */
function risen(state: LibraryState, { id, ...above }: Collection): Operation[] {
  const parent = collectionAbove(state.collections, { id, ...above })
  const up = <T extends Placed>({ parent: _, place: __, ...record }: T) => ({
    ...record,
    ...(parent !== undefined && { parent }),
  })
  const { collections, savedSearches } = state
  return [
    ...recordsIn(collections, collections.values(), id).map(each => put(up(each))),
    ...recordsIn(collections, savedSearches.values(), id).map(
      (each): Operation => ({ op: 'put-saved-search', savedSearch: up(each) }),
    ),
  ]
}
