import { isReprint, type Likeness, likenessOf, SKETCH_SIZE, type Sketch } from './sketch.ts'

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
 * Sketches in typed arrays, by row, and an index from their smallest hashes to the rows: 100,000 take 80 MB.
 * A row that was removed stays empty.
 */
export class SketchTable {
  #capacity = FIRST_CAPACITY
  #size = 0
  #hashes = new Uint32Array(FIRST_CAPACITY * SKETCH_SIZE)
  #lengths = new Uint16Array(FIRST_CAPACITY)
  #shingles = new Uint32Array(FIRST_CAPACITY)
  /** Entry `row * LEADING + n` is the n-th hash of the row; entries of a bucket are a chain, the newest first. */
  #heads = emptyBuckets(FIRST_CAPACITY)
  #next = new Int32Array(FIRST_CAPACITY * LEADING)

  /** Rows so far, removed ones included. */
  get size(): number {
    return this.#size
  }

  /** Adds a sketch and gives back its row. */
  add({ hashes, shingles }: Sketch): number {
    if (this.#size === this.#capacity) this.#grow()
    const row = this.#size
    this.#size += 1
    this.#hashes.set(hashes, row * SKETCH_SIZE)
    this.#lengths[row] = hashes.length
    this.#shingles[row] = shingles
    this.#chain(row)
    return row
  }

  /** Forgets the row's sketch: nothing finds it any more. */
  remove(row: number): void {
    this.#lengths[row] = 0
    this.#shingles[row] = 0
  }

  /** The row's sketch; undefined where it was removed. */
  sketch(row: number): Sketch | undefined {
    const length = this.#lengths[row] ?? 0
    if (length === 0) return undefined
    const start = row * SKETCH_SIZE
    return { hashes: this.#hashes.subarray(start, start + length), shingles: this.#shingles[row] ?? 0 }
  }

  /** Rows whose texts are reprints of the sketch's or it of theirs, the likest first. */
  reprintsOf(sketch: Sketch): Candidate[] {
    const rows = new Set<number>()
    for (const hash of sketch.hashes.subarray(0, LEADING)) this.#follow(hash, rows)
    const found: Candidate[] = []
    for (const row of rows) {
      const other = this.sketch(row)
      if (other === undefined) continue
      const likeness = likenessOf(sketch, other)
      if (isReprint(likeness)) found.push({ row, ...likeness })
    }
    return found.sort((a, b) => b.resemblance - a.resemblance || a.row - b.row)
  }

  #follow(hash: number, rows: Set<number>): void {
    let followed = 0
    let entry = this.#heads[hash & (this.#heads.length - 1)] ?? NONE
    while (entry !== NONE && followed < MOST_FOLLOWED) {
      const row = Math.floor(entry / LEADING)
      if (this.#hashes[row * SKETCH_SIZE + (entry % LEADING)] === hash && this.#lengths[row] !== 0) {
        rows.add(row)
        followed += 1
      }
      entry = this.#next[entry] ?? NONE
    }
  }

  #chain(row: number): void {
    const leading = Math.min(LEADING, this.#lengths[row] ?? 0)
    for (let n = 0; n < leading; n++) {
      const entry = row * LEADING + n
      const bucket = (this.#hashes[row * SKETCH_SIZE + n] ?? 0) & (this.#heads.length - 1)
      this.#next[entry] = this.#heads[bucket] ?? NONE
      this.#heads[bucket] = entry
    }
  }

  #grow(): void {
    this.#capacity *= 2
    this.#hashes = grown(this.#hashes, new Uint32Array(this.#capacity * SKETCH_SIZE))
    this.#lengths = grown(this.#lengths, new Uint16Array(this.#capacity))
    this.#shingles = grown(this.#shingles, new Uint32Array(this.#capacity))
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

function grown<T extends Uint32Array | Uint16Array>(old: T, larger: T): T {
  larger.set(old)
  return larger
}
