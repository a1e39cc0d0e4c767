import { fail, ok, type Result } from '../core/result.ts'
import type { Failure } from '../ipc/contract.ts'
import type { LibraryPorts } from '../store/library.ts'
import { openLibrary } from '../store/open-library.ts'
import { OpenSession, type SessionPorts } from './open-session.ts'

const BUSY: Failure = { code: 'library-busy', message: 'the library is being opened' }

/** The library that the app works with. Handlers ask for it anew at each request, because it may be another by then. */
export class CurrentLibrary {
  readonly #ports: LibraryPorts & SessionPorts
  #path: string
  #opened: Result<OpenSession, Failure> = fail(BUSY)

  constructor(path: string, ports: LibraryPorts & SessionPorts) {
    this.#path = path
    this.#ports = ports
  }

  /** Its folder, open or not. */
  get path(): string {
    return this.#path
  }

  /** The open library and what follows it, or why it is not open. */
  get opened(): Result<OpenSession, Failure> {
    return this.#opened
  }

  /** Opens the library for the first time, making it where there is none. */
  async start(): Promise<void> {
    const opened = await openLibrary(this.#path, this.#ports)
    this.#opened = opened.ok ? ok(new OpenSession(opened.value, this.#ports)) : opened
  }

  /** For the end of the app. */
  async close(): Promise<void> {
    if (this.#opened.ok) await this.#opened.value.close()
  }
}
