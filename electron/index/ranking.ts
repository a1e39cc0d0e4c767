import type { StatementSyncInstance } from '@photostructure/sqlite'
import { wantedTerms } from '../core/search/highlights.ts'
import { phraseOf } from '../core/search/phrase.ts'
import { anyOf, type Query, TEXT_FIELDS, type TextField, type TextTerm } from '../core/search/query.ts'
import type { Doclists, Token } from './doclists.ts'
import { ftsExpression, lookUpOf, tokenTerm } from './fts-expression.ts'
import type { NumberSet } from './number-set.ts'
import { COLUMNS } from './schema.ts'
import { isHead } from './tokens.ts'
import { sumOfVarints } from './varint.ts'

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

/** How well each row fits, by its number, the best 1; a row that it has not is worth nothing. */
export type Scores = Float64Array

/** The constants of BM25, as in FTS5: how soon more of the same word counts less, and how much length counts. */
const SATURATION = 1.2
const LENGTH_COUNTS = 0.75
const LEAST_RARITY = 1e-6

/** What ranking asks. */
export interface RankedWords {
  readonly statement: (sql: string) => StatementSyncInstance
  readonly find: (expression: string) => readonly number[]
  /** Undefined while the index is being built. */
  readonly addWeights: Doclists['addWeights'] | undefined
}

/** The rows that a query found, smallest first, and as a set. */
export interface Matches {
  readonly rows: Int32Array
  readonly set: NumberSet
}

/**
 * How well rows, numbers below `size`, fit the words of the query. Relative, because what BM25 gives for a word that
 * most clippings have is next to nothing.
 */
export function rank(query: Query, { rows, set }: Matches, size: number, words: RankedWords): Scores {
  if (rows.length < 2) return new Float64Array(size)
  const isMany = rows.length > MOST_RANKED
  const { addWeights } = words
  // FTS5 is quicker where there are phrases alone: it finds them again, and does not look at their words.
  if (addWeights !== undefined && wantedOf(query).some(isOneToken)) {
    // How often a word is there, and where, is of interest for what was found; how rare it is, for all.
    const weigh: Weigh = (term, weightOf, weights) =>
      addWeights(term, weightOf, weights, isMany || term.field !== 'any' ? undefined : set)
    return rankTokens(query, rows, size, words, weigh)
  }
  const scores = new Float64Array(size)
  const expression = isMany ? besideBody(query) : wordsOf(query)
  if (expression === undefined) return scores
  const row = words.statement(SCORES).get(expression)
  const numbers: number[] = JSON.parse(String(row['numbers']))
  const worths: number[] = JSON.parse(String(row['scores']))
  const best = worths.reduce((most, worth) => Math.max(most, worth), 1)
  for (const [at, number] of numbers.entries()) scores[number] = (worths[at] ?? 0) / best
  return scores
}

type Weigh = (
  token: Token & Pick<TextTerm, 'field'>,
  weightOf: readonly number[],
  weights: Float64Array,
) => number

/**
 * By FTS5's formula: what FTS5 needs several milliseconds for, because it goes through all that has a word to learn how
 * rare it is, is in the doclists anyway. Of many rows words in the body do not count, nor does the length: a title is
 * worth no less for standing above a long body. A phrase is taken to be there as often as the rarest of its tokens.
 */
function rankTokens(query: Query, found: Int32Array, size: number, words: RankedWords, weigh: Weigh): Scores {
  const isMany = found.length > MOST_RANKED
  const lengthOf = isMany ? undefined : relativeLengths(found, words.statement)
  const scores = new Float64Array(size)
  const weights = new Float64Array(size)
  let best = 0
  for (const term of wantedOf(query)) {
    const weightOf = COLUMNS.map(column =>
      !(isMany && column === 'text') && (term.field === 'any' || term.field === column) ? WEIGHTS[column] : 0,
    )
    weights.fill(0)
    const having = addTerm(term, weightOf, weights, words, weigh)
    const rarity = Math.max(LEAST_RARITY, Math.log((size - having + 0.5) / (having + 0.5)))
    for (let at = 0; at < found.length; at++) {
      const row = found[at] ?? 0
      const weight = weights[row] ?? 0
      if (weight === 0) continue
      const length = lengthOf?.[at] ?? 1
      const enough = SATURATION * (1 - LENGTH_COUNTS + LENGTH_COUNTS * length)
      const score = (scores[row] ?? 0) + (rarity * weight * (SATURATION + 1)) / (weight + enough)
      scores[row] = score
      if (score > best) best = score
    }
  }
  if (best > 0) for (const row of found) scores[row] = (scores[row] ?? 0) / best
  return scores
}

/**
 * Adds what a term is worth in each row, by the row's number: more often is more, and in a title more than in a body.
 * Answers how many rows have it.
 */
function addTerm(
  term: TextTerm,
  weightOf: readonly number[],
  weights: Float64Array,
  { find }: RankedWords,
  weigh: Weigh,
): number {
  const { tokens, together, field, sounds } = lookUpOf(term)
  let having = 0
  const add = (row: number, weight: number): void => {
    const before = weights[row] ?? 0
    if (before === 0 && weight !== 0) having++
    weights[row] = before + weight
  }
  if (together === undefined)
    for (const token of tokens) having += weigh({ ...token, field }, weightOf, weights)
  else {
    const each = tokens.map(token => {
      const ofToken = new Float64Array(weights.length)
      weigh({ ...token, field }, weightOf, ofToken)
      return ofToken
    })
    for (const row of find(together)) add(row, Math.min(...each.map(ofToken => ofToken[row] ?? 0)))
  }
  // Most of what is found by its sound is a title.
  if (sounds !== undefined) for (const row of find(sounds)) add(row, WEIGHTS.title)
  return having
}

/** FTS5 keeps how many tokens each column of a row has, and how many there are of all. */
const LENGTHS = `SELECT json_group_array(hex(sz)) AS lengths FROM words_docsize
  WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`

/** How long each of some rows is, in their order, as a multiple of what all of these are on average. */
function relativeLengths(found: Int32Array, statement: RankedWords['statement']): number[] {
  const hexes: string[] = JSON.parse(String(statement(LENGTHS).get(`[${found.join()}]`)['lengths']))
  const lengths = hexes.map(hex => sumOfVarints(Buffer.from(hex, 'hex')))
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  return lengths.map(length => length / average)
}

/** What finds the rows, or any of the words that are wanted where the query asks for more than words. */
const wordsOf = (query: Query): string | undefined => ftsExpression(query) ?? anyWanted(query)

function besideBody(query: Query): string | undefined {
  const expression = anyWanted(query)
  return expression === undefined ? undefined : `{${BESIDE_BODY}} : ${expression}`
}

function anyWanted(query: Query): string | undefined {
  const wanted = anyOf(wantedOf(query))
  return wanted === undefined ? undefined : ftsExpression(wanted)
}

const isOneToken = (term: TextTerm): boolean => tokenTerm(term) !== undefined

const wantedOf = (query: Query): TextTerm[] =>
  [...new Set(TEXT_FIELDS.flatMap(field => wantedTerms(query, field)))].map(asWord)

/** One or two letters are the beginning of too many words to rank by; they may be a word. */
const asWord = (term: TextTerm): TextTerm => (isHead(phraseOf(term)) ? { ...term, prefix: false } : term)
