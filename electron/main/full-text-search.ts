import { pathNames } from '../core/library/collection-tree.ts'
import { RecordMap } from '../core/library/record-map.ts'
import type { LibraryState } from '../core/library/state.ts'
import type { Clipping } from '../core/model/clipping.ts'
import type { Clock } from '../core/ports.ts'
import type { ClippingTable } from '../core/timeline/clipping-table.ts'
import type { Library } from '../store/library.ts'
import { localDay } from '../store/local-day.ts'
import type { WorkPool } from '../work/pool.ts'
import { RecentlyUsed } from './recently-used.ts'
import { SearchQueue } from './search-queue.ts'

/** Clippings a message: a few milliseconds to send, and a search that comes meanwhile waits for one message at most. */
const BATCH = 40
/** Ids a message: a millisecond's worth. */
const NUMBERED_AT_ONCE = 2000
/** The query on show and those just typed: they are asked for once for the list, its days and its facets. */
const MOST_REMEMBERED = 8

/** Rows of the table that a query finds; undefined where the index cannot answer. */
export type FoundRows = Int32Array<ArrayBuffer> | undefined | 'cancelled'

/** How far the index is: so many clippings of those that it has to take in. */
export interface IndexProgress {
  readonly state: 'ready' | 'building' | 'unavailable'
  readonly done: number
  readonly total: number
}

/** No oftener does a build say how far it is. */
const TOLD_MS = 1_000

/** A worker that is lost oftener is lost to this library, and searches scan. */
const MOST_REOPENED = 3

/**
 * Keeps the full-text index beside the library and asks it. `pool` has one worker, so what is asked after a
 * change is answered with the change. While the index is absent, being built, or cannot be had, `find` is
 * undefined and the caller scans.
 */
export class FullTextSearch {
  readonly #library: Library
  readonly #pool: WorkPool
  readonly #clock: Clock
  readonly #caughtUp: () => void
  readonly #progressed: () => void
  #progress: IndexProgress | undefined
  #toldAt = 0
  readonly #queue = new SearchQueue<FoundRows>()
  readonly #found = new RecentlyUsed<FoundRows>(MOST_REMEMBERED)
  /** What the index holds, or will when what was sent is done; undefined before it is known. */
  #indexed: RecordMap<Clipping> | undefined
  #isWhole = false
  #isStopped = false
  #stopListening = () => {}
  readonly #stopHearing: () => void
  #reopened = 0
  #starting: Promise<void> = Promise.resolve()
  /** Rows of the table whose numbers the worker has been told. */
  #numbered = 0
  #numbering: Promise<void> = Promise.resolve()
  #sending: Promise<void> = Promise.resolve()

  /**
   * `caughtUp` is called when what was found before may lack what is found now, `progressed` when there is something
   * new to say of the `progress`.
   */
  constructor(library: Library, pool: WorkPool, clock: Clock, caughtUp: () => void, progressed: () => void) {
    this.#library = library
    this.#pool = pool
    this.#clock = clock
    this.#caughtUp = caughtUp
    this.#progressed = progressed
    this.#stopHearing = pool.onLoss(() => this.#reopen())
  }

  /** Undefined while the index is being opened. */
  get progress(): IndexProgress | undefined {
    return this.#progress
  }

  /** Opens the index and brings it up to the library; resolves when it answers, or is known not to. */
  start(): Promise<void> {
    this.#starting = this.#start()
    return this.#starting
  }

  async #start(): Promise<void> {
    const library = this.#library.directory
    const opened = await this.#pool.run('index-open', { library })
    if (!opened.ok || opened.value.state === 'unavailable') {
      this.#giveUp()
      return
    }
    const { state, version } = this.#library
    const known = opened.value.state === 'ready' ? opened.value.seq : undefined
    const missing =
      known === undefined || known > version
        ? undefined
        : await this.#pool.run('changed-since', { library, seq: known })
    const ids = missing?.ok === true ? missing.value : undefined
    this.#indexed = RecordMap.from(state.clippings)
    const total = ids?.length ?? state.clippings.size
    this.#say({ state: 'building', done: 0, total })
    const isSent = await this.#sendAll(state, ids ?? state.clippings.keys(), version, total)
    if (this.#isStopped) return
    if (!isSent) {
      this.#giveUp()
      return
    }
    this.#isWhole = true
    this.#say({ state: 'ready', done: total, total })
    this.#stopListening = this.#library.onChange(() => this.#follow())
    this.#follow()
    await this.#sending
    this.#tell()
  }

