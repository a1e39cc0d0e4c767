import type { DurableFiles } from './durable-files.ts'
import { StoreError } from './store-failure.ts'

/** Who follows work on many files. */
export interface FileWatch {
  readonly signal?: AbortSignal | undefined
  /** Called for each file that is done. */
  readonly onFile?: (() => void) | undefined
}

/** Throws a {@link StoreError} `cancelled` once the work is to end. */
export function endIfCancelled({ signal }: FileWatch): void {
  if (signal?.aborted) throw new StoreError({ code: 'cancelled', message: 'cancelled' })
}

/**
 * The same files for work that can be cancelled: from then on reading and writing throw a {@link StoreError}, which
 * passes through code that takes a failure to read for damage.
 */
export const watchedFiles = <F extends DurableFiles>(files: F, watch: FileWatch): F => ({
  ...files,
  read: async path => {
    endIfCancelled(watch)
    const bytes = await files.read(path)
    watch.onFile?.()
    return bytes
  },
  replace: async (path, bytes) => {
    endIfCancelled(watch)
    return files.replace(path, bytes)
  },
})
