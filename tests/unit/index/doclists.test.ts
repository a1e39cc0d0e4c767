import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as Sqlite from '@photostructure/sqlite'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDoclists } from '../../../electron/index/doclists.ts'
import { NumberSet } from '../../../electron/index/number-set.ts'
import { COLUMNS, INSERT_WORDS, PRAGMAS, SCHEMA } from '../../../electron/index/schema.ts'

const { DatabaseSync }: typeof Sqlite = createRequire(import.meta.url)('@photostructure/sqlite')

let folder: string
let database: Sqlite.DatabaseSyncInstance
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cuttings-doclists-'))
  database = new DatabaseSync(join(folder, 'search.sqlite'))
  database.exec(PRAGMAS)
  database.exec(SCHEMA)
  // Small pages, so that few rows fill many of them, and parts that are merged now and then.
  database.exec("INSERT INTO words (words, rank) VALUES ('pgsz', 64), ('automerge', 2)")
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const ROWS = 400
const WEIGHTS = [1, 8, 3, 5, 3, 3, 0]
const words = fc.array(fc.constantFrom('a', 'ab', 'abc', 'abcd', 'abd', 'b', '管制', '管理', '制'), {
  maxLength: 30,
})
const columns = fc.tuple(...COLUMNS.map(() => words), words)
const change = fc.record({
  row: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: ROWS - 1 })),
  columns: fc.option(columns, { nil: undefined }),
})

/** A row once in a change, as the index changes it. */
const batch = fc.uniqueArray(change, { maxLength: 25, selector: ({ row }) => row })

function put(row: number, isKnown: boolean, texts: readonly (readonly string[])[] | undefined): void {
  if (isKnown) run('DELETE FROM words WHERE rowid = ?', row)
  if (texts !== undefined) run(INSERT_WORDS, row, ...texts.map(each => each.join(' ')))
}

/** FTS5's own rows have numbers beyond 2^53. */
function run(sql: string, ...values: readonly (string | number)[]): void {
  const statement = database.prepare(sql)
  statement.setReadBigInts(true)
  statement.run(...values)
}

const rowsOf = (expression: string): number[] =>
  database
    .prepare('SELECT rowid AS row FROM words WHERE words MATCH ?')
    .all(expression)
    .map(({ row }) => Number(row))

test('has the rows and columns of every token that FTS5 has, whatever was changed and merged', () => {
  const known = new Map<number, readonly (readonly string[])[]>()
  const prepared = new Map<string, Sqlite.StatementSyncInstance>()
  const doclists = createDoclists(sql => {
    const statement = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, statement)
    return statement
  })
  fc.assert(
    fc.property(fc.array(batch, { maxLength: 4 }), batches => {
      for (const changes of batches) {
        database.exec('BEGIN')
        for (const { row, columns: texts } of changes) {
          put(row, known.has(row), texts)
          if (texts === undefined) known.delete(row)
          else known.set(row, texts)
        }
        database.exec('COMMIT')
      }
      doclists.forget()
      for (const [token, isOpen] of [
        ['a', false],
        ['a', true],
        ['ab', true],
        ['abc', true],
        ['abcd', true],
        ['abd', false],
        ['b', false],
        ['管', true],
        ['管制', false],
        ['absent', true],
      ] as const) {
        const fits = (word: string) => (isOpen ? word.startsWith(token) : word === token)
        const found = new NumberSet(ROWS)
        doclists.addRows({ token, isOpen }, undefined, found)
        const inTitles = new NumberSet(ROWS)
        const ofTitles = COLUMNS.map(column => (column === 'title' ? 1 : 0))
        doclists.addRows({ token, isOpen }, ofTitles, inTitles)
        const weights = new Float64Array(ROWS)
        doclists.addWeights({ token, isOpen }, WEIGHTS, weights)
        const inTitle = new Float64Array(ROWS)
        doclists.addWeights({ token, isOpen }, WEIGHTS, inTitle, inTitles)
        const expected = new Float64Array(ROWS)
        for (const [row, texts] of known)
          for (const [at, text] of texts.entries())
            expected[row] = (expected[row] ?? 0) + text.filter(fits).length * (WEIGHTS[at] ?? 0)
        const expression = `"${token}"${isOpen ? '*' : ''}`
        expect([...found.members()]).toEqual(rowsOf(expression))
        expect([...found.members()]).toEqual(
          [...known]
            .flatMap(([row, texts]) => (texts.flat().some(fits) ? [row] : []))
            .toSorted((a, b) => a - b),
        )
        expect([...inTitles.members()]).toEqual(rowsOf(`title : ${expression}`))
        expect([...weights]).toEqual([...expected])
        for (const row of found.members())
          expect(inTitle[row]).toEqual(inTitles.has(row) ? expected[row] : expect.any(Number))
        expect(found.members().every(row => inTitle[row] !== 0)).toBe(true)
      }
    }),
    { seed: 20261128, numRuns: 25 },
  )
})
