import type { TextTerm } from './query.ts'
import { isUnspaced, phraseUnits } from './units.ts'

/** What a term looks for: units that stand together, of which the last may go on where `isOpen`. */
export interface Phrase {
  readonly units: readonly string[]
  readonly isOpen: boolean
}

/** The first letters of a word can go on; a character is whole, and what follows it is free anyway. */
export function phraseOf({ text, prefix }: Pick<TextTerm, 'text' | 'prefix'>): Phrase {
  const units = phraseUnits(text)
  return { units, isOpen: prefix && !isUnspaced(units.at(-1) ?? '') }
}
