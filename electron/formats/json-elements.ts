export interface JsonElement {
  /** Counted from 0. */
  readonly index: number
  /** Which element of the outer array it is in, counted from 0; 0 where there is none. */
  readonly within: number
  /** Exactly as the file has it. */
  readonly bytes: Uint8Array
  /** Why it is not all there: the file ends in it, or it is larger than anything that is an item. */
  readonly reason?: 'damaged' | 'too-large' | undefined
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

const isBlank = (byte: number): boolean =>
  byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0xef || byte === 0xbb || byte === 0xbf

/** Outside of strings all other bytes mean nothing to the cutter. */
const MEANS = new Uint8Array(256)
for (const byte of [QUOTE, COMMA, COLON, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT]) MEANS[byte] = 1

/** Most strings of an export are short, and asking for the next quote costs more than looking at so many bytes. */
const SHORT = 48
const LONGEST_KEY = 200

/** Where a byte stands from a place on; the length where it does not. */
function placeOf(bytes: Uint8Array, byte: number, from: number): number {
  const at = bytes.indexOf(byte, from)
  return at === -1 ? bytes.length : at
}

/** A JSON text; undefined where it is none. */
export function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8').decode(bytes))
  } catch {
    return undefined
  }
}

/** Which array is cut, and how. */
interface Cut {
  /** Its key in the object that is the whole file, or the keys of an array in the elements of an array; none: the file. */
  readonly path: readonly string[]
  /** A key of the elements whose array is left empty in what is cut. */
  readonly without?: string | undefined
  readonly largest?: number | undefined
}

const LARGEST = 64 * 1024 * 1024

/** Cuts an array that comes piece by piece into its elements. */
class ElementCutter {
  readonly #path: readonly string[]
  readonly #without: string | undefined
  readonly #largest: number
  /** How many arrays lie in one another down to the one that is cut, and at what depth that one is. */
  readonly #arrays: number
  readonly #level: number
  #depth = 0
  /** How many of those arrays are open. */
  #open = 0
  #isString = false
  #isEscaped = false
  /** The depth at which keys count, and the last string there, which is a key where a colon follows. */
  #keyDepth: number
  #name: Uint8Array[] = []
  #nameSize = 0
  #lastKey = ''
  #pieces: Uint8Array[] = []
  #size = 0
  #isOpen = false
  #isLeftOut = false
  #index = 0
  #within = 0
  #indexedWithin = 0

  constructor({ path, without, largest = LARGEST }: Cut) {
    this.#path = path
    this.#without = without
    this.#largest = largest
    this.#arrays = Math.max(1, path.length)
    this.#level = this.#depthOf(this.#arrays)
    this.#keyDepth = this.#level === 1 ? -1 : 1
  }

  /** The elements that end in the piece. */
  *push(chunk: Uint8Array): Generator<JsonElement> {
    let at = 0
    for (let start = 0; ; ) {
      const next = this.#scan(chunk, at, start)
      if (next.isWhole) {
        this.#keep(chunk.subarray(next.start, next.at))
        yield this.#element()
      } else {
        if (this.#isOpen && !this.#isLeftOut) this.#keep(chunk.subarray(next.start))
        return
      }
      at = next.at
      start = next.at
    }
  }

  /** What is left where the file ends. */
  end(): JsonElement | undefined {
    return this.#isOpen || this.#open > 0 ? this.#element('damaged') : undefined
  }

  /** The depth of one of the arrays, counted from 1: each but that of the whole file lies in an object. */
  #depthOf(array: number): number {
    return this.#path.length === 0 ? 1 : array * 2
  }

  #keep(piece: Uint8Array): void {
    this.#size += piece.length
    // A copy: what is cut from a file's buffer must not hold on to it.
    if (this.#size <= this.#largest) this.#pieces.push(piece.slice())
    else this.#pieces = []
  }

  #element(reason?: JsonElement['reason']): JsonElement {
    const found = {
      index: this.#index,
      within: this.#within,
      bytes: Buffer.concat(this.#pieces),
      reason: this.#size > this.#largest ? 'too-large' : reason,
    } as const
    this.#pieces = []
    this.#size = 0
    this.#isOpen = false
    this.#isLeftOut = false
    this.#index += 1
    return found
  }

  #keepName(piece: Uint8Array): void {
    if (this.#nameSize + piece.length > LONGEST_KEY) return
    this.#name.push(piece.slice())
    this.#nameSize += piece.length
  }

