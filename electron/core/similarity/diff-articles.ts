import { linesOf } from '../body/text.ts'
import type { ArticleDiff, DiffBlock } from '../model/article-diff.ts'
import type { Body } from '../model/body.ts'
import { fold } from '../search/fold.ts'
import { align } from './align.ts'
import { changedNumbers, diffWords } from './diff-words.ts'

/** What of an article is compared. */
export interface Compared {
  readonly title: string
  readonly body: Body
}

/** Two blocks are one that was changed where so much of their words is the same; less reads better as two. */
const CHANGED = 0.4
/** Blocks of a gap that are tried against each other; past it they are paired in their order. */
const MOST_PAIRED = 60

/** An older and a newer article against each other, for people: paragraphs, and in those that changed the words. */
export function diffArticles(before: Compared, after: Compared): ArticleDiff {
  const [old, now] = [linesOf(before.body), linesOf(after.body)]
  const blocks = align(old.map(keyOf), now.map(keyOf)).flatMap(({ kind, a, b }): DiffBlock[] =>
    kind === 'same'
      ? now.slice(...b).map(text => ({ kind: 'same', text }))
      : diffGap(old.slice(...a), now.slice(...b)),
  )
  return {
    title: {
      changed: keyOf(before.title) !== keyOf(after.title),
      runs: diffWords(before.title, after.title),
    },
    blocks,
    numbers: changedNumbers([before.title, ...old].join('\n'), [after.title, ...now].join('\n')),
  }
}

const keyOf = (text: string): string => fold(text).replace(/\s+/gu, ' ').trim()

/** Blocks that are not the same: pairs that are alike, in order, and between them what only one side has. */
function diffGap(old: readonly string[], now: readonly string[]): DiffBlock[] {
  const blocks: DiffBlock[] = []
  let [atOld, atNow] = [0, 0]
  const rest = (toOld: number, toNow: number) => {
    for (; atOld < toOld; atOld++) blocks.push({ kind: 'removed', text: old[atOld] ?? '' })
    for (; atNow < toNow; atNow++) blocks.push({ kind: 'added', text: now[atNow] ?? '' })
  }
  for (const [one, other] of alikePairs(old, now)) {
    rest(one, other)
    const [before, after] = [old[one] ?? '', now[other] ?? '']
    blocks.push({
      kind: 'changed',
      runs: diffWords(before, after),
      numbers: changedNumbers(before, after),
    })
    atOld = one + 1
    atNow = other + 1
  }
  rest(old.length, now.length)
  return blocks
}

/** Pairs of alike blocks, ascending on both sides, with the greatest likeness in sum. */
function alikePairs(old: readonly string[], now: readonly string[]): [number, number][] {
  const few = old.length <= MOST_PAIRED && now.length <= MOST_PAIRED
  const [bagsA, bagsB] = [old.map(bagOf), now.map(bagOf)]
  const alike = (a: number, b: number): number => {
    if (!few && a !== b) return 0
    const likeness = likenessOf(bagsA[a] ?? new Map(), bagsB[b] ?? new Map())
    return likeness >= CHANGED ? likeness : 0
  }
  if (!few) return old.flatMap((_, at): [number, number][] => (alike(at, at) > 0 ? [[at, at]] : []))
  const best = Array.from({ length: old.length + 1 }, () => new Float64Array(now.length + 1))
  const at = (a: number, b: number): number => best[a]?.[b] ?? 0
  for (let a = old.length - 1; a >= 0; a--)
    for (let b = now.length - 1; b >= 0; b--) {
      const paired = alike(a, b)
      const row = best[a]
      if (row !== undefined)
        row[b] = Math.max(at(a + 1, b), at(a, b + 1), paired > 0 ? paired + at(a + 1, b + 1) : 0)
    }
  const pairs: [number, number][] = []
  for (let [a, b] = [0, 0]; a < old.length && b < now.length; ) {
    if (at(a, b) === at(a + 1, b)) a += 1
    else if (at(a, b) === at(a, b + 1)) b += 1
    else {
      pairs.push([a, b])
      a += 1
      b += 1
    }
  }
  return pairs
}

/** How often each word, or character of an unspaced script, occurs. */
function bagOf(text: string): Map<string, number> {
  const bag = new Map<string, number>()
  for (const token of fold(text).match(/\p{sc=Han}|[\p{L}\p{N}]+/gu) ?? [])
    bag.set(token, (bag.get(token) ?? 0) + 1)
  return bag
}

function likenessOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [shared, all] = [0, 0]
  for (const [token, count] of a) {
    shared += Math.min(count, b.get(token) ?? 0)
    all += count
  }
  for (const count of b.values()) all += count
  return all === 0 ? 0 : (2 * shared) / all
}
