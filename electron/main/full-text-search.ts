import { RecordMap } from '../core/library/record-map.ts'
import type { LibraryState } from '../core/library/state.ts'
import type { Clipping } from '../core/model/clipping.ts'
import type { Clock } from '../core/ports.ts'
import { clippingsChangedSince } from '../store/changes-since.ts'
import type { Library } from '../store/library.ts'
import { localDay } from '../store/local-day.ts'
import type { WorkPool } from '../work/pool.ts'

/** Clippings a message while the index is built: a search that comes meanwhile waits for one of them at most. */
const BATCH = 200

/**
 * Keeps the full-text index beside the library and asks it. `pool` has one worker, so what is asked after a
 * change is answered with the change. While the index is absent, being built, or cannot be had, `find` is
 * undefined and the caller scans.
 */
export class FullTextSearch {
  readonly #library: Library
  readonly #pool: WorkPool
  readonly #clock: Clock
  /** What the index holds, or will when what was sent is done; undefined before it is known. */
  #indexed: RecordMap<Clipping> | undefined
  #isWhole = false
  #isStopped = false
  #stopListening = () => {}

  constructor(library: Library, pool: WorkPool, clock: Clock) {
    this.#library = library
    this.#pool = pool
    this.#clock = clock
  }

  /** Opens the index and brings it up to the library; resolves when it answers, or is known not to. */
  async start(): Promise<void> {
    const library = this.#library.directory
    const opened = await this.#pool.run('index-open', { library })
    if (!opened.ok || opened.value.state === 'unavailable') return
    const { state, version } = this.#library
    const known = opened.value.state === 'ready' ? opened.value.seq : undefined
    const missing =
      known === undefined || known > version ? undefined : await clippingsChangedSince(library, known)
    const ids = missing?.ok === true ? missing.value : new Set(state.clippings.keys())
    this.#indexed = RecordMap.from(state.clippings)
    if (!(await this.#sendAll(state, ids, version)) || this.#isStopped) return
    this.#isWhole = true
    this.#stopListening = this.#library.onChange(() => void this.#sendChanges())
    await this.#sendChanges()
  }

  /** Lets go of the library and of the index's file; what was being built is begun anew the next time. */
  async stop(): Promise<void> {
    this.#isStopped = true
    this.#isWhole = false
    this.#stopListening()
    await this.#pool.run('index-close', {})
  }

  /** The clippings that the query finds; undefined where the index cannot answer now. */
  async find(query: string): Promise<ReadonlySet<string> | undefined> {
    if (!this.#isWhole) return undefined
    const found = await this.#pool.run('index-find', { query, today: localDay(this.#clock.now()) })
    if (!found.ok || found.value === undefined) {
      this.#isWhole = false
      return undefined
    }
    return new Set(found.value.ids)
  }

  /** In batches; only the last makes the index whole, so that a build that is cut short is begun anew. */
  async #sendAll(state: LibraryState, ids: ReadonlySet<string>, version: number): Promise<boolean> {
    const all = [...ids]
    for (let start = 0; start === 0 || start < all.length; start += BATCH) {
      const isLast = start + BATCH >= all.length
      const batch = all.slice(start, start + BATCH)
      const clippings = batch.flatMap(id => state.clippings.get(id) ?? [])
      const removed = batch.filter(id => !state.clippings.has(id))
      if (!(await this.#send(state, clippings, removed, isLast ? version : undefined))) return false
    }
    return true
  }

  async #sendChanges(): Promise<void> {
    const { state, version } = this.#library
    const after = RecordMap.from(state.clippings)
    const changes = after.changesSince(this.#indexed ?? after)
    this.#indexed = after
    const clippings = [...changes.values()].filter(clipping => clipping !== undefined)
    const removed = [...changes].flatMap(([id, clipping]) => (clipping === undefined ? [id] : []))
    if (!(await this.#send(state, clippings, removed, version))) this.#isWhole = false
  }

  async #send(
    state: LibraryState,
    clippings: Clipping[],
    removed: string[],
    seq: number | undefined,
  ): Promise<boolean> {
    if (this.#isStopped) return false
    const collections = [...state.collections.values()].map(({ id, name }) => ({ id, name }))
    const library = this.#library.directory
    const sent = await this.#pool.run('index-put', { library, clippings, removed, collections, seq })
    return sent.ok && sent.value
  }
}
