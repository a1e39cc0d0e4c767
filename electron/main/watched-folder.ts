import { z } from 'zod'
import { instantSchema } from '../core/model/identifiers.ts'
import type { Clock } from '../core/ports.ts'
import { type DurableFiles, durableFiles } from '../store/durable-files.ts'
import { nodeFileSystem } from '../store/file-system.ts'
import { importLedgers } from '../store/import-ledger-files.ts'
import { jsonBytes, parseJson } from '../store/json-file.ts'
import { filesIn } from '../work/import-files.ts'
import type { CurrentLibrary } from './current-library.ts'
import type { Imports } from './imports.ts'
import type { SettingsFile } from './settings-file.ts'

const FILE = 'watched-folder.json'
const recordSchema = z.object({ path: z.string(), since: instantSchema })

/** How often the folder is looked at; one that takes long is looked at less often. */
const EVERY_MS = 3_000
const TIMES_AS_LONG = 20
/** Names that programs give to what they have not finished. */
const UNFINISHED = /\.(?:crdownload|part|partial|download|tmp|temp|opdownload)$|^~\$/iu

interface Ports {
  readonly settings: Pick<SettingsFile, 'current' | 'onChange'>
  readonly current: Pick<CurrentLibrary, 'opened'>
  readonly imports: Pick<Imports, 'start' | 'whenEnded'>
  readonly clock: Clock
  readonly profile: string
}

/**
 * Clips what is saved into the folder of the settings, once each, as imports of their own kind: files that came or
 * changed since the folder was chosen, also while the app was closed, as soon as two looks find them the same.
 */
export class WatchedFolder {
  readonly #ports: Ports
  readonly #files: DurableFiles
  readonly #everyMs: number
  #isForgotten = false
  #timer: NodeJS.Timeout | undefined
  #isStopped = false
  #looking: Promise<void> = Promise.resolve()
  #since: { path: string; since: number } | undefined
  /** Of the library in `directory`: when each file was taken, by its path. */
  #taken: { directory: string; at: Map<string, number> } | undefined
  /** What the last look found, by path. */
  #seen = new Map<string, string>()

  constructor(ports: Ports, everyMs: number = EVERY_MS) {
    this.#ports = ports
    this.#files = durableFiles(nodeFileSystem, ports.profile)
    this.#everyMs = everyMs
    ports.settings.onChange(() => this.#wait(0))
    this.#wait(everyMs)
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#timer)
    await this.#looking
  }

  #wait(milliseconds: number): void {
    clearTimeout(this.#timer)
    if (this.#isStopped) return
    this.#timer = setTimeout(() => {
      const before = performance.now()
      this.#looking = this.#looking
        .then(() => this.#look())
        // A disk that was taken out is back some time; there is nothing to say meanwhile.
        .catch(() => undefined)
        .then(() => this.#wait(Math.max(this.#everyMs, (performance.now() - before) * TIMES_AS_LONG)))
    }, milliseconds)
    this.#timer.unref()
  }

  async #look(): Promise<void> {
    const { settings, current, imports, clock } = this.#ports
    const path = settings.current.watchedFolder
    if (path === null) return this.#forget()
    const since = await this.#watchedSince(path)
    if (!current.opened.ok) return
    const session = current.opened.value
    if (session.library.readOnly !== undefined) return
    const taken = await this.#takenBy(session.library.directory)
    const seen = new Map<string, string>()
    const ready: string[] = []
    for await (const file of filesIn(path)) {
      if (!file.ok || UNFINISHED.test(file.path) || file.size === 0) continue
      if (file.changedAt < since || file.changedAt <= (taken.get(file.path) ?? 0)) continue
      const state = `${file.size} ${file.changedAt}`
      seen.set(file.path, state)
      if (this.#seen.get(file.path) === state) ready.push(file.path)
    }
    this.#seen = seen
    if (ready.length === 0 || this.#isStopped) return
    const started = await imports.start(session, ready, { tags: [] }, 'watched')
    if (!started.ok) return
    const now = clock.now()
    for (const each of ready) taken.set(each, now)
    await imports.whenEnded(started.value)
  }

  /** What is saved into the folder while it is not watched is not taken when it is watched again. */
  async #forget(): Promise<void> {
    this.#since = undefined
    if (this.#isForgotten) return
    const removed = await this.#files.remove(FILE)
    this.#isForgotten = removed.ok
  }

  /** When the folder was chosen; a restart does not forget it. */
  async #watchedSince(path: string): Promise<number> {
    if (this.#since?.path === path) return this.#since.since
    const bytes = await this.#files.read(FILE)
    const parsed = bytes.ok && bytes.value !== undefined ? parseJson(bytes.value, recordSchema) : undefined
    const known =
      parsed !== undefined && 'value' in parsed && parsed.value.path === path ? parsed.value : undefined
    const record = known ?? { path, since: new Date(this.#ports.clock.now()).toISOString() }
    if (known === undefined) await this.#files.replace(FILE, jsonBytes(record))
    this.#isForgotten = false
    this.#since = { path, since: Date.parse(record.since) }
    return this.#since.since
  }

  /** What earlier imports of this kind took, whatever became of it. */
  async #takenBy(directory: string): Promise<Map<string, number>> {
    if (this.#taken?.directory === directory) return this.#taken.at
    const at = new Map<string, number>()
    const ledgers = importLedgers(directory)
    const listed = await ledgers.list()
    for (const { id, kind, startedAt } of listed.ok ? listed.value : []) {
      const ledger = kind === 'watched' ? await ledgers.read(id) : undefined
      if (ledger?.ok !== true) continue
      for (const { file } of ledger.value.entries)
        at.set(file, Math.max(at.get(file) ?? 0, Date.parse(startedAt)))
    }
    this.#taken = { directory, at }
    return at
  }
}
