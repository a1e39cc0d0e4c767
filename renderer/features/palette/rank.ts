import { matchName, NO_MATCH, typedWords } from '../../../electron/core/search/name-match.ts'
import { foldedOnce } from '../tagging/choices.ts'
import type { Readings } from '../tagging/readings.ts'

/** What kinds of things the palette offers, in the order in which they come where nothing else decides. */
export const ENTRY_KINDS = ['command', 'place', 'collection', 'search', 'tag', 'source', 'clipping'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** What is compared of an entry of the palette. */
export interface Named {
  /** The same from one opening to the next, for what was used last. */
  readonly key: string
  readonly kind: EntryKind
  /** What it is called, the first as it is shown: in the other language, too, where it has a name there. */
  readonly names: readonly string[]
  /** Why it cannot be done now. */
  readonly reason?: string | undefined
}

/** So many are shown: more letters find the others. */
const MOST_SHOWN = 50

/** So many that were used last stand above all else before anything is typed. */
const MOST_RECENT = 7

/**
 * The entries that what was typed may mean, the likeliest first; of those that fit alike what was used last, then by kind,
 * then the shorter name. What cannot be done now comes behind what can. `kindWords` are what kinds are called.
 */
export function ranked<E extends Named>(
  entries: readonly E[],
  typed: string,
  recent: readonly string[],
  readings: Readings,
  kindWords: Readonly<Record<EntryKind, readonly string[]>>,
): { readonly shown: readonly E[]; readonly total: number } {
  const words = typedWords(typed)
  const used = new Map(recent.map((key, index) => [key, index]))
  const keys = new Float64Array(entries.length)
  let total = 0
  for (const [index, entry] of entries.entries()) {
    let fit = NO_MATCH
    for (const name of entry.names) {
      fit = Math.min(fit, matchName(foldedOnce(name), readings.get(name), words, kindWords[entry.kind]))
      if (fit === 0) break
    }
    if (fit === NO_MATCH) continue
    if (entry.reason !== undefined) fit += NO_MATCH
    keys[total++] = sortKey(
      fit,
      used.get(entry.key) ?? recent.length,
      ENTRY_KINDS.indexOf(entry.kind),
      entry.names[0]?.length ?? 0,
      index,
    )
  }
  const sorted = keys.slice(0, total).sort().subarray(0, MOST_SHOWN)
  return { shown: Array.from(sorted, key => entries[key % PLACES]).flatMap(entry => entry ?? []), total }
}

const PLACES = 2 ** 20

/** All that decides the order as one number, which is sorted in a tenth of the time: thousands are found by a letter. */
const sortKey = (fit: number, used: number, kind: number, length: number, index: number): number =>
  (((fit * 64 + Math.min(used, 63)) * 8 + kind) * 1024 + Math.min(length, 1023)) * PLACES + index

/** What is offered before anything is typed: what was used last, then what can be done now, then places to go. */
export function offered<E extends Named>(entries: readonly E[], recent: readonly string[]): readonly E[] {
  const used = new Map(recent.map((key, index) => [key, index]))
  const last = entries
    .filter(({ key, reason }) => used.has(key) && reason === undefined)
    .sort((a, b) => (used.get(a.key) ?? 0) - (used.get(b.key) ?? 0))
    .slice(0, MOST_RECENT)
  const others = entries.filter(
    entry =>
      (entry.kind === 'command' || entry.kind === 'place') &&
      entry.reason === undefined &&
      !last.includes(entry),
  )
  return [...last, ...others]
}
