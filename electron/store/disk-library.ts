import type { Change } from '../core/library/change.ts'
import { applyOperations, inverseOf } from '../core/library/operations.ts'
import { isPlainOperation } from '../core/library/plain-records.ts'
import type { LibraryState } from '../core/library/state.ts'
import type { Article } from '../core/model/article.ts'
import type { Asset } from '../core/model/asset.ts'
import type { Original } from '../core/model/clipping.ts'
import {
  changeLabelSchema,
  type JournalLine,
  type Operation,
  operationSchema,
} from '../core/model/library-change.ts'
import type { Clock } from '../core/ports.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { keepArticle, keepFirstArticles, readArticle } from './articles.ts'
import { type AssetBytes, findAsset, putAssets } from './assets.ts'
import type { DurableFiles } from './durable-files.ts'
import { FilesBeside } from './files-beside.ts'
import type { History, HistoryEntry } from './history.ts'
import { readLineAt } from './journal-reader.ts'
import type { JournalWriter } from './journal-writer.ts'
import type { Author, Committed, Library, Repair } from './library.ts'
import type { Lock } from './lock.ts'
import { putOriginal, putOriginals, readOriginal, type SourceBytes } from './originals.ts'
import { findOrphans, ORPHAN_AGE_MS } from './orphans.ts'
import { articlePath, assetPath, filesOf, originalPath } from './paths.ts'
import { readNewerArticle } from './read-newer.ts'
import { changedMonths } from './replay.ts'
import { writeSnapshot } from './snapshot.ts'
import type { StoreFailure } from './store-failure.ts'

/** Past this many bytes of journal the snapshot is brought up to it, so that opening stays quick. */
const COMPACT_AT = 8 * 1024 * 1024

/** What opening found, for the library to go on from. */
export interface Opened {
  readonly directory: string
  readonly files: DurableFiles
  readonly clock: Clock
  /** Undefined where the library is opened for reading only. */
  readonly lock: Lock | undefined
  readonly journal: JournalWriter
  readonly history: History
  /** Reads history until it no longer depends on older lines. */
  readonly loadHistory: () => Promise<void>
  readonly state: LibraryState
  readonly seq: number
  readonly snapshot: {
    readonly id: string
    readonly seq: number
    readonly createdAt: string
    readonly months: ReadonlySet<string>
  }
  /** Months whose files are behind the state. */
  readonly changedMonths: ReadonlySet<string>
  readonly repairs: readonly Repair[]
  readonly readOnly: StoreFailure | undefined
}

type Draft = Pick<JournalLine, 'by' | 'label' | 'reverts'> & Pick<Change, 'ops'>

/** So many operations of what was done last are remembered, so that its undo need not be read back. */
const REMEMBERED_OPERATIONS = 20_000
const REMEMBERED_CHANGES = 50

type FindOrphans = (before: number) => Promise<Result<readonly string[], StoreFailure>>

export class DiskLibrary implements Library {
  readonly #opened: Opened
  readonly #listeners = new Set<() => void>()
  #state: LibraryState
  #pending: LibraryState
  #version: number
  #lastSeq: number
  #readOnly: StoreFailure | undefined
  #changedMonths: Set<string>
  #months: ReadonlySet<string>
  #snapshotSeq: number
  #compactAt = COMPACT_AT
  #compacting: Promise<Result<undefined, StoreFailure>> | undefined
  #closing: Promise<Result<undefined, StoreFailure>> | undefined
  /** By seq, the oldest first. */
  readonly #undoOfRecent = new Map<number, readonly Operation[]>()
  #takingBack: Promise<unknown> = Promise.resolve()
  /** By id: the articles of one clipping are written one after the other, so that two never take the same revision. */
  readonly #articles = new Map<string, Promise<unknown>>()
  readonly #beside = new FilesBeside()

  constructor(opened: Opened) {
    this.#opened = opened
    this.#state = opened.state
    this.#pending = opened.state
    this.#version = opened.seq
    this.#lastSeq = opened.seq
    this.#readOnly = opened.readOnly
    this.#changedMonths = new Set(opened.changedMonths)
    this.#months = opened.snapshot.months
    this.#snapshotSeq = opened.snapshot.seq
  }

  get directory(): string {
    return this.#opened.directory
  }

  get state(): LibraryState {
    return this.#state
  }

  get pending(): LibraryState {
    return this.#pending
  }

  get version(): number {
    return this.#version
  }

  get repairs(): readonly Repair[] {
    return this.#opened.repairs
  }

  get readOnly(): StoreFailure | undefined {
    return this.#readOnly
  }

