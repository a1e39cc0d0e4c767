import { sep } from 'node:path'
import type { ImportEntry, ImportSummary } from '../core/model/import-ledger.ts'
import type { Clock, Identifiers } from '../core/ports.ts'
import type { Result } from '../core/result.ts'
import type { StoreFailure } from '../store/store-failure.ts'
import { BoundedQueue } from './bounded-queue.ts'
import { type FoundFile, filesIn } from './import-files.ts'
import { beforeKeeping, entryOf, type FindFamilies } from './import-keeping.ts'
import { type AskedLibrary, KnownClippings } from './import-known.ts'
import { ImportPace, type ImportProgress } from './import-progress.ts'
import { type ReadEvent, type Reader, readFile } from './import-thread.ts'
import type { Behind, ImportTarget } from './import-write.ts'
import type { ReadItem } from './read-item.ts'

export interface ImportWork {
  readonly library: AskedLibrary
  readonly clock: Clock
  readonly identifiers: Identifiers
  /** Each reads one file at a time, all of them at once. */
  readonly readers: readonly Reader[]
  readonly paths: readonly string[]
  readonly target: ImportTarget
  readonly behind: Behind
  /** The family of each text that is about to be kept under the id, where it is a reprint of another; in order. */
  readonly findFamilies?: FindFamilies | undefined
  readonly signal: AbortSignal
  /** Called when a part is safe, with what became of its items. */
  readonly progress: (progress: ImportProgress, entries: readonly ImportEntry[]) => void
}

/** How an import ended; `failure` says why the library took no more. */
export interface ImportEnd {
  readonly summary: ImportSummary
  readonly failure?: StoreFailure
}

/** The reason of a signal that stops an import because the library is to be closed, not because the user cancels it. */
export const INTERRUPTED = 'interrupted'

/** In flight between reading and keeping, at most. */
const HELD = { items: 256, bytes: 64 * 1024 * 1024 }
/** Kept as one change, at most. */
const TOGETHER = { items: 200, bytes: 32 * 1024 * 1024 }
/** So many are waited for, and so long: a change for each would keep the disk waiting. */
const GATHERED = 64
const GATHER_MS = 1000

type Message =
  | { readonly kind: 'event'; readonly file: string; readonly event: ReadEvent }
  | { readonly kind: 'finished'; readonly file: string }

const bytesOf = (event: ReadEvent): number =>
  event.kind === 'failed'
    ? 256
    : event.item.original.bytes.byteLength +
      event.item.extraction.clipping.length * 4 +
      event.item.assets.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)

/** A library is not imported into itself. */
const isInside = (path: string, folder: string): boolean => path.startsWith(folder + sep)

/** A file, and the path that was given for the folder it lies in, or for itself. */
type FileOf = FoundFile & { readonly given: string }

async function findFiles({ paths, library, signal }: ImportWork): Promise<FileOf[]> {
  const files: FileOf[] = []
  const seen = new Set<string>()
  for (const path of paths)
    for await (const file of filesIn(path)) {
      if (signal.aborted) return files
      if (seen.has(file.path) || isInside(file.path, library.directory)) continue
      seen.add(file.path)
      files.push({ ...file, given: path })
    }
  return files
}

/** One import under way. */
class Run {
  readonly #work: ImportWork
  readonly #queue = new BoundedQueue<Message>(HELD)
  readonly #pace: ImportPace

  constructor(work: ImportWork) {
    this.#work = work
    this.#pace = new ImportPace(work.clock.now())
  }

  async run(): Promise<ImportEnd> {
    const { behind, readers, target, signal } = this.#work
    const stop = () => this.#queue.close()
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    const files = (await findFiles(this.#work)).filter(({ path }) => !behind.finished.has(path))
    for (const file of files) this.#pace.expect(file.ok ? file.size : 0)
    const waiting = files.values()
    const reading = Promise.all(readers.map(reader => this.#readAll(reader, waiting))).finally(stop)
    const kept = await this.#keepAll().finally(stop)
    await reading
    signal.removeEventListener('abort', stop)
    const stopped = signal.reason === INTERRUPTED ? 'interrupted' : 'cancelled'
    const how = !kept.ok ? 'interrupted' : signal.aborted ? stopped : 'done'
    const ended = await target.end(how)
    if (!kept.ok) return { summary: { ...target.summary, state: 'interrupted' }, failure: kept.error }
    if (!ended.ok) return { summary: { ...target.summary, state: 'interrupted' }, failure: ended.error }
    return { summary: ended.value }
  }

  /** Takes one file after another until none is left, or nobody takes what is read. */
  async #readAll(reader: Reader, files: Iterator<FileOf>): Promise<void> {
    const present = () => new Date(this.#work.clock.now()).toISOString()
    for (let next = files.next(); next.done !== true; next = files.next()) {
      const file = next.value
      const { path } = file
      this.#pace.begin(path, file.ok ? file.size : 0)
      const events = file.ok
        ? readFile(
            reader,
            { path, root: file.given === path ? undefined : file.given },
            this.#work.behind.passed.get(path) ?? 0,
            present,
          )
        : [unreadable(file)]
      for await (const event of events) {
        this.#pace.item(path, event.at)
        if (!(await this.#queue.put({ kind: 'event', file: path, event }, bytesOf(event)))) return
      }
      if (!(await this.#queue.put({ kind: 'finished', file: path }, 0))) return
      this.#pace.finish(path)
    }
  }

  async #keepAll(): Promise<Result<undefined, StoreFailure>> {
    const { library, target, signal, clock, identifiers, findFamilies, progress } = this.#work
    const known = await KnownClippings.of(library)
    for (;;) {
      await this.#queue.gather(GATHERED, GATHER_MS)
      const messages = await this.#queue.take(TOGETHER)
      if (messages.length === 0 || signal.aborted) return { ok: true, value: undefined }
      const items = messages.flatMap(message =>
        message.kind === 'event' && message.event.kind === 'read' ? [message.event.item] : [],
      )
      const verdicts = await beforeKeeping(known, items, () => identifiers.next(clock.now()), findFamilies)
      const verdictOf = new Map(verdicts.map(verdict => [verdict.item, verdict]))
      const entries = messages.flatMap(message => entriesOf(message, item => verdictOf.get(item)))
      const finished = messages.flatMap(message => (message.kind === 'finished' ? [message.file] : []))
      const written = await target.write({ entries, verdicts, finished })
      if (!written.ok) return written
      this.#pace.kept(entries.length)
      progress(this.#pace.now(clock.now()), entries)
    }
  }
}

type VerdictOf = (item: ReadItem) => Parameters<typeof entryOf>[1] | undefined

function entriesOf(message: Message, verdictOf: VerdictOf): ImportEntry[] {
  if (message.kind === 'finished') return []
  const { file, event } = message
  if (event.kind === 'read') {
    const verdict = verdictOf(event.item)
    return verdict === undefined ? [] : [entryOf(file, verdict)]
  }
  const { key, name, reason, detail } = event.failure
  return [{ file, key, name, outcome: 'failed', reason, ...(detail !== undefined && { detail }) }]
}

const unreadable = ({ path, code }: Extract<FoundFile, { ok: false }>): ReadEvent => ({
  kind: 'failed',
  failure: { key: '', name: path, reason: 'unreadable', detail: code },
  at: 1,
})

/**
 * Imports files, folders and archives: workers read, this thread decides and keeps, part by part, with no more in
 * flight than a bounded number of items and bytes. What was written when it is aborted stays.
 */
export const runImport = (work: ImportWork): Promise<ImportEnd> => new Run(work).run()
