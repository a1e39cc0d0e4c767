import { realpath } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fail, ok, type Result } from '../core/result.ts'
import type { Failure, LibraryState } from '../ipc/contract.ts'
import { lookForLibrary } from '../store/find-library.ts'
import type { Library, LibraryPorts, Preview } from '../store/library.ts'
import type { LibraryFacts } from '../store/library-facts.ts'
import { openLibrary } from '../store/open-library.ts'
import { BACKUPS_FOLDER } from '../store/paths.ts'
import type { KnownLibraries } from './known-libraries.ts'
import { Listings } from './listings.ts'
import { OpenSession, type SessionPorts } from './open-session.ts'

export interface CurrentLibraryPorts
  extends LibraryPorts,
    Omit<SessionPorts, 'changed' | 'indexing' | 'backedUp'> {
  readonly known: KnownLibraries
  /** The library changed, or its lists did, or another took its place. */
  readonly changed: (library: Library) => void
  readonly stateChanged: (state: LibraryState) => void
}

const BUSY: Failure = { code: 'library-busy', message: 'the library is being opened, moved or repaired' }
const MISSING: Failure = { code: 'library-missing', message: 'there is no library in the folder' }

/** The index has no part in what is shown of a library that is still being read. */
const NO_SEARCH = { find: async () => undefined, cancel: () => undefined, progress: undefined }

/** After the first lists are there; everything in the folder is looked at, which takes seconds in a large one. */
const LOOK_MS = 5_000
/** How soon it is noticed that the disk was taken out, or is back. */
const WATCH_MS = 5_000

/** The library that the app works with. Handlers ask for it anew at each request, because it may be another by then. */
export class CurrentLibrary {
  readonly #ports: CurrentLibraryPorts
  #path: string
  #opened: Result<OpenSession, Failure> = fail(BUSY)
  #isBusy = true
  #facts: LibraryFacts | undefined
  #backupFailure: Failure | undefined
  #isGone = false
  /** As it was told last: it is told again only when it is another. */
  #told = ''
  #turn: Promise<unknown> = Promise.resolve()
  #preview: Listings | undefined
  #shown: () => void = () => undefined
  #started: Promise<void> | undefined
  /** Resolves as soon as there is something to show when the app starts: lists, or why there are none. */
  readonly ready = new Promise<void>(resolve => {
    this.#shown = resolve
  })
  readonly #watching: NodeJS.Timeout

  /** `path` is where the first library is made, where none is known. */
  constructor(path: string, ports: CurrentLibraryPorts) {
    this.#path = ports.known.newest ?? path
    this.#ports = ports
    this.#watching = setInterval(() => void this.#lookWhetherGone(), WATCH_MS)
    this.#watching.unref()
  }

  /** Its folder, open or not. */
  get path(): string {
    return this.#path
  }

