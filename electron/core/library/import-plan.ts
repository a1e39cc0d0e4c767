import { collectionSchema } from '../model/collection.ts'
import type { Operation } from '../model/library-change.ts'
import type { Change } from './change.ts'
import { eventsOf } from './events.ts'
import type { LibraryState } from './state.ts'

const LONGEST_NAME = 200

const nameFrom = (folder: string): string =>
  folder.normalize('NFC').trim().replace(/\s+/gu, ' ').slice(0, LONGEST_NAME).trim()

const keyOf = (name: string): string => nameFrom(name).toLowerCase()

/** Operations that make the collections that are named and not there; `idOf` gives the id of each name's collection. */
export function planNewCollections(
  state: LibraryState,
  names: readonly string[],
  nextId: () => string,
  at: string,
): { ops: Operation[]; idOf: (name: string) => string | undefined } {
  const ids = new Map([...state.collections.values()].map(({ id, name }) => [keyOf(name), id]))
  const ops: Operation[] = []
  for (const each of names) {
    const name = nameFrom(each)
    if (ids.has(keyOf(name)) || !collectionSchema.shape.name.safeParse(name).success) continue
    const id = nextId()
    ids.set(keyOf(name), id)
    ops.push({ op: 'put-collection', collection: { id, name, createdAt: at } })
  }
  return { ops, idOf: name => ids.get(keyOf(name)) }
}

/** What an import brought into the library. */
export interface Imported {
  readonly clippings: readonly string[]
  readonly collections: readonly string[]
  readonly tags: readonly string[]
}

/**
 * Takes an import back as one change: its clippings, and the collections and tags that it made, unless another
 * clipping has them by now. Undefined where nothing of it is left. Undoing the change brings all of it back.
 */
export function planUndoImport(
  state: LibraryState,
  { clippings, collections, tags }: Imported,
  name: string,
): Change | undefined {
  const removed = new Set(clippings.filter(id => state.clippings.has(id)))
  const usedCollections = new Set<string>()
  const usedTags = new Set<string>()
  for (const clipping of state.clippings.values()) {
    if (removed.has(clipping.id)) continue
    for (const id of clipping.collections) usedCollections.add(id)
    for (const tag of clipping.tags) usedTags.add(tag)
  }
  const ops: Operation[] = [
    ...[...removed].map((id): Operation => ({ op: 'remove-clipping', id })),
    ...collections
      .filter(id => state.collections.has(id) && !usedCollections.has(id))
      .flatMap((id): Operation[] => [
        { op: 'remove-collection', id },
        ...eventsOf(state, id).map(event => ({ op: 'remove-event' as const, id: event.id })),
      ]),
    ...tags
      .filter(tag => state.tags.has(tag) && !usedTags.has(tag))
      .map((tag): Operation => ({ op: 'remove-tag', name: tag })),
  ]
  return ops.length === 0 ? undefined : { label: { kind: 'undo-import', count: removed.size, name }, ops }
}
