import { join } from 'node:path'
import type { Failure } from '../ipc/contract.ts'
import type { Library } from '../store/library.ts'
import { BACKUPS_FOLDER } from '../store/paths.ts'
import type { WorkPool } from '../work/pool.ts'
import { workFailure } from './work-failure.ts'

/** After the window is up and the first lists are there. */
const FIRST_MS = 30_000
const EVERY_MS = 15 * 60_000

export interface ScheduledBackups {
  /** One that is under way is given up, and is not listed; resolves when it has ended. */
  stop(): Promise<void>
}

/**
 * Sees to it that a backup is taken when one is due (an hour after the last, and only where something changed),
 * in a worker, beside the edits. One that fails is reported and tried again at the next turn; after each turn that
 * went well `report` gets no failure, and when the backup was taken where one was due.
 */
export function scheduleBackups(
  library: Pick<Library, 'directory' | 'version' | 'state'>,
  pool: WorkPool,
  report: (failure: Failure | undefined, taken: string | undefined) => void,
): ScheduledBackups {
  const backups = join(library.directory, BACKUPS_FOLDER)
  const stopping = new AbortController()
  const { signal } = stopping
  let underWay: Promise<void> | undefined
  const backUp = async () => {
    const known = { seq: library.version, clippings: library.state.clippings.size }
    const request = { library: library.directory, backups, onlyIfDue: true, known }
    const taken = await pool.run('back-up', request, { signal })
    if (signal.aborted) return
    if (!taken.ok) report(workFailure(taken.error), undefined)
    else if (!taken.value.ok) report(taken.value.error, undefined)
    else report(undefined, taken.value.value?.at)
  }
  const turn = () => {
    underWay ??= backUp().finally(() => {
      underWay = undefined
    })
  }
  const first = setTimeout(turn, FIRST_MS)
  const every = setInterval(turn, EVERY_MS)
  return {
    async stop() {
      stopping.abort()
      clearTimeout(first)
      clearInterval(every)
      await underWay
    },
  }
}
