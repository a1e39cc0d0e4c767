/** How a task is watched while it runs. */
export interface Watch {
  /** Aborted when nobody wants the result any more: the task ends as soon as it can, as if it had not begun. */
  readonly signal: AbortSignal
  /** Says how far it is; a total of 0 is not known. May be called for every file. */
  readonly progress: (done: number, total: number) => void
  /** Takes in what was said meanwhile, an end of the task among it, without waiting; for work that goes on and on. */
  readonly look?: (() => void) | undefined
}

/** So often a person sees movement, and no one is kept busy with messages. */
const EVERY_MS = 100

/** Passes on the first of the calls, then one in {@link EVERY_MS}. */
export function reporting(tell: (done: number, total: number) => void): Watch['progress'] {
  let told = Number.NEGATIVE_INFINITY
  return (done, total) => {
    const now = performance.now()
    if (now - told < EVERY_MS) return
    told = now
    tell(done, total)
  }
}
