import { existsSync, rmSync } from 'node:fs'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { fail, ok, type Result } from '../core/result.ts'
import type { Facts } from '../core/search/document.ts'
import { Catalogue } from './catalogue.ts'
import { attempt, DamagedRow } from './failure.ts'
import { PRAGMAS, SCHEMA, STAMP } from './schema.ts'
import type { IndexFailure, SearchIndex } from './search-index.ts'
import { loadSqlite } from './sqlite.ts'
import { sqliteIndex } from './sqlite-index.ts'

/** Opens the index in this file. It is never mended: a failure says whether to build a new one. */
export function openIndex(path: string): Result<SearchIndex, IndexFailure> {
  if (!existsSync(path)) return fail({ code: 'absent', message: `${path} does not exist` })
  return withDatabase(path, database => {
    database.exec(PRAGMAS)
    const stamp = database.prepare("SELECT value FROM meta WHERE key = 'stamp'").get()?.['value']
    if (stamp !== STAMP)
      return fail({ code: 'outdated', message: `made by ${stamp ?? 'nobody'}, this is ${STAMP}` })
    return ok(sqliteIndex(database, () => readCatalogue(database)))
  })
}

/** An empty index in this file, in place of what was there. The folder has to exist. */
export function createIndex(path: string): Result<SearchIndex, IndexFailure> {
  const cleared = attempt(() => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
  })
  if (!cleared.ok) return cleared
  return withDatabase(path, database => {
    database.exec(PRAGMAS)
    database.exec(SCHEMA)
    database.prepare("INSERT INTO meta VALUES ('stamp', ?)").run(STAMP)
    return ok(sqliteIndex(database, () => readCatalogue(database)))
  })
}

/** Closes the database again where it is not what was looked for. */
function withDatabase(
  path: string,
  use: (database: DatabaseSyncInstance) => Result<SearchIndex, IndexFailure>,
): Result<SearchIndex, IndexFailure> {
  const sqlite = loadSqlite()
  if (!sqlite.ok) return sqlite
  const opened = attempt(() => new sqlite.value.DatabaseSync(path))
  if (!opened.ok) return opened
  const used = attempt(() => use(opened.value))
  const result = used.ok ? used.value : used
  if (!result.ok) attempt(() => opened.value.close())
  return result
}

/** Rows that are read at once: some 20 ms. */
const PIECE = 4000
const ROWS = 'SELECT number, id, facts FROM clippings WHERE number > ? ORDER BY number LIMIT ?'

/** In pieces. Rows are ours, so their shape is trusted until it turns out to be another. */
function* readCatalogue(database: DatabaseSyncInstance): Generator<void, Catalogue> {
  const catalogue = new Catalogue()
  const rows = database.prepare(ROWS)
  let last = Number.MIN_SAFE_INTEGER
  for (let count = PIECE; count === PIECE; ) {
    count = 0
    for (const { number, id, facts } of rows.iterate(last, PIECE)) {
      const parsed: Facts = JSON.parse(String(facts))
      try {
        catalogue.put(Number(number), String(id), parsed)
      } catch {
        throw new DamagedRow(`row ${number} is damaged`)
      }
      last = Number(number)
      count += 1
    }
    yield
  }
  for (const { id, name } of database.prepare('SELECT id, name FROM collections').iterate()) {
    catalogue.collectionNames.set(String(id), String(name))
  }
  return catalogue
}
