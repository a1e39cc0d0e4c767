import { fold } from '../../../electron/core/search/fold.ts'
import {
  type FoldedName,
  foldName,
  matchName,
  NO_MATCH,
  typedWords,
} from '../../../electron/core/search/name-match.ts'
import { isPinyinQuery, soundsAt } from '../../../electron/core/search/sounds-like.ts'
import type { Readings } from './readings.ts'

export interface Choice {
  readonly key: string
  readonly label: string
  readonly isOn: boolean
  /** How many of several have it, where not all of them do. */
  readonly partly?: number | undefined
}

/** Names are folded once: thousands of tags are looked through at every letter. */
const folded = new Map<string, FoldedName>()

/** A name as it is compared, kept from one letter to the next. */
export function foldedOnce(name: string): FoldedName {
  let known = folded.get(name)
  if (known === undefined) {
    known = foldName(name)
    folded.set(name, known)
  }
  return known
}

/**
 * The choices that what was typed may mean, the likeliest first: by their beginning, the beginning of a level or a word,
 * first letters, any part, pinyin where the readings are known. All of them where nothing is typed.
 */
export function matching(choices: readonly Choice[], typed: string, readings?: Readings): Choice[] {
  const words = typedWords(typed)
  if (words.length === 0) return [...choices]
  return choices
    .map(choice => ({ choice, fit: matchName(foldedOnce(choice.label), readings?.get(choice.label), words) }))
    .filter(({ fit }) => fit < NO_MATCH)
    .toSorted((a, b) => a.fit - b.fit)
    .map(({ choice }) => choice)
}

/**
 * Whether Enter creates what was typed rather than taking the first match: a name with levels was spelt out, and
 * a name that nothing begins with, as it is written or as it is read, is new.
 */
export function createsFirst(matches: readonly Choice[], typed: string, readings?: Readings): boolean {
  const wanted = fold(typed.trim())
  if (/[/／]/.test(typed)) return true
  const isPinyin = isPinyinQuery(wanted)
  return !matches.some(
    ({ label }) =>
      foldedOnce(label)
        .folded.split('/')
        .some(level => level.startsWith(wanted)) ||
      (isPinyin && soundsAt(readings?.get(label) ?? [], wanted) === 'start'),
  )
}