  get history(): Library['history'] {
    if (this.#readOnly !== undefined) return { undo: undefined, redo: undefined }
    const { history } = this.#opened
    return { undo: history.undo?.label, redo: history.redo?.label }
  }

  commit({ label, ops }: Change, by: Author = 'user'): Promise<Result<Committed, StoreFailure>> {
    return this.#write({ by, label, ops })
  }

  undo(): Promise<Result<Committed, StoreFailure>> {
    return this.#takeBack('undo')
  }

  redo(): Promise<Result<Committed, StoreFailure>> {
    return this.#takeBack('redo')
  }

  keepArticle(article: Article): Promise<Result<Article, StoreFailure>> {
    const before = this.#articles.get(article.id) ?? Promise.resolve()
    const kept = before.then(() =>
      this.#guarded(
        () => keepArticle(this.#opened.files, article),
        ({ id, revision }) => [articlePath(id, revision)],
      ),
    )
    const settled = kept
      .catch(() => undefined)
      .then(() => {
        if (this.#articles.get(article.id) === settled) this.#articles.delete(article.id)
      })
    this.#articles.set(article.id, settled)
    return kept
  }

  keepFirstArticles(articles: readonly Article[]): Promise<Result<readonly Article[], StoreFailure>> {
    return this.#guarded(
      () => keepFirstArticles(this.#opened.files, articles),
      kept => kept.map(({ id, revision }) => articlePath(id, revision)),
    )
  }

  readArticle(clipping: { id: string; articleRevision: number }): Promise<Result<Article, StoreFailure>> {
    const { files, readOnly } = this.#opened
    return readOnly?.code === 'library-newer'
      ? readNewerArticle(files, clipping, readOnly)
      : readArticle(files, clipping)
  }

  putOriginal: Library['putOriginal'] = (bytes, mediaType, name) =>
    this.#guarded(
      () => putOriginal(this.#opened.files, { bytes, mediaType, name }),
      ({ sha256 }) => [originalPath(sha256)],
    )

  putOriginals(sources: readonly SourceBytes[]): Promise<Result<readonly Original[], StoreFailure>> {
    return this.#guarded(
      () => putOriginals(this.#opened.files, sources),
      written => written.map(({ sha256 }) => originalPath(sha256)),
    )
  }

  putAssets(sources: readonly AssetBytes[]): Promise<Result<readonly Asset[], StoreFailure>> {
    return this.#guarded(
      () => putAssets(this.#opened.files, sources),
      written => written.map(assetPath),
    )
  }

  readAsset(sha256: string): Promise<Result<AssetBytes, StoreFailure>> {
    return findAsset(this.#opened.files, sha256)
  }

  readOriginal(sha256: string): Promise<Result<Uint8Array, StoreFailure>> {
    return readOriginal(this.#opened.files, sha256)
  }

  collectOrphans(
    find: FindOrphans = before => findOrphans(this.#opened.files, before),
  ): Promise<Result<readonly string[], StoreFailure>> {
    return this.#beside.collecting(() => this.#collectOrphans(find))
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  compact(): Promise<Result<undefined, StoreFailure>> {
    this.#compacting ??= this.#compact().finally(() => {
      this.#compacting = undefined
    })
    return this.#compacting
  }

  close(): Promise<Result<undefined, StoreFailure>> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #write(draft: Draft): Promise<Result<Committed, StoreFailure>> {
    if (this.#readOnly !== undefined) return fail(this.#readOnly)
    if (this.#closing !== undefined) return fail(CLOSED)
    // A record that does not fit its schema would make the library unreadable: better a bug now.
    const ops = draft.ops.map(op => (isPlainOperation(op) ? op : operationSchema.parse(op)))
    const label = changeLabelSchema.parse(draft.label)
    const seq = this.#lastSeq + 1
    const at = new Date(this.#opened.clock.now()).toISOString()
    const before = this.#pending
    const line = { ...draft, seq, at, label, ops, undo: inverseOf(before, ops) }
    const after = applyOperations(before, ops)
    this.#lastSeq = seq
    this.#pending = after
    const entry = this.#opened.history.add(line)
    this.#remember(seq, line.undo)
    const written = await this.#opened.journal.append(line)
    if (!written.ok) return this.#turnReadOnly(written.error)
    entry.place = written.value
    this.#beside.named(ops.flatMap(op => (op.op === 'put-clipping' ? filesOf(op.clipping) : [])))
    for (const month of changedMonths(before, ops)) this.#changedMonths.add(month)
    this.#state = after
    this.#version = seq
    this.#tell()
    if (this.#opened.journal.length > this.#compactAt) void this.compact()
    return ok({ seq, label })
  }

  /** One after the other, so that two presses of the key take back two changes in their order. */
  #takeBack(by: 'undo' | 'redo'): Promise<Result<Committed, StoreFailure>> {
    const taken = this.#takingBack.then(() => this.#takeBackNow(by))
    this.#takingBack = taken.catch(() => undefined)
    return taken
  }

  async #takeBackNow(by: 'undo' | 'redo'): Promise<Result<Committed, StoreFailure>> {
    for (;;) {
      if (this.#readOnly !== undefined) return fail(this.#readOnly)
      await this.#opened.journal.idle()
      await this.#opened.loadHistory()
      const entry = this.#opened.history[by]
      if (entry === undefined) return fail({ code: 'nothing-to-undo', message: `nothing to ${by}` })
      const ops = await this.#undoOf(entry)
      // While the line was read, another change may have become the last.
      if (this.#opened.history[by] !== entry) continue
      if (!ops.ok) return ops
      return this.#write({ by, label: entry.label, reverts: entry.seq, ops: ops.value })
    }
  }

  #remember(seq: number, undo: readonly Operation[]): void {
    this.#undoOfRecent.set(seq, undo)
    let count = 0
    for (const ops of this.#undoOfRecent.values()) count += ops.length
    for (const [oldest, ops] of this.#undoOfRecent) {
      if (count <= REMEMBERED_OPERATIONS && this.#undoOfRecent.size <= REMEMBERED_CHANGES) return
      this.#undoOfRecent.delete(oldest)
      count -= ops.length
    }
  }

  async #undoOf({ place, seq }: HistoryEntry): Promise<Result<readonly Operation[], StoreFailure>> {
    const recent = this.#undoOfRecent.get(seq)
    if (recent !== undefined) return ok(recent)
    if (place === undefined) return fail({ code: 'write-failed', message: `change ${seq} was not written` })
    const line = await readLineAt(this.#opened.files, place)
    return line.ok ? ok(line.value.undo) : line
  }

  /** Runs a write beside the journal. */
  async #guarded<T>(
    write: () => Promise<Result<T, StoreFailure>>,
    pathsOf: (value: T) => readonly string[],
  ): Promise<Result<T, StoreFailure>> {
    if (this.#readOnly !== undefined) return fail(this.#readOnly)
    if (this.#closing !== undefined) return fail(CLOSED)
    return this.#settled(await this.#beside.write(write, pathsOf))
  }

  /** A full disk leaves everything as it was; any other failure to write is final. */
  #settled<T>(result: Result<T, StoreFailure>): Result<T, StoreFailure> {
    return !result.ok && FINAL.has(result.error.code) ? this.#turnReadOnly(result.error) : result
  }

  #turnReadOnly(failure: StoreFailure): Result<never, StoreFailure> {
    if (this.#readOnly === undefined) {
      this.#readOnly = failure
      this.#pending = this.#state
      this.#tell()
    }
    return fail(failure)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }

  async #collectOrphans(find: FindOrphans): Promise<Result<readonly string[], StoreFailure>> {
    const { files, clock } = this.#opened
    const found = await find(clock.now() - ORPHAN_AGE_MS)
    if (!found.ok) return found
    const removed: string[] = []
    for (const path of found.value) {
      if (this.#readOnly !== undefined) return fail(this.#readOnly)
      if (this.#closing !== undefined) return fail(CLOSED)
      const outcome = await this.#beside.removeUnlessAwaited(path, () => files.remove(path))
      if (!outcome.ok) return this.#settled(outcome)
      if (outcome.value) removed.push(path)
    }
    return ok(removed)
  }

  async #compact(): Promise<Result<undefined, StoreFailure>> {
    const { files, journal, snapshot } = this.#opened
    if (this.#readOnly !== undefined) return fail(this.#readOnly)
    if (this.#version === this.#snapshotSeq) return ok(undefined)
    const changed = this.#changedMonths
    const target = {
      state: this.#state,
      seq: this.#version,
      id: snapshot.id,
      createdAt: snapshot.createdAt,
      months: this.#months,
    }
    this.#changedMonths = new Set()
    const written = this.#settled(await writeSnapshot(files, target, changed))
    if (!written.ok) {
      for (const month of changed) this.#changedMonths.add(month)
      this.#compactAt += COMPACT_AT
      return written
    }
    this.#months = new Set([...this.#months, ...changed])
    this.#snapshotSeq = target.seq
    this.#compactAt = COMPACT_AT
    await journal.rotate()
    return ok(undefined)
  }

  async #close(): Promise<Result<undefined, StoreFailure>> {
    const { journal, lock } = this.#opened
    await Promise.all([journal.idle(), ...this.#articles.values()])
    const compacted = this.#readOnly === undefined ? await this.compact() : ok(undefined)
    await journal.rotate()
    await lock?.release()
    return compacted
  }
}

const CLOSED: StoreFailure = { code: 'read-only', message: 'the library is closed' }
const FINAL: ReadonlySet<StoreFailure['code']> = new Set(['read-only', 'write-failed', 'library-locked'])
