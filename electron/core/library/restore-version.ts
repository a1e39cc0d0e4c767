import type { Clipping } from '../model/clipping.ts'
import type { Collection } from '../model/collection.ts'
import type { Operation } from '../model/library-change.ts'
import type { Tag } from '../model/tag.ts'
import { type Change, putClipping } from './change.ts'
import type { LibraryState } from './state.ts'

/** What a clipping was, with the tags and collections that it names, as they were then. */
export interface PastRecords {
  readonly clipping: Clipping
  readonly tags: readonly Tag[]
  readonly collections: readonly Collection[]
}

/**
 * Gives a clipping back what it was, gone or not. Tags and collections of then that are gone come back with it; a
 * collection whose name another has taken becomes that one.
 */
export function planRestoreVersion(
  state: LibraryState,
  past: PastRecords,
  articleRevision: number,
  at: string,
): Change {
  const ops: Operation[] = []
  for (const tag of past.tags) if (!state.tags.has(tag.name)) ops.push({ op: 'put-tag', tag })
  const collections = past.clipping.collections.filter(id => state.collections.has(id))
  for (const collection of past.collections) {
    if (state.collections.has(collection.id)) continue
    const namesake = [...state.collections.values()].find(
      ({ name }) => name.toLowerCase() === collection.name.toLowerCase(),
    )
    if (namesake === undefined) ops.push({ op: 'put-collection', collection })
    collections.push(namesake?.id ?? collection.id)
  }
  const clipping = {
    ...past.clipping,
    collections: [...new Set(collections)],
    articleRevision,
    updatedAt: at,
  }
  return {
    label: { kind: 'restore-version', count: 1, name: clipping.title },
    ops: [...ops, putClipping(clipping)],
  }
}
