import type { Clipping } from '../model/clipping.ts'
import type { ChangeLabel, Operation } from '../model/library-change.ts'
import { tagNameFrom } from '../model/tag.ts'
import { exhausted, fail, ok, type Result } from '../result.ts'
import type { Change, PlanFailure } from './change.ts'
import { type MarkChanges, markClipping, putMarked } from './marks.ts'
import type { LibraryState } from './state.ts'
import { missingTags } from './tags.ts'

/** What can be set on, or taken off, one or many clippings at once. */
export type Mark =
  | { readonly mark: 'starred' | 'read' | 'trashed'; readonly on: boolean }
  | { readonly mark: 'tag'; readonly on: boolean; readonly tag: string }
  | { readonly mark: 'collection'; readonly on: boolean; readonly collection: string }

const KINDS = {
  starred: ['star', 'unstar'],
  read: ['mark-read', 'mark-unread'],
  trashed: ['trash', 'untrash'],
  tag: ['tag', 'untag'],
  collection: ['collect', 'uncollect'],
} as const satisfies Record<Mark['mark'], readonly [ChangeLabel['kind'], ChangeLabel['kind']]>

/**
 * Marks those of the clippings that do not have the mark yet; undefined where all have it. A tag that is not
 * known yet is created. Ids that the library does not hold are passed over; `not-found` where it holds none.
 * `at` is the instant of the change.
 */
export function planMark(
  state: LibraryState,
  ids: readonly string[],
  asked: Mark,
  at: string,
): Result<Change | undefined, PlanFailure> {
  const resolved = resolve(state, asked)
  if (!resolved.ok) return resolved
  const { mark, name } = resolved.value
  const clippings = [...new Set(ids)].flatMap(id => state.clippings.get(id) ?? [])
  if (clippings.length === 0) return fail('not-found')
  const changed = clippings.flatMap(clipping => {
    const set = markSet(clipping, mark, at)
    if (set === undefined) return []
    const changes = { ...set, updatedAt: at }
    // The trash is emptied by age, which undo passes over: what it then takes back is gone.
    return [mark.mark === 'trashed' ? putMarked(clipping, changes) : markClipping(clipping, changes)]
  })
  if (changed.length === 0) return ok(undefined)
  const created: Operation[] = mark.mark === 'tag' && mark.on ? missingTags(state, [mark.tag]) : []
  const label: ChangeLabel = { kind: KINDS[mark.mark][mark.on ? 0 : 1], count: changed.length }
  return ok({ label: name === undefined ? label : { ...label, name }, ops: [...created, ...changed] })
}

/** The mark with its tag spelt as the library spells tags, and the name that the history shows. */
function resolve(state: LibraryState, mark: Mark): Result<{ mark: Mark; name?: string }, PlanFailure> {
  switch (mark.mark) {
    case 'tag': {
      const tag = tagNameFrom(mark.tag)
      return tag === undefined ? fail('invalid-name') : ok({ mark: { ...mark, tag }, name: tag })
    }
    case 'collection': {
      const collection = state.collections.get(mark.collection)
      return collection === undefined ? fail('not-found') : ok({ mark, name: collection.name })
    }
    default:
      return ok({ mark })
  }
}

/** What the mark sets on the clipping; undefined where it has it already. */
function markSet(clipping: Clipping, mark: Mark, at: string): MarkChanges | undefined {
  switch (mark.mark) {
    case 'starred':
      return clipping.starred === mark.on ? undefined : { starred: mark.on }
    case 'read':
      return (clipping.readAt !== undefined) === mark.on ? undefined : { readAt: mark.on ? at : undefined }
    case 'trashed':
      return (clipping.trashedAt !== undefined) === mark.on
        ? undefined
        : { trashedAt: mark.on ? at : undefined }
    case 'tag': {
      const tags = toggled(clipping.tags, mark.tag, mark.on)
      return tags === clipping.tags ? undefined : { tags }
    }
    case 'collection': {
      const collections = toggled(clipping.collections, mark.collection, mark.on)
      return collections === clipping.collections ? undefined : { collections }
    }
    default:
      return exhausted(mark)
  }
}

function toggled(values: string[], value: string, on: boolean): string[] {
  if (values.includes(value) === on) return values
  return on ? [...values, value] : values.filter(other => other !== value)
}
