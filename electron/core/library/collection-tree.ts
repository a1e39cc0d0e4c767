import type { Collection } from '../model/collection.ts'

type Collections = ReadonlyMap<string, Pick<Collection, 'id' | 'parent'>>

/** What stands in the tree of collections: a collection or a saved search. */
export interface Placed {
  readonly id: string
  readonly parent?: string | undefined
  readonly place?: number | undefined
}

/**
 * The collection that something stands in; undefined at the top. A collection that is gone is no place, nor is one
 * that stands, by whatever way, in itself: a file may say so.
 */
export function collectionAbove(collections: Collections, { id, parent }: Placed): string | undefined {
  const passed = new Set([id])
  for (let at = parent; at !== undefined; at = collections.get(at)?.parent) {
    if (passed.has(at)) return undefined
    passed.add(at)
  }
  return parent !== undefined && collections.has(parent) ? parent : undefined
}

/** What was put in order by hand comes first, the rest as it was made. */
export const byPlace = (a: Placed, b: Placed): number =>
  (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER) || (a.id < b.id ? -1 : 1)

/** Those of the records that stand in the collection, or at the top, in their order. */
export const recordsIn = <T extends Placed>(
  collections: Collections,
  records: Iterable<T>,
  parent: string | undefined,
): T[] => [...records].filter(record => collectionAbove(collections, record) === parent).sort(byPlace)

/** All collections as lines of a tree: each before those that stand in it. */
export function treeOf(
  collections: ReadonlyMap<string, Collection>,
): { collection: Collection; parent: string | undefined; depth: number }[] {
  const standing = new Map<string | undefined, Collection[]>()
  for (const collection of [...collections.values()].sort(byPlace)) {
    const parent = collectionAbove(collections, collection)
    standing.set(parent, [...(standing.get(parent) ?? []), collection])
  }
  const lines = (parent: string | undefined, depth: number): ReturnType<typeof treeOf> =>
    (standing.get(parent) ?? []).flatMap(collection => [
      { collection, parent, depth },
      ...lines(collection.id, depth + 1),
    ])
  return lines(undefined, 0)
}

/** The collections that one stands in, the nearest first. */
export function collectionsAbove(collections: Collections, id: string): string[] {
  const above: string[] = []
  for (let at = collections.get(id); at !== undefined; ) {
    const parent = collectionAbove(collections, at)
    if (parent !== undefined) above.push(parent)
    at = parent === undefined ? undefined : collections.get(parent)
  }
  return above
}

/** The collection and all that stand in it, however deep. */
export const collectionsWithin = (collections: Collections, id: string): ReadonlySet<string> =>
  new Set([id, ...[...collections.keys()].filter(other => collectionsAbove(collections, other).includes(id))])

/** What a search knows each collection by: its name behind the names of those that it stands in. */
export const pathNames = (collections: ReadonlyMap<string, Collection>): Map<string, string> =>
  new Map(
    Array.from(collections.values(), ({ id, name }) => {
      const above = collectionsAbove(collections, id).map(each => collections.get(each)?.name ?? '')
      return [id, [...above.reverse(), name].join(' / ')]
    }),
  )
