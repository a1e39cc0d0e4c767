/** Where an element of the outermost kind stands, in bytes from the beginning. */
export interface ScannedElement {
  readonly start: number
  /** After its end tag. */
  readonly end: number
  /** Between its tags. */
  readonly innerStart: number
  readonly innerEnd: number
}

const OPEN = 0x3c
const CLOSE = 0x3e
const CDATA = Buffer.from('<![CDATA[')
const CDATA_END = Buffer.from(']]>')
const COMMENT = Buffer.from('<!--')
const COMMENT_END = Buffer.from('-->')

/** What may follow the name of an element in its tag. */
const ENDS_NAME = new Set([0x20, 0x09, 0x0a, 0x0d, 0x2f, CLOSE])

/**
 * Finds the elements of one name in XML that comes piece by piece, without holding any of it: an export of notes is
 * large, and each note can be taken from the file when its place is known. What stands in CDATA sections and comments is
 * not markup. One element in another of the same name is part of it.
 */
export class ElementScan {
  readonly #startTag: Buffer
  readonly #endTag: Buffer
  /** What the next piece is needed for. */
  #carried: Buffer = Buffer.alloc(0)
  /** Of the first byte of `#carried`. */
  #offset = 0
  #skipTo: Buffer | undefined
  #depth = 0
  #start = 0
  #innerStart = 0

  constructor(name: string) {
    this.#startTag = Buffer.from(`<${name}`)
    this.#endTag = Buffer.from(`</${name}`)
  }

  /** Where the element starts that is not closed yet. */
  get openSince(): number | undefined {
    return this.#depth > 0 ? this.#start : undefined
  }

  /** How many of them lie in one another at this place. */
  get depth(): number {
    return this.#depth
  }

  *push(piece: Uint8Array): Generator<ScannedElement> {
    const bytes =
      this.#carried.length === 0
        ? Buffer.from(piece.buffer, piece.byteOffset, piece.length)
        : Buffer.concat([this.#carried, piece])
    let at = 0
    for (;;) {
      if (this.#skipTo !== undefined) {
        const end = bytes.indexOf(this.#skipTo, at)
        if (end === -1) {
          at = Math.max(at, bytes.length - this.#skipTo.length + 1)
          break
        }
        at = end + this.#skipTo.length
        this.#skipTo = undefined
      }
      const tag = bytes.indexOf(OPEN, at)
      at = tag === -1 ? bytes.length : tag
      if (tag === -1) break
      const next = this.#tagAt(bytes, tag)
      if (next === undefined) break
      if (next.found !== undefined) yield next.found
      at = next.at
    }
    // A copy, so that a file's buffer is not held.
    this.#carried = Buffer.from(bytes.subarray(at))
    this.#offset += at
  }

  /** Takes what starts at a `<`; undefined where it is not all there yet. */
  #tagAt(bytes: Buffer, at: number): { readonly at: number; readonly found?: ScannedElement } | undefined {
    // Too little to tell what it is, unless it is a whole tag.
    if (bytes.length - at < CDATA.length && bytes.indexOf(CLOSE, at) === -1) return undefined
    const isAt = (word: Buffer): boolean => bytes.subarray(at, at + word.length).equals(word)
    if (isAt(CDATA) || isAt(COMMENT)) {
      this.#skipTo = isAt(CDATA) ? CDATA_END : COMMENT_END
      return { at: at + COMMENT.length }
    }
    const isEnd = isAt(this.#endTag)
    const word = isEnd ? this.#endTag : this.#startTag
    if (!isEnd && !isAt(this.#startTag)) return { at: at + 1 }
    const close = bytes.indexOf(CLOSE, at)
    // A tag without an end is none: it must not be waited for through a file.
    if (close === -1) return bytes.length - at > 65_536 ? { at: at + 1 } : undefined
    if (!ENDS_NAME.has(bytes[at + word.length] ?? 0)) return { at: at + 1 }
    const found = isEnd ? this.#closed(at, close + 1) : this.#opened(at, close + 1, bytes[close - 1] === 0x2f)
    return found === undefined ? { at: close + 1 } : { at: close + 1, found }
  }

  #opened(at: number, innerStart: number, isEmpty: boolean): ScannedElement | undefined {
    if (isEmpty) return undefined
    this.#depth += 1
    if (this.#depth > 1) return undefined
    this.#start = this.#offset + at
    this.#innerStart = this.#offset + innerStart
    return undefined
  }

  #closed(at: number, end: number): ScannedElement | undefined {
    if (this.#depth === 0) return undefined
    this.#depth -= 1
    if (this.#depth > 0) return undefined
    return {
      start: this.#start,
      end: this.#offset + end,
      innerStart: this.#innerStart,
      innerEnd: this.#offset + at,
    }
  }
}
