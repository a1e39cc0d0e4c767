import { createRequire } from 'node:module'
import type * as Sqlite from '@photostructure/sqlite'
import { fail, ok, type Result } from '../core/result.ts'
import type { IndexFailure } from './search-index.ts'

/**
 * SQLite with Node's interface `node:sqlite`, which Node 20 has not got. It is asked for when it is needed, because a
 * machine for which the package has no program shall open the app, and search by scanning.
 */
export function loadSqlite(): Result<typeof Sqlite, IndexFailure> {
  const load = createRequire(import.meta.url)
  try {
    const sqlite: typeof Sqlite = load('@photostructure/sqlite')
    return ok(sqlite)
  } catch (error) {
    return fail({ code: 'unavailable', message: error instanceof Error ? error.message : String(error) })
  }
}
