import type { EditedFile } from '../core/model/edited-file.ts'
import type { TemplateProblem } from '../core/model/export-template.ts'
import { fail, ok, type Result } from '../core/result.ts'

/** Why the library on disk could not do what was asked. The codes are a part of the IPC contract's. */
export interface StoreFailure {
  readonly code:
    | 'not-found'
    | 'nothing-to-undo'
    | 'disk-full'
    | 'read-only'
    | 'write-failed'
    | 'read-failed'
    | 'library-locked'
    | 'library-newer'
    | 'library-damaged'
    | 'library-missing'
    | 'not-a-library'
    | 'folder-not-empty'
    | 'cancelled'
    | 'template-failed'
    | 'export-edited'
  /** For the log: names the file, never holds text of an article. */
  readonly message: string
  readonly detail?: string
  /** Of `library-locked`: which computer has the library open, and since when. */
  readonly holder?: LockHolder
  /** Of `export-edited`: the files that somebody has changed since they were exported. */
  readonly edited?: readonly EditedFile[]
  /** Of `template-failed`: what is wrong, and where. */
  readonly template?: TemplateProblem
  /** Of `library-newer`, where it could be read: so many records and changes are of kinds that are not known yet. */
  readonly leftOut?: number
}

export interface LockHolder {
  readonly host: string
  readonly since: string
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** True where the operating system says that the path does not exist. */
export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT'

/** True where the operating system says that the path exists already. */
export const isTaken = (error: unknown): boolean => codeOf(error) === 'EEXIST'

/** Puts an operating system's error on a write in our terms; `doing` says what was attempted. */
export function writeFailure(error: unknown, doing: string): StoreFailure {
  const detail = error instanceof Error ? error.message : String(error)
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk-full', message: doing, detail }
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return { code: 'read-only', message: doing, detail }
    default:
      return { code: 'write-failed', message: doing, detail }
  }
}

/** The operating system did not give a file that is there: neither its absence nor damage, and it may pass. */
export function readFailure(error: unknown, doing: string): StoreFailure {
  const detail = error instanceof Error ? error.message : String(error)
  // Something else stands where the file or folder should be.
  if (['EISDIR', 'ENOTDIR'].includes(codeOf(error))) return damaged(doing, detail)
  return { code: 'read-failed', message: doing, detail }
}

export const damaged = (message: string, detail?: string): StoreFailure =>
  detail === undefined ? { code: 'library-damaged', message } : { code: 'library-damaged', message, detail }

/** Carries a failure through code that has no other way to pass it on; caught where a Result is made of it. */
export class StoreError extends Error {
  readonly failure: StoreFailure

  constructor(failure: StoreFailure) {
    super(failure.message)
    this.failure = failure
  }
}

/** The outcome of `work`, where a {@link StoreError} is an expected failure; any other exception is a bug. */
export async function caught<T>(work: () => Promise<T>): Promise<Result<T, StoreFailure>> {
  try {
    return ok(await work())
  } catch (error) {
    if (error instanceof StoreError) return fail(error.failure)
    throw error
  }
}

/** The value of an outcome, in code whose caller catches a {@link StoreError}. */
export function orThrow<T>(result: Result<T, StoreFailure>): T {
  if (!result.ok) throw new StoreError(result.error)
  return result.value
}
