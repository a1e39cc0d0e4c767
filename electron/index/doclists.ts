import type { StatementSyncInstance } from '@photostructure/sqlite'
import { DamagedRow } from './damaged-row.ts'
import type { NumberSet } from './number-set.ts'
import { varint } from './varint.ts'

/**
 * Reads from FTS5's own tables which rows have a token. FTS5 finds a row in 30 ns; handing it over through SQL takes
 * five times as long, and with a prefix more, which is most of the time of a search that finds half of a library.
 *
 * The format is that of SQLite's `ext/fts5/fts5_index.c`, the comment "STRUCTURE RECORD" and those after it. It is the
 * format of files, so later versions of SQLite read it too; here it is read as `detail=full` and `contentless_delete=1`
 * write it. `tests/properties/index.test.ts` compares what is found with a scan.
 */
export interface Doclists {
  /**
   * Adds the rows that have the token in one of the columns, which are those that are worth something, or in any, or
   * one that begins with it where `isOpen`. What is not yet committed is not seen.
   */
  addRows(token: Token, weightOf: readonly number[] | undefined, found: NumberSet): void
  /**
   * What the token is worth in each row, by the row's number: the sum over its occurrences of what their column is worth.
   * Where `among` is given, another row that has the token is not looked at more closely and gets 1 for it. Answers how
   * many rows were worth nothing before.
   */
  addWeights(token: Token, weightOf: readonly number[], weights: Float64Array, among?: NumberSet): number
  /** Has to be called after every change. */
  forget(): void
}

export interface Token {
  readonly token: string
  readonly isOpen: boolean
}

/** Where the rows of a token go. Not a function to be called with each of them: that takes twice as long. */
interface Sink {
  readonly found?: NumberSet
  readonly weights?: Float64Array
  /** What an occurrence is worth by its column; every row counts where undefined. */
  readonly weightOf: readonly number[] | undefined
  readonly among?: NumberSet | undefined
}

interface Segment {
  readonly id: number
  readonly first: number
  readonly last: number
  /** Rows that are in it and were deleted since. */
  readonly deleted: ReadonlySet<number>
}

const uint16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)

const STRUCTURE_ROW = 10
const PAGE_HEADER = 4
/** What the second version of the structure begins with, after four bytes that change with every change. */
const SECOND_VERSION = 0xff000001
/** A page is numbered by its segment from this bit on, its tombstones by the segment and 2^16. */
const SEGMENT_BITS = 37
const TOMBSTONES_FROM = 2 ** 16
/** The first byte of each term: the index of whole tokens, and that of their first three characters. */
const WHOLE = '0'
const FIRST_THREE = '1'

const PAGES = 'SELECT id, block FROM words_data WHERE id >= ? AND id <= ?'
/** Where a token goes on to a second page it mostly has more. */
const AHEAD = 8
/** Ranking reads again what finding read, and the next key of a word that is being typed much the same: 16 MB. */
const MOST_PAGES = 4000
const TOMBSTONES = `SELECT block FROM words_data
  WHERE id >= ((? + ${TOMBSTONES_FROM}) << ${SEGMENT_BITS}) AND id < ((? + ${TOMBSTONES_FROM} + 1) << ${SEGMENT_BITS})`
const PAGE_OF_TERM = 'SELECT pgno FROM words_idx WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1'

