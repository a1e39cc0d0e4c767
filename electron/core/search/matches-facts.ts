import { daySpanOf } from '../model/edtf.ts'
import { exhausted } from '../result.ts'
import type { Facts } from './document.ts'
import type { Term, TextTerm } from './query.ts'
import { joinUnits, phraseUnits, unitsOf } from './units.ts'

export type FactTerm = Exclude<Term, TextTerm>

/**
 * Whether a term that is not about words holds. `collectionNames` gives the name of a collection by its id: the
 * name may change without the clipping.
 */
export function factMatcher(
  term: FactTerm,
  collectionNames: (id: string) => string | undefined,
): (facts: Facts) => boolean {
  switch (term.kind) {
    case 'in': {
      const phrase = ` ${phraseUnits(term.text).join(' ')}`
      const isNamed = (id: string): boolean => joinUnits(unitsOf(collectionNames(id) ?? '')).includes(phrase)
      return facts => facts.collections.some(isNamed)
    }
    case 'language':
      return ({ language }) => language === term.tag || language.startsWith(`${term.tag}-`)
    case 'is':
      return ({ states }) => states.includes(term.state)
    case 'has':
      return ({ features }) => features.includes(term.feature)
    case 'site':
      return ({ host }) => host === term.host || host.endsWith(`.${term.host}`)
    case 'date': {
      const { from, to } = daySpanOf(term.edtf)
      return ({ days }) => days[term.clock].some(([first, last]) => first <= to && last >= from)
    }
    default:
      return exhausted(term)
  }
}
