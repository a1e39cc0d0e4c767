import { pinyinOf, SPOKEN_FIELDS } from '../core/search/matches-query.ts'
import { phraseOf } from '../core/search/phrase.ts'
import type { Query, TextTerm } from '../core/search/query.ts'
import { headExpression, isHead, phraseExpression, pinyinExpressions } from './tokens.ts'

/** FTS5's parser has a stack of 100 places, of which every level takes some. */
const MOST_LEVELS = 12

/**
 * The query in the language of FTS5; undefined where it asks for more than words, or only for what is not there, or
 * is nested deeper than FTS5 takes.
 */
export function ftsExpression(query: Query, level = 0): string | undefined {
  if (level > MOST_LEVELS) return undefined
  switch (query.kind) {
    case 'text':
      return termExpression(query)
    case 'or': {
      const parts = query.of.map(part => ftsExpression(part, level + 1))
      return parts.every(part => part !== undefined) ? `(${parts.join(' OR ')})` : undefined
    }
    case 'and':
      return conjunction(query.of, level)
    default:
      return undefined
  }
}

/** Parts that all have to hold, some of them excluded; one at least has to be wanted. */
export function conjunction(parts: readonly Query[], level = 0): string | undefined {
  const wanted = parts.filter(part => part.kind !== 'not').map(part => ftsExpression(part, level + 1))
  const excluded = parts.filter(part => part.kind === 'not').map(part => ftsExpression(part.of, level + 1))
  const isWords = (expression: string | undefined): expression is string => expression !== undefined
  if (wanted.length === 0 || !wanted.every(isWords) || !excluded.every(isWords)) return undefined
  const all = `(${wanted.join(' AND ')})`
  // One NOT: FTS5 allows 256 levels, and every NOT is one.
  return excluded.length === 0 ? all : `(${all} NOT (${excluded.join(' OR ')}))`
}

/** Words alone are looked for in every column; sounds are in the columns that have any. Punctuation alone is nowhere. */
function termExpression(term: TextTerm): string | undefined {
  const phrase = phraseOf(term)
  if (phrase.units.length === 0) return undefined
  const words = term.field === 'any' && isHead(phrase) ? headExpression(phrase) : phraseExpression(phrase)
  const word = pinyinOf(term)
  const isSpoken = term.field === 'any' || SPOKEN_FIELDS.includes(term.field)
  const ways = word === undefined || !isSpoken ? [words] : [words, ...pinyinExpressions(word)]
  const expression = `(${ways.join(' OR ')})`
  return term.field === 'any' ? expression : `({${term.field}} : ${expression})`
}
