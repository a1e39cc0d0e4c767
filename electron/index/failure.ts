import { fail, ok, type Result } from '../core/result.ts'
import type { IndexFailure } from './search-index.ts'

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html). */
const BUSY = 5
const LOCKED = 6
const CORRUPT = 11
const NOT_A_DATABASE = 26
/** A missing table or a value of another kind: what is there is not what we wrote. */
const ERROR = 1
const MISMATCH = 20

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function codeOf(error: unknown): IndexFailure['code'] {
  if (error instanceof SyntaxError) return 'damaged'
  const extended = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0
  switch (extended & 0xff) {
    case BUSY:
    case LOCKED:
      return 'busy'
    case ERROR:
    case CORRUPT:
    case MISMATCH:
    case NOT_A_DATABASE:
      return 'damaged'
    default:
      return 'unavailable'
  }
}

/** Runs what may throw an error of SQLite or of JSON, and gives that as a value. */
export function attempt<T>(run: () => T): Result<T, IndexFailure> {
  try {
    return ok(run())
  } catch (error) {
    return fail({ code: codeOf(error), message: messageOf(error) })
  }
}
