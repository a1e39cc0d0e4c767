import type { StatementSyncInstance } from '@photostructure/sqlite'
import { wantedTerms } from '../core/search/highlights.ts'
import { phraseOf } from '../core/search/phrase.ts'
import { anyOf, type Query, TEXT_FIELDS, type TextField, type TextTerm } from '../core/search/query.ts'
import { ftsExpression } from './fts-expression.ts'
import { COLUMNS } from './schema.ts'
import { isHead } from './tokens.ts'

/** What a word counts for in each field, as a factor of BM25. */
const WEIGHTS: Readonly<Record<TextField, number>> = { title: 8, text: 1, note: 3, tag: 5, source: 3, by: 3 }

/**
 * BM25 reads every occurrence, a microsecond a clipping. Of more results than these only those are ranked that have a
 * word of the query outside of their bodies, and of these so many that were added last: nobody reads them all.
 */
const MOST_RANKED = 1000

/** Whole numbers in two texts: taking over a row at a time would take longer than ranking them. */
const SCORES = `SELECT json_group_array(number) AS numbers, json_group_array(score) AS scores FROM (
  SELECT rowid AS number, CAST(-1e9 * bm25(words, ${COLUMNS.map(field => WEIGHTS[field]).join(', ')}, 0) AS INTEGER) AS score
  FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ${MOST_RANKED})`
const BESIDE_BODY = COLUMNS.filter(column => column !== 'text').join(' ')

/** How well a row fits, the best 1, and nothing for a row that it has not. */
export type Scores = ReadonlyMap<number, number>

/**
 * How well rows fit the words of the query. Relative, because what BM25 gives for a word that most clippings have is
 * next to nothing.
 */
export const createRanking =
  (statement: (sql: string) => StatementSyncInstance) =>
  (query: Query, found: readonly number[]): Scores => {
    const scores = new Map<number, number>()
    const expression = found.length > MOST_RANKED ? besideBody(query) : wordsOf(query)
    if (expression === undefined || found.length < 2) return scores
    const row = statement(SCORES).get(expression)
    const numbers: number[] = JSON.parse(String(row['numbers']))
    const worths: number[] = JSON.parse(String(row['scores']))
    const best = worths.reduce((most, worth) => Math.max(most, worth), 1)
    for (const [at, number] of numbers.entries()) scores.set(number, (worths[at] ?? 0) / best)
    return scores
  }

/** What finds the rows, or any of the words that are wanted where the query asks for more than words. */
const wordsOf = (query: Query): string | undefined => ftsExpression(query) ?? anyWanted(query)

function besideBody(query: Query): string | undefined {
  const expression = anyWanted(query)
  return expression === undefined ? undefined : `{${BESIDE_BODY}} : ${expression}`
}

function anyWanted(query: Query): string | undefined {
  const terms = new Set(TEXT_FIELDS.flatMap(field => wantedTerms(query, field)))
  const wanted = anyOf([...terms].map(asWord))
  return wanted === undefined ? undefined : ftsExpression(wanted)
}

/** One or two letters are the beginning of too many words to rank by; they may be a word. */
const asWord = (term: TextTerm): TextTerm => (isHead(phraseOf(term)) ? { ...term, prefix: false } : term)
