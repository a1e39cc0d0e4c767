import { foldWithOrigins, joinOccurrences, type Occurrence, originOf } from './folded-text.ts'
import { phraseOf } from './phrase.ts'
import type { Query, TextField, TextTerm } from './query.ts'
import { type PlacedUnit, placedUnits } from './units.ts'

/** The words that a query looks for in a field; those that it excludes are left out. */
export function wantedTerms(query: Query, field: TextField): TextTerm[] {
  switch (query.kind) {
    case 'text':
      return query.field === field || query.field === 'any' ? [query] : []
    case 'and':
    case 'or':
      return query.of.flatMap(part => wantedTerms(part, field))
    default:
      return []
  }
}

/** Where the query's words stand in a text of the field, in order; parts that touch or overlap are one. */
export function highlightsIn(text: string, query: Query, field: TextField): Occurrence[] {
  const terms = wantedTerms(query, field)
  if (terms.length === 0) return []
  const folded = foldWithOrigins(text)
  const units = placedUnits(folded.folded)
  const found = terms.flatMap(term => {
    const { units: phrase, isOpen } = phraseOf(term)
    return units.flatMap((first, at) => {
      const last = units[at + phrase.length - 1]
      if (phrase.length === 0 || last === undefined || !stands(phrase, units, at, isOpen)) return []
      return originOf(folded, first.start, last.end) ?? []
    })
  })
  return joinOccurrences(found)
}

const stands = (
  phrase: readonly string[],
  units: readonly PlacedUnit[],
  at: number,
  isOpen: boolean,
): boolean =>
  phrase.every((wanted, index) => {
    const unit = units[at + index]?.unit
    return unit === wanted || (isOpen && index === phrase.length - 1 && unit?.startsWith(wanted) === true)
  })
