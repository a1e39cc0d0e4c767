import { join } from 'node:path'
import type { JournalLine } from '../core/model/library-change.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { madeInTurns } from './in-turns.ts'
import { linePieces } from './journal-line.ts'
import { JOURNAL_FOLDER, journalPath } from './paths.ts'
import { type StoreFailure, writeFailure } from './store-failure.ts'

/** Where a line went: the file by the seq of its first line, and the bytes from `start` to `end`. */
export interface Place {
  readonly file: number
  readonly start: number
  readonly end: number
}

/** The file to go on writing; without one, the next line starts a new file. */
export interface JournalEnd {
  readonly file: number
  readonly length: number
}

/** A line without what the writer adds. */
export type LineDraft = Omit<JournalLine, 'crc' | 'batch'>

interface Waiting {
  readonly line: LineDraft
  readonly acknowledge: (outcome: Result<Place, StoreFailure>) => void
}

/**
 * Appends lines to the journal. Lines that arrive while others are being written go out together with one
 * fdatasync; each is acknowledged after it, in order. The first failure is final: what the disk holds is then
 * unknown, so nothing more is written, and everything that waits fails with it.
 */
export class JournalWriter {
  readonly #fileSystem: FileSystem
  readonly #directory: string
  readonly #beforeBatch: () => Promise<Result<undefined, StoreFailure>>
  #current: { file: number; length: number; handle: OpenFile | undefined } | undefined
  #waiting: Waiting[] = []
  #writing: Promise<void> | undefined
  #failure: StoreFailure | undefined

  /** `beforeBatch` is asked before each write; its failure is as final as one of the disk. */
  constructor(
    fileSystem: FileSystem,
    directory: string,
    end: JournalEnd | undefined,
    beforeBatch: () => Promise<Result<undefined, StoreFailure>>,
  ) {
    this.#fileSystem = fileSystem
    this.#directory = directory
    this.#beforeBatch = beforeBatch
    this.#current = end === undefined ? undefined : { ...end, handle: undefined }
  }

  /** Bytes in the file being written. */
  get length(): number {
    return this.#current?.length ?? 0
  }

  /** Resolves when the line is on the disk. */
  append(line: LineDraft): Promise<Result<Place, StoreFailure>> {
    return new Promise(acknowledge => {
      this.#waiting.push({ line, acknowledge })
      this.#writing ??= this.#writeAll().finally(() => {
        this.#writing = undefined
      })
    })
  }

  /** Resolves when nothing waits to be written. */
  async idle(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing
  }

  /** Closes the current file; the next line starts a new one, named by its seq. */
  async rotate(): Promise<void> {
    // Not `idle()`: between its last look and the next line here, another batch could start.
    while (this.#writing !== undefined) await this.#writing
    const handle = this.#current?.handle
    this.#current = undefined
    // Everything in it is on the disk already.
    await handle?.close().catch(() => undefined)
  }

  async #writeAll(): Promise<void> {
    // Lines that are committed in one turn of the event loop make one batch.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const batch = this.#waiting
      this.#waiting = []
      const outcome = this.#failure === undefined ? await this.#writeBatch(batch) : fail(this.#failure)
      if (!outcome.ok) this.#failure = outcome.error
      batch.forEach((waiting, index) => {
        const place = outcome.ok ? outcome.value[index] : undefined
        if (place !== undefined) waiting.acknowledge(ok(place))
        else if (!outcome.ok) waiting.acknowledge(outcome)
      })
    }
  }

  async #writeBatch(batch: readonly Waiting[]): Promise<Result<Place[], StoreFailure>> {
    const allowed = await this.#beforeBatch()
    if (!allowed.ok) return allowed
    const [first] = batch
    if (first === undefined) return ok([])
    const { seq } = first.line
    const current = this.#current ?? { file: seq, length: 0, handle: undefined }
    this.#current = current
    const pieces: Uint8Array[] = []
    const lengths: number[] = []
    for (const { line } of batch) {
      const made = await madeInTurns(linePieces(line.seq === seq ? line : { ...line, batch: seq }))
      lengths.push(made.reduce((length, piece) => length + piece.length, 0))
      for (const piece of made) pieces.push(piece)
    }
    try {
      const isNew = current.length === 0
      const path = join(this.#directory, ...journalPath(current.file).split('/'))
      current.handle ??= await this.#fileSystem.open(path, 'append')
      await current.handle.append(Buffer.concat(pieces))
      await current.handle.fdatasync()
      if (isNew) await this.#fileSystem.fsyncDirectory(join(this.#directory, JOURNAL_FOLDER))
    } catch (error) {
      return fail(writeFailure(error, `writing change ${seq} to the journal`))
    }
    return ok(
      lengths.map(length => {
        const start = current.length
        current.length += length
        return { file: current.file, start, end: current.length }
      }),
    )
  }
}
