import { exhausted } from '../core/result.ts'
import type { FactTerm } from '../core/search/matches-facts.ts'
import { allOf, type Query } from '../core/search/query.ts'
import type { Catalogue } from './catalogue.ts'
import type { Doclists } from './doclists.ts'
import { factFilter } from './fact-filter.ts'
import { conjunction, ftsExpression, hasTokenTerm, tokenTerm } from './fts-expression.ts'
import type { NumberSet } from './number-set.ts'
import { COLUMNS } from './schema.ts'

/** What finds words. */
export interface WordFinder {
  /** The rows that an FTS5 expression finds. */
  readonly find: (expression: string) => readonly number[]
  /** Adds the rows that have a token; undefined while an index is being built. */
  readonly addRows: Doclists['addRows'] | undefined
}

/**
 * The rows that the query asks for. Single tokens are looked up; other parts that are about words alone go to FTS5 as
 * one expression, which skips through its lists; what remains is put together as sets.
 */
export function evaluate(query: Query, catalogue: Catalogue, words: WordFinder): NumberSet {
  const inner = (part: Query): NumberSet => evaluate(part, catalogue, words)
  const expression = expressionOf(query, words)
  if (expression !== undefined) {
    const found = catalogue.noRows()
    for (const row of words.find(expression)) found.add(row)
    return found
  }
  switch (query.kind) {
    case 'everything':
      return catalogue.allRows()
    case 'not': {
      const rest = catalogue.allRows()
      rest.subtract(inner(query.of))
      return rest
    }
    case 'or': {
      const found = catalogue.noRows()
      for (const part of query.of) found.unite(inner(part))
      return found
    }
    case 'and':
      return every(query.of, catalogue, words, inner)
    case 'text': {
      const found = catalogue.noRows()
      // A term that is all punctuation has no token, and nothing to find.
      const term = tokenTerm(query)
      if (term === undefined) return found
      const { field } = term
      const weightOf = field === 'any' ? undefined : COLUMNS.map(column => (column === field ? 1 : 0))
      words.addRows?.(term, weightOf, found)
      if (term.sounds !== undefined) for (const row of words.find(term.sounds)) found.add(row)
      return found
    }
    case 'in':
    case 'language':
    case 'is':
    case 'has':
    case 'site':
    case 'date':
      return catalogue.rowsWhere(factFilter(query, catalogue))
    default:
      return exhausted(query)
  }
}

/** What goes to FTS5: words of which none is looked up by itself. */
const expressionOf = (query: Query, { addRows }: WordFinder): string | undefined =>
  addRows !== undefined && hasTokenTerm(query) ? undefined : ftsExpression(query)

/** Words first, all at once where they can be asked so; what is not about words is then asked of the rows found. */
function every(
  parts: readonly Query[],
  catalogue: Catalogue,
  words: WordFinder,
  inner: (part: Query) => NumberSet,
): NumberSet {
  const isExpression = (part: Query): boolean =>
    expressionOf(part.kind === 'not' ? part.of : part, words) !== undefined
  const expressions = parts.filter(isExpression)
  const wholes = conjunction(expressions) === undefined ? expressions : [allOf(expressions)]
  const facts = parts.flatMap(part => factOf(part) ?? [])
  const others = parts.filter(part => !isExpression(part) && factOf(part) === undefined)
  const sets = [...wholes, ...others]
  const [first, ...rest] = sets.filter(part => part.kind !== 'not').map(inner)
  const filters = facts.map(({ term, wanted }) => {
    const filter = factFilter(term, catalogue)
    return (row: number): boolean => filter(row) === wanted
  })
  const holds = (row: number): boolean => filters.every(filter => filter(row))
  const found = first ?? catalogue.rowsWhere(holds)
  for (const other of rest) found.intersect(other)
  for (const part of sets) if (part.kind === 'not') found.subtract(inner(part.of))
  if (filters.length === 0 || first === undefined) return found
  const held = catalogue.noRows()
  for (const row of found.members()) if (holds(row)) held.add(row)
  return held
}

/** A term that is not about words, wanted or excluded. */
function factOf(part: Query): { term: FactTerm; wanted: boolean } | undefined {
  if (part.kind === 'not') {
    const inner = factOf(part.of)
    return inner === undefined ? undefined : { term: inner.term, wanted: !inner.wanted }
  }
  const isOther =
    part.kind === 'everything' || part.kind === 'text' || part.kind === 'and' || part.kind === 'or'
  return isOther ? undefined : { term: part, wanted: true }
}
