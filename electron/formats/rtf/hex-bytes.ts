const digitOf = (byte: number): number => {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}

/** Bytes that are written as hexadecimal digits, whatever stands between them. */
export class HexBytes {
  #bytes = new Uint8Array(1024)
  #length = 0
  #high = -1

  add(byte: number): void {
    const digit = digitOf(byte)
    if (digit < 0) return
    if (this.#high < 0) {
      this.#high = digit
      return
    }
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes[this.#length] = this.#high * 16 + digit
    this.#length += 1
    this.#high = -1
  }

  get bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }
}
