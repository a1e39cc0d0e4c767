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

/** Where the terms stand in a folded text, in no order. */
export function placesIn(folded: string, terms: readonly TextTerm[]): Occurrence[] {
  const units = placedUnits(folded)
  const places: Occurrence[] = []
  for (const term of terms) {
    const { units: phrase, isOpen } = phraseOf(term)
    if (phrase.length === 0) continue
    for (const [at, first] of units.entries()) {
      const last = units[at + phrase.length - 1]
      if (last === undefined) break
      if (standsAt(phrase, units, at, isOpen)) places.push({ start: first.start, end: last.end })
    }
  }
  return places
}

const standsAt = (
  phrase: readonly string[],
  units: readonly PlacedUnit[],
  at: number,
  isOpen: boolean,
): boolean =>
  phrase.every((wanted, index) => {
    const unit = units[at + index]?.unit
    return unit === wanted || (isOpen && index === phrase.length - 1 && unit?.startsWith(wanted) === true)
  })

/** Where the query's words stand in a text of the field, in order; parts that touch or overlap are one. */
export function highlightsIn(text: string, query: Query, field: TextField): Occurrence[] {
  const terms = wantedTerms(query, field)
  if (terms.length === 0) return []
  const folded = foldWithOrigins(text)
  return joinOccurrences(
    placesIn(folded.folded, terms).flatMap(({ start, end }) => originOf(folded, start, end) ?? []),
  )
}
