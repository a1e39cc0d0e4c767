import type { JournalLine } from '../../core/model/library-change.ts'
import type { DurableFiles } from '../durable-files.ts'
import { decodeLine } from '../journal-line.ts'
import { listJournal } from '../journal-reader.ts'
import { journalPath } from '../paths.ts'

/** A line with its own bytes, newline included. */
export interface RawLine {
  readonly line: JournalLine
  readonly bytes: Uint8Array
}

const NEWLINE = 0x0a

/** Every line of the bytes that reads well, wherever it stands, and the length up to the end of the last one. */
export function readableLines(bytes: Uint8Array): { lines: RawLine[]; end: number } {
  const lines: RawLine[] = []
  let end = 0
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, start)
    if (newline === -1) break
    const line = decodeLine(bytes.subarray(start, newline))
    if (line !== undefined) {
      lines.push({ line, bytes: bytes.subarray(start, newline + 1) })
      end = newline + 1
    }
    start = newline + 1
  }
  return { lines, end }
}

/** The journal of a library in a backup, a line at a time. */
export class SpareJournal {
  readonly #files: DurableFiles
  #names: readonly number[] | undefined
  #read: { file: number; lines: ReadonlyMap<number, RawLine> } | undefined

  constructor(files: DurableFiles) {
    this.#files = files
  }

  async line(seq: number): Promise<RawLine | undefined> {
    if (this.#names === undefined) {
      const names = await listJournal(this.#files)
      this.#names = names.ok ? names.value : []
    }
    const file = this.#names.findLast(each => each <= seq)
    if (file === undefined) return undefined
    if (this.#read?.file !== file) {
      const bytes = await this.#files.read(journalPath(file))
      const { lines } = readableLines((bytes.ok && bytes.value) || new Uint8Array())
      this.#read = { file, lines: new Map(lines.map(each => [each.line.seq, each])) }
    }
    return this.#read.lines.get(seq)
  }

  /** True where it has at least one of the lines, and none of them otherwise; also where there are none to compare. */
  async agrees(anchors: readonly RawLine[]): Promise<boolean> {
    let same = 0
    for (const { line, bytes } of anchors) {
      const own = await this.line(line.seq)
      if (own === undefined) continue
      if (Buffer.compare(own.bytes, bytes) !== 0) return false
      same += 1
    }
    return same > 0 || anchors.length === 0
  }
}
