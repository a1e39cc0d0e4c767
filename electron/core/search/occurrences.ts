import { wordsOf } from './fold.ts'
import { foldWithOrigins, joinOccurrences, type Occurrence, originOf } from './folded-text.ts'

/** Where the words of the query occur in the text, in order; parts that touch or overlap are one. */
export function occurrences(text: string, query: string): Occurrence[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  const folded = foldWithOrigins(text)
  const found = words.flatMap(word => {
    const parts: Occurrence[] = []
    for (let at = folded.folded.indexOf(word); at !== -1; at = folded.folded.indexOf(word, at + 1)) {
      const part = originOf(folded, at, at + word.length)
      if (part !== undefined) parts.push(part)
    }
    return parts
  })
  return joinOccurrences(found)
}
