import { exhausted } from '../result.ts'
import { type Facts, factsOf, type SearchDocument, textValues } from './document.ts'
import { factMatcher } from './matches-facts.ts'
import { phraseOf } from './phrase.ts'
import { readingsOf } from './pinyin.ts'
import { type Query, TEXT_FIELDS, type TextField, type TextTerm } from './query.ts'
import { isPinyinQuery, type SpeltRun, soundsLike, speltRuns } from './sounds-like.ts'
import { joinUnits, unitsOfValues } from './units.ts'

/** The fields that are also found by the sound of their Chinese words. */
export const SPOKEN_FIELDS: readonly TextField[] = ['title', 'source', 'tag']

interface Prepared {
  readonly facts: Facts
  /** Units with a space around each. */
  readonly words: Readonly<Record<TextField, string>>
  readonly readings: Partial<Record<TextField, readonly SpeltRun[]>>
}

const prepared = new WeakMap<SearchDocument, Prepared>()

function prepare(document: SearchDocument): Prepared {
  const known = prepared.get(document)
  if (known !== undefined) return known
  const values = textValues(document)
  const words = {} as Record<TextField, string>
  for (const field of TEXT_FIELDS) words[field] = joinUnits(unitsOfValues(values[field]))
  const fresh = { facts: factsOf(document), words, readings: {} }
  prepared.set(document, fresh)
  return fresh
}

/**
 * Whether the document is what the query asks for, found by looking at all of it. This is what a query means; the
 * index answers the same, faster.
 */
export function matchesQuery(query: Query, document: SearchDocument): boolean {
  switch (query.kind) {
    case 'everything':
      return true
    case 'and':
      return query.of.every(part => matchesQuery(part, document))
    case 'or':
      return query.of.some(part => matchesQuery(part, document))
    case 'not':
      return !matchesQuery(query.of, document)
    case 'text':
      return hasText(query, document)
    case 'in':
    case 'language':
    case 'is':
    case 'has':
    case 'site':
    case 'date': {
      const nameOf = (id: string) => document.collections.find(collection => collection.id === id)?.name
      return factMatcher(query, nameOf)(prepare(document).facts)
    }
    default:
      return exhausted(query)
  }
}

/**
 * As {@link matchesQuery} of a document whose body and dates were not read: undefined where they decide.
 */
export function matchesByFields(query: Query, document: SearchDocument): boolean | undefined {
  switch (query.kind) {
    case 'and':
      return combined(query.of, document, false)
    case 'or':
      return combined(query.of, document, true)
    case 'not': {
      const inner = matchesByFields(query.of, document)
      return inner === undefined ? undefined : !inner
    }
    case 'text':
      if (matchesQuery(query, document)) return true
      return query.field === 'any' || query.field === 'text' ? undefined : false
    case 'date':
      return query.clock === 'happened' ? undefined : matchesQuery(query, document)
    default:
      return matchesQuery(query, document)
  }
}

/** `decisive` in one part decides; else it is the opposite, unless a part is undecided. */
function combined(parts: readonly Query[], document: SearchDocument, decisive: boolean): boolean | undefined {
  let isUndecided = false
  for (const part of parts) {
    const holds = matchesByFields(part, document)
    if (holds === decisive) return decisive
    isUndecided ||= holds === undefined
  }
  return isUndecided ? undefined : !decisive
}

function hasText(term: TextTerm, document: SearchDocument): boolean {
  const { units, isOpen } = phraseOf(term)
  if (units.length === 0) return false
  const phrase = ` ${units.join(' ')}${isOpen ? '' : ' '}`
  const fields = term.field === 'any' ? TEXT_FIELDS : [term.field]
  const { words } = prepare(document)
  return fields.some(field => words[field].includes(phrase)) || isHeard(term, fields, document)
}

/** The word that may be pinyin: one word, not quoted. */
export function pinyinOf(term: TextTerm): string | undefined {
  const { units } = phraseOf(term)
  const [word = ''] = units
  return !term.exact && units.length === 1 && isPinyinQuery(word) ? word : undefined
}

function isHeard(term: TextTerm, fields: readonly TextField[], document: SearchDocument): boolean {
  const word = pinyinOf(term)
  if (word === undefined) return false
  const values = textValues(document)
  const { readings } = prepare(document)
  return fields.some(field => {
    if (!SPOKEN_FIELDS.includes(field)) return false
    readings[field] ??= speltRuns(values[field].flatMap(readingsOf))
    return soundsLike(readings[field], word)
  })
}
