import type { CountedTime, Span } from './counted-time.ts'
import type { Cut } from './cuts.ts'
import type { TimeAxis } from './time-axis.ts'

/** A bar of the strip: the times from its first hour to behind its last, and where it stands in pixels. */
export interface Bar extends Span {
  readonly left: number
  readonly right: number
  /** How many are of these times for certain. */
  readonly count: number
  /** How many more may be, of which only a longer time is known. */
  readonly wide: number
}

/** Which places of the axis are on show, and how wide in pixels. */
export interface View {
  readonly start: number
  readonly end: number
  readonly width: number
}

export const pixelOf = (axis: TimeAxis, { start, end, width }: View, time: number): number =>
  ((axis.placeOf(time) - start) / (end - start)) * width

/** The bars that are on show, side by side; those within a folded stretch are left out. */
export function barsIn(counted: CountedTime, axis: TimeAxis, view: View, cut: Cut): Bar[] {
  const { gaps } = axis
  const last = axis.timeAt(view.end)
  const starts: Span[] = []
  for (let from = cut.startOf(axis.timeAt(view.start)); from < last; ) {
    const to = cut.next(from)
    const gap = gaps.find(each => each.from <= from && to <= each.to)
    if (gap === undefined) starts.push({ from, to })
    from = gap === undefined ? to : Math.max(to, cut.startOf(gap.to))
  }
  const wide = wideIn(counted, starts)
  return starts.map(({ from, to }, index) => ({
    from,
    to,
    left: pixelOf(axis, view, from),
    right: pixelOf(axis, view, to),
    count: counted.between(from, to) + (wide.certain[index] ?? 0),
    wide: wide.possible[index] ?? 0,
  }))
}

/** How the spans fall on bars: those within one are certain there, the others possible in each that they touch. */
function wideIn(
  { spans }: CountedTime,
  bars: readonly Span[],
): { readonly certain: Float64Array; readonly possible: Float64Array } {
  const certain = new Float64Array(bars.length)
  const possible = new Float64Array(bars.length + 1)
  for (const { from, to, count } of spans) {
    const first = firstBehind(bars, from)
    const bar = bars[first]
    if (bar === undefined || bar.from >= to) continue
    if (bar.from <= from && to <= bar.to) {
      certain[first] = (certain[first] ?? 0) + count
      continue
    }
    const end = firstBehind(bars, to - 1)
    const behind = (bars[end]?.from ?? to) < to ? end + 1 : end
    possible[first] = (possible[first] ?? 0) + count
    possible[behind] = (possible[behind] ?? 0) - count
  }
  for (let at = 1; at < possible.length; at++) possible[at] = (possible[at] ?? 0) + (possible[at - 1] ?? 0)
  return { certain, possible }
}

/** The first bar that ends behind a time. */
function firstBehind(bars: readonly Span[], time: number): number {
  let [low, high] = [0, bars.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bars[middle]?.to ?? 0) <= time) low = middle + 1
    else high = middle
  }
  return low
}
