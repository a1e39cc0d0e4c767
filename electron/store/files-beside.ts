import { ok, type Result } from '../core/result.ts'
import type { StoreFailure } from './store-failure.ts'

/**
 * The files that are written before the journal line that names them. It keeps the collecting of orphans from
 * removing one that a clip under way counts on: an old file may be put again, and is then named a moment later.
 */
export class FilesBeside {
  /** Written since the library was opened, and not known to be named by a line that is on the disk. */
  readonly #awaited = new Set<string>()
  readonly #writing = new Set<Promise<unknown>>()
  #removing: Promise<unknown> | undefined
  #collecting = 0

  /** Runs a write while nothing is removed, and remembers the paths of what it wrote. */
  async write<T>(
    write: () => Promise<Result<T, StoreFailure>>,
    pathsOf: (value: T) => readonly string[],
  ): Promise<Result<T, StoreFailure>> {
    while (this.#removing !== undefined) await this.#removing
    const writing = write().then(written => {
      if (written.ok) for (const path of pathsOf(written.value)) this.#awaited.add(path)
      return written
    })
    this.#writing.add(writing)
    return writing.finally(() => this.#writing.delete(writing))
  }

  /** A line that names the files is on the disk. */
  named(paths: Iterable<string>): void {
    // The lines may have been read before this one was there.
    if (this.#collecting > 0) return
    for (const path of paths) this.#awaited.delete(path)
  }

  /** Runs the work that looks for orphans and removes them. */
  async collecting<T>(work: () => Promise<T>): Promise<T> {
    this.#collecting++
    try {
      return await work()
    } finally {
      this.#collecting--
    }
  }

  /** Runs the removal of the path while nothing is written; false where a clip counts on the file. */
  async removeUnlessAwaited(
    path: string,
    remove: () => Promise<Result<undefined, StoreFailure>>,
  ): Promise<Result<boolean, StoreFailure>> {
    while (this.#removing !== undefined) await this.#removing
    const removing = Promise.allSettled(this.#writing).then(
      async (): Promise<Result<boolean, StoreFailure>> => {
        if (this.#awaited.has(path)) return ok(false)
        const removed = await remove()
        return removed.ok ? ok(true) : removed
      },
    )
    this.#removing = removing
    try {
      return await removing
    } finally {
      this.#removing = undefined
    }
  }
}
