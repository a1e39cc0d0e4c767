import { planUndoImport } from '../core/library/import-plan.ts'
import type { ImportEntry, ImportOptions, ImportOutcome, ImportSummary } from '../core/model/import-ledger.ts'
import type { Clock, Identifiers } from '../core/ports.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Failure, Payload } from '../ipc/contract.ts'
import type { LedgerHead } from '../store/import-ledger.ts'
import { importLedgers } from '../store/import-ledger-files.ts'
import type { Committed, Library } from '../store/library.ts'
import type { FindFamilies } from '../work/import-keeping.ts'
import { INTERRUPTED, runImport } from '../work/import-run.ts'
import type { Reader } from '../work/import-thread.ts'
import {
  type Behind,
  beginImport,
  clippingsOf,
  DryRun,
  type ImportTarget,
  importName,
  NOTHING_BEHIND,
  resumeImport,
} from '../work/import-write.ts'
import type { OpenSession } from './open-session.ts'

export interface ImportReports {
  progress(payload: Payload<'import:progress'>): void
  ended(payload: Omit<Payload<'import:ended'>, 'isToTell'>): void
}

interface Ports extends ImportReports {
  readonly clock: Clock
  readonly identifiers: Identifiers
  /** New readers, one for each core that an import may use. */
  readonly readers: () => readonly Reader[]
}

interface Running {
  readonly controller: AbortController
  readonly library: Library
  readonly ended: Promise<void>
  /** What is safe, also where its ledger does not say so yet. */
  readonly entries: ImportEntry[]
  summary: ImportSummary
}

type ListOf<T> = { readonly total: number; readonly entries: readonly T[] }

const NOT_FOUND: Failure = { code: 'not-found', message: 'there is no such import' }
const BUSY: Failure = { code: 'library-busy', message: 'the import is under way' }

/** So many dry runs are remembered. */
const MOST_PLANS = 4

/** Imports into the open library and dry runs of them, by id. */
export class Imports {
  readonly #ports: Ports
  readonly #running = new Map<string, Running>()
  readonly #plans = new Map<string, DryRun>()
  /** One after the other: what one of them brings, the next one finds there. */
  #turn: Promise<void> = Promise.resolve()
  /** The entries that were asked for last: a window asks for them screen by screen. */
  #read: { key: string; entries: readonly ImportEntry[] } | undefined
  /** Of imports that are over, by library and id: a ledger may have tens of thousands of lines. */
  readonly #summaries = new Map<string, ImportSummary>()

  constructor(ports: Ports) {
    this.#ports = ports
  }

