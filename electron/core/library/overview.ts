import type { Overview } from '../model/overview.ts'
import { isOnShelf } from './shelf.ts'
import type { LibraryState } from './state.ts'
import { inheritedColour, parentOf } from './tags.ts'

const SHELVES = ['inbox', 'all', 'starred', 'trash'] as const

/**
 * What there is and how many, trashed clippings counted in the trash alone. Tags come by name, parents before
 * children; a tag that only its children imply is listed too, in the colour of the nearest tag above.
 * Collections come in the order of their creation.
 */
export function overviewOf(state: LibraryState): Pick<Overview, 'shelves' | 'collections' | 'tags'> {
  const shelves = { inbox: 0, all: 0, starred: 0, trash: 0 }
  const members = new Map<string, number>()
  const own = new Map<string, number>()
  const total = new Map<string, number>()
  for (const clipping of state.clippings.values()) {
    for (const shelf of SHELVES) if (isOnShelf(clipping, shelf)) shelves[shelf]++
    const counted = clipping.trashedAt === undefined ? 1 : 0
    if (counted === 1) for (const id of clipping.collections) add(members, id, 1)
    for (const tag of clipping.tags) add(own, tag, counted)
    for (const tag of withAncestors(clipping.tags)) add(total, tag, counted)
  }
  const names = withAncestors([...state.tags.keys(), ...own.keys()])
  return {
    shelves,
    collections: [...state.collections.values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(collection => ({ ...collection, count: members.get(collection.id) ?? 0 })),
    tags: [...names].sort(byLevels).map(name => ({
      name,
      colour: state.tags.get(name)?.colour ?? inheritedColour(state, name),
      own: own.get(name) ?? 0,
      total: total.get(name) ?? 0,
    })),
  }
}

function add(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

function withAncestors(names: Iterable<string>): Set<string> {
  const all = new Set<string>()
  for (const name of names)
    for (let tag: string | undefined = name; tag !== undefined && !all.has(tag); tag = parentOf(tag))
      all.add(tag)
  return all
}

/** Level by level, so that `a/b` follows `a` even where `a b` exists. Code points: the reader's locale is not known here. */
function byLevels(a: string, b: string): number {
  const left = a.split('/')
  const right = b.split('/')
  for (let level = 0; level < Math.min(left.length, right.length); level++) {
    const [x = '', y = ''] = [left[level], right[level]]
    if (x !== y) return x < y ? -1 : 1
  }
  return left.length - right.length
}
