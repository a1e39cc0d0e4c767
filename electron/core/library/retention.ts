import type { Change } from './change.ts'
import type { LibraryState } from './state.ts'

/** How long the trash keeps a clipping, unless the user says otherwise. */
const TRASH_KEPT_DAYS = 30

const DAY_MS = 86_400_000

/**
 * Removes the clippings that have been in the trash for longer than the days, as one change; undefined where
 * there are none. `at` is the instant of the change. Originals and articles stay, because the history names them.
 */
export function planEmptyTrash(
  state: LibraryState,
  at: string,
  keptDays: number = TRASH_KEPT_DAYS,
): Change | undefined {
  const until = Date.parse(at) - keptDays * DAY_MS
  const ids: string[] = []
  for (const { id, trashedAt } of state.clippings.values())
    if (trashedAt !== undefined && Date.parse(trashedAt) < until) ids.push(id)
  if (ids.length === 0) return undefined
  return {
    label: { kind: 'empty-trash', count: ids.length },
    ops: ids.sort().map(id => ({ op: 'remove-clipping', id })),
  }
}
