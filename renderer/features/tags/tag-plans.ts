import { isWithinTag, tagNameFrom } from '../../../electron/core/model/tag.ts'

/** What renaming would do, said before it is done. `joins` are names that exist already: two tags become one. */
export type RenamePlan =
  | { readonly kind: 'invalid' | 'same' }
  | {
      readonly kind: 'rename' | 'merge'
      readonly to: string
      /** Tags below that move along. */
      readonly below: number
      /** Of those below, the new names that are taken, in order. */
      readonly joins: readonly string[]
    }

/** What the library will do with the same request, told from the names alone: every level has its name listed. */
export function planRename(names: readonly string[], name: string, typed: string): RenamePlan {
  const to = tagNameFrom(typed)
  if (to === undefined) return { kind: 'invalid' }
  if (to === name) return { kind: 'same' }
  const moved = names.filter(other => isWithinTag(other, name))
  const staying = new Set(names.filter(other => !isWithinTag(other, name)))
  const renamed = moved.map(other => to + other.slice(name.length))
  if (renamed.some(other => tagNameFrom(other) === undefined)) return { kind: 'invalid' }
  const taken = renamed.filter(other => staying.has(other))
  return {
    kind: taken.length > 0 ? 'merge' : 'rename',
    to,
    below: moved.filter(other => other !== name).length,
    joins: taken.filter(other => other !== to),
  }
}

export type CreatePlan =
  | { readonly kind: 'invalid' }
  | { readonly kind: 'taken'; readonly name: string }
  | {
      readonly kind: 'new'
      readonly name: string
      /** Levels above that are not there yet, highest first. */
      readonly parents: readonly string[]
    }

/** What creating a tag would do. */
export function planCreate(names: readonly string[], typed: string): CreatePlan {
  const name = tagNameFrom(typed)
  if (name === undefined) return { kind: 'invalid' }
  if (names.includes(name)) return { kind: 'taken', name }
  const levels = name.split('/')
  const above = levels.slice(0, -1).map((_, index) => levels.slice(0, index + 1).join('/'))
  return { kind: 'new', name, parents: above.filter(parent => !names.includes(parent)) }
}

/** The last level of a tag's name. */
const leafOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1)

/**
 * What a tag is called below another, or at the top where that is undefined; undefined where it would not move: below
 * itself or one below it, or where it is.
 */
export function movedName(name: string, below: string | undefined): string | undefined {
  if (below !== undefined && isWithinTag(below, name)) return undefined
  const to = below === undefined ? leafOf(name) : `${below}/${leafOf(name)}`
  return to === name ? undefined : to
}

/** The tags below one, by their full names. */
export const tagsBelow = (names: readonly string[], name: string): string[] =>
  names.filter(other => other !== name && isWithinTag(other, name))

/** Where a chosen tag is after a rename of it or of one above it. */
export const renamedTag = (chosen: string, from: string, to: string): string =>
  isWithinTag(chosen, from) ? to + chosen.slice(from.length) : chosen