  /** Starts a dry run. */
  plan({ library }: OpenSession, paths: readonly string[]): string {
    const head = this.#head(paths, { tags: [] }, 'chosen')
    const target = new DryRun(head, this.#ports.clock)
    this.#plans.set(head.id, target)
    for (const id of [...this.#plans.keys()].slice(0, -MOST_PLANS)) this.#plans.delete(id)
    this.#start({ library }, head.id, paths, target, NOTHING_BEHIND)
    return head.id
  }

  forgetPlan(id: string): void {
    this.#running.get(id)?.controller.abort()
    this.#plans.delete(id)
  }

  async start(
    session: OpenSession,
    paths: readonly string[],
    options: ImportOptions,
    kind: ImportSummary['kind'] = 'chosen',
  ): Promise<Result<string, Failure>> {
    const head = this.#head(paths, options, kind)
    const begun = await beginImport({ library: session.library, ...this.#ports }, head)
    if (!begun.ok) return begun
    this.#start(session, head.id, paths, begun.value, NOTHING_BEHIND)
    return ok(head.id)
  }

  async resume(session: OpenSession, id: string): Promise<Result<string, Failure>> {
    const { library } = session
    if (this.#running.has(id)) return fail(BUSY)
    const ledger = await importLedgers(library.directory).read(id)
    if (!ledger.ok) return ledger
    const { state, paths } = ledger.value.summary
    if (state !== 'interrupted' && state !== 'cancelled') return fail(NOT_FOUND)
    const resumed = await resumeImport({ library, ...this.#ports }, ledger.value)
    if (!resumed.ok) return resumed
    const { target, behind, entries } = resumed.value
    this.#forget(library, id)
    this.#start(session, id, paths, target, behind, entries)
    return ok(id)
  }

  cancel(id: string): void {
    this.#running.get(id)?.controller.abort()
  }

  /** Resolves when the import is over. */
  async whenEnded(id: string): Promise<void> {
    await this.#running.get(id)?.ended
  }

  /** For a library that is about to be closed: its imports stop, and can be resumed. */
  async stopAll(): Promise<void> {
    const running = [...this.#running.values()]
    for (const { controller } of running) controller.abort(INTERRUPTED)
    await Promise.all(running.map(({ ended }) => ended))
  }

  async list(library: Library): Promise<Result<ImportSummary[], Failure>> {
    const ledgers = importLedgers(library.directory)
    const ids = await ledgers.ids()
    if (!ids.ok) return ids
    const summaries: ImportSummary[] = []
    for (const id of ids.value) {
      const key = keyOf(library, id)
      const known = this.#running.get(id)?.summary ?? this.#summaries.get(key)
      const ledger = known === undefined ? await ledgers.read(id) : undefined
      const summary = known ?? (ledger?.ok === true ? ledger.value.summary : undefined)
      // One that cannot be read is left out here, and said by the check of the library.
      if (summary === undefined) continue
      if (!this.#running.has(id)) this.#summaries.set(key, summary)
      summaries.push(summary)
    }
    return ok(summaries)
  }

  async entries(
    library: Library,
    {
      id,
      outcome,
      start,
      count,
    }: { id: string; outcome?: ImportOutcome | undefined; start: number; count: number },
  ): Promise<Result<ListOf<ImportEntry>, Failure>> {
    const all = await this.allEntries(library, id)
    if (!all.ok) return all
    const entries = outcome === undefined ? all.value : all.value.filter(each => each.outcome === outcome)
    return ok({ total: entries.length, entries: entries.slice(start, start + count) })
  }

  async allEntries(library: Library, id: string): Promise<Result<readonly ImportEntry[], Failure>> {
    const known = this.#plans.get(id)?.entries ?? this.#running.get(id)?.entries
    if (known !== undefined) return ok(known)
    const key = keyOf(library, id)
    if (this.#read?.key === key) return ok(this.#read.entries)
    const ledger = await importLedgers(library.directory).read(id)
    if (!ledger.ok) return ledger
    const { entries } = ledger.value
    this.#read = { key, entries }
    return ok(entries)
  }

  /** Takes an import back as one change; `nothing-to-undo` where nothing of it is left. */
  async undo(library: Library, id: string): Promise<Result<Committed, Failure>> {
    if (this.#running.has(id)) return fail(BUSY)
    const ledgers = importLedgers(library.directory)
    const ledger = await ledgers.read(id)
    if (!ledger.ok) return ledger
    const { entries, inDoubt, collections, tags, summary } = ledger.value
    const imported = { clippings: clippingsOf([...entries, ...inDoubt]), collections, tags }
    const change = planUndoImport(library.pending, imported, importName(summary))
    if (change === undefined)
      return fail({ code: 'nothing-to-undo', message: 'nothing of the import is left' })
    const committed = await library.commit(change)
    if (!committed.ok) return committed
    this.#forget(library, id)
    const opened = await ledgers.goOn(ledger.value)
    if (opened.ok) {
      await opened.value.append([{ line: 'undone', at: this.#now() }])
      await opened.value.close()
    }
    return committed
  }

  #now(): string {
    return new Date(this.#ports.clock.now()).toISOString()
  }

  #head(paths: readonly string[], options: ImportOptions, kind: ImportSummary['kind']): LedgerHead {
    const now = this.#ports.clock.now()
    const id = this.#ports.identifiers.next(now)
    return { line: 'begun', id, at: new Date(now).toISOString(), kind, paths: [...paths], options }
  }

  /** What was known of its ledger is so no more. */
  #forget(library: Library, id: string): void {
    this.#read = undefined
    this.#summaries.delete(keyOf(library, id))
  }

  #start(
    { library, families }: Pick<OpenSession, 'library'> & Partial<Pick<OpenSession, 'families'>>,
    id: string,
    paths: readonly string[],
    target: ImportTarget,
    behind: Behind,
    before: readonly ImportEntry[] = [],
  ): void {
    const isPlan = target instanceof DryRun
    const findFamilies: FindFamilies | undefined =
      // What a dry run reads never comes: nothing is to be found as its reprint.
      isPlan
        ? undefined
        : families && (async texts => (await families.find(texts)).map(found => found?.family))
    const { clock, identifiers, progress, ended } = this.#ports
    const controller = new AbortController()
    const readers = this.#ports.readers()
    const running: Running = {
      controller,
      library,
      summary: target.summary,
      entries: [...before],
      ended: this.#turn
        .then(() =>
          runImport({
            library,
            clock,
            identifiers,
            readers,
            paths,
            target,
            behind,
            findFamilies,
            signal: controller.signal,
            progress: (now, entries) => {
              running.summary = target.summary
              running.entries.push(...entries)
              progress({ import: target.summary, isPlan, ...now })
            },
          }),
        )
        .catch((error: unknown) => {
          const message = error instanceof Error ? error.message : String(error)
          const summary: ImportSummary = { ...target.summary, state: 'interrupted' }
          return { summary, failure: { code: 'internal' as const, message } }
        })
        .then(async ({ summary, failure }: { summary: ImportSummary; failure?: Failure }) => {
          this.#running.delete(id)
          this.#forget(library, id)
          await Promise.all(readers.map(reader => reader.close()))
          ended({ import: summary, isPlan, ...(failure !== undefined && { failure }) })
        }),
    }
    this.#running.set(id, running)
    this.#turn = running.ended
  }
}

const keyOf = ({ directory }: Pick<Library, 'directory'>, id: string): string => `${directory}\n${id}`
