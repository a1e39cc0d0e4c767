import { SAMPLE_SIZE, type Sample } from './sketch.ts'

/** Samples in typed arrays, by row. A row that was cleared is empty. */
export class SampleColumn {
  #hashes: Uint32Array
  #lengths: Uint16Array
  #totals: Uint32Array

  constructor(capacity: number) {
    this.#hashes = new Uint32Array(capacity * SAMPLE_SIZE)
    this.#lengths = new Uint16Array(capacity)
    this.#totals = new Uint32Array(capacity)
  }

  grow(capacity: number): void {
    this.#hashes = copied(this.#hashes, new Uint32Array(capacity * SAMPLE_SIZE))
    this.#lengths = copied(this.#lengths, new Uint16Array(capacity))
    this.#totals = copied(this.#totals, new Uint32Array(capacity))
  }

  set(row: number, { hashes, total }: Sample): void {
    this.#hashes.set(hashes, row * SAMPLE_SIZE)
    this.#lengths[row] = hashes.length
    this.#totals[row] = total
  }

  clear(row: number): void {
    this.#lengths[row] = 0
    this.#totals[row] = 0
  }

  /** Undefined where the row is empty. The hashes are a view of the column, good until it grows. */
  get(row: number): Sample | undefined {
    const length = this.#lengths[row] ?? 0
    if (length === 0) return undefined
    const start = row * SAMPLE_SIZE
    return { hashes: this.#hashes.subarray(start, start + length), total: this.#totals[row] ?? 0 }
  }

  /** The n-th smallest hash of the row; undefined where it has fewer. */
  hash(row: number, n: number): number | undefined {
    return n < (this.#lengths[row] ?? 0) ? this.#hashes[row * SAMPLE_SIZE + n] : undefined
  }
}

function copied<T extends Uint32Array | Uint16Array>(old: T, larger: T): T {
  larger.set(old)
  return larger
}
