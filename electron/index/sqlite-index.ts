import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite'
import type { Result } from '../core/result.ts'
import { factsOf, type SearchDocument, textValues } from '../core/search/document.ts'
import { SPOKEN_FIELDS } from '../core/search/matches-query.ts'
import type { Query } from '../core/search/query.ts'
import { type Snippet, snippetOf } from '../core/search/snippet.ts'
import { unitsOfValues } from '../core/search/units.ts'
import type { Catalogue } from './catalogue.ts'
import { createDoclists } from './doclists.ts'
import { evaluate, type WordFinder } from './evaluate.ts'
import { facetsOf } from './facets.ts'
import { rowOfFacts } from './facts-row.ts'
import { attempt } from './failure.ts'
import { firstInOrder } from './ordering.ts'
import { type Matches, type RankedWords, rank, type Scores } from './ranking.ts'
import { COLUMNS, INSERT_WORDS } from './schema.ts'
import type { FindOptions, IndexFailure, SearchIndex, SearchOptions, SearchResult } from './search-index.ts'
import { columnText, headsText } from './tokens.ts'

/** One text with all rows is much faster to take over than a row at a time. */
const FIND = 'SELECT json_group_array(rowid) AS found FROM words WHERE words MATCH ?'

/**
 * The index in an open database; what `readCatalogue` gives is read when it is first needed, or before by `warm`. Where
 * the index is being built there is `endBuild`.
 */