export function createDoclists(statement: (sql: string) => StatementSyncInstance): Doclists {
  let segments: readonly Segment[] | undefined
  const pages = new Map<number, Uint8Array>()

  function block(id: number, ahead = 0): Uint8Array {
    const known = pages.get(id)
    if (known !== undefined) return known
    if (pages.size > MOST_PAGES) pages.clear()
    for (const row of statement(PAGES).all(id, id + ahead)) {
      const bytes: unknown = row['block']
      if (bytes instanceof Uint8Array) pages.set(Number(row['id']), bytes)
    }
    const bytes = pages.get(id)
    if (bytes === undefined) throw new DamagedRow(`the index has no page ${id}`)
    return bytes
  }

  function deletedOf(segment: number): Set<number> {
    const deleted = new Set<number>()
    for (const { block: bytes } of statement(TOMBSTONES).all(segment, segment)) {
      if (!(bytes instanceof Uint8Array)) continue
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const size = bytes[0] === 4 ? 4 : 8
      for (let at = 8; at + size <= bytes.length; at += size) {
        const row = size === 4 ? view.getUint32(at) : Number(view.getBigUint64(at))
        if (row !== 0) deleted.add(row)
      }
    }
    return deleted
  }

  function readSegments(): Segment[] {
    const bytes = block(STRUCTURE_ROW)
    const isSecond = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4) === SECOND_VERSION
    const place = { at: isSecond ? 8 : 4 }
    const [levels] = [varint(bytes, place), varint(bytes, place), varint(bytes, place)]
    const read: Segment[] = []
    for (let level = 0; level < levels; level++) {
      varint(bytes, place)
      for (let left = varint(bytes, place); left > 0; left--) {
        const [id, first, last] = [varint(bytes, place), varint(bytes, place), varint(bytes, place)]
        let tombstones = 0
        if (isSecond) {
          varint(bytes, place)
          varint(bytes, place)
          tombstones = varint(bytes, place)
          varint(bytes, place)
          varint(bytes, place)
        }
        read.push({ id, first, last, deleted: tombstones > 0 ? deletedOf(id) : new Set() })
      }
    }
    return read
  }

  /** The occurrences that begin on a page and go on behind its end. */
  function joined(page: Uint8Array, start: number, size: number, pageRow: number): Uint8Array {
    const bytes = new Uint8Array(size)
    let filled = 0
    for (let [at, from, next] = [page, start, pageRow + 1]; filled < size; next++) {
      const piece = at.subarray(from, Math.min(uint16(at, 2), from + size - filled))
      bytes.set(piece, filled)
      filled += piece.length
      if (filled < size) [at, from] = [block(next), PAGE_HEADER]
    }
    return bytes
  }

  /** Goes through the terms of a segment from `key` on, and through the rows of those that are wanted; how many rows got their first weight. */
  function walk(segment: Segment, key: Uint8Array, isOpen: boolean, sink: Sink): number {
    const { id, last, deleted } = segment
    const { found, weights, weightOf, among } = sink
    const start = statement(PAGE_OF_TERM).get(id, key)?.['pgno']
    let number = Math.max(segment.first, start === undefined ? 0 : Math.floor(Number(start) / 2))
    const place = { at: 0 }
    let term = new Uint8Array(64)
    /** Whether rows of a wanted term go on at the beginning of the page. */
    let isWithin = false
    let added = 0
    for (; number <= last; number++) {
      const pageRow = id * 2 ** SEGMENT_BITS + number
      const page = block(pageRow, isWithin ? Math.min(AHEAD, last - number) : 0)
      const leafEnd = uint16(page, 2)
      const offset = { at: leafEnd }
      let next = leafEnd < page.length ? varint(page, offset) : leafEnd
      const hasTerms = leafEnd < page.length
      if (isWithin) {
        const firstRow = uint16(page, 0)
        if (firstRow > 0) rowsUpTo(page, firstRow, next, pageRow)
        if (!hasTerms) continue
        if (!isOpen) return added
        isWithin = false
      }
      for (let isFirst = true; hasTerms && next < leafEnd; isFirst = false) {
        place.at = next
        next = offset.at < page.length ? next + varint(page, offset) : leafEnd
        const kept = isFirst ? 0 : varint(page, place)
        const own = varint(page, place)
        if (kept + own > term.length) {
          const larger = new Uint8Array((kept + own) * 2)
          larger.set(term)
          term = larger
        }
        for (let at = 0; at < own; at++) term[kept + at] = page[place.at++] ?? 0
        const order = compared(term, kept + own, key, isOpen)
        if (order > 0) return added
        if (order < 0) continue
        rowsUpTo(page, place.at, next, pageRow)
        if (next >= leafEnd) isWithin = true
        else if (!isOpen) return added
      }
    }
    return added

    function rowsUpTo(page: Uint8Array, from: number, end: number, pageRow: number): void {
      let row = 0
      for (let at = from; at < end; ) {
        // Most numbers are a byte.
        let delta = page[at++] ?? 0
        if (delta >= 0x80) {
          place.at = at - 1
          delta = varint(page, place)
          at = place.at
        }
        row += delta
        let size = page[at++] ?? 0
        if (size >= 0x80) {
          place.at = at - 1
          size = varint(page, place)
          at = place.at
        }
        size >>>= 1
        const start = at
        at += size
        if (deleted.size > 0 && deleted.has(row)) continue
        let weight = 1
        if (weightOf !== undefined && (among === undefined || among.has(row)))
          weight =
            at <= end
              ? weightIn(page, start, at, weightOf)
              : weightIn(joined(page, start, size, pageRow), 0, size, weightOf)
        if (weight === 0) continue
        if (weights === undefined) {
          found?.add(row)
          continue
        }
        const before = weights[row] ?? 0
        if (before === 0) added++
        weights[row] = before + weight
      }
    }
  }

  function walkAll({ token, isOpen }: Token, sink: Sink): number {
    segments ??= readSegments()
    const isShort = isOpen && [...token].length === 3
    const key = ENCODER.encode((isShort ? FIRST_THREE : WHOLE) + token)
    return segments.reduce((added, segment) => added + walk(segment, key, isOpen && !isShort, sink), 0)
  }

  return {
    addRows: (token, weightOf, found) => void walkAll(token, { weightOf, found }),
    addWeights: (token, weightOf, weights, among) => walkAll(token, { weightOf, weights, among }),
    forget() {
      segments = undefined
      pages.clear()
    },
  }
}

/** Stands before the number of a column; those of the first column have none before them. */
const COLUMN_FOLLOWS = 1

/** The sum of what each occurrence is worth by its column. A position is at least 2, and written in as many bytes as it needs. */
function weightIn(bytes: Uint8Array, start: number, end: number, weightOf: readonly number[]): number {
  let weight = weightOf[0] ?? 0
  let sum = 0
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (byte === COLUMN_FOLLOWS) {
      weight = weightOf[bytes[++at] ?? 0] ?? 0
      continue
    }
    sum += weight
    while ((bytes[at] ?? 0) >= 0x80) at++
  }
  return sum
}

const ENCODER = new TextEncoder()

/** Below 0 where a term comes before the key, above 0 where it comes after, and 0 where it is it, or begins with it. */
function compared(term: Uint8Array, length: number, key: Uint8Array, isOpen: boolean): number {
  const common = Math.min(length, key.length)
  for (let at = 0; at < common; at++) {
    const difference = (term[at] ?? 0) - (key[at] ?? 0)
    if (difference !== 0) return difference
  }
  return length < key.length ? -1 : isOpen ? 0 : length - key.length
}
