import type { Result } from '../core/result.ts'
import type { Failure } from '../ipc/contract.ts'
import type { Library } from '../store/library.ts'
import type { StoreFailure } from '../store/store-failure.ts'
import type { WorkPool } from '../work/pool.ts'
import { type CarePorts, careDaily } from './daily-care.ts'
import { FamilyFinder } from './family-finder.ts'
import { FullTextSearch, type IndexProgress } from './full-text-search.ts'
import { Listings } from './listings.ts'
import { type ScheduledBackups, scheduleBackups } from './scheduled-backups.ts'

/** What a session needs from the app around it. */
export interface SessionPorts extends CarePorts {
  readonly pool: WorkPool
  /** Holds the full-text index, in its one worker. */
  readonly indexPool: WorkPool
  /** Holds what is known of the likeness of texts, in its one worker. */
  readonly familyPool: WorkPool
  /** The library changed, or its lists did. */
  readonly changed: (library: Library) => void
  /** There is something new to say of how far the index is. */
  readonly indexing: () => void
  /** A backup was looked after: the failure where one was due and could not be taken, else when one was taken. */
  readonly backedUp: (failure: Failure | undefined, taken: string | undefined) => void
  /** The library is about to be closed: what writes to it stops. */
  readonly beforeClose?: () => Promise<void>
}

const NO_BACKUPS: ScheduledBackups = { stop: async () => undefined }

/** One open library with all that follows it: lists, full-text index, backups. They are closed as one. */
export class OpenSession {
  readonly library: Library
  readonly listings: Listings
  readonly families: FamilyFinder
  readonly #fullText: FullTextSearch
  readonly #backups: ScheduledBackups
  readonly #beforeClose: SessionPorts['beforeClose']
  readonly #stopListening: () => void
  readonly #stopCaring: () => void

  constructor(library: Library, ports: SessionPorts) {
    this.library = library
    this.#beforeClose = ports.beforeClose
    const changed = () => ports.changed(library)
    const caughtUp = () => {
      // What was listed before may lack what only the index finds.
      this.listings.forget()
      changed()
    }
    this.#fullText = new FullTextSearch(library, ports.indexPool, ports.clock, caughtUp, ports.indexing)
    this.listings = new Listings(library, ports.pool, ports.clock, this.#fullText)
    this.#stopListening = library.onChange(changed)
    // The files of a newer version, its index and its backups are not ours to change.
    const isNewer = library.readOnly?.code === 'library-newer'
    this.#backups = isNewer ? NO_BACKUPS : scheduleBackups(library, ports.carePool, ports.backedUp)
    this.#stopCaring = careDaily(library, ports)
    this.families = new FamilyFinder(library, ports.familyPool)
    // One after the other: both read every article of a library that is new to them, and searches come first.
    if (!isNewer) void this.#fullText.start().then(() => this.families.start())
  }

  /** How far the index is; undefined while that is not known. */
  get index(): IndexProgress | undefined {
    return this.#fullText.progress
  }

  /** Waits for what is being written and gives everything back: after it the folder may be moved. */
  async close(): Promise<Result<undefined, StoreFailure>> {
    await this.#beforeClose?.()
    this.#stopListening()
    this.#stopCaring()
    await Promise.all([this.#backups.stop(), this.#fullText.stop(), this.families.stop()])
    return this.library.close()
  }
}
