import { pinyinOf, SPOKEN_FIELDS } from '../core/search/matches-query.ts'
import { phraseOf } from '../core/search/phrase.ts'
import type { Query, TextTerm } from '../core/search/query.ts'
import type { Token } from './doclists.ts'
import { headExpression, isHead, lookedUp, phraseExpression, pinyinExpressions } from './tokens.ts'

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

/** A term that is one token, and FTS5's expression for its sounds. */
export interface TokenTerm extends Token {
  readonly field: TextTerm['field']
  readonly sounds: string | undefined
}

/** What can be looked up as one token; undefined for phrases, and for what is not about words. */
export function tokenTerm(query: Query): TokenTerm | undefined {
  if (query.kind !== 'text') return undefined
  const { tokens, field, sounds } = lookUpOf(query)
  const [token] = tokens
  return token === undefined || tokens.length > 1 ? undefined : { ...token, field, sounds }
}

/** How a term is looked up. */
interface LookUp {
  /** Of several, those rows count that `together` finds. */
  readonly tokens: readonly Token[]
  readonly together: string | undefined
  readonly field: TextTerm['field']
  readonly sounds: string | undefined
}

export function lookUpOf(term: TextTerm): LookUp {
  const { field } = term
  const tokens = lookedUp(phraseOf(term), field === 'any')
  const together = tokens.length > 1 ? termExpression(term) : undefined
  return { tokens, together, field, sounds: soundsExpression(term) }
}

/** Whether some of the words are one token each. */
export const hasTokenTerm = (query: Query): boolean => {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.of.some(hasTokenTerm)
    case 'not':
      return hasTokenTerm(query.of)
    default:
      return tokenTerm(query) !== undefined
  }
}

/** Words alone are looked for in every column. Punctuation alone is nowhere. */
function termExpression(term: TextTerm): string | undefined {
  const phrase = phraseOf(term)
  if (phrase.units.length === 0) return undefined
  const words = term.field === 'any' && isHead(phrase) ? headExpression(phrase) : phraseExpression(phrase)
  const sounds = soundsExpression(term)
  return `(${inField(term, words)}${sounds === undefined ? '' : ` OR ${sounds}`})`
}

/** A word as pinyin, in the fields that are found by sound too. */
function soundsExpression(term: TextTerm): string | undefined {
  const word = pinyinOf(term)
  const isSpoken = term.field === 'any' || SPOKEN_FIELDS.includes(term.field)
  return word === undefined || !isSpoken
    ? undefined
    : inField(term, `(${pinyinExpressions(word).join(' OR ')})`)
}

const inField = ({ field }: TextTerm, expression: string): string =>
  field === 'any' ? expression : `({${field}} : ${expression})`
