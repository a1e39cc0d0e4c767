import type { Clipping } from '../model/clipping.ts'
import type { Collection } from '../model/collection.ts'
import type { Overview } from '../model/overview.ts'
import { collectionsAbove } from './collection-tree.ts'
import { isOnShelf } from './shelf.ts'
import { parentOf } from './tags.ts'

const SHELVES = ['inbox', 'all', 'starred', 'trash'] as const

/** What is counted of one tag: clippings with it, with it or one below it, and carriers with the trashed ones. */
export interface TagCount {
  own: number
  total: number
  carried: number
}

/** Counts over the clippings of a library. Trashed clippings count in the trash, and as carriers of their tags. */
export interface Counts {
  readonly shelves: Overview['shelves']
  /**
   * How many clippings are in just these collections, by their ids with a space between: what is in a collection and
   * those that stand in it, each clipping once, follows from that wherever they stand.
   */
  readonly collections: ReadonlyMap<string, number>
  readonly tags: ReadonlyMap<string, Readonly<TagCount>>
}

interface RunningCounts extends Counts {
  readonly shelves: Overview['shelves']
  readonly collections: Map<string, number>
  readonly tags: Map<string, TagCount>
}

const none = (): RunningCounts => ({
  shelves: { inbox: 0, all: 0, starred: 0, trash: 0 },
  collections: new Map(),
  tags: new Map(),
})

/** A tag and those above it, itself first. */
function lineage(tag: string): string[] {
  const names: string[] = []
  for (let name: string | undefined = tag; name !== undefined; name = parentOf(name)) names.push(name)
  return names
}

function countTag(counts: RunningCounts, name: string, own: number, total: number, carried: number): void {
  const before = counts.tags.get(name) ?? { own: 0, total: 0, carried: 0 }
  before.own += own
  before.total += total
  before.carried += carried
  if (before.carried === 0) counts.tags.delete(name)
  else counts.tags.set(name, before)
}

/** Counts a clipping in (`by` 1) or out again (-1). */
function count(counts: RunningCounts, clipping: Clipping, by: 1 | -1): void {
  const { shelves, collections } = counts
  for (const shelf of SHELVES) if (isOnShelf(clipping, shelf)) shelves[shelf] += by
  const kept = clipping.trashedAt === undefined ? by : 0
  if (clipping.collections.length > 0) {
    const together = clipping.collections.join(' ')
    collections.set(together, (collections.get(together) ?? 0) + kept)
  }
  const counted = new Set<string>()
  for (const tag of clipping.tags) {
    for (const name of lineage(tag)) {
      const isFirst = !counted.has(name)
      counted.add(name)
      countTag(counts, name, name === tag ? kept : 0, isFirst ? kept : 0, isFirst ? by : 0)
    }
  }
}

/** How many clippings are in each collection itself, and how many in it or one that stands in it. */
export function countCollections(
  counts: Pick<Counts, 'collections'>,
  collections: ReadonlyMap<string, Collection>,
): Map<string, { own: number; total: number }> {
  const counted = new Map(Array.from(collections.keys(), id => [id, { own: 0, total: 0 }]))
  for (const [together, count] of counts.collections) {
    const ids = together.split(' ')
    const all = new Set(ids.flatMap(id => [id, ...collectionsAbove(collections, id)]))
    for (const id of all) {
      const each = counted.get(id)
      if (each === undefined) continue
      each.total += count
      if (ids.includes(id)) each.own += count
    }
  }
  return counted
}

/** Counts everything. */
export function countsOf(clippings: Iterable<Clipping>): Counts {
  const counts = none()
  for (const clipping of clippings) count(counts, clipping, 1)
  return counts
}

/** Keeps counts from change to change: what a change costs depends on what it changes, not on the library's size. */
export class KeptCounts {
  readonly #counts = none()

  /** As they are now: they go on changing. */
  get counts(): Counts {
    return this.#counts
  }

  /** A clipping as it was and as it is; undefined where it was not there or is gone. */
  change(before: Clipping | undefined, after: Clipping | undefined): void {
    if (before !== undefined) count(this.#counts, before, -1)
    if (after !== undefined) count(this.#counts, after, 1)
  }
}
