import type { Result } from '../core/result.ts'
import { caught, type StoreFailure } from '../store/store-failure.ts'
import type { FileWatch } from '../store/watched-files.ts'
import type { Watch } from './watch.ts'

/** Follows work on many files: each that is done is progress. `total` of 0 until the work itself says it. */
export function fileWatch({ signal, progress }: Watch, total = 0): FileWatch {
  let done = 0
  let all = total
  return {
    signal,
    onTotal: files => {
      all = files
    },
    onFile: () => {
      done += 1
      // A total that was counted before may be overtaken by what was written since.
      progress(all === 0 ? done : Math.min(done, all), all)
    },
  }
}

/** The outcome of work that gives one, or throws one where it was cancelled. */
export async function outcomeOf<T>(
  work: () => Promise<Result<T, StoreFailure>>,
): Promise<Result<T, StoreFailure>> {
  const outcome = await caught(work)
  return outcome.ok ? outcome.value : outcome
}
