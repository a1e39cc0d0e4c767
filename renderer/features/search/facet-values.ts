import type { Edtf } from '../../../electron/core/model/edtf.ts'
import type { Facets, Filter } from '../../../electron/core/model/listing.ts'
import { fold } from '../../../electron/core/search/fold.ts'
import { parseQuery } from '../../../electron/core/search/parse-query.ts'
import { queryParts } from './query-parts.ts'
import type { Facet } from './terms-in-query.ts'

/** A value to narrow a search down by. */
export interface FacetValue {
  readonly value: string
  /** How many of the clippings found have it; undefined for one that the query asks for and none has. */
  readonly count: number | undefined
  /** Whether it is a condition of the query. */
  readonly isChosen: boolean
}

/** As many values as are shown before all of them are asked for. */
export const FEW_VALUES = 8

/** The values of a facet that the query asks for, as they were written. */
function chosenValues(facet: Facet, query: string, clock: Filter['clock'], today: Edtf): string[] {
  return queryParts(query).flatMap(({ text }) => {
    const parsed = parseQuery(text, { today })
    if (!parsed.ok) return []
    const term = parsed.value.query
    if (term.kind === 'text') return term.field === facet ? [term.text] : []
    const isMonth = term.kind === 'date' && term.clock === clock && /^\d{4}(?:-\d{2})?$/u.test(term.edtf)
    return isMonth && facet === 'month' ? [term.edtf] : []
  })
}

/** All values of a facet: those that are conditions of the query and that nothing has first, the others as counted. */
export function facetValues(
  facet: Facet,
  counted: Facets[Facet],
  { query, clock }: Pick<Filter, 'query' | 'clock'>,
  today: Edtf,
): FacetValue[] {
  const chosen = new Map(chosenValues(facet, query, clock, today).map(value => [fold(value), value]))
  const values = counted.map(({ value, count }) => ({ value, count, isChosen: chosen.has(fold(value)) }))
  for (const { value } of counted) chosen.delete(fold(value))
  return [...[...chosen.values()].map(value => ({ value, count: undefined, isChosen: true })), ...values]
}

/** The first few, and every one that is chosen. */
export const fewOf = <T extends FacetValue>(values: readonly T[]): T[] =>
  values.filter(({ isChosen }, at) => at < FEW_VALUES || isChosen)
