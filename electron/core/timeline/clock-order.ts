import type { Group } from '../model/listing.ts'
import type { Reading } from './clock-reading.ts'
import { type Grouping, groupOf, groupOrder } from './grouping.ts'
import { NumberedNames } from './numbered-names.ts'
import { mergeRows, type Rows, sortRows } from './sorted-rows.ts'
import type { Spans } from './time-counts.ts'

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
  readonly #groups = new Map<Grouping, Groups>()

  constructor(otherwise: Compare) {
    this.#otherwise = otherwise
  }

  /** What the rows' headings come to under a grouping. */
  groupedBy(grouping: Grouping): Groups {
    const known = this.#groups.get(grouping)
    if (known?.isOf(this.heading, this.headings.list) === true) return known
    const groups = new Groups(this.heading, this.headings.list, grouping)
    this.#groups.set(grouping, groups)
    return groups
  }

  /** The days of those of the rows that are dated. */
  datesOf(rows: Rows): Spans {
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

/** The groups of rows: of each heading its group, worked out once and not for each row. */
class Groups {
  readonly #heading: Int32Array
  readonly #keys: readonly string[]
  /** By heading, how far from the top its group stands; equal for headings of one group. */
  readonly #ranks: Int32Array
  readonly #rankCount: number

  constructor(heading: Int32Array, headings: readonly string[], grouping: Grouping) {
    this.#heading = heading
    this.#keys = headings.map(each => groupOf(each, grouping))
    const order = new Map(this.#keys.map(key => [key, groupOrder(key)]))
    const ranked = [...order].sort(([, a], [, b]) => (a === b ? 0 : b - a)).map(([key]) => key)
    const rankOf = new Map(ranked.map((key, rank) => [key, rank]))
    this.#ranks = Int32Array.from(this.#keys, key => rankOf.get(key) ?? 0)
    this.#rankCount = ranked.length
  }

  /** Whether they are still those of the columns: headings are added, and never become others. */
  isOf(heading: Int32Array, headings: readonly string[]): boolean {
    return this.#heading === heading && this.#keys.length === headings.length
  }

  /** The rows with those of one group together, the groups in their order, within each the rows in theirs. */
  inOrder(rows: Rows): Rows {
    const heading = this.#heading
    const ranks = this.#ranks
    const starts = new Int32Array(this.#rankCount + 1)
    for (const row of rows) {
      const next = (ranks[heading[row] ?? 0] ?? 0) + 1
      starts[next] = (starts[next] ?? 0) + 1
    }
    for (let rank = 1; rank < starts.length; rank++)
      starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0)
    const ordered = new Int32Array(rows.length)
    for (const row of rows) {
      const rank = ranks[heading[row] ?? 0] ?? 0
      const place = starts[rank] ?? 0
      ordered[place] = row
      starts[rank] = place + 1
    }
    return ordered
  }

  of(rows: Rows): Group[] {
    const groups: Group[] = []
    let last: Group | undefined
    let lastRank = -1
    for (let start = 0; start < rows.length; start++) {
      const heading = this.#heading[rows[start] ?? 0] ?? 0
      const rank = this.#ranks[heading] ?? 0
      if (last !== undefined && rank === lastRank) last.count++
      else {
        last = { key: this.#keys[heading] ?? '', start, count: 1 }
        lastRank = rank
        groups.push(last)
      }
    }
    return groups
  }
}

export function grown<T extends Int32Array | Float64Array | Uint8Array>(column: T, larger: T): T {
  larger.set(column)
  return larger
}
