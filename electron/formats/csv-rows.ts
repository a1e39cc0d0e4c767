import { decodeHtml } from './html-charset.ts'

export interface CsvRow {
  /** Of its first character, counted from 1; a quoted cell may run over several. */
  readonly line: number
  /** As the file has them, without the line's end. */
  readonly bytes: Uint8Array
  readonly cells: readonly string[]
}

/** A row whose quotes are not closed, or that is longer than a row can be; reading goes on with the next line. */
export interface BadCsvRow {
  readonly line: number
  readonly bytes: Uint8Array
  readonly cells: undefined
}

const QUOTE = 0x22
const COMMA = 0x2c
const SPACE = 0x20
const LF = 0x0a
const CR = 0x0d
const MAY_FOLLOW_QUOTE: ReadonlySet<number | undefined> = new Set([COMMA, LF, CR, SPACE, undefined])

const SAMPLE = 256 * 1024
/** Longer than any note or highlight that a service lets one write. */
const LONGEST_ROW = 16 * 1024 * 1024
/** A file of nothing but open quotes would otherwise be read again from each of its lines. */
const MOST_READ_AGAIN = 128 * 1024 * 1024
/** After so many bad rows and no good one the file is something else, and its rest is one more bad row. */
const MOST_BAD = 1000

const utf8 = new TextDecoder('utf-8', { fatal: true })

type Decode = (bytes: Uint8Array) => string

/**
 * UTF-8; where a cell is not, a table program saved the file in the encoding of its country, which is told by `sample`,
 * because a cell is too little to tell it by.
 */
function decoderBy(sample: () => Uint8Array): Decode {
  let other: InstanceType<typeof TextDecoder> | undefined
  return bytes => {
    try {
      return utf8.decode(bytes)
    } catch {
      other ??= new TextDecoder(decodeHtml(sample()).encoding)
      return other.decode(bytes)
    }
  }
}

/**
 * Whether a byte stands in a quoted cell. A quote opens a cell only where the cell starts, so that an inch mark in a
 * bare cell does not swallow the rows after it; two quotes in a quoted cell are one of its characters.
 */
class Quotes {
  #isInside = false
  #mayOpen = true
  #hasClosed = false
  #isBroken = false

