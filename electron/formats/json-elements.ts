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
  const level = key === undefined ? 1 : 2
  let depth = 0
  let isString = false
  let isEscaped = false
  let isWanted = false
  /** The last string of the outermost object, which is a key where a colon follows. */
  let name: number[] = []
  let lastKey = ''
  let pieces: Uint8Array[] = []
  let size = 0
  let isOpen = false
  let index = 0

  const keep = (piece: Uint8Array): void => {
    size += piece.length
    // A copy: what is cut from a file's buffer must not hold on to it.
    if (size <= largest) pieces.push(piece.slice())
    else pieces = []
  }
  const element = (reason?: JsonElement['reason']): JsonElement => {
    const found = {
      index,
      bytes: Buffer.concat(pieces),
      reason: size > largest ? 'too-large' : reason,
    } as const
    pieces = []
    size = 0
    isOpen = false
    index += 1
    return found
  }

  for await (const chunk of stream) {
    let start = 0
    // Most of an export is strings: their ends are looked for, and each place is looked for once.
    let quote = -1
    let backslash = -1
    for (let at = 0; at < chunk.length; at += 1) {
      if (isString && !isEscaped && (depth !== 1 || level === 1)) {
        if (quote < at) quote = placeOf(chunk, QUOTE, at)
        if (backslash < at) backslash = placeOf(chunk, BACKSLASH, at)
        at = Math.min(quote, backslash)
        if (at === chunk.length) break
      }
      const byte = chunk[at] ?? 0
      if (isString) {
        if (isEscaped) isEscaped = false
        else if (byte === BACKSLASH) isEscaped = true
        else if (byte === QUOTE) isString = false
        else if (depth === 1 && level === 2 && name.length < 200) name.push(byte)
        continue
      }
      const isInside = isWanted && depth === level
      if (isInside && isOpen && (byte === COMMA || byte === CLOSE_ARRAY)) {
        keep(chunk.subarray(start, at))
        yield element()
      }
      if (isInside && !isOpen && !isBlank(byte) && byte !== COMMA && byte !== CLOSE_ARRAY) {
        isOpen = true
        start = at
      }
      if (byte === QUOTE) {
        isString = true
        if (depth === 1) name = []
      } else if (byte === COLON && depth === 1) lastKey = Buffer.from(name).toString('utf8')
      else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) {
        depth += 1
        if (depth === level && byte === OPEN_ARRAY && (key === undefined || lastKey === key)) isWanted = true
      } else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) {
        if (isInside) isWanted = false
        depth -= 1
      }
    }
    if (isOpen) keep(chunk.subarray(start))
  }
  if (isOpen) yield element('damaged')
  else if (isWanted) yield { index, bytes: new Uint8Array(0), reason: 'damaged' }
}