  get backups(): string {
    return join(this.#path, BACKUPS_FOLDER)
  }

  /** The open library and what follows it, or why it is not open. */
  get opened(): Result<OpenSession, Failure> {
    return this.#opened
  }

  /** Lists of the newest clippings, while the rest of the first library is being read. */
  get preview(): Listings | undefined {
    return this.#preview
  }

  /** As `opened`, once the app has opened its first library. */
  async whenStarted(): Promise<Result<OpenSession, Failure>> {
    await this.#started
    return this.#opened
  }

  get state(): LibraryState {
    const facts = this.#facts
    const library = this.#opened.ok ? this.#opened.value.library : undefined
    const readOnly = this.#isGone && library !== undefined ? MISSING : library?.readOnly
    const index = this.#opened.ok ? this.#opened.value.index : undefined
    const failure = this.#opened.ok || this.#isBusy ? undefined : this.#opened.error
    return {
      path: this.#path,
      name: basename(this.#path),
      state: library !== undefined || this.#preview !== undefined ? 'open' : this.#isBusy ? 'busy' : 'closed',
      ...(this.#preview !== undefined && { isPart: true as const }),
      ...(failure !== undefined && { failure }),
      ...(readOnly !== undefined && { readOnly }),
      ...(index !== undefined && { index }),
      place: facts?.place ?? { kind: 'unknown' },
      conflictCopies: (facts?.conflictCopies ?? []).map(({ path, of }) => ({ path, of })),
      clippings: library?.state.clippings.size ?? 0,
      ...(facts !== undefined && { bytes: facts.bytes }),
      ...(facts?.lastBackup !== undefined && { lastBackup: facts.lastBackup }),
      ...(this.#backupFailure !== undefined && { backupFailure: this.#backupFailure }),
    }
  }

  /** Opens the library of the last time; the very first is made. */
  start(): Promise<void> {
    this.#started = this.#inTurn(async () => {
      const isKnown = this.#ports.known.newest !== undefined
      // A new library in the place of one whose disk is not there would look as if all were lost.
      const opening =
        isKnown && (await lookForLibrary(this.#path)) !== 'library'
          ? fail(MISSING)
          : await openLibrary(this.#path, { ...this.#ports, onPreview: preview => this.#show(preview) })
      if (opening.ok) await this.#adopt(this.#path, opening.value)
      else this.#refuse(opening.error)
    })
    return this.#started
  }

  /**
   * Opens the library in the folder in place of this one, which stays open where the other does not open. The folder
   * of this one opens it again where it is closed, read-only or gone.
   */
  open(path: string): Promise<Result<undefined, Failure>> {
    return this.#inTurn(async () => {
      const isThis = (await realFolder(path)) === (await realFolder(this.#path))
      if (isThis && this.#opened.ok && this.state.readOnly === undefined) return ok(undefined)
      const found = await lookForLibrary(path)
      if (found === 'missing') return fail(MISSING)
      if (found !== 'library')
        return fail({ code: 'not-a-library', message: 'the folder holds no library', detail: path })
      if (isThis) await this.#close()
      const replaced = await this.#replace(path)
      if (isThis && !replaced.ok) this.#refuse(replaced.error)
      return replaced
    })
  }

  /** Makes a library in a folder that is absent or empty, and opens it in place of this one. */
  create(path: string): Promise<Result<undefined, Failure>> {
    return this.#inTurn(async () => {
      const found = await lookForLibrary(path)
      if (found === 'library' || found === 'something-else')
        return fail({ code: 'folder-not-empty', message: 'the folder is not empty', detail: path })
      return this.#replace(path)
    })
  }

  /**
   * Closes the library, lets `work` do with its folder what it likes, and opens the library in the folder that it
   * gives back. `library-busy` for all that is asked meanwhile.
   */
  whileClosed(work: (path: string) => Promise<string>): Promise<Result<undefined, Failure>> {
    return this.#inTurn(async () => {
      this.#isBusy = true
      await this.#close()
      this.#tell()
      const before = this.#path
      const path = await work(before).catch(() => before)
      this.#isBusy = false
      const opening = await this.#openThere(path)
      if (opening.ok) await this.#adopt(path, opening.value, before)
      else this.#refuse(opening.error)
      return opening.ok ? ok(undefined) : opening
    })
  }

  /** A backup of the library in the folder was taken by hand. */
  backedUp(path: string): void {
    if (path !== this.#path) return
    this.#backupFailure = undefined
    void this.look()
  }

  /** Looks at the folder again, as after a backup or a repair. */
  async look(): Promise<void> {
    const library = this.#path
    const facts = await this.#ports.carePool.run('library-facts', { library, backups: this.backups })
    if (!facts.ok || library !== this.#path) return
    this.#facts = facts.value
    this.#tell()
  }

  /** For the end of the app. */
  close(): Promise<void> {
    clearInterval(this.#watching)
    return this.#inTurn(() => this.#close())
  }

  /** One after the other: two libraries are never opened or closed at once. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => undefined)
    return done
  }

  #open(path: string): Promise<Result<Library, Failure>> {
    return openLibrary(path, this.#ports)
  }

  /** A new library in the place of one whose disk is not there would look as if all were lost. */
  async #openThere(path: string): Promise<Result<Library, Failure>> {
    return (await lookForLibrary(path)) === 'library' ? this.#open(path) : fail(MISSING)
  }

  async #replace(path: string): Promise<Result<undefined, Failure>> {
    const opening = await this.#open(path)
    if (!opening.ok) return opening
    await this.#close()
    await this.#adopt(path, opening.value)
    return ok(undefined)
  }

  #show({ state }: Preview): void {
    const { pool, clock } = this.#ports
    const library = { state, version: 0, directory: this.#path }
    this.#preview = new Listings(library, pool, clock, NO_SEARCH)
    this.#tell()
    this.#shown()
  }

  async #adopt(path: string, library: Library, instead?: string): Promise<void> {
    const isOther = path !== this.#path
    this.#path = path
    this.#isBusy = false
    this.#isGone = false
    if (isOther) this.#facts = undefined
    this.#backupFailure = undefined
    const session: OpenSession = new OpenSession(library, {
      ...this.#ports,
      changed: () => {
        this.#ports.changed(library)
        this.#tell()
      },
      indexing: () => this.#tell(),
      backedUp: (failure, taken) => this.#heardOfBackup(session, failure, taken),
    })
    this.#opened = ok(session)
    this.#preview = undefined
    this.#tell()
    this.#shown()
    this.#ports.changed(library)
    setTimeout(() => void this.look(), LOOK_MS).unref()
    await this.#ports.known.remember(path, instead)
  }

  #refuse(failure: Failure): void {
    this.#isBusy = false
    this.#opened = fail(failure)
    this.#preview = undefined
    this.#tell()
    this.#shown()
  }

  async #close(): Promise<void> {
    if (!this.#opened.ok) return
    const session = this.#opened.value
    this.#opened = fail(BUSY)
    // What could not be compacted is in the journal: nothing is lost.
    await session.close()
  }

  #heardOfBackup(session: OpenSession, failure: Failure | undefined, taken: string | undefined): void {
    if (!this.#opened.ok || this.#opened.value !== session) return
    this.#backupFailure = failure
    if (taken !== undefined && this.#facts !== undefined) this.#facts = { ...this.#facts, lastBackup: taken }
    this.#tell()
  }

  async #lookWhetherGone(): Promise<void> {
    if (!this.#opened.ok) return
    const session = this.#opened.value
    const isGone = (await lookForLibrary(this.#path)) !== 'library'
    if (!this.#opened.ok || this.#opened.value !== session) return
    this.#isGone = isGone
    this.#tell()
  }

  /**
   * Not for each edit: how many clippings there are, the window knows from the lists. An index that is ready is what
   * one takes for granted: only after it was not is that news.
   */
  #tell(): void {
    const { state } = this
    const index = state.index?.state === 'ready' ? undefined : state.index
    const told = JSON.stringify({ ...state, clippings: 0, index })
    if (told === this.#told) return
    this.#told = told
    this.#ports.stateChanged(state)
  }
}

const realFolder = (path: string): Promise<string> => realpath(path).catch(() => path)
