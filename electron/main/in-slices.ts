import { setImmediate } from 'node:timers/promises'

/** Short enough that a keystroke or a request that arrives meanwhile is not felt to wait. */
const SLICE_MS = 4

/** Drives work that pauses often, and lets everything else that waits for this thread go first every few milliseconds. */
export async function inSlices(work: Iterator<unknown>): Promise<void> {
  for (;;) {
    const end = performance.now() + SLICE_MS
    do {
      if (work.next().done === true) return
    } while (performance.now() < end)
    await setImmediate()
  }
}
