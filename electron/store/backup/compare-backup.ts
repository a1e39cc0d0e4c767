import type { Clipping } from '../../core/model/clipping.ts'
import { ok, type Result } from '../../core/result.ts'
import type { DurableFiles } from '../durable-files.ts'
import type { StoreFailure } from '../store-failure.ts'
import { readState } from './read-state.ts'

/** How a backup compares with the library now, in clippings. */
export interface BackupComparison {
  /** In the library, and not in the backup. */
  readonly added: number
  readonly changed: number
  /** In the backup, and not in the library. */
  readonly removed: number
  /** The newest of those that are only in the backup, at most so many as were asked for. */
  readonly onlyInBackup: readonly { readonly id: string; readonly title: string }[]
}

/** Compares the library in a backup with the one in the folder; both are read whole, and nothing is written. */
export async function compareBackup(
  backup: DurableFiles,
  library: DurableFiles,
  most: number,
): Promise<Result<BackupComparison, StoreFailure>> {
  const [then, now] = [await readState(backup), await readState(library)]
  if (!then.ok) return then
  if (!now.ok) return now
  const past = then.value.state.clippings
  const present = now.value.state.clippings
  const gone: Clipping[] = []
  let changed = 0
  for (const [id, clipping] of past) {
    const today = present.get(id)
    if (today === undefined) gone.push(clipping)
    else if (JSON.stringify(today) !== JSON.stringify(clipping)) changed += 1
  }
  gone.sort((a, b) => (a.clippedAt < b.clippedAt ? 1 : -1))
  return ok({
    added: present.size - (past.size - gone.length),
    changed,
    removed: gone.length,
    onlyInBackup: gone.slice(0, most).map(({ id, title }) => ({ id, title })),
  })
}
