import { exhausted } from '../core/result.ts'
import { factMatcher } from '../core/search/matches-facts.ts'
import type { Query } from '../core/search/query.ts'
import type { Catalogue } from './catalogue.ts'
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
    const found = catalogue.noNumbers()
    for (const number of findWords(expression)) found.add(number)
    return found
  }
  switch (query.kind) {
    case 'everything':
      return catalogue.numbersWhere(() => true)
    case 'not': {
      const rest = inner({ kind: 'everything' })
      rest.subtract(inner(query.of))
      return rest
    }
    case 'or': {
      const found = catalogue.noNumbers()
      for (const part of query.of) found.unite(inner(part))
      return found
    }
    case 'and':
      return every(query.of, catalogue, findWords)
    case 'text':
      return catalogue.noNumbers()
    case 'in':
    case 'language':
    case 'is':
    case 'has':
    case 'site':
    case 'date':
      return catalogue.numbersWhere(factMatcher(query, id => catalogue.collections.get(id)))
    default:
      return exhausted(query)
  }
}

/** Parts that are all about words, or exclude words, are asked for at once. */
function every(parts: readonly Query[], catalogue: Catalogue, findWords: FindWords): NumberSet {
  const isWords = (part: Query): boolean => ftsExpression(part.kind === 'not' ? part.of : part) !== undefined
  const words = parts.filter(isWords)
  const joined = conjunction(words)
  const wordSets = joined === undefined ? words : [{ kind: 'and' as const, of: words }]
  const sets = [...wordSets, ...parts.filter(part => !isWords(part))].map(part =>
    evaluate(part, catalogue, findWords),
  )
  const [first = catalogue.noNumbers(), ...others] = sets
  for (const other of others) first.intersect(other)
  return first
}