  /** Where a string that goes on at a place has its next quote or backslash; the length where it has none. */
  #stringEnd(chunk: Uint8Array, from: number): number {
    const near = Math.min(chunk.length, from + SHORT)
    for (let at = from; at < near; at += 1) {
      const byte = chunk[at]
      if (byte === QUOTE || byte === BACKSLASH) return at
    }
    return near
  }

  #opened(byte: number): void {
    this.#depth += 1
    if (this.#depth === this.#keyDepth) this.#lastKey = ''
    if (byte !== OPEN_ARRAY || this.#open === this.#arrays) return
    const isNext = this.#depth === this.#depthOf(this.#open + 1)
    if (!isNext || (this.#path.length > 0 && this.#lastKey !== this.#path[this.#open])) return
    this.#open += 1
    // An array may stand there twice: two elements are never called the same.
    if (this.#open === this.#arrays && this.#indexedWithin !== this.#within) {
      this.#index = 0
      this.#indexedWithin = this.#within
    }
    this.#setKeyDepth()
  }

  #closed(): void {
    if (this.#open > 0 && this.#depth === this.#depthOf(this.#open)) {
      this.#open -= 1
      this.#setKeyDepth()
    }
    this.#depth -= 1
  }

  #setKeyDepth(): void {
    if (this.#open < this.#arrays) this.#keyDepth = this.#depthOf(this.#open + 1) - 1
    else this.#keyDepth = this.#without === undefined ? -1 : this.#level + 1
  }

  /**
   * Goes on from a place to the end of the element that is open, or of the piece. No generator: the engine compiles this
   * loop over every byte of a file, and of a generator it does not.
   */
  #scan(chunk: Uint8Array, from: number, opened: number): { at: number; start: number; isWhole: boolean } {
    const level = this.#level
    const { length } = chunk
    let start = opened
    // The ends of long strings are looked for, and each place is looked for once.
    let quote = -1
    let backslash = -1
    for (let at = from; at < length; at += 1) {
      if (this.#isString) {
        if (this.#isEscaped) {
          this.#isEscaped = false
          continue
        }
        const begun = at
        at = this.#stringEnd(chunk, at)
        if (at - begun === SHORT) {
          if (quote < at) quote = placeOf(chunk, QUOTE, at)
          if (backslash < at) backslash = placeOf(chunk, BACKSLASH, at)
          at = Math.min(quote, backslash)
        }
        if (this.#depth === this.#keyDepth) this.#keepName(chunk.subarray(begun, at))
        if (at === length) break
        if (chunk[at] === BACKSLASH) this.#isEscaped = true
        else this.#isString = false
        continue
      }
      const isInside = this.#depth === level && this.#open === this.#arrays
      if (isInside && !this.#isOpen) {
        while (at < length && isBlank(chunk[at] ?? 0)) at += 1
        if (at === length) break
        const first = chunk[at]
        if (first !== COMMA && first !== CLOSE_ARRAY) {
          this.#isOpen = true
          start = at
        }
      }
      while (at < length && MEANS[chunk[at] ?? 0] === 0) at += 1
      if (at === length) break
      const byte = chunk[at] ?? 0
      if (isInside && this.#isOpen && (byte === COMMA || byte === CLOSE_ARRAY))
        return { at, start, isWhole: true }
      if (byte === QUOTE) {
        this.#isString = true
        if (this.#depth === this.#keyDepth) {
          this.#name = []
          this.#nameSize = 0
        }
      } else if (byte === COLON) {
        if (this.#depth === this.#keyDepth) this.#lastKey = Buffer.concat(this.#name).toString('utf8')
      } else if (byte === COMMA) {
        if (this.#open > 0 && this.#open < this.#arrays && this.#depth === this.#depthOf(this.#open))
          this.#within += 1
      } else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) {
        this.#opened(byte)
        if (
          byte === OPEN_ARRAY &&
          this.#isOpen &&
          this.#depth === level + 2 &&
          this.#lastKey === this.#without
        ) {
          this.#keep(chunk.subarray(start, at + 1))
          this.#isLeftOut = true
        }
      } else {
        if (this.#isLeftOut && this.#depth === level + 2) {
          this.#isLeftOut = false
          start = at
        }
        this.#closed()
      }
    }
    return { at: length, start, isWhole: false }
  }
}

async function* cut(stream: AsyncIterable<Uint8Array>, how: Cut): AsyncGenerator<JsonElement> {
  const cutter = new ElementCutter(how)
  for await (const chunk of stream) yield* cutter.push(chunk)
  const rest = cutter.end()
  if (rest !== undefined) yield rest
}

/**
 * The elements of an array one after another, unparsed, so that a file of any size needs the memory of one: the array
 * that is the whole file, or with `key` the one under that key of the object that is the whole file. A file that ends
 * in the middle gives its last element as `damaged`; one with no such array gives nothing. With `without`, the array
 * under that key of each element is left empty.
 */
export const jsonElements = (
  stream: AsyncIterable<Uint8Array>,
  key?: string,
  { without, largest }: Pick<Cut, 'without' | 'largest'> = {},
): AsyncGenerator<JsonElement> => cut(stream, { path: key === undefined ? [] : [key], without, largest })

/** The same of an array that each element of an array has: `links` of each of the `collections`. */
export const jsonElementsWithin = (
  stream: AsyncIterable<Uint8Array>,
  outer: string,
  inner: string,
): AsyncGenerator<JsonElement> => cut(stream, { path: [outer, inner] })
