import { fold, wordsOf } from './fold.ts'

/** A part of a text in UTF-16 units, `end` past its last. */
export interface Occurrence {
  readonly start: number
  readonly end: number
}

/** A character with the marks on it: what folds as one. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gsu

/** Where the words of the query occur in the text, in order; parts that touch or overlap are one. */
export function occurrences(text: string, query: string): Occurrence[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  let folded = ''
  /** For each UTF-16 unit of `folded`, the part of the text that it comes from. */
  const origins: Occurrence[] = []
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const part = fold(cluster)
    folded += part
    for (let unit = 0; unit < part.length; unit++) origins.push({ start: index, end: index + cluster.length })
  }
  const found = words.flatMap(word => {
    const parts: Occurrence[] = []
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1)) {
      const [first, last] = [origins[at], origins[at + word.length - 1]]
      if (first !== undefined && last !== undefined) parts.push({ start: first.start, end: last.end })
    }
    return parts
  })
  return joined(found)
}

function joined(parts: Occurrence[]): Occurrence[] {
  const result: Occurrence[] = []
  for (const part of parts.sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last !== undefined && part.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, part.end) }
    else result.push(part)
  }
  return result
}
