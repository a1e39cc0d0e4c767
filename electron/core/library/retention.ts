import type { Change } from './change.ts'
import type { LibraryState } from './state.ts'

const DAY_MS = 86_400_000

/** The instant that is so many days of 24 hours before another. */
export const daysBefore = (at: string, days: number): string =>
  new Date(Date.parse(at) - days * DAY_MS).toISOString()

/**
 * The clippings in the trash, or only those put there before an instant; undefined in the place of each other one, so that
 * who goes through a large library can pause.
 */
export function* inTrash(state: LibraryState, before?: string): Generator<string | undefined> {
  const until = before === undefined ? Number.POSITIVE_INFINITY : Date.parse(before)
  for (const { id, trashedAt } of state.clippings.values())
    yield trashedAt !== undefined && Date.parse(trashedAt) < until ? id : undefined
}

/**
 * Removes the clippings in the trash, or only those put there before an instant, as one change; undefined where
 * there are none. Originals and articles stay, because the history names them: the change can be undone, and
 * `verify` and backups count on them.
 */
export function planEmptyTrash(state: LibraryState, before?: string): Change | undefined {
  const ids: string[] = []
  for (const id of inTrash(state, before)) if (id !== undefined) ids.push(id)
  if (ids.length === 0) return undefined
  return {
    label: { kind: 'empty-trash', count: ids.length },
    ops: ids.sort().map(id => ({ op: 'remove-clipping', id })),
  }
}
