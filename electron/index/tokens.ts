import type { Phrase } from '../core/search/phrase.ts'
import { readingsOf } from '../core/search/pinyin.ts'
import { SYLLABLES } from '../core/search/pinyin-syllables.ts'
import { BREAK, isUnspaced } from '../core/search/units.ts'
import type { Token } from './doclists.ts'

/**
 * What FTS5 is given: one token a unit, so that its positions are those of the units. A character that stands
 * before another is written with it (出口管制 is 出口 口管 管制 制): two characters are one look-up, more are a
 * phrase of them, and one is a prefix of all tokens that begin with it.
 */
function tokensOf(units: readonly string[]): string[] {
  const tokens: string[] = []
  let before = ''
  for (const unit of units) {
    const standsAlone = !isUnspaced(unit)
    if (before !== '') tokens.push(standsAlone ? before : before + unit)
    if (standsAlone) tokens.push(unit)
    before = standsAlone ? '' : unit
  }
  if (before !== '') tokens.push(before)
  return tokens
}

/** Sounds are tokens of the same column, told apart by a character that no unit begins with. */
const SYLLABLE = '\u{e002}'
const INITIAL = '\u{e003}'
const HEAD = '\u{e004}'
const STARTS_WORD = /^[\p{L}\p{N}]/u

/** The tokens of a column: its words, and the sounds of what it says in Chinese. */
export function columnText(units: readonly string[], spoken: readonly string[]): string {
  const runs = spoken.flatMap(readingsOf)
  const syllables = runs.flatMap(run => [BREAK, ...run.map(syllable => SYLLABLE + syllable)])
  const initials = runs.flatMap(run => [
    BREAK,
    ...run.map((syllable, at) => INITIAL + initialPair(run, at, syllable)),
  ])
  return [...tokensOf(units), ...syllables, ...initials].join(' ')
}

/** The first letter and the first two of each word, once: what is typed of it first. */
export function headsText(units: readonly string[]): string {
  const heads = new Set<string>()
  for (const unit of units) {
    if (isUnspaced(unit) || !STARTS_WORD.test(unit)) continue
    const [first = '', second = ''] = unit
    heads.add(HEAD + first).add(HEAD + first + second)
  }
  return [...heads].join(' ')
}

const initialPair = (run: readonly string[], at: number, syllable: string): string =>
  (syllable[0] ?? '') + (run[at + 1]?.[0] ?? '')

const phrase = (tokens: readonly string[], isOpen: boolean): string =>
  `"${tokens.join(' ')}"${isOpen ? '*' : ''}`

/** Whether a phrase is the one or two letters that a word begins with, which the index has by themselves. */
export const isHead = ({ units, isOpen }: Phrase): boolean =>
  isOpen && units.length === 1 && [...(units[0] ?? '')].length <= 2

export const headExpression = ({ units }: Phrase): string => phrase([HEAD + units.join('')], false)

/** A phrase as tokens, of which the last may go on where `isOpen`. */
function tokensOfPhrase({ units, isOpen }: Phrase): { tokens: readonly string[]; isOpen: boolean } {
  const tokens = tokensOf(units)
  const last = units.at(-1)
  if (last === undefined || !isUnspaced(last)) return { tokens, isOpen }
  // The pair before it has the last character already; without one, it is what a token begins with.
  const before = units.at(-2)
  return before !== undefined && isUnspaced(before)
    ? { tokens: tokens.slice(0, -1), isOpen: false }
    : { tokens, isOpen: true }
}

/** A phrase in the language of FTS5. */
export function phraseExpression(words: Phrase): string {
  const { tokens, isOpen } = tokensOfPhrase(words)
  return phrase(tokens, isOpen)
}

/** What a phrase is looked up by: one token, or those that have to stand together. Heads are of all fields. */
export function lookedUp(words: Phrase, inAnyField: boolean): Token[] {
  if (inAnyField && isHead(words)) return [{ token: HEAD + words.units.join(''), isOpen: false }]
  const { tokens, isOpen } = tokensOfPhrase(words)
  return tokens.map((token, at) => ({ token, isOpen: isOpen && at === tokens.length - 1 }))
}

/** A word as pinyin: in full, the last syllable perhaps unfinished, or the first letters. */
export function pinyinExpressions(word: string): string[] {
  const full = syllableCuts(word).map(cut =>
    phrase(
      cut.map(syllable => SYLLABLE + syllable),
      true,
    ),
  )
  const letters = [...word]
  const pairs = letters.slice(0, -1).map((letter, at) => INITIAL + letter + (letters[at + 1] ?? ''))
  return [...full, phrase(pairs, false)]
}

/** All ways to cut a word into two or more syllables, of which the last may be the beginning of one. */
function syllableCuts(word: string): string[][] {
  const cuts: string[][] = []
  const cut = (before: readonly string[], rest: string): void => {
    if (before.length > 0 && BEGINNINGS.has(rest)) cuts.push([...before, rest])
    for (let length = 1; length < Math.min(rest.length, 7); length++) {
      const syllable = rest.slice(0, length)
      if (SYLLABLES.has(syllable)) cut([...before, syllable], rest.slice(length))
    }
  }
  cut([], word)
  return cuts
}

const BEGINNINGS = new Set(
  [...SYLLABLES].flatMap(syllable => [...syllable].map((_, at) => syllable.slice(0, at + 1))),
)
