import { SampleColumn } from './sample-column.ts'
import { isReprint, type Likeness, likenessOf, type Sketch } from './sketch.ts'

/** The smallest hashes of a sketch lead to it: of reprints that share half of their shingles, all but one in 10⁷ meet. */
const LEADING = 24

/** A sentence that thousands of texts share leads to the newest of them only. */
const MOST_FOLLOWED = 64

const FIRST_CAPACITY = 1024

const NONE = -1

interface Candidate extends Likeness {
  readonly row: number
}

/**
 * Sketches in typed arrays, by row, and an index from their smallest hashes to the rows: 100,000 take 130 MB.
 * A row that was removed stays empty.
 */
export class SketchTable {
  #capacity = FIRST_CAPACITY
  #size = 0
  readonly #shingles = new SampleColumn(FIRST_CAPACITY)
  readonly #pairs = new SampleColumn(FIRST_CAPACITY)
  /** Entry `row * LEADING + n` is the n-th hash of the row; entries of a bucket are a chain, the newest first. */
  #heads = emptyBuckets(FIRST_CAPACITY)
  #next = new Int32Array(FIRST_CAPACITY * LEADING)

  /** Rows so far, removed ones included. */
  get size(): number {
    return this.#size
  }

  /** Adds a sketch and gives back its row. */
  add({ shingles, pairs }: Sketch): number {
    if (this.#size === this.#capacity) this.#grow()
    const row = this.#size
    this.#size += 1
    this.#shingles.set(row, shingles)
    this.#pairs.set(row, pairs)
    this.#chain(row)
    return row
  }

  /** Forgets the row's sketch: nothing finds it any more. */
  remove(row: number): void {
    this.#shingles.clear(row)
    this.#pairs.clear(row)
  }

  /** The row's sketch; undefined where it was removed. */
  sketch(row: number): Sketch | undefined {
    const [shingles, pairs] = [this.#shingles.get(row), this.#pairs.get(row)]
    return shingles === undefined || pairs === undefined ? undefined : { shingles, pairs }
  }

  /** Rows whose texts are reprints of the sketch's or it of theirs, the likest first. */
  reprintsOf(sketch: Sketch): Candidate[] {
    const rows = new Set<number>()
    for (const hash of sketch.shingles.hashes.subarray(0, LEADING)) this.#follow(hash, rows)
    const found: Candidate[] = []
    for (const row of rows) {
      const other = this.sketch(row)
      if (other === undefined) continue
      const likeness = likenessOf(sketch, other)
      if (isReprint(sketch, other, likeness)) found.push({ row, ...likeness })
    }
    return found.sort((a, b) => b.resemblance - a.resemblance || a.row - b.row)
  }

  #follow(hash: number, rows: Set<number>): void {
    let followed = 0
    let entry = this.#heads[hash & (this.#heads.length - 1)] ?? NONE
    while (entry !== NONE && followed < MOST_FOLLOWED) {
      const row = Math.floor(entry / LEADING)
      if (this.#shingles.hash(row, entry % LEADING) === hash) {
        rows.add(row)
        followed += 1
      }
      entry = this.#next[entry] ?? NONE
    }
  }

  #chain(row: number): void {
    for (let n = 0; n < LEADING; n++) {
      const hash = this.#shingles.hash(row, n)
      if (hash === undefined) return
      const entry = row * LEADING + n
      const bucket = hash & (this.#heads.length - 1)
      this.#next[entry] = this.#heads[bucket] ?? NONE
      this.#heads[bucket] = entry
    }
  }

  #grow(): void {
    this.#capacity *= 2
    this.#shingles.grow(this.#capacity)
    this.#pairs.grow(this.#capacity)
    this.#next = new Int32Array(this.#capacity * LEADING)
    this.#heads = emptyBuckets(this.#capacity)
    for (let row = 0; row < this.#size; row++) this.#chain(row)
  }
}

/** A power of two, so that a hash's last bits are its bucket. */
function emptyBuckets(capacity: number): Int32Array {
  const bits = Math.ceil(Math.log2(capacity * LEADING))
  return new Int32Array(2 ** bits).fill(NONE)
}
