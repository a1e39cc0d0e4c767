import type { StatementSyncInstance } from '@photostructure/sqlite'
import { wantedTerms } from '../core/search/highlights.ts'
import { anyOf, type Query, TEXT_FIELDS, type TextField } from '../core/search/query.ts'
import { ftsExpression } from './fts-expression.ts'
import { COLUMNS } from './schema.ts'

/** What a word counts for in each field, as a factor of BM25. */
const WEIGHTS: Readonly<Record<TextField, number>> = { title: 8, text: 1, note: 3, tag: 5, source: 3, by: 3 }

/** More results than these are ranked by title and date: nobody reads them all, and BM25 reads every occurrence. */
const MOST_RANKED = 3000

const SCORES = `SELECT rowid AS number, -bm25(words, ${COLUMNS.map(field => WEIGHTS[field]).join(', ')}, 0) AS score
  FROM words WHERE words MATCH ?`
const TITLES = 'SELECT json_group_array(rowid) AS rows FROM words WHERE words MATCH ?'

type Rank = (query: Query, found: readonly number[]) => ReadonlyMap<number, number>

/**
 * How well the rows fit the words of the query, the best 1; rows that it does not name are as good as 0. Relative,
 * because what BM25 gives for a word that most clippings have is next to nothing.
 */
export const createRanking =
  (statement: (sql: string) => StatementSyncInstance): Rank =>
  (query, found) => {
    const expression = ftsExpression(query) ?? wantedExpression(query)
    const scores = new Map<number, number>()
    if (expression === undefined || found.length < 2) return scores
    if (found.length > MOST_RANKED) {
      const rows = statement(TITLES).get(`{title} : ${expression}`)?.['rows']
      for (const number of JSON.parse(String(rows))) scores.set(Number(number), 1)
    } else {
      const rows = statement(SCORES).all(expression)
      const best = rows.reduce((most: number, { score }) => Math.max(most, Number(score)), Number.MIN_VALUE)
      for (const { number, score } of rows) scores.set(Number(number), Number(score) / best)
    }
    return scores
  }

/** Any of the words that are wanted, where the query asks for more than words. */
function wantedExpression(query: Query): string | undefined {
  const terms = new Set(TEXT_FIELDS.flatMap(field => wantedTerms(query, field)))
  const wanted = anyOf([...terms])
  return wanted === undefined ? undefined : ftsExpression(wanted)
}
