import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as Sqlite from '@photostructure/sqlite'
import { fail, ok, type Result } from '../core/result.ts'
import type { IndexFailure } from './search-index.ts'

/** What the build puts beside the bundle: the package's own program for this platform (electron.vite.config.ts). */
const BESIDE = join(import.meta.dirname, 'sqlite', `${process.platform}-${process.arch}.node`)

/**
 * SQLite with Node's interface `node:sqlite`, which Node 20 has not got. It is asked for when it is needed, because a
 * machine for which the package has no program shall open the app, and search by scanning.
 */
export function loadSqlite(): Result<Pick<typeof Sqlite, 'DatabaseSync'>, IndexFailure> {
  const load = createRequire(import.meta.url)
  try {
    const sqlite: Pick<typeof Sqlite, 'DatabaseSync'> = load(
      existsSync(BESIDE) ? BESIDE : '@photostructure/sqlite',
    )
    return ok(sqlite)
  } catch (error) {
    return fail({ code: 'unavailable', message: error instanceof Error ? error.message : String(error) })
  }
}
