import type { Reading } from './clock-reading.ts'
import type { DaySpans } from './density.ts'
import { NumberedNames } from './numbered-names.ts'
import { mergeRows, type Rows, sortRows } from './sorted-rows.ts'

/** Stands for the place of what the clock says nothing of: behind every other. */
const NOWHERE = -0x80000000

/** Rows that are looked at between two pauses. */
const STEP = 8192

/** Decides between rows that the clock puts in one place. */
type Compare = (a: number, b: number) => number

/** What one clock says of every row, a column a value, and the rows in its order, newest first. */
export class ClockOrder {
  /** Numbers of `headings` by row; the heading of what is not dated is empty. */
  heading = new Int32Array(0)
  from = new Int32Array(0)
  to = new Int32Array(0)
  readonly headings = new NumberedNames()
  /** Every row that was ever put, those that are gone too. */
  rows: Rows = new Int32Array(0)
  #place = new Int32Array(0)
  #time = new Float64Array(0)
  #moved: number[] = []
  #isMoved = new Uint8Array(0)
  readonly #otherwise: Compare

  constructor(otherwise: Compare) {
    this.#otherwise = otherwise
  }

  /** The days of those of the rows that are dated. */
  datesOf(rows: Rows): DaySpans {
    const dates = { count: 0, from: new Int32Array(rows.length), to: new Int32Array(rows.length) }
    for (const row of rows) {
      if (this.#place[row] === NOWHERE) continue
      dates.from[dates.count] = this.from[row] ?? 0
      dates.to[dates.count++] = this.to[row] ?? 0
    }
    return dates
  }

  /** Whether a row's date may be one of the days. */
  mayFallOn({ from, to }: { from: number; to: number }): (row: number) => boolean {
    return row => this.#place[row] !== NOWHERE && (this.from[row] ?? 0) <= to && (this.to[row] ?? 0) >= from
  }

  /** Makes room for rows below `size`. */
  grow(size: number): void {
    this.heading = grown(this.heading, new Int32Array(size))
    this.from = grown(this.from, new Int32Array(size))
    this.to = grown(this.to, new Int32Array(size))
    this.#isMoved = grown(this.#isMoved, new Uint8Array(size))
    this.#place = grown(this.#place, new Int32Array(size))
    this.#time = grown(this.#time, new Float64Array(size))
  }

  /** What the clock says of a row now; it is in its place when `settle` has run. */
  put(row: number, reading: Reading | undefined, isNew: boolean): void {
    const heading = this.headings.numberOf(reading?.heading ?? '')
    const place = reading?.headingOrder ?? NOWHERE
    const { time = 0, from = 0, to = 0 } = reading ?? {}
    const isInPlace =
      !isNew &&
      this.#place[row] === place &&
      this.#time[row] === time &&
      this.from[row] === from &&
      this.to[row] === to
    if (!isInPlace && this.#isMoved[row] === 0) {
      this.#isMoved[row] = 1
      this.#moved.push(row)
    }
    this.heading[row] = heading
    this.#place[row] = place
    this.#time[row] = time
    this.from[row] = from
    this.to[row] = to
  }

  /** Puts the rows that were put since into their places, in steps. */
  *settle(): Generator<void> {
    if (this.#moved.length === 0) return
    const moved = new Int32Array(this.#moved)
    this.#moved = []
    const compare: Compare = (a, b) => this.#compare(a, b)
    const kept = yield* this.#rowsInPlace()
    for (const row of moved) this.#isMoved[row] = 0
    yield
    this.rows = mergeRows(kept, yield* sortRows(moved, compare), compare)
  }

  *#rowsInPlace(): Generator<void, Rows> {
    const kept = new Int32Array(this.rows.length)
    let count = 0
    for (let at = 0; at < this.rows.length; at++) {
      const row = this.rows[at] ?? 0
      if (this.#isMoved[row] === 0) kept[count++] = row
      if (at % STEP === STEP - 1) yield
    }
    return kept.subarray(0, count)
  }

  #compare(a: number, b: number): number {
    return (
      (this.#place[b] ?? 0) - (this.#place[a] ?? 0) ||
      (this.#time[b] ?? 0) - (this.#time[a] ?? 0) ||
      (this.from[b] ?? 0) - (this.from[a] ?? 0) ||
      (this.to[b] ?? 0) - (this.to[a] ?? 0) ||
      this.#otherwise(a, b)
    )
  }
}

export function grown<T extends Int32Array | Float64Array | Uint8Array>(column: T, larger: T): T {
  larger.set(column)
  return larger
}
