import { join } from 'node:path'
import { BACKUPS_FOLDER } from '../store/paths.ts'
import type { WorkPool } from '../work/pool.ts'

/** After the window is up and the first lists are there. */
const FIRST_MS = 30_000
const EVERY_MS = 15 * 60_000

/**
 * Sees to it that a backup is taken when one is due (an hour after the last, and only where something changed),
 * in a worker, beside the edits. One that fails is reported and tried again at the next turn. Returns what
 * stops it; a backup under way ends with its worker and is not listed.
 */
export function scheduleBackups(
  library: string,
  pool: WorkPool,
  report: (reason: string) => void,
): () => void {
  const backups = join(library, BACKUPS_FOLDER)
  const backUp = async () => {
    const taken = await pool.run('back-up', { library, backups })
    const reason = taken.ok ? taken.value : taken.error.message
    if (reason !== undefined) report(reason)
  }
  const first = setTimeout(() => void backUp(), FIRST_MS)
  const every = setInterval(() => void backUp(), EVERY_MS)
  return () => {
    clearTimeout(first)
    clearInterval(every)
  }
}
