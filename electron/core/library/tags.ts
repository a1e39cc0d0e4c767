import type { Clipping } from '../model/clipping.ts'
import type { Operation } from '../model/library-change.ts'
import { isWithinTag, type TagColour, tagNameFrom } from '../model/tag.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Change, PlanFailure } from './change.ts'
import { markClipping } from './marks.ts'
import type { LibraryState } from './state.ts'

const DEFAULT_COLOUR: TagColour = 'grey'

/** Operations that create those of the tags that have no record yet. */
export function missingTags(state: LibraryState, names: readonly string[]): Operation[] {
  const missing = [...new Set(names)].filter(name => !state.tags.has(name))
  return missing.map(name => ({ op: 'put-tag', tag: { name, colour: inheritedColour(state, name) } }))
}

/** The colour of the nearest tag above, so that a new branch looks like its parent. */
export function inheritedColour(state: LibraryState, name: string): TagColour {
  for (let parent = parentOf(name); parent !== undefined; parent = parentOf(parent)) {
    const tag = state.tags.get(parent)
    if (tag !== undefined) return tag.colour
  }
  return DEFAULT_COLOUR
}

/** The tag one level up; undefined at the top. */
export function parentOf(name: string): string | undefined {
  const slash = name.lastIndexOf('/')
  return slash === -1 ? undefined : name.slice(0, slash)
}

/** `name-taken` where the tag has a record; a tag that is only implied by its children gets one. */
export function planCreateTag(
  state: LibraryState,
  typed: string,
  colour?: TagColour,
): Result<Change, PlanFailure> {
  const name = tagNameFrom(typed)
  if (name === undefined) return fail('invalid-name')
  if (state.tags.has(name)) return fail('name-taken')
  const tag = { name, colour: colour ?? inheritedColour(state, name) }
  return ok({ label: { kind: 'create-tag', count: 0, name }, ops: [{ op: 'put-tag', tag }] })
}

/** Undefined where the tag has the colour. A tag that is only implied by its children gets a record. */
export function planColourTag(
  state: LibraryState,
  name: string,
  colour: TagColour,
): Result<Change | undefined, PlanFailure> {
  const branch = branchOf(state, name)
  if (branch === undefined) return fail('not-found')
  if (state.tags.get(name)?.colour === colour) return ok(undefined)
  return ok({
    label: { kind: 'colour-tag', count: 0, name },
    ops: [{ op: 'put-tag', tag: { name, colour } }],
  })
}

/**
 * Renames the tag and every tag below it, on every clipping, trashed ones included. Where a new name exists
 * the two become one: it keeps its colour, and no clipping carries it twice.
 */
export function planRenameTag(
  state: LibraryState,
  name: string,
  typed: string,
): Result<Change | undefined, PlanFailure> {
  const to = tagNameFrom(typed)
  if (to === undefined) return fail('invalid-name')
  const branch = branchOf(state, name)
  if (branch === undefined) return fail('not-found')
  if (to === name) return ok(undefined)
  const renamed = (tag: string): string => (isWithinTag(tag, name) ? to + tag.slice(name.length) : tag)
  // A level below may become too long under the new name.
  if (branch.names.some(tag => tagNameFrom(renamed(tag)) === undefined)) return fail('invalid-name')
  const outside = [...state.tags.keys()].filter(tag => !isWithinTag(tag, name))
  const merges = outside.includes(to) || carriedBeside(state, name, to)
  const puts = [...state.tags.values()]
    .filter(tag => isWithinTag(tag.name, name) && !outside.includes(renamed(tag.name)))
    .map((tag): Operation => ({ op: 'put-tag', tag: { ...tag, name: renamed(tag.name) } }))
  return ok({
    label: { kind: merges ? 'merge-tag' : 'rename-tag', count: branch.clippings.length, name: to },
    ops: [
      ...removals(state, name),
      ...puts,
      ...branch.clippings.map(clipping =>
        markClipping(clipping, { tags: [...new Set(clipping.tags.map(renamed))] }),
      ),
    ],
  })
}

/** Removes the tag and every tag below it, also from every clipping that carries one. */
export function planDeleteTag(state: LibraryState, name: string): Result<Change, PlanFailure> {
  const branch = branchOf(state, name)
  if (branch === undefined) return fail('not-found')
  return ok({
    label: { kind: 'delete-tag', count: branch.clippings.length, name },
    ops: [
      ...removals(state, name),
      ...branch.clippings.map(clipping =>
        markClipping(clipping, { tags: clipping.tags.filter(tag => !isWithinTag(tag, name)) }),
      ),
    ],
  })
}

/**
 * Removes those of the tags that no clipping has, trashed ones included, nor a tag below them. The label counts the tags
 * and names none. Undefined where there are none.
 */
export function planDeleteUnusedTags(
  state: LibraryState,
  names: readonly string[],
): Result<Change | undefined, PlanFailure> {
  const carried = new Set<string>()
  for (const { tags } of state.clippings.values())
    for (const tag of tags)
      for (let name: string | undefined = tag; name !== undefined; name = parentOf(name)) {
        if (carried.has(name)) break
        carried.add(name)
      }
  const unused = [...new Set(names)].filter(name => state.tags.has(name) && !carried.has(name))
  if (unused.length === 0) return ok(undefined)
  return ok({
    label: { kind: 'delete-tag', count: unused.length },
    ops: unused.map(name => ({ op: 'remove-tag', name })),
  })
}

/** All names at or below the tag and the clippings that carry one; undefined where there is neither. */
function branchOf(state: LibraryState, name: string): { names: string[]; clippings: Clipping[] } | undefined {
  const names = new Set([...state.tags.keys()].filter(tag => isWithinTag(tag, name)))
  const clippings: Clipping[] = []
  for (const clipping of state.clippings.values()) {
    const carried = clipping.tags.filter(tag => isWithinTag(tag, name))
    for (const tag of carried) names.add(tag)
    if (carried.length > 0) clippings.push(clipping)
  }
  return names.size === 0 ? undefined : { names: [...names], clippings }
}

const removals = (state: LibraryState, name: string): Operation[] =>
  [...state.tags.keys()].filter(tag => isWithinTag(tag, name)).map(tag => ({ op: 'remove-tag', name: tag }))

/** True where a clipping carries `to` and it is not itself among the tags that move. */
function carriedBeside(state: LibraryState, name: string, to: string): boolean {
  if (isWithinTag(to, name)) return false
  for (const { tags } of state.clippings.values()) if (tags.includes(to)) return true
  return false
}
