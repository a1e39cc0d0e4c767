import type { Overview } from '../../../electron/core/model/overview.ts'

type Collection = Overview['collections'][number]
type SavedSearch = Overview['savedSearches'][number]

/** A line of the tree in the sidebar. */
export type SidebarLine =
  | { readonly kind: 'collection'; readonly collection: Collection; readonly hasBranches: boolean }
  | { readonly kind: 'search'; readonly search: SavedSearch; readonly depth: number }

/**
 * The collections as lines of a tree, behind those that stand in one the saved searches that do; what is in a folded
 * one is left out. Saved searches at the top have a place of their own.
 */
export function sidebarLines(
  collections: readonly Collection[],
  searches: readonly SavedSearch[],
  folded: ReadonlySet<string>,
): SidebarLine[] {
  const linesIn = (parent: string | undefined): SidebarLine[] =>
    collections
      .filter(collection => collection.parent === parent)
      .flatMap((collection): SidebarLine[] => {
        const { id, depth } = collection
        const own = searches.filter(search => search.parent === id)
        const hasBranches = own.length > 0 || collections.some(other => other.parent === id)
        const line: SidebarLine = { kind: 'collection', collection, hasBranches }
        if (folded.has(id)) return [line]
        const below = own.map((search): SidebarLine => ({ kind: 'search', search, depth: depth + 1 }))
        return [line, ...linesIn(id), ...below]
      })
  return linesIn(undefined)
}
