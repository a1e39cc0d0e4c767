import { fold, wordsOf } from './fold.ts'
import {
  type FoldedText,
  foldWithOrigins,
  joinOccurrences,
  type Occurrence,
  originOf,
} from './folded-text.ts'

/** Where folded words stand in a text; each begins at least `apart` past where the one before it began. */
function placesOf(text: FoldedText, words: string, apart: number): Occurrence[] {
  const places: Occurrence[] = []
  for (let at = text.folded.indexOf(words); at !== -1; at = text.folded.indexOf(words, at + apart)) {
    const place = originOf(text, at, at + words.length)
    if (place !== undefined) places.push(place)
  }
  return places
}

/** Where the words of the query occur in the text, in order; parts that touch or overlap are one. */
export function occurrences(text: string, query: string): Occurrence[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  const folded = foldWithOrigins(text)
  return joinOccurrences(words.flatMap(word => placesOf(folded, word, 1)))
}

/**
 * Where the phrase stands in the text as it was typed, spaces and signs among it, one after the other; none for white
 * space.
 */
export function phraseOccurrences(text: string, phrase: string): Occurrence[] {
  const words = fold(phrase.trim())
  return words === '' ? [] : placesOf(foldWithOrigins(text), words, words.length)
}
