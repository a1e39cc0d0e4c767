import type { Overview } from '../model/overview.ts'
import { isOnShelf } from './shelf.ts'
import type { LibraryState } from './state.ts'
import { inheritedColour, parentOf } from './tags.ts'

const SHELVES = ['inbox', 'all', 'starred', 'trash'] as const

/** What is counted of one tag; `last` is the clipping that was counted last, so that none counts twice. */
interface Tally {
  readonly name: string
  own: number
  total: number
  last: string
}

/**
 * What there is and how many, trashed clippings counted in the trash alone. Tags come by name, parents before
 * children; a tag that only its children imply is listed too, in the colour of the nearest tag above.
 * Collections come in the order of their creation.
 */
export function overviewOf(state: LibraryState): Pick<Overview, 'shelves' | 'collections' | 'tags'> {
  const shelves = { inbox: 0, all: 0, starred: 0, trash: 0 }
  const members = new Map<string, number>()
  const lineages = new Map<string, readonly Tally[]>()
  for (const name of state.tags.keys()) lineageOf(name, lineages)
  for (const clipping of state.clippings.values()) {
    for (const shelf of SHELVES) if (isOnShelf(clipping, shelf)) shelves[shelf]++
    const counts = clipping.trashedAt === undefined ? 1 : 0
    for (const id of clipping.collections) members.set(id, (members.get(id) ?? 0) + counts)
    for (const tag of clipping.tags)
      for (const tally of lineageOf(tag, lineages)) {
        if (tally.name === tag) tally.own += counts
        if (tally.last !== clipping.id) tally.total += counts
        tally.last = clipping.id
      }
  }
  return {
    shelves,
    collections: [...state.collections.values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(collection => ({ ...collection, count: members.get(collection.id) ?? 0 })),
    tags: [...lineages.keys()].sort(byLevels).map(name => {
      const { own, total } = lineageOf(name, lineages)[0] ?? { own: 0, total: 0 }
      return { name, colour: state.tags.get(name)?.colour ?? inheritedColour(state, name), own, total }
    }),
  }
}

/** The tag's own tally and those of the tags above it, itself first; made where they are not there yet. */
function lineageOf(name: string, lineages: Map<string, readonly Tally[]>): readonly Tally[] {
  const known = lineages.get(name)
  if (known !== undefined) return known
  const parent = parentOf(name)
  const above = parent === undefined ? [] : lineageOf(parent, lineages)
  const lineage = [{ name, own: 0, total: 0, last: '' }, ...above]
  lineages.set(name, lineage)
  return lineage
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
