import type { StatementSyncInstance } from '@photostructure/sqlite'
import { wantedTerms } from '../core/search/highlights.ts'
import { anyOf, type Query, TEXT_FIELDS, type TextField } from '../core/search/query.ts'
import { ftsExpression } from './fts-expression.ts'

/** What a word counts for in each field, as a factor of BM25. */
const WEIGHTS: Readonly<Record<TextField, number>> = { title: 8, text: 1, note: 3, tag: 5, source: 3, by: 3 }

/** More results than these are ranked by title and date: nobody reads them all, and BM25 reads every occurrence. */
const MOST_RANKED = 3000
/** What a word in the title is worth there. */
const IN_TITLE = 4

const SCORES = `SELECT rowid AS number, -bm25(words, ${TEXT_FIELDS.map(field => WEIGHTS[field]).join(', ')}) AS score
  FROM words WHERE words MATCH ?`
const TITLES = 'SELECT json_group_array(rowid) AS rows FROM words WHERE words MATCH ?'

type Rank = (query: Query, found: readonly number[]) => ReadonlyMap<number, number>

/** How well the rows fit the words of the query, the more the better; rows that it does not name do not differ. */
export const createRanking =
  (statement: (sql: string) => StatementSyncInstance): Rank =>
  (query, found) => {
    const expression = ftsExpression(query) ?? wantedExpression(query)
    const scores = new Map<number, number>()
    if (expression === undefined || found.length < 2) return scores
    if (found.length > MOST_RANKED) {
      const rows = statement(TITLES).get(`{title} : ${expression}`)?.['rows']
      for (const number of JSON.parse(String(rows))) scores.set(Number(number), IN_TITLE)
    } else {
      for (const { number, score } of statement(SCORES).all(expression))
        scores.set(Number(number), Number(score))
    }
    return scores
  }

/** Any of the words that are wanted, where the query asks for more than words. */
function wantedExpression(query: Query): string | undefined {
  const terms = new Set(TEXT_FIELDS.flatMap(field => wantedTerms(query, field)))
  const wanted = anyOf([...terms])
  return wanted === undefined ? undefined : ftsExpression(wanted)
}