  /** Lets go of the library and of the index's file; what was being built is begun anew the next time. */
  async stop(): Promise<void> {
    this.#isStopped = true
    this.#isWhole = false
    this.#stopHearing()
    this.#stopListening()
    await this.#pool.run('index-close', {})
  }

  /**
   * The rows that the query finds, the best first where `byRelevance`. Of several that wait, the one that was asked
   * last goes first: it is what is on the screen.
   */
  async find(query: string, byRelevance: boolean, table: ClippingTable): Promise<FoundRows> {
    if (!this.#isWhole) return undefined
    await this.#number(table)
    const today = localDay(this.#clock.now())
    const search = async (): Promise<FoundRows> => {
      const found = await this.#pool.run('index-find', { query, today, byRelevance })
      if (found.ok && found.value !== undefined) return found.value
      this.#giveUp()
      return undefined
    }
    return this.#found.get(
      JSON.stringify([this.#library.version, today, byRelevance, query]),
      () => this.#queue.run(query, search, 'cancelled'),
      found => typeof found === 'object',
    )
  }

  /** Ends the searches for the query that have not begun. */
  cancel(query: string): void {
    this.#queue.cancel(query)
  }

  /** Tells the worker the rows that are new in the table, a few at a time. */
  #number(table: ClippingTable): Promise<void> {
    this.#numbering = this.#numbering.then(async () => {
      while (this.#numbered < table.size) {
        const first = this.#numbered
        const ids = table.ids(first, first + NUMBERED_AT_ONCE)
        this.#numbered += ids.length
        await this.#pool.run('index-number', { ids, first })
      }
    })
    return this.#numbering
  }

  /** In batches; only the last makes the index whole, so that a build that is cut short is begun anew. */
  async #sendAll(
    state: LibraryState,
    ids: Iterable<string>,
    version: number,
    total?: number,
  ): Promise<boolean> {
    let batch: string[] = []
    let done = 0
    for (const id of ids) {
      if (batch.length === BATCH) {
        if (!(await this.#send(state, batch, undefined))) return false
        done += batch.length
        batch = []
        if (total !== undefined && performance.now() - this.#toldAt >= TOLD_MS)
          this.#say({ state: 'building', done, total })
      }
      batch.push(id)
    }
    return this.#send(state, batch, version)
  }

  /** One change after the other: a batch of an older one must not overtake a newer. */
  #follow(): void {
    this.#sending = this.#sending.then(() => this.#sendChanges())
  }

  async #sendChanges(): Promise<void> {
    const { state, version } = this.#library
    const after = RecordMap.from(state.clippings)
    const changed = after.changesSince(this.#indexed ?? after)
    this.#indexed = after
    if (!(await this.#sendAll(state, changed.keys(), version)) && !this.#isStopped) this.#giveUp()
    // A search that came between two batches has been answered from a part.
    if (changed.size > BATCH) this.#tell()
  }

  /** The worker is lost, and with it what it held: a new one opens the index, and goes on where the file is. */
  #reopen(): void {
    this.#isWhole = false
    this.#stopListening()
    this.#numbered = 0
    this.#found.clear()
    if (this.#isStopped || this.#reopened === MOST_REOPENED) return
    this.#reopened += 1
    // What was under way fails by itself, and is not to end after the new start has begun.
    this.#starting = Promise.all([this.#starting, this.#sending]).then(() =>
      this.#isStopped ? undefined : this.#start(),
    )
  }

  #giveUp(): void {
    this.#isWhole = false
    this.#say({ state: 'unavailable', done: 0, total: 0 })
  }

  #say(progress: IndexProgress): void {
    this.#progress = progress
    this.#toldAt = performance.now()
    if (!this.#isStopped) this.#progressed()
  }

  #tell(): void {
    if (this.#isStopped) return
    this.#found.clear()
    this.#caughtUp()
  }

  async #send(state: LibraryState, ids: readonly string[], seq: number | undefined): Promise<boolean> {
    if (this.#isStopped) return false
    const clippings = ids.flatMap(id => state.clippings.get(id) ?? [])
    const removed = ids.filter(id => !state.clippings.has(id))
    const collections = Array.from(pathNames(state.collections), ([id, name]) => ({ id, name }))
    const library = this.#library.directory
    const sent = await this.#pool.run('index-put', { library, clippings, removed, collections, seq })
    return sent.ok && sent.value
  }
}
