import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * Work that would keep the process for longer than a frame, in steps of a few milliseconds: whoever else waits for
 * the process has a turn between two of them.
 */

/** Bytes that are made at once. */
const BYTES = 64 * 1024

/** The pieces, which are made as they are asked for, one after the other. */
export async function madeInTurns(pieces: Iterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = []
  let made = 0
  for (const piece of pieces) {
    all.push(piece)
    made += piece.length
    if (made < BYTES) continue
    made = 0
    await nextTurn()
  }
  return all
}

/** Items that are looked at, or sorted, at once. */
const ITEMS = 1024

export async function forEachInTurns<T>(items: Iterable<T>, look: (item: T) => void): Promise<void> {
  let looked = 0
  for (const item of items) {
    look(item)
    looked++
    if (looked % ITEMS === 0) await nextTurn()
  }
}

/** The items in their order: parts of them sorted by themselves, then merged two by two. */
export async function sortedInTurns<T>(
  items: readonly T[],
  isBefore: (a: T, b: T) => boolean,
): Promise<readonly T[]> {
  if (items.length <= ITEMS) return [...items].sort((a, b) => (isBefore(a, b) ? -1 : 1))
  const middle = items.length >> 1
  const left = await sortedInTurns(items.slice(0, middle), isBefore)
  const right = await sortedInTurns(items.slice(middle), isBefore)
  const merged: T[] = []
  await forEachInTurns(mergedOf(left, right, isBefore), item => merged.push(item))
  return merged
}

function* mergedOf<T>(
  left: readonly T[],
  right: readonly T[],
  isBefore: (a: T, b: T) => boolean,
): Generator<T> {
  let next = 0
  for (const item of left) {
    for (let other = right[next]; other !== undefined && isBefore(other, item); other = right[++next])
      yield other
    yield item
  }
  yield* right.slice(next)
}
