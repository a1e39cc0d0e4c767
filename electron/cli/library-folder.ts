import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fail, ok, type Result } from '../core/result.ts'
import type { Library } from '../store/library.ts'
import { openForReading, type ReadLibrary } from '../store/open-for-reading.ts'
import { openLibrary } from '../store/open-library.ts'
import type { StoreFailure } from '../store/store-failure.ts'
import { systemClock, uuidIdentifiers } from '../store/system-ports.ts'

export const libraryFolder = (stated: string | undefined): string =>
  resolve(stated ?? process.env['CUTTINGS_LIBRARY'] ?? join(homedir(), 'Documents', 'Cuttings'))

/** A store's failure in a user's words. */
export function storeFailure(failure: StoreFailure): string {
  switch (failure.code) {
    case 'library-locked':
      return 'the library is open in Cuttings or in another command; close that first'
    case 'library-newer':
      return 'the library was written by a newer version of Cuttings; nothing was changed'
    case 'library-damaged':
      return `the library is damaged (${failure.message}); it was not changed`
    case 'read-failed':
      return `the library cannot be read (${failure.message}: ${failure.detail ?? ''}); nothing was changed`
    case 'disk-full':
      return 'the disk is full; what was kept before is safe'
    case 'read-only':
      return 'the library cannot be written (read-only disk or missing permission)'
    default:
      return failure.detail === undefined ? failure.message : `${failure.message}: ${failure.detail}`
  }
}

/** Opens the library for one command and closes it after, whatever the command does. */
export async function withLibrary<T>(
  folder: string,
  use: (library: Library) => Promise<Result<T, string>>,
): Promise<Result<T, string>> {
  const opened = await openLibrary(folder, { clock: systemClock, identifiers: uuidIdentifiers })
  if (!opened.ok) return fail(storeFailure(opened.error))
  const used = await use(opened.value)
  const closed = await opened.value.close()
  if (used.ok && !closed.ok) return fail(storeFailure(closed.error))
  return used.ok ? ok(used.value) : used
}

/** What a command can read of a library, however it came to it. */
export type Readable = Omit<ReadLibrary, 'damage'>

/**
 * Reads the library for one command, also while Cuttings or another command has it open. One that has to be
 * migrated first is opened. Damage is a failure, told after the command has done what it can with the rest, and
 * so are records that only a newer version knows.
 */
export async function readingLibrary<T>(
  folder: string,
  use: (library: Readable) => Promise<Result<T, string>>,
): Promise<Result<T, string>> {
  const read = await openForReading(folder)
  if (!read.ok) return fail(storeFailure(read.error))
  if (read.value === undefined) return withLibrary(folder, use)
  const used = await use(read.value)
  const { damage, newer } = read.value
  if (!used.ok) return used
  if (damage !== undefined) return fail(storeFailure(damage))
  const leftOut = newer?.leftOut ?? 0
  return leftOut === 0
    ? used
    : fail(
        `a newer version of Cuttings wrote ${leftOut} of its records in a way that this one cannot read; nothing was changed`,
      )
}
