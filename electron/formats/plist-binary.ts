import { fail, ok, type Result } from '../core/result.ts'
import type { PlistValue } from './plist-value.ts'

const DEEPEST = 128
/** A list in which objects refer to others again and again unfolds to far more than it holds. */
const MOST = 1_000_000
const SMALL = 16 * 1024 * 1024
const TRAILER = 32
/** Dates count from 1 January 2001. */
const EPOCH = Date.UTC(2001, 0, 1)

class Broken extends Error {
  readonly reason: 'damaged' | 'unsafe'
  constructor(reason: 'damaged' | 'unsafe') {
    super(reason)
    this.reason = reason
  }
}

/** Apple's CFBinaryPList.c: marker bytes, a table of offsets, a trailer of 32 bytes that says where it is. */
class BinaryList {
  readonly #bytes: Buffer
  readonly #offsets: number
  readonly #offsetSize: number
  readonly #referenceSize: number
  readonly #count: number
  readonly top: number
  #read = 0
  #letters = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
    const trailer = bytes.length - TRAILER
    if (trailer < 8) throw new Broken('damaged')
    this.#offsetSize = bytes[trailer + 6] ?? 0
    this.#referenceSize = bytes[trailer + 7] ?? 0
    this.#count = this.#number(trailer + 8, 8)
    this.top = this.#number(trailer + 16, 8)
    this.#offsets = this.#number(trailer + 24, 8)
    const isPossible = [this.#offsetSize, this.#referenceSize].every(size => size >= 1 && size <= 8)
    if (!isPossible || this.#offsets + this.#count * this.#offsetSize > trailer) throw new Broken('damaged')
  }

  #number(at: number, size: number): number {
    if (at < 0 || at + size > this.#bytes.length) throw new Broken('damaged')
    let value = 0
    for (let index = 0; index < size; index += 1) value = value * 256 + (this.#bytes[at + index] ?? 0)
    return value
  }

  #view(at: number, size: number): Buffer {
    if (at + size > this.#offsets) throw new Broken('damaged')
    return this.#bytes.subarray(at, at + size)
  }

  /** The length of an object, and where its content starts. */
  #extent(at: number, low: number): { length: number; start: number } {
    if (low !== 15) return { length: low, start: at + 1 }
    const marker = this.#number(at + 1, 1)
    if (marker >> 4 !== 1) throw new Broken('damaged')
    const size = 2 ** (marker & 15)
    return { length: this.#number(at + 2, size), start: at + 2 + size }
  }

  /** Each reference to a text makes it anew. */
  #text(bytes: Buffer): Buffer {
    this.#letters += bytes.length
    if (this.#letters > SMALL && this.#letters > this.#bytes.length * 4) throw new Broken('unsafe')
    return bytes
  }

  #references(start: number, length: number, depth: number): PlistValue[] {
    this.#view(start, length * this.#referenceSize)
    return Array.from({ length }, (_, index) =>
      this.value(this.#number(start + index * this.#referenceSize, this.#referenceSize), depth + 1),
    )
  }

  value(reference: number, depth = 0): PlistValue {
    this.#read += 1
    if (depth > DEEPEST || this.#read > MOST) throw new Broken('unsafe')
    if (reference >= this.#count) throw new Broken('damaged')
    const at = this.#number(this.#offsets + reference * this.#offsetSize, this.#offsetSize)
    const marker = this.#number(at, 1)
    const [kind, low] = [marker >> 4, marker & 15]
    if (kind === 0) return low === 8 ? false : low === 9 ? true : undefined
    if (kind === 1) return this.#number(at + 1, 2 ** low)
    if (kind === 2) return this.#real(at + 1, 2 ** low)
    if (kind === 3) return new Date(EPOCH + this.#real(at + 1, 8) * 1000)
    const { length, start } = this.#extent(at, low)
    if (kind === 4) return this.#view(start, length)
    if (kind === 5) return this.#text(this.#view(start, length)).toString('latin1')
    if (kind === 6)
      return Buffer.from(this.#text(this.#view(start, length * 2)))
        .swap16()
        .toString('utf16le')
    if (kind === 10 || kind === 12) return this.#references(start, length, depth)
    if (kind !== 13) return undefined
    const keys = this.#references(start, length, depth)
    const values = this.#references(start + length * this.#referenceSize, length, depth)
    return new Map(keys.map((key, index) => [String(key), values[index]]))
  }

  #real(at: number, size: number): number {
    if (at + size > this.#bytes.length) throw new Broken('damaged')
    return size === 4 ? this.#bytes.readFloatBE(at) : size === 8 ? this.#bytes.readDoubleBE(at) : Number.NaN
  }
}

export function binaryPlist(bytes: Uint8Array): Result<PlistValue, 'damaged' | 'unsafe'> {
  try {
    const list = new BinaryList(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
    return ok(list.value(list.top))
  } catch (error) {
    if (error instanceof Broken) return fail(error.reason)
    throw error
  }
}
