import { fold } from './fold.ts'
import { isPinyinQuery, type SpeltRun, soundsAt } from './sounds-like.ts'

/** A name as it is compared with what is typed: folded, and the first letters of its words where it has several. */
export interface FoldedName {
  readonly folded: string
  readonly initials: string
}

const LETTER = /[\p{L}\p{N}]/u
const HAN = /\p{sc=Han}/u
const ASCII_WORD = /^[a-z0-9]$/

export function foldName(name: string): FoldedName {
  const folded = fold(name)
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter(word => word !== '')
  return { folded, initials: words.length > 1 ? words.map(word => word[0]).join('') : '' }
}

/** What was typed, as words that a name has to match one by one; none for white space. */
export const typedWords = (typed: string): string[] =>
  fold(typed.replaceAll('／', '/'))
    .split(/\s+/u)
    .filter(word => word !== '')

/** How well a name matches, the smaller the better; {@link NO_MATCH} where it does not. */
export const NO_MATCH = 99
const EXACT = 0
const PREFIX = 1
const WORD_START = 2
const FIRST_LETTERS = 3
const INSIDE = 4
const SOUNDS_INSIDE = 5
const SCATTERED = 6

/**
 * How well a word fits a name: the name itself, its beginning, the beginning of a word in it (of Chinese, of any
 * character), the first letters of its words or its beginning in pinyin, any part of it, any part in pinyin, the letters
 * scattered over it in their order. `readings` is how its Chinese characters are spelt, where that is known.
 */
function matchWord(
  { folded, initials }: FoldedName,
  readings: readonly SpeltRun[] | undefined,
  word: string,
): number {
  const at = folded.indexOf(word)
  if (at === 0) return folded.length === word.length ? EXACT : PREFIX
  if (at > 0 && standsAtWordStart(folded, word, at)) return WORD_START
  if (initials !== '' && word.length > 1 && initials.startsWith(word)) return FIRST_LETTERS
  const sounds = readings !== undefined && isPinyinQuery(word) ? soundsAt(readings, word) : undefined
  if (sounds === 'start') return FIRST_LETTERS
  if (at > 0) return INSIDE
  if (sounds === 'inside') return SOUNDS_INSIDE
  // Two letters stand somewhere in every other name.
  const isTelling = word.length > (HAN.test(word) ? 1 : 2)
  return isTelling && isScattered(folded, word) ? SCATTERED : NO_MATCH
}

/**
 * How well what was typed fits a name: by the word that fits it worst; typed with spaces, pinyin may be one word
 * (`ying wei da`). What all names have in common is said by `kind`: one of several words may begin it (`tag chips`).
 */
export function matchName(
  name: FoldedName,
  readings: readonly SpeltRun[] | undefined,
  words: readonly string[],
  kind: readonly string[] = [],
): number {
  const [only] = words
  if (only === undefined) return EXACT
  if (words.length === 1) return matchWord(name, readings, only)
  const whole = words.join(' ')
  if (name.folded.startsWith(whole)) return name.folded === whole ? EXACT : PREFIX
  let worst = 0
  let kinds = 0
  for (const word of words) {
    const fits = matchWord(name, readings, word)
    if (fits >= SCATTERED && kinds < words.length - 1 && kind.some(each => each.startsWith(word))) kinds += 1
    else worst = Math.max(worst, fits)
  }
  if (worst < NO_MATCH || readings === undefined) return worst
  const spelt = words.join('')
  return isPinyinQuery(spelt) && soundsAt(readings, spelt) === 'start' ? FIRST_LETTERS : NO_MATCH
}

function standsAtWordStart(folded: string, word: string, first: number): boolean {
  if (HAN.test(word[0] ?? '')) return true
  for (let at = first; at > 0; at = folded.indexOf(word, at + 1)) if (startsWord(folded, at)) return true
  return false
}

function startsWord(folded: string, at: number): boolean {
  const before = folded[at - 1] ?? ''
  // Most of what is looked at, without the pattern.
  if (ASCII_WORD.test(before)) return false
  return !LETTER.test(before) || HAN.test(before)
}

/** Whether the name has the letters in their order, the first of them at the beginning of a word. */
function isScattered(folded: string, word: string): boolean {
  const first = word[0] ?? ''
  for (let start = folded.indexOf(first); start >= 0; start = folded.indexOf(first, start + 1)) {
    if (start > 0 && !startsWord(folded, start)) continue
    let from = start
    let typed = 1
    for (; typed < word.length; typed += 1) {
      from = folded.indexOf(word[typed] ?? '', from + 1)
      if (from < 0) return false
    }
    return true
  }
  return false
}
