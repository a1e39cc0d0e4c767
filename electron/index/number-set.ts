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
  intersect({ bits }: NumberSet): void {
    for (let at = 0; at < bits.length; at++) this.bits[at] = (this.bits[at] ?? 0) & (bits[at] ?? 0)
  }

  unite({ bits }: NumberSet): void {
    for (let at = 0; at < bits.length; at++) this.bits[at] = (this.bits[at] ?? 0) | (bits[at] ?? 0)
  }

  subtract({ bits }: NumberSet): void {
    for (let at = 0; at < bits.length; at++) this.bits[at] = (this.bits[at] ?? 0) & ~(bits[at] ?? 0)
  }

  /** All members, smallest first. */
  members(): Int32Array<ArrayBuffer> {
    const found = new Int32Array(this.bits.length * 32)
    let count = 0
    for (let at = 0; at < this.bits.length; at++) {
      for (let rest = this.bits[at] ?? 0; rest !== 0; rest &= rest - 1)
        found[count++] = at * 32 + 31 - Math.clz32(rest & -rest)
    }
    return found.slice(0, count)
  }
}
