import { isWithinTag } from '../model/tag.ts'
import { LIKENESSES, type Likeness, type LookAlike } from '../model/tag-advice.ts'
import { fold } from '../search/fold.ts'

/** A tag and how many clippings have it or one below it. */
export interface CountedTag {
  readonly name: string
  readonly total: number
}

/** Two names that an article states as one, in no order. */
export interface StatedPair {
  readonly names: readonly [string, string]
  readonly words: string
  readonly clipping: string
}

/** Shorter words that differ in a letter are mostly two words (Iran, Iraq). */
const SHORTEST_MISSPELT = 6
const SHORTEST_PLURAL = 4

/**
 * Tags that may be one, each pair once and by the surest sign of it: what articles state as one; names of the same letters
 * but for case, width, accents, simplified and traditional characters; names that differ in punctuation and spaces, or by
 * an English plural; names in different branches of the tree; and Latin words of six letters or more that differ in one
 * letter, of which no digit. Of each pair the one that more clippings have stays. A tag and one below it are no pair.
 *
 * It takes as long as there are tags, not their square: like names are found under keys that they share.
 */
export function lookAlikes(tags: readonly CountedTag[], stated: readonly StatedPair[]): LookAlike[] {
  const totals = new Map(tags.map(({ name, total }) => [name, total]))
  const found = new Map<string, LookAlike>()
  const add = (a: string, b: string, likeness: Likeness, evidence?: LookAlike['stated']) => {
    if (a === b || isWithinTag(a, b) || isWithinTag(b, a)) return
    const [name, into] = isBehind(a, b, totals) ? [a, b] : [b, a]
    const key = `${name}\n${into}`
    const known = found.get(key)
    if (known !== undefined && LIKENESSES.indexOf(known.likeness) <= LIKENESSES.indexOf(likeness)) return
    found.set(key, { name, into, likeness, ...(evidence !== undefined && { stated: evidence }) })
  }
  for (const { names, words, clipping } of stated) add(...names, 'stated', { words, clipping })
  const split = tags.map(({ name }) => splitName(name))
  const keyed: readonly [Likeness, (tag: SplitName) => readonly string[]][] = [
    ['same-letters', ({ branch, leaf }) => [`${branch}/${leaf}`]],
    ['punctuation', ({ branch, leaf }) => [`${branch}/${lettersOf(leaf)}`]],
    ['plural', ({ branch, leaf }) => [`${branch}/${singularOf(leaf)}`]],
    ['other-branch', ({ leaf }) => [lettersOf(leaf)]],
    ['one-letter', ({ branch, leaf }) => misspellings(leaf).map(key => `${branch}/${key}`)],
  ]
  for (const [likeness, keysOf] of keyed) {
    for (const group of grouped(split, keysOf)) {
      const most = group.reduce((best, tag) => (isBehind(best.name, tag.name, totals) ? tag : best))
      for (const tag of group) {
        if (likeness === 'one-letter' && !differInOneLetter(tag.leaf, most.leaf)) continue
        add(tag.name, most.name, likeness)
      }
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      LIKENESSES.indexOf(a.likeness) - LIKENESSES.indexOf(b.likeness) ||
      (totals.get(b.into) ?? 0) - (totals.get(a.into) ?? 0) ||
      (a.name < b.name ? -1 : 1),
  )
}

interface SplitName {
  readonly name: string
  /** Folded: what is above the last level, and the last level. */
  readonly branch: string
  readonly leaf: string
}

function splitName(name: string): SplitName {
  const slash = name.lastIndexOf('/')
  return { name, branch: fold(name.slice(0, Math.max(slash, 0))), leaf: fold(name.slice(slash + 1)) }
}

/** Whether fewer clippings have the first; of two that as many have, the one that is written later in the alphabet. */
function isBehind(a: string, b: string, totals: ReadonlyMap<string, number>): boolean {
  const [ofA, ofB] = [totals.get(a) ?? 0, totals.get(b) ?? 0]
  return ofA === ofB ? a > b : ofA < ofB
}

const lettersOf = (leaf: string): string => leaf.replace(/[^\p{L}\p{N}]+/gu, '') || leaf

/** The last English word without its plural. */
const singularOf = (leaf: string): string =>
  leaf.replace(/[a-z]+$/u, word => {
    if (word.length <= SHORTEST_PLURAL || /(?:ss|us|is)$/u.test(word)) return word
    if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
    return /(?:[sx]|ch|sh)es$/u.test(word) ? word.slice(0, -2) : word.replace(/s$/u, '')
  })

/** The word and what is left of it without any one letter: two words that differ in one letter share one of these. */
function misspellings(leaf: string): string[] {
  if (leaf.length < SHORTEST_MISSPELT || leaf.length > 40 || !/^[a-z][a-z0-9 .'-]*$/u.test(leaf)) return []
  const keys = new Set([leaf])
  for (let at = 0; at < leaf.length; at += 1) keys.add(leaf.slice(0, at) + leaf.slice(at + 1))
  return [...keys]
}

/** One letter more, less or another, or two that changed places; digits tell things apart. */
function differInOneLetter(a: string, b: string): boolean {
  if (a.replace(/\D+/gu, ' ') !== b.replace(/\D+/gu, ' ')) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  let end = 0
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1
  const [left, right] = [short.slice(start, short.length - end), long.slice(start, long.length - end)]
  if (right.length <= 1) return left.length <= 1
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

/** Those that share a key, two at least; with several keys a group may come more than once. */
function grouped(tags: readonly SplitName[], keysOf: (tag: SplitName) => readonly string[]): SplitName[][] {
  const byKey = new Map<string, SplitName[]>()
  for (const tag of tags)
    for (const key of keysOf(tag)) {
      const group = byKey.get(key)
      if (group === undefined) byKey.set(key, [tag])
      else group.push(tag)
    }
  return [...byKey.values()].filter(group => group.length > 1)
}