export function sqliteIndex(
  database: DatabaseSyncInstance,
  readCatalogue: () => Generator<void, Catalogue>,
  endBuild?: () => void,
): SearchIndex {
  const statement = statements(database)
  let isBuilding = endBuild !== undefined
  let known: Catalogue | undefined
  let reading: Generator<void, Catalogue> | undefined
  function readMore(): void {
    reading ??= readCatalogue()
    const step = reading.next()
    if (step.done === true) {
      known = step.value
      reading = undefined
    }
  }
  function catalogue(): Catalogue {
    while (known === undefined) readMore()
    return known
  }
  const numbersOf = (expression: string): number[] =>
    JSON.parse(String(statement(FIND).get(expression)['found']))
  const doclists = createDoclists(statement)
  /** For one search: what ranking asks FTS5 again is known. */
  function wordsOfSearch() {
    const known = new Map<string, readonly number[]>()
    const find = (expression: string): readonly number[] => {
      const rows = known.get(expression) ?? numbersOf(expression)
      known.set(expression, rows)
      return rows
    }
    return { statement, find, ...(isBuilding ? NO_DOCLISTS : doclists) }
  }

  function store(document: SearchDocument): void {
    const { clipping, collections } = document
    const facts = rowOfFacts(factsOf(document))
    const json = JSON.stringify(facts)
    let number = catalogue().rowOf(clipping.id)
    if (number === undefined) {
      const { lastInsertRowid } = statement('INSERT INTO clippings (id, facts) VALUES (?, ?)').run(
        clipping.id,
        json,
      )
      number = Number(lastInsertRowid)
    } else {
      statement('UPDATE clippings SET facts = ? WHERE number = ?').run(json, number)
      statement('DELETE FROM words WHERE rowid = ?').run(number)
    }
    const values = textValues(document)
    const units = COLUMNS.map(field => unitsOfValues(values[field]))
    const columns = COLUMNS.map((field, at) =>
      columnText(units[at] ?? [], SPOKEN_FIELDS.includes(field) ? values[field] : []),
    )
    statement(INSERT_WORDS).run(number, ...columns, headsText(units.flat()))
    for (const { id, name } of collections) nameCollection(id, name)
    catalogue().put(number, clipping.id, facts)
  }

  function forget(id: string): void {
    const number = catalogue().remove(id)
    if (number === undefined) return
    statement('DELETE FROM words WHERE rowid = ?').run(number)
    statement('DELETE FROM clippings WHERE number = ?').run(number)
  }

  function nameCollection(id: string, name: string): void {
    if (catalogue().collectionNames.get(id) === name) return
    statement('INSERT OR REPLACE INTO collections (id, name) VALUES (?, ?)').run(id, name)
    catalogue().collectionNames.set(id, name)
  }

  /** Ends with the first `seq`. A build that fails cannot be gone on with. */
  function build(seq: number | undefined, steps: () => void): Result<void, IndexFailure> {
    const built = attempt(() => {
      steps()
      if (seq === undefined) return
      endBuild?.()
      isBuilding = false
      writeSeq(seq)
    })
    if (!built.ok) attempt(() => database.close())
    return built
  }

  function writeSeq(seq: number): void {
    statement("INSERT OR REPLACE INTO meta VALUES ('seq', ?)").run(String(seq))
  }

  /** All or nothing. What is in memory may be ahead of what was taken back, so it is read again when needed. */
  function change(seq: number | undefined, steps: () => void): Result<void, IndexFailure> {
    if (isBuilding) return build(seq, steps)
    let isDone = false
    try {
      return attempt(() => {
        database.exec('BEGIN IMMEDIATE')
        steps()
        if (seq !== undefined) writeSeq(seq)
        database.exec('COMMIT')
        isDone = true
      })
    } finally {
      doclists.forget()
      if (!isDone) {
        known = undefined
        reading = undefined
        attempt(() => database.exec('ROLLBACK'))
      }
    }
  }

  function matchesOf(query: Query, words: RankedWords & WordFinder) {
    const set = evaluate(query, catalogue(), words)
    return { set, rows: set.members() }
  }

  const ranked = (query: Query, matches: Matches, words: RankedWords): Scores =>
    rank(query, matches, catalogue().ids.length, words)

  function find(query: Query, { byRelevance = false }: FindOptions): Int32Array<ArrayBuffer> {
    const words = wordsOfSearch()
    const matches = matchesOf(query, words)
    const { rows } = matches
    if (!byRelevance) return rows
    return firstInOrder(rows, rows.length, 'relevance', catalogue(), ranked(query, matches, words))
  }

  function search(query: Query, { order, offset, limit, facets, textOf }: SearchOptions): SearchResult {
    const words = wordsOfSearch()
    const matches = matchesOf(query, words)
    const { rows } = matches
    const scores = order === 'relevance' ? ranked(query, matches, words) : NO_SCORES
    const first = firstInOrder(rows, offset + limit, order, catalogue(), scores).subarray(offset)
    const ids = Array.from(first).flatMap(row => catalogue().ids[row] ?? [])
    return {
      total: rows.length,
      ids,
      snippets: snippetsOf(ids, query, textOf),
      facets: facets ? facetsOf(rows, catalogue()) : undefined,
    }
  }

  return {
    get seq() {
      const row = statement("SELECT value FROM meta WHERE key = 'seq'").get()
      return row === undefined ? undefined : Number(row['value'])
    },
    get size() {
      return catalogue().size
    },
    put: (documents, seq) => change(seq, () => documents.forEach(store)),
    remove: (ids, seq) => change(seq, () => ids.forEach(forget)),
    nameCollection: (id, name) => change(undefined, () => nameCollection(id, name)),
    find: (query, options = {}) => attempt(() => find(query, options)),
    idOf: number => catalogue().ids[number],
    warm() {
      // What goes wrong here goes wrong again, and is said, when the index is asked.
      return known === undefined && attempt(readMore).ok && known === undefined
    },
    search: (query, options) => attempt(() => search(query, options)),
    close() {
      if (database.isOpen) database.close()
    },
  }
}

/** While an index is being built, what was put is not yet where doclists are read. */
const NO_DOCLISTS = { addRows: undefined, addWeights: undefined }
const NO_SCORES: Scores = new Float64Array()

type Statement = (sql: string) => StatementSyncInstance

/** Each statement is compiled once. */
function statements(database: DatabaseSyncInstance): Statement {
  const prepared = new Map<string, StatementSyncInstance>()
  return sql => {
    let statement = prepared.get(sql)
    if (statement === undefined) {
      statement = database.prepare(sql)
      // A change answers with the row that it wrote last, and FTS5's own rows have numbers beyond 2^53.
      if (!sql.startsWith('SELECT')) statement.setReadBigInts(true)
      prepared.set(sql, statement)
    }
    return statement
  }
}

function snippetsOf(
  ids: readonly string[],
  query: Query,
  textOf: SearchOptions['textOf'],
): ReadonlyMap<string, Snippet> {
  const snippets = new Map<string, Snippet>()
  for (const id of ids) {
    const text = textOf?.(id)
    if (text !== undefined) snippets.set(id, snippetOf(text, query))
  }
  return snippets
}
