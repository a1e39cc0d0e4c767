/** A set of small whole numbers, one bit each. */
export class NumberSet {
  private readonly bits: Uint32Array

  /** For numbers from 0 up to and without `size`. */
  constructor(size: number) {
    this.bits = new Uint32Array((size + 31) >>> 5)
  }

  add(number: number): void {
    const at = number >>> 5
    this.bits[at] = (this.bits[at] ?? 0) | (1 << (number & 31))
  }

  has(number: number): boolean {
    return ((this.bits[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0
  }

  /** Keeps what is also in the other. */
  intersect(other: NumberSet): void {
    for (const [at, word] of other.bits.entries()) this.bits[at] = (this.bits[at] ?? 0) & word
  }

  unite(other: NumberSet): void {
    for (const [at, word] of other.bits.entries()) this.bits[at] = (this.bits[at] ?? 0) | word
  }

  subtract(other: NumberSet): void {
    for (const [at, word] of other.bits.entries()) this.bits[at] = (this.bits[at] ?? 0) & ~word
  }

  /** All members, smallest first. */
  members(): number[] {
    const found: number[] = []
    for (const [at, word] of this.bits.entries()) {
      for (let rest = word; rest !== 0; rest &= rest - 1) found.push(at * 32 + 31 - Math.clz32(rest & -rest))
    }
    return found
  }
}
