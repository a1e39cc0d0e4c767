import type { DurableFiles } from './durable-files.ts'
import { StoreError } from './store-failure.ts'

/** Who follows work on many files. */
export interface FileWatch {
  readonly signal?: AbortSignal | undefined
  /** Called for each file that is done, with its length where that is known. */
  readonly onFile?: ((byteLength: number) => void) | undefined
  /** Called once, where the number of files is known before. */
  readonly onTotal?: ((files: number) => void) | undefined
}

/** Throws a {@link StoreError} `cancelled` once the work is to end. */
export function endIfCancelled({ signal }: FileWatch): void {
  if (signal?.aborted) throw new StoreError({ code: 'cancelled', message: 'cancelled' })
}

/**
 * The same files for work that can be cancelled: from then on reading throws a {@link StoreError}, which
 * passes through code that takes a failure to read for damage.
 */
export const watchedFiles = <F extends DurableFiles>(files: F, watch: FileWatch): F => ({
  ...files,
  read: async path => {
    endIfCancelled(watch)
    const bytes = await files.read(path)
    watch.onFile?.(bytes.ok ? (bytes.value?.byteLength ?? 0) : 0)
    return bytes
  },
})
