import { fold } from './fold.ts'
import { joinOccurrences, type Occurrence } from './folded-text.ts'
import { highlightsIn, placesIn, wantedTerms } from './highlights.ts'
import { phraseOf } from './phrase.ts'
import type { Query, TextTerm } from './query.ts'
import { isUnspaced } from './units.ts'

/** A piece of a body with the places of what was found, in UTF-16 units of the piece. */
export interface Snippet {
  readonly text: string
  readonly highlights: readonly Occurrence[]
  /** Whether words were left out before or behind. */
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

/** How much is looked through: what comes later in a very long body is not worth the wait. */
const LONGEST_TEXT = 60_000
const BEFORE = 30
/** What is read around the snippet, so that a phrase or word that it cuts is not taken for another. */
const AROUND = 40

/** A place where a line may begin without splitting a word or a character. */
const STARTS = /[\s\p{sc=Han}\p{P}]/u

/**
 * The part of a body, `length` UTF-16 units at most, that shows most of what the query looks for: the earliest of
 * the best. Without anything to show it is the beginning.
 */
export function snippetOf(body: string, query: Query, length = 160): Snippet {
  const text = body.slice(0, LONGEST_TEXT)
  const best = bestWindow(roughPlaces(text, query), length - BEFORE)
  // Near its end a body fills the snippet with what comes before.
  const from =
    best === undefined ? 0 : startOf(text, Math.max(0, Math.min(best - BEFORE, text.length - length)))
  const to = endOf(text, Math.min(text.length, from + length))
  const first = Math.max(0, from - AROUND)
  const highlights = highlightsIn(text.slice(first, to + AROUND), query, 'text')
    .map(({ start, end }) => ({ start: start + first - from, end: end + first - from }))
    .filter(({ start, end }) => start >= 0 && end <= to - from)
  return {
    text: text.slice(from, to).replace(/\s/gu, ' '),
    highlights,
    cutBefore: from > 0,
    cutAfter: to < body.length,
  }
}

/** As many places of one term as are worth comparing, and how far a phrase may reach with its punctuation. */
const MOST_PLACES = 24
const REACH = 40

/**
 * About where the words stand: places in the folded text are those of the text but where folding lengthens or
 * shortens it. Cutting a whole body into units, or telling its places exactly, takes ten times as long.
 */
function roughPlaces(text: string, query: Query): Occurrence[] {
  const terms = wantedTerms(query, 'text')
  if (terms.length === 0) return []
  const folded = fold(text)
  if (folded.length !== text.length) return highlightsIn(text, query, 'text')
  return joinOccurrences(terms.flatMap(term => roughPlacesOf(term, folded)))
}

function roughPlacesOf(term: TextTerm, folded: string): Occurrence[] {
  const [first] = phraseOf(term).units
  if (first === undefined) return []
  const reach = term.text.length * 2 + REACH
  const places: Occurrence[] = []
  for (let at = folded.indexOf(first); at !== -1; at = folded.indexOf(first, at + first.length)) {
    const before = folded[at - 1] ?? ''
    const isInWord = !isUnspaced(first) && !isUnspaced(before) && /[\p{L}\p{N}\p{M}]/u.test(before)
    const found = isInWord ? undefined : placesIn(folded.slice(at, at + reach), [term])[0]
    if (found?.start === 0) places.push({ start: at, end: at + found.end })
    if (places.length === MOST_PLACES) break
  }
  return places
}

/** Where the window that holds the most occurrences begins. */
function bestWindow(found: readonly Occurrence[], length: number): number | undefined {
  let best: number | undefined
  let most = 0
  for (const [index, { start }] of found.entries()) {
    let held = 0
    while ((found[index + held]?.end ?? Number.POSITIVE_INFINITY) <= start + length) held += 1
    if (best === undefined || held > most) [best, most] = [start, held]
  }
  return best
}

/** The first place from here at which a word begins, if one is near. */
function startOf(text: string, from: number): number {
  if (from === 0) return 0
  for (let at = from; at < from + BEFORE / 2; at++) {
    if (STARTS.test(text[at] ?? '')) return /\s/u.test(text[at] ?? '') ? at + 1 : at
  }
  return isHighSurrogate(text, from - 1) ? from + 1 : from
}

const endOf = (text: string, to: number): number =>
  to < text.length && isHighSurrogate(text, to - 1) ? to - 1 : to

const isHighSurrogate = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code <= 0xdbff
}
