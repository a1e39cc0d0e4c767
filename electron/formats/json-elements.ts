export interface JsonElement {
  /** Counted from 0. */
  readonly index: number
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

/** Cuts an array that comes piece by piece into its elements. */
class ElementCutter {
  readonly #key: string | undefined
  readonly #level: number
  readonly #largest: number
  #depth = 0
  #isString = false
  #isEscaped = false
  #isWanted = false
  /** The last string of the outermost object, which is a key where a colon follows. */
  #name: number[] = []
  #lastKey = ''
  #pieces: Uint8Array[] = []
  #size = 0
  #isOpen = false
  #index = 0

  constructor(key: string | undefined, largest: number) {
    this.#key = key
    this.#level = key === undefined ? 1 : 2
    this.#largest = largest
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
        if (this.#isOpen) this.#keep(chunk.subarray(next.start))
        return
      }
      at = next.at
      start = next.at
    }
  }

  /** What is left where the file ends. */
  end(): JsonElement | undefined {
    if (this.#isOpen) return this.#element('damaged')
    return this.#isWanted ? { index: this.#index, bytes: new Uint8Array(0), reason: 'damaged' } : undefined
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
      bytes: Buffer.concat(this.#pieces),
      reason: this.#size > this.#largest ? 'too-large' : reason,
    } as const
    this.#pieces = []
    this.#size = 0
    this.#isOpen = false
    this.#index += 1
    return found
  }

  /**
   * Goes on from a place to the end of the element that is open, or of the piece. No generator: the engine compiles this
   * loop over every byte of a file, and of a generator it does not.
   */
  #scan(chunk: Uint8Array, from: number, opened: number): { at: number; start: number; isWhole: boolean } {
    const level = this.#level
    let start = opened
    // Most of an export is strings: their ends are looked for, and each place is looked for once.
    let quote = -1
    let backslash = -1
    for (let at = from; at < chunk.length; at += 1) {
      if (this.#isString && !this.#isEscaped && (this.#depth !== 1 || level === 1)) {
        if (quote < at) quote = placeOf(chunk, QUOTE, at)
        if (backslash < at) backslash = placeOf(chunk, BACKSLASH, at)
        at = Math.min(quote, backslash)
        if (at === chunk.length) break
      }
      const byte = chunk[at] ?? 0
      if (this.#isString) {
        if (this.#isEscaped) this.#isEscaped = false
        else if (byte === BACKSLASH) this.#isEscaped = true
        else if (byte === QUOTE) this.#isString = false
        else if (this.#depth === 1 && level === 2 && this.#name.length < 200) this.#name.push(byte)
        continue
      }
      const isInside = this.#isWanted && this.#depth === level
      if (isInside && this.#isOpen && (byte === COMMA || byte === CLOSE_ARRAY))
        return { at, start, isWhole: true }
      if (isInside && !this.#isOpen && !isBlank(byte) && byte !== COMMA && byte !== CLOSE_ARRAY) {
        this.#isOpen = true
        start = at
      }
      if (byte === QUOTE) {
        this.#isString = true
        if (this.#depth === 1) this.#name = []
      } else if (byte === COLON && this.#depth === 1) this.#lastKey = Buffer.from(this.#name).toString('utf8')
      else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) {
        this.#depth += 1
        if (
          this.#depth === level &&
          byte === OPEN_ARRAY &&
          (this.#key === undefined || this.#lastKey === this.#key)
        )
          this.#isWanted = true
      } else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) {
        if (isInside) this.#isWanted = false
        this.#depth -= 1
      }
    }
    return { at: chunk.length, start, isWhole: false }
  }
}

/**
 * The elements of an array one after another, unparsed, so that a file of any size needs the memory of one: the array
 * that is the whole file, or with `key` the one under that key of the object that is the whole file. A file that ends
 * in the middle gives its last element as `damaged`; one with no such array gives nothing.
 */
export async function* jsonElements(
  stream: AsyncIterable<Uint8Array>,
  key?: string,
  largest = 64 * 1024 * 1024,
): AsyncGenerator<JsonElement> {
  const cutter = new ElementCutter(key, largest)
  for await (const chunk of stream) yield* cutter.push(chunk)
  const rest = cutter.end()
  if (rest !== undefined) yield rest
}
