import { exhausted } from '../core/result.ts'
import type { FactTerm } from '../core/search/matches-facts.ts'
import { allOf, type Query } from '../core/search/query.ts'
import type { Catalogue } from './catalogue.ts'
import { factFilter } from './fact-filter.ts'
import { conjunction, ftsExpression } from './fts-expression.ts'
import type { NumberSet } from './number-set.ts'

/** The rows that an FTS5 expression finds. */
export type FindWords = (expression: string) => readonly number[]

/**
 * The rows that the query asks for. Parts that are about words alone go to FTS5 as one expression, which skips
 * through its lists; what remains is put together as sets.
 */
export function evaluate(query: Query, catalogue: Catalogue, findWords: FindWords): NumberSet {
  const inner = (part: Query): NumberSet => evaluate(part, catalogue, findWords)
  const expression = ftsExpression(query)
  if (expression !== undefined) {
    const found = catalogue.noRows()
    for (const row of findWords(expression)) found.add(row)
    return found
  }
  switch (query.kind) {
    case 'everything':
      return catalogue.rowsWhere(() => true)
    case 'not': {
      const rest = catalogue.rowsWhere(() => true)
      rest.subtract(inner(query.of))
      return rest
    }
    case 'or': {
      const found = catalogue.noRows()
      for (const part of query.of) found.unite(inner(part))
      return found
    }
    case 'and':
      return every(query.of, catalogue, inner)
    case 'text':
      // A term that is all punctuation has no expression, and nothing to find.
      return catalogue.noRows()
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

/** Words first, all at once where they can be asked so; what is not about words is then asked of the rows found. */
function every(parts: readonly Query[], catalogue: Catalogue, inner: (part: Query) => NumberSet): NumberSet {
  const isWords = (part: Query): boolean => ftsExpression(part.kind === 'not' ? part.of : part) !== undefined
  const words = parts.filter(isWords)
  const wholes = conjunction(words) === undefined ? words : [allOf(words)]
  const facts = parts.flatMap(part => factOf(part) ?? [])
  const others = parts.filter(part => !isWords(part) && factOf(part) === undefined)
  const [first, ...rest] = [...wholes, ...others].map(inner)
  const filters = facts.map(({ term, wanted }) => {
    const filter = factFilter(term, catalogue)
    return (row: number): boolean => filter(row) === wanted
  })
  const holds = (row: number): boolean => filters.every(filter => filter(row))
  if (first === undefined) return catalogue.rowsWhere(holds)
  for (const other of rest) first.intersect(other)
  if (filters.length === 0) return first
  const found = catalogue.noRows()
  for (const row of first.members()) if (holds(row)) found.add(row)
  return found
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
