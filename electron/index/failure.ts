import { fail, ok, type Result } from '../core/result.ts'
import { DamagedRow } from './damaged-row.ts'
import type { IndexFailure } from './search-index.ts'

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html). */
const BUSY = 5
const LOCKED = 6
/** A missing table, a row that is there already, a value of another kind: what is there is not what we wrote. */
const DAMAGE = [1, 11, 19, 20, 26]

/** Undefined for what is no failure of SQLite, the disk or the stored JSON: that is a bug. */
function codeOf(error: unknown): IndexFailure['code'] | undefined {
  if (error instanceof SyntaxError || error instanceof DamagedRow) return 'damaged'
  if (!(error instanceof Error)) return undefined
  if ('errcode' in error) {
    const primary = Number(error.errcode) & 0xff
    if (primary === BUSY || primary === LOCKED) return 'busy'
    return DAMAGE.includes(primary) ? 'damaged' : 'unavailable'
  }
  return 'code' in error ? 'unavailable' : undefined
}

/** Runs what may fail because of SQLite, the disk or the stored JSON, and gives such a failure as a value. */
export function attempt<T>(run: () => T): Result<T, IndexFailure> {
  try {
    return ok(run())
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) throw error
    return fail({ code, message: error instanceof Error ? error.message : String(error) })
  }
}
