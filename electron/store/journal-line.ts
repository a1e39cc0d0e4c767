import { z } from 'zod'
import { isPlainOperation } from '../core/library/plain-records.ts'
import { type JournalLine, journalLineSchema, type Operation } from '../core/model/library-change.ts'
import { crc32c, crc32cAfter } from './crc32c.ts'
import { utf8 } from './json-file.ts'

const encoder = new TextEncoder()
const NEWLINE = 0x0a
const BRACE = encoder.encode('}')
/** `,"crc":"01234567"}` */
const SEAL = 18

const hex = (crc: number): string => crc.toString(16).padStart(8, '0')

/**
 * One line of JSON with its newline. The checksum is the last key, and covers the bytes of the same object
 * without it; reading checks those very bytes, so not even a change of spelling goes unseen.
 */
export const encodeLine = (line: Omit<JournalLine, 'crc'>): Uint8Array => Buffer.concat([...linePieces(line)])

/** So many operations are one piece of a line. */
const PIECE = 32

/** The bytes of {@link encodeLine} piece by piece: those of thousands of operations take a while to make. */
export function* linePieces(line: Omit<JournalLine, 'crc'>): Generator<Uint8Array> {
  const { seq, at, by, label, reverts, batch, ops, undo } = line
  let crc = 0
  const piece = (text: string): Uint8Array => {
    const bytes = encoder.encode(text)
    crc = crc32cAfter(crc, bytes)
    return bytes
  }
  yield piece(JSON.stringify({ seq, at, by, label, reverts, batch }).slice(0, -1))
  for (const text of listPieces('ops', ops)) yield piece(text)
  for (const text of listPieces('undo', undo)) yield piece(text)
  yield encoder.encode(`,"crc":"${hex(crc32cAfter(crc, BRACE))}"}\n`)
}

/** As JSON.stringify writes a property whose value is a list. */
function* listPieces(key: string, list: readonly unknown[]): Generator<string> {
  yield `,"${key}":[`
  for (let from = 0; from < list.length; from += PIECE) {
    const part = JSON.stringify(list.slice(from, from + PIECE)).slice(1, -1)
    yield from === 0 ? part : `,${part}`
  }
  yield ']'
}

/** The line that the bytes (without newline) hold, or undefined where they are not exactly what was written. */
export function decodeLine(bytes: Uint8Array): JournalLine | undefined {
  return lineFrom(sealedJsonOf(bytes))
}

/** What a line (without newline) says, whatever it is; undefined where the bytes are not exactly what was written. */
export const sealedJsonOf = (bytes: Uint8Array): unknown => (isSealed(bytes) ? parsed(bytes) : undefined)

/** What a line says of itself, without what it did. */
export type LineHead = Omit<JournalLine, 'ops' | 'undo' | 'crc'>

/** As {@link decodeLine}, of a line whose operations nobody asks for: there may be thousands of them. */
export function decodeHead(bytes: Uint8Array): LineHead | undefined {
  if (!isSealed(bytes)) return undefined
  // No string holds these bytes: there, the quotes would be escaped.
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(',"ops":[')
  return headSchema.safeParse(parsed(Buffer.concat([bytes.subarray(0, Math.max(0, end)), BRACE]))).data
}

/** Whether the line ends with the checksum of all that stands before it. */
function isSealed(bytes: Uint8Array): boolean {
  if (bytes.length <= SEAL) return false
  const crc = hex(crc32c(bytes.subarray(0, bytes.length - SEAL), BRACE))
  return utf8(bytes.subarray(bytes.length - SEAL)) === `,"crc":"${crc}"}`
}

function parsed(bytes: Uint8Array): unknown {
  const text = utf8(bytes)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const envelopeSchema = journalLineSchema.extend({ ops: z.array(z.unknown()), undo: z.array(z.unknown()) })

const headSchema = journalLineSchema.omit({ ops: true, undo: true, crc: true })

function lineFrom(json: unknown): JournalLine | undefined {
  const envelope = envelopeSchema.safeParse(json).data
  if (envelope === undefined) return undefined
  const { ops, undo } = envelope
  return arePlain(ops) && arePlain(undo) ? { ...envelope, ops, undo } : journalLineSchema.safeParse(json).data
}

const arePlain = (ops: unknown[]): ops is Operation[] => ops.every(isPlainOperation)

/** A line and where it stands in its file, in bytes; `end` is past its newline. */
export interface PlacedLine {
  readonly line: JournalLine
  readonly start: number
  readonly end: number
}

/**
 * What a journal file holds. `intact` is the length of the part that reads well. Past it, `torn` means that
 * the file ends in what a write that a crash interrupted leaves: bytes that hold no line, or only lines of the
 * same write as the bad ones, because a disk may keep the later part of a write and lose the earlier. `damaged`
 * means that there are other good lines after bad bytes, or that the lines do not count up from `firstSeq`.
 */
export interface JournalScan {
  readonly lines: readonly PlacedLine[]
  readonly intact: number
  readonly end: 'clean' | 'torn' | 'damaged'
}

export function scanJournal(bytes: Uint8Array, firstSeq: number): JournalScan {
  const lines: PlacedLine[] = []
  let start = 0
  while (start < bytes.length) {
    const newline = bytes.indexOf(NEWLINE, start)
    const line = newline === -1 ? undefined : decodeLine(bytes.subarray(start, newline))
    const seq = firstSeq + lines.length
    if (line === undefined)
      return { lines, intact: start, end: holdsLaterWrite(bytes, start + 1, seq) ? 'damaged' : 'torn' }
    if (line.seq !== seq) return { lines, intact: start, end: 'damaged' }
    lines.push({ line, start, end: newline + 1 })
    start = newline + 1
  }
  return { lines, intact: start, end: 'clean' }
}

const OPENING = encoder.encode('{"seq":')

/**
 * True where a whole line of a later write than that of `seq` stands anywhere from `from` on, even where the
 * newline before it is lost.
 */
function holdsLaterWrite(bytes: Uint8Array, from: number, seq: number): boolean {
  const rest = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = rest.indexOf(OPENING, from); at !== -1; at = rest.indexOf(OPENING, at + 1)) {
    const newline = bytes.indexOf(NEWLINE, at)
    const line = decodeLine(bytes.subarray(at, newline === -1 ? bytes.length : newline))
    if (line !== undefined && (line.batch ?? line.seq) > seq) return true
  }
  return false
}

/**
 * The lines of a file from the last one backwards, for as long as they read well and count down: to look at the
 * end of a long file without parsing it all.
 */
export function* linesBackwards(
  bytes: Uint8Array,
): Generator<{ line: LineHead; start: number; end: number }> {
  let expected: number | undefined
  for (let end = bytes.length; end > 0; ) {
    const start = end === 1 ? 0 : bytes.lastIndexOf(NEWLINE, end - 2) + 1
    const line = bytes[end - 1] === NEWLINE ? decodeHead(bytes.subarray(start, end - 1)) : undefined
    if (line === undefined || (expected !== undefined && line.seq !== expected)) return
    yield { line, start, end }
    expected = line.seq - 1
    end = start
  }
}
