import { daysBefore, inTrash, planEmptyTrash } from '../core/library/retention.ts'
import type { Clock } from '../core/ports.ts'
import type { Library } from '../store/library.ts'
import type { WorkPool } from '../work/pool.ts'
import { inSlices } from './in-slices.ts'

/** After the window is up and the first lists are there. */
const FIRST_MS = 20_000
const EVERY_MS = 24 * 3_600_000

export interface CarePorts {
  readonly clock: Clock
  readonly carePool: WorkPool
  /** How many days the trash keeps a clipping; null for ever. */
  readonly trashDays: () => number | null
}

/** Most days nothing is due, and going through all clippings in one turn would hold the window up. */
async function isAnyDue(library: Library, before: string): Promise<boolean> {
  let isDue = false
  function* look(): Generator<undefined> {
    for (const id of inTrash(library.pending, before)) {
      isDue = id !== undefined
      if (isDue) return
      yield undefined
    }
  }
  await inSlices(look())
  return isDue
}

/**
 * Once after opening and then every day: removes from the trash what has been there for longer than the user wants,
 * as one change of its own author, so that undo gives the user what the user did last, and the files that unfinished
 * clips left. Originals and articles of removed
 * clippings stay, because the journal names them. Returns what stops it.
 */
export function careDaily(library: Library, { clock, carePool, trashDays }: CarePorts): () => void {
  const care = async () => {
    if (library.readOnly !== undefined) return
    const days = trashDays()
    if (days !== null) {
      const before = daysBefore(new Date(clock.now()).toISOString(), days)
      const change = (await isAnyDue(library, before)) ? planEmptyTrash(library.pending, before) : undefined
      // Where it cannot be written, the library has turned read-only and says so itself.
      if (change !== undefined) await library.commit(change, 'retention')
    }
    await library.collectOrphans(async before => {
      const found = await carePool.run('library-orphans', { library: library.directory, before })
      // Without an answer nothing is known to be an orphan, and tomorrow is another day.
      return found.ok ? found.value : { ok: true, value: [] }
    })
  }
  const first = setTimeout(() => void care(), FIRST_MS)
  const every = setInterval(() => void care(), EVERY_MS)
  return () => {
    clearTimeout(first)
    clearInterval(every)
  }
}
