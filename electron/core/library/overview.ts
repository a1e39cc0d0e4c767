import type { Overview } from '../model/overview.ts'
import { byPlace, collectionAbove, treeOf } from './collection-tree.ts'
import { type Counts, countCollections, countsOf } from './counts.ts'
import type { LibraryState } from './state.ts'
import { inheritedColour, parentOf } from './tags.ts'

/**
 * What there is and how many, trashed clippings counted in the trash alone. Tags come by name, parents before
 * children; a tag that only its children imply is listed too, in the colour of the nearest tag above.
 * Collections come as a tree, each before those that stand in it, which its count has too; saved searches in the order
 * of those beside them. `counts` are those of the state, where they are kept.
 */
export function overviewOf(
  state: LibraryState,
  counts: Counts = countsOf(state.clippings.values()),
): Pick<Overview, 'shelves' | 'collections' | 'tags' | 'savedSearches'> {
  const counted = countCollections(counts, state.collections)
  return {
    shelves: { ...counts.shelves },
    collections: treeOf(state.collections).map(({ collection, parent, depth }) => {
      const { byHand, parent: _, ...rest } = collection
      const { own = 0, total = 0 } = counted.get(collection.id) ?? {}
      return {
        ...rest,
        ...(parent !== undefined && { parent }),
        depth,
        own,
        count: total,
        isByHand: byHand !== undefined,
      }
    }),
    tags: byLevels(namesOf(state, counts)).map(name => {
      const { own = 0, total = 0 } = counts.tags.get(name) ?? {}
      return { name, colour: state.tags.get(name)?.colour ?? inheritedColour(state, name), own, total }
    }),
    savedSearches: [...state.savedSearches.values()].sort(byPlace).map(search => {
      const { parent: _, ...rest } = search
      const parent = collectionAbove(state.collections, search)
      return { ...rest, ...(parent !== undefined && { parent }) }
    }),
  }
}

/** Tags that have a record or are carried, and those above them. */
function namesOf(state: LibraryState, counts: Counts): Set<string> {
  const names = new Set<string>(counts.tags.keys())
  for (const tag of state.tags.keys()) {
    for (let name: string | undefined = tag; name !== undefined; name = parentOf(name)) names.add(name)
  }
  return names
}

/** Level by level, so that `a/b` follows `a` even where `a b` exists. Code units: the reader's locale is not known here. */
const byLevels = (names: Iterable<string>): string[] =>
  Array.from(names, name => ({ name, key: name.replaceAll('/', '\0') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ name }) => name)