  /** Takes the next byte and says whether it is inside: the quotes themselves are. */
  take(byte: number | undefined): boolean {
    if (byte === QUOTE && (this.#isInside || this.#mayOpen)) {
      this.#hasClosed = this.#isInside
      this.#isInside = !this.#isInside
      // Directly after a closing quote another one is an escaped quote.
      this.#mayOpen = true
      return true
    }
    if (this.#isInside) return true
    if (this.#hasClosed && !MAY_FOLLOW_QUOTE.has(byte)) this.#isBroken = true
    if (byte === COMMA) this.#hasClosed = false
    this.#mayOpen = byte === COMMA || (this.#mayOpen && byte === SPACE)
    return false
  }

  /** Something stands between a closing quote and the cell's end: the quote opened a cell further up that was left open. */
  get isBroken(): boolean {
    return this.#isBroken
  }

  get isInside(): boolean {
    return this.#isInside
  }

  /** From `at` on the next byte that is not to be passed over: most say nothing about rows or cells. */
  nextOf(bytes: Uint8Array, at: number): number {
    if (this.#isInside) {
      const quote = bytes.indexOf(QUOTE, at)
      return quote === -1 ? bytes.length : quote
    }
    if (this.#mayOpen || this.#hasClosed) return at
    let next = at
    while (next < bytes.length && bytes[next] !== COMMA && bytes[next] !== LF && bytes[next] !== CR) next += 1
    return next
  }
}

/** Cells by RFC 4180; every encoding whose second bytes are above 0x2f may be cut at these bytes. */
function cellsOf(row: Uint8Array, decoded: Decode): string[] {
  const cells: string[] = []
  const quotes = new Quotes()
  let start = 0
  for (let at = 0; at <= row.length; at += 1) {
    const isInside = quotes.take(row[at])
    if (at < row.length && (isInside || row[at] !== COMMA)) continue
    const text = decoded(row.subarray(start, at))
    const quoted = /^\s*"(?<inner>[\s\S]*)"\s*$/u.exec(text)?.groups?.['inner']
    cells.push(quoted === undefined ? text : quoted.replaceAll('""', '"'))
    start = at + 1
  }
  return cells
}

/** UTF-16, which table programs write as "Unicode text", as UTF-8. */
async function* asUtf8(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let isFirst = true
  for await (const chunk of stream) {
    if (isFirst) {
      if (chunk[0] === 0xff && chunk[1] === 0xfe) decoder = new TextDecoder('utf-16le')
      if (chunk[0] === 0xfe && chunk[1] === 0xff) decoder = new TextDecoder('utf-16be')
    }
    const isMarked = isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf
    isFirst = false
    yield decoder === undefined
      ? isMarked
        ? chunk.subarray(3)
        : chunk
      : Buffer.from(decoder.decode(chunk, { stream: true }))
  }
}

interface Cut {
  /** Where the row ends, without its line's end. */
  readonly end: number
  readonly next: number
}

/** Follows rows through bytes that come piece by piece, so that a long one is not looked through twice. */
class RowScan {
  /** How far the bytes were looked through. */
  at = 0
  readonly #quotes = new Quotes()

  /** The end of the row that starts at 0, or undefined where it is not in these bytes yet. */
  find(bytes: Uint8Array): Cut | undefined {
    for (; this.at < bytes.length; this.at += 1) {
      this.at = this.#quotes.nextOf(bytes, this.at)
      if (this.at === bytes.length) return undefined
      const byte = bytes[this.at]
      // The line feed of a CR LF may be still to come.
      if (byte === CR && this.at + 1 === bytes.length) return undefined
      if (this.#quotes.take(byte) || (byte !== LF && byte !== CR)) {
        if (this.#quotes.isBroken) return undefined
        continue
      }
      const end = this.at
      return { end, next: end + (byte === CR && bytes[end + 1] === LF ? 2 : 1) }
    }
    return undefined
  }

  /** Whether what there is up to now cannot be a row. */
  get isBroken(): boolean {
    return this.#quotes.isBroken
  }

  get isInside(): boolean {
    return this.#quotes.isInside
  }
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0
  for (let at = 0; at < bytes.length; at += 1)
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) lines += 1
  return lines
}

/** How many bytes of blank lines there are before anything else. */
function blankLength(bytes: Uint8Array): number {
  let length = 0
  for (let at = 0; at < bytes.length && (bytes[at] ?? 0) <= SPACE; at += 1)
    // The line feed of a CR LF may be still to come.
    if (bytes[at] === LF || (bytes[at] === CR && at + 1 < bytes.length)) length = at + 1
  return length
}

/** Pieces that are each at least as long as what is left of those before, so that putting them together stays linear. */
async function* inGrowingPieces(
  stream: AsyncIterable<Uint8Array>,
  left: () => number,
): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of stream) {
    pieces.push(piece)
    size += piece.length
    if (size < left()) continue
    yield pieces.length === 1 ? piece : Buffer.concat(pieces)
    pieces = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(pieces)
}

/**
 * The rows of a CSV file, one after another (RFC 4180; UTF-8, else by detection; any line ends; blank lines left out). A row
 * whose quotes stay open is bad, and reading goes on with the line after the one where it starts.
 */
export async function* csvRows(stream: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow | BadCsvRow> {
  let pending: Uint8Array = new Uint8Array(0)
  let line = 1
  let scan = new RowScan()
  let readAgain = 0
  let bad = 0
  const decoded = decoderBy(() => pending.subarray(0, SAMPLE))

  function* take(isEnd: boolean): Generator<CsvRow | BadCsvRow> {
    while (pending.length > 0 && bad <= MOST_BAD) {
      const blank = scan.at === 0 ? blankLength(pending) : 0
      if (blank > 0) {
        line += linesIn(pending.subarray(0, blank))
        pending = pending.subarray(blank)
        continue
      }
      const cut = scan.find(pending)
      if (cut === undefined && !scan.isBroken && !isEnd && pending.length <= LONGEST_ROW) return
      if (cut === undefined && (scan.isBroken || scan.isInside || !isEnd)) {
        readAgain += scan.at
        bad += 1
        const firstEnd = readAgain > MOST_READ_AGAIN ? -1 : pending.indexOf(LF)
        const bytes = firstEnd === -1 ? pending : pending.subarray(0, firstEnd)
        yield { line, bytes, cells: undefined }
        pending = firstEnd === -1 ? new Uint8Array(0) : pending.subarray(firstEnd + 1)
        line += 1
        scan = new RowScan()
        continue
      }
      const { end, next } = cut ?? { end: pending.length, next: pending.length }
      const bytes = pending.subarray(0, end)
      if (bytes.some(byte => byte > 0x20)) {
        bad = 0
        yield { line, bytes, cells: cellsOf(bytes, decoded) }
      }
      line += linesIn(pending.subarray(0, next))
      pending = pending.subarray(next)
      scan = new RowScan()
    }
  }

  for await (const chunk of inGrowingPieces(asUtf8(stream), () => pending.length)) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    yield* take(false)
    if (bad > MOST_BAD) return
  }
  yield* take(true)
}
