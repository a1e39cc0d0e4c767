import type { TimeCounts } from '../../../../electron/core/model/time-counts.ts'
import { DAY } from './cuts.ts'

/** First hour, and the one behind the last. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A span of that many clippings of which no more is known than that they are of it. */
export interface WideSpan extends Span {
  readonly count: number
}

/** What is wider than a year and a day says nothing of where there is something. */
const WIDEST = 366 * DAY
const WIDTHS = [DAY, 31 * DAY, WIDEST, Number.POSITIVE_INFINITY]

/** Counts of clippings, ready to be summed up over any stretch without going through them. */
export class CountedTime {
  readonly #starts: Float64Array
  readonly #sums: Float64Array
  readonly spans: readonly WideSpan[]
  /** From the first to the last of what is dated most precisely; undefined where nothing is dated. */
  readonly extent: Span | undefined
  readonly total: number

  /** `perUnit` are the hours of a unit of the counts: 24 for days, 1 for hours. */
  constructor({ points, spans }: TimeCounts, perUnit: number) {
    this.#starts = Float64Array.from(points, ([at]) => at * perUnit)
    this.#sums = new Float64Array(points.length + 1)
    for (const [index, [, count]] of points.entries())
      this.#sums[index + 1] = (this.#sums[index] ?? 0) + count
    this.spans = spans.map(([from, to, count]) => ({ from: from * perUnit, to: (to + 1) * perUnit, count }))
    this.total = spans.reduce((sum, [, , count]) => sum + count, this.#sums.at(-1) ?? 0)
    this.extent = this.#extentOf(perUnit)
  }

  /** How many precisely dated ones are from a time up to and without another. */
  between(from: number, to: number): number {
    return Math.max(0, (this.#sums[this.#place(to)] ?? 0) - (this.#sums[this.#place(from)] ?? 0))
  }

  /** How many are for certain of a span. */
  within({ from, to }: Span): number {
    const wide = this.spans.filter(span => span.from >= from && span.to <= to)
    return wide.reduce((sum, { count }) => sum + count, this.between(from, to))
  }

  /** Stretches that have something, in order, touching or apart. */
  content(perUnit: number): Span[] {
    const narrow = this.spans.filter(({ from, to }) => to - from <= WIDEST)
    const points = Array.from(this.#starts, from => ({ from, to: from + perUnit }))
    return narrow.length === 0 ? points : [...points, ...narrow].sort((a, b) => a.from - b.from)
  }

  /** The first point at or behind a time. */
  #place(time: number): number {
    let [low, high] = [0, this.#starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#starts[middle] ?? 0) < time) low = middle + 1
      else high = middle
    }
    return low
  }

  #extentOf(perUnit: number): Span | undefined {
    const first = this.#starts[0]
    if (first !== undefined) return { from: first, to: (this.#starts.at(-1) ?? first) + perUnit }
    for (const widest of WIDTHS) {
      const spans = this.spans.filter(({ from, to }) => to - from <= widest)
      if (spans.length > 0)
        return {
          from: Math.min(...spans.map(each => each.from)),
          to: Math.max(...spans.map(each => each.to)),
        }
    }
    return undefined
  }
}
