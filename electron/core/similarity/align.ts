/** A run of items that both sequences have, or that one of them has instead of the other's. */
export interface Aligned {
  readonly kind: 'same' | 'changed'
  /** Places in the two sequences, the end past the last. */
  readonly a: readonly [number, number]
  readonly b: readonly [number, number]
}

/** Steps that a comparison takes at most; past them all that is left counts as changed. */
const MOST_STEPS = 4_000_000

/**
 * What two sequences have in common, in order, with the fewest items left over (Myers, "An O(ND) difference
 * algorithm", 1986). Together the runs cover both sequences. Sequences that have next to nothing in common are not
 * compared to the end.
 */
export function align<T>(a: readonly T[], b: readonly T[]): Aligned[] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1
    endB -= 1
  }
  const pairs = commonPairs(a.slice(start, endA), b.slice(start, endB))
  const runs: Aligned[] = []
  let [atA, atB] = [0, 0]
  const same = (fromA: number, fromB: number, length: number) => {
    if (length === 0) return
    if (fromA > atA || fromB > atB) runs.push({ kind: 'changed', a: [atA, fromA], b: [atB, fromB] })
    const last = runs.at(-1)
    const [toA, toB] = [fromA + length, fromB + length]
    if (last?.kind === 'same') runs[runs.length - 1] = { ...last, a: [last.a[0], toA], b: [last.b[0], toB] }
    else runs.push({ kind: 'same', a: [fromA, toA], b: [fromB, toB] })
    atA = toA
    atB = toB
  }
  same(0, 0, start)
  for (const [x, y] of pairs) same(start + x, start + y, 1)
  same(endA, endB, a.length - endA)
  if (atA < a.length || atB < b.length) runs.push({ kind: 'changed', a: [atA, a.length], b: [atB, b.length] })
  return runs
}

/** Places of items that are in both, ascending in both. */
function commonPairs<T>(a: readonly T[], b: readonly T[]): [number, number][] {
  if (a.length === 0 || b.length === 0) return []
  const mostEdits = a.length + b.length
  // Diagonals run from one below the least to one above the greatest.
  const offset = mostEdits + 1
  const furthest = new Int32Array(2 * offset + 1)
  const trace: Int32Array[] = []
  let steps = 0
  for (let edits = 0; edits <= mostEdits; edits++) {
    steps += edits + 1
    if (steps > MOST_STEPS) return []
    trace.push(furthest.slice(offset - edits - 1, offset + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = comesDown(diagonal, edits, k => furthest[offset + k] ?? 0)
      let x = down ? (furthest[offset + diagonal + 1] ?? 0) : (furthest[offset + diagonal - 1] ?? 0) + 1
      let y = x - diagonal
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x += 1
        y += 1
      }
      furthest[offset + diagonal] = x
      if (x >= a.length && y >= b.length) return walkBack(trace, a.length, b.length)
    }
  }
  return []
}

const comesDown = (diagonal: number, edits: number, furthest: (diagonal: number) => number): boolean =>
  diagonal === -edits || (diagonal !== edits && furthest(diagonal - 1) < furthest(diagonal + 1))

/** The way that led to the end, from the furthest reaches of each number of edits. */
function walkBack(trace: readonly Int32Array[], lengthA: number, lengthB: number): [number, number][] {
  const pairs: [number, number][] = []
  let [x, y] = [lengthA, lengthB]
  for (const [edits, reached] of [...trace.entries()].reverse()) {
    const furthest = (diagonal: number) => reached[diagonal + edits + 1] ?? 0
    const diagonal = x - y
    const down = comesDown(diagonal, edits, furthest)
    const before = down ? diagonal + 1 : diagonal - 1
    const fromX = edits === 0 ? 0 : furthest(before)
    const fromY = edits === 0 ? 0 : fromX - before
    while (x > fromX && y > fromY) {
      x -= 1
      y -= 1
      pairs.push([x, y])
    }
    ;[x, y] = [fromX, fromY]
  }
  return pairs.reverse()
}
