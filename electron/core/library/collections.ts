import { type Collection, collectionSchema } from '../model/collection.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Change, PlanFailure } from './change.ts'
import { eventsOf } from './events.ts'
import { freeName } from './free-name.ts'
import { markClipping } from './marks.ts'
import type { LibraryState } from './state.ts'

const NAME = collectionSchema.shape.name

/** Creates a collection under a new id, with those of the clippings that the library holds. */
export function planCreateCollection(
  state: LibraryState,
  id: string,
  typed: string,
  ids: readonly string[],
  at: string,
): Result<Change, PlanFailure> {
  const name = freeName(state.collections, NAME, typed)
  if (!name.ok) return name
  const collection: Collection = { id, name: name.value, createdAt: at }
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

/** Removes the collection and its chronology; its clippings stay in the library. */
export function planDeleteCollection(state: LibraryState, id: string): Result<Change, PlanFailure> {
  const collection = state.collections.get(id)
  if (collection === undefined) return fail('not-found')
  const members = [...state.clippings.values()].filter(({ collections }) => collections.includes(id))
  return ok({
    label: { kind: 'delete-collection', count: members.length, name: collection.name },
    ops: [
      { op: 'remove-collection', id },
      ...eventsOf(state, id).map(event => ({ op: 'remove-event' as const, id: event.id })),
      ...members.map(clipping =>
        markClipping(clipping, { collections: clipping.collections.filter(other => other !== id) }),
      ),
    ],
  })
}
