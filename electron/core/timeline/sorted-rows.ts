type Compare = (a: number, b: number) => number
export type Rows = Int32Array<ArrayBuffer>

/** Rows that are sorted, or merged, between two pauses: about a millisecond's worth. */
const STEP = 2048

/** Sorts in steps: each `yield` is a place where whoever drives it may let others go first. */
export function* sortRows(rows: Rows, compare: Compare): Generator<void, Rows> {
  for (let start = 0; start < rows.length; start += STEP) {
    rows.subarray(start, start + STEP).sort(compare)
    yield
  }
  let [from, to] = [rows, new Int32Array(rows.length)]
  for (let width = STEP; width < rows.length; width *= 2) {
    for (let start = 0; start < rows.length; start += 2 * width)
      yield* mergeRuns(from, to, start, start + width, start + 2 * width, compare)
    ;[from, to] = [to, from]
  }
  return from
}

/** Merges the runs from `start` to `middle` and from there to `end`. */
function* mergeRuns(
  from: Rows,
  to: Rows,
  start: number,
  middle: number,
  end: number,
  compare: Compare,
): Generator<void> {
  let [left, right] = [start, middle]
  const last = Math.min(end, from.length)
  const lastLeft = Math.min(middle, last)
  for (let at = start; at < last; at++) {
    const isLeft = right >= last || (left < lastLeft && compare(from[left] ?? 0, from[right] ?? 0) <= 0)
    to[at] = from[isLeft ? left++ : right++] ?? 0
    if ((at - start) % STEP === STEP - 1) yield
  }
}

/** Two sorted lists as one; cheap where the second is short. */
export function mergeRows(kept: Rows, added: Rows, compare: Compare): Rows {
  const result = new Int32Array(kept.length + added.length)
  let [from, at] = [0, 0]
  for (const row of added) {
    let [low, high] = [from, kept.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (compare(kept[middle] ?? 0, row) < 0) low = middle + 1
      else high = middle
    }
    result.set(kept.subarray(from, low), at)
    at += low - from
    from = low
    result[at++] = row
  }
  result.set(kept.subarray(from), at)
  return result
}
