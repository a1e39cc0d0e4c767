import type { TextTerm } from './query.ts'
import { isUnspaced, phraseUnits } from './units.ts'

/** What a term looks for: units that stand together, of which the last may go on where `isOpen`. */
export interface Phrase {
  readonly units: readonly string[]
  readonly isOpen: boolean
}

const known = new WeakMap<object, Phrase>()

/**
 * The first letters of a word can go on; a character is whole, and what follows it is free anyway. A term is asked
 * for as often as there are clippings, so what was worked out for it is kept.
 */
export function phraseOf(term: Pick<TextTerm, 'text' | 'prefix'>): Phrase {
  let phrase = known.get(term)
  if (phrase === undefined) {
    const units = phraseUnits(term.text)
    phrase = { units, isOpen: term.prefix && !isUnspaced(units.at(-1) ?? '') }
    known.set(term, phrase)
  }
  return phrase
}
