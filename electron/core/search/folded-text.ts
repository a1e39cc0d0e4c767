import { fold } from './fold.ts'

/** A part of a text in UTF-16 units, `end` past its last. */
export interface Occurrence {
  readonly start: number
  readonly end: number
}

/** A text folded, and for each UTF-16 unit of that the part of the text that it comes from. */
export interface FoldedText {
  readonly folded: string
  readonly origins: readonly Occurrence[]
}

/** A character with the marks on it: what folds as one. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/suy

/** Most of a text is the same few thousand characters, and folding one is slow. */
const known = new Map<string, string>()
const MOST_KNOWN = 20_000

function foldCluster(cluster: string): string {
  let folded = known.get(cluster)
  if (folded === undefined) {
    folded = fold(cluster)
    if (known.size < MOST_KNOWN) known.set(cluster, folded)
  }
  return folded
}

/** Letters, digits and signs of ASCII and Chinese characters, where no mark of another character can follow. */
const isPlain = (code: number): boolean => (code >= 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff)

/** Folds a text so that what is found in it can be shown in the text as it is. */
export function foldWithOrigins(text: string): FoldedText {
  let folded = ''
  const origins: Occurrence[] = []
  const add = (cluster: string, start: number): void => {
    const part = foldCluster(cluster)
    folded += part
    for (let unit = 0; unit < part.length; unit++) origins.push({ start, end: start + cluster.length })
  }
  for (let at = 0; at < text.length; ) {
    const next = text.charCodeAt(at + 1)
    if (isPlain(text.charCodeAt(at)) && (isPlain(next) || at + 1 === text.length)) {
      add(text.charAt(at), at)
      at += 1
      continue
    }
    CLUSTER.lastIndex = at
    const cluster = CLUSTER.exec(text)?.[0] ?? text.charAt(at)
    add(cluster, at)
    at += cluster.length
  }
  return { folded, origins }
}

/** The part of the text that the part of its folded form from `start` to `end` comes from. */
export function originOf({ origins }: FoldedText, start: number, end: number): Occurrence | undefined {
  const [first, last] = [origins[start], origins[end - 1]]
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end }
}

/** In order, with parts that touch or overlap as one. */
export function joinOccurrences(parts: readonly Occurrence[]): Occurrence[] {
  const result: Occurrence[] = []
  for (const part of parts.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last !== undefined && part.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, part.end) }
    else result.push(part)
  }
  return result
}
