import { daySpanOf } from '../model/edtf.ts'
import { exhausted } from '../result.ts'
import type { Facts } from './document.ts'
import type { Term, TextTerm } from './query.ts'
import { joinUnits, phraseUnits, unitsOf } from './units.ts'

export type FactTerm = Exclude<Term, TextTerm>

/** Whether a name has the words, standing together. */
export const isNamed = (name: string, words: string): boolean =>
  joinUnits(unitsOf(name)).includes(joinUnits(phraseUnits(words)))

export const isOfLanguage = (language: string, tag: string): boolean =>
  language === tag || language.startsWith(`${tag}-`)

export const isOnHost = (host: string, domain: string): boolean =>
  host === domain || host.endsWith(`.${domain}`)

/**
 * Whether a term that is not about words holds. `collectionNames` gives the name of a collection by its id: the
 * name may change without the clipping.
 */
export function factMatcher(
  term: FactTerm,
  collectionNames: (id: string) => string | undefined,
): (facts: Facts) => boolean {
  switch (term.kind) {
    case 'in':
      return facts => facts.collections.some(id => isNamed(collectionNames(id) ?? '', term.text))
    case 'language':
      return ({ language }) => isOfLanguage(language, term.tag)
    case 'is':
      return ({ states }) => states.includes(term.state)
    case 'has':
      return ({ features }) => features.includes(term.feature)
    case 'site':
      return ({ host }) => isOnHost(host, term.host)
    case 'date': {
      const { from, to } = daySpanOf(term.edtf)
      return ({ days }) => days[term.clock].some(([first, last]) => first <= to && last >= from)
    }
    default:
      return exhausted(term)
  }
}
