import { fold, foldedFields, type Searchable, wordsOf } from './fold.ts'

/**
 * Whether every word of the query occurs, each anywhere in the fields or in the text of the body where that
 * is given, inside words too: Chinese has no spaces. A query without words matches everything.
 */
export function matcher(query: string): (clipping: Searchable, body?: string) => boolean {
  const words = wordsOf(query)
  if (words.length === 0) return () => true
  return (clipping, body) => {
    const fields = foldedFields(clipping)
    const missing = words.filter(word => !fields.includes(word))
    if (missing.length === 0) return true
    if (body === undefined) return false
    const text = fold(body)
    return missing.every(word => text.includes(word))
  }
}
