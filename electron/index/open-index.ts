import { closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { fail, ok, type Result } from '../core/result.ts'
import { Catalogue } from './catalogue.ts'
import { DamagedRow } from './damaged-row.ts'
import type { FactsRow } from './facts-row.ts'
import { attempt } from './failure.ts'
import { BEGIN_BUILD, BUILD_PRAGMAS, END_BUILD, PRAGMAS, SCHEMA, STAMP } from './schema.ts'
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

/**
 * An empty index in this file, in place of what was there. The folder has to exist. It is being built until a change
 * gives it a `seq`: what was put before is there when it is opened again only then.
 */
export function createIndex(path: string): Result<SearchIndex, IndexFailure> {
  const cleared = attempt(() => {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true })
  })
  if (!cleared.ok) return cleared
  return withDatabase(path, database => {
    database.exec(BUILD_PRAGMAS)
    database.exec(SCHEMA)
    database.exec(BEGIN_BUILD)
    return ok(
      sqliteIndex(
        database,
        () => readCatalogue(database),
        () => endBuild(database, path),
      ),
    )
  })
}

/** All is on the disk before the stamp says that the index can be used. */
function endBuild(database: DatabaseSyncInstance, path: string): void {
  database.exec(END_BUILD)
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  database.exec(PRAGMAS)
  database.prepare("INSERT INTO meta VALUES ('stamp', ?)").run(STAMP)
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

/** Rows that are read at once: some milliseconds. */
const PIECE = 4000
/** As one JSON text: taking over a row at a time takes longer than reading it. */
const ROWS = `SELECT max(number) AS last, count(*) AS count, '[' || group_concat(row) || ']' AS rows FROM (
  SELECT number, '[' || number || ',"' || id || '",' || facts || ']' AS row
  FROM clippings WHERE number > ? ORDER BY number LIMIT ${PIECE})`

/** In pieces. Rows are ours, so their shape is trusted until it turns out to be another. */
function* readCatalogue(database: DatabaseSyncInstance): Generator<void, Catalogue> {
  const catalogue = new Catalogue()
  const read = database.prepare(ROWS)
  let last = Number.MIN_SAFE_INTEGER
  for (let count = PIECE; count === PIECE; ) {
    const piece = read.get(last)
    count = Number(piece['count'])
    if (count === 0) break
    last = Number(piece['last'])
    const rows: [number: number, id: string, facts: FactsRow][] = JSON.parse(String(piece['rows']))
    try {
      for (const [number, id, facts] of rows) catalogue.put(number, id, facts)
    } catch {
      throw new DamagedRow(`a row up to ${last} is damaged`)
    }
    yield
  }
  for (const { id, name } of database.prepare('SELECT id, name FROM collections').iterate()) {
    catalogue.collectionNames.set(String(id), String(name))
  }
  return catalogue
}
