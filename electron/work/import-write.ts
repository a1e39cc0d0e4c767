import { basename } from 'node:path'
import type { ImportEntry, ImportOptions, ImportSummary } from '../core/model/import-ledger.ts'
import type { Clock, Identifiers } from '../core/ports.ts'
import { ok, type Result } from '../core/result.ts'
import {
  countedWith,
  type Ledger,
  type LedgerHead,
  type LedgerLine,
  NO_COUNTS,
} from '../store/import-ledger.ts'
import { importLedgers, type OpenLedger } from '../store/import-ledger-files.ts'
import { keepClippings } from '../store/keep-clipping.ts'
import type { Library } from '../store/library.ts'
import type { StoreFailure } from '../store/store-failure.ts'
import { planKeeping, type Verdict } from './import-keeping.ts'

/** A part of an import: what was decided on its items in their order, and the files that end with it. */
export interface ImportPart {
  readonly entries: readonly ImportEntry[]
  readonly verdicts: readonly Verdict[]
  readonly finished: readonly string[]
}

/** Where an import goes: into the library and its ledger, or, of a dry run, nowhere. */
export interface ImportTarget {
  readonly summary: ImportSummary
  /** Resolves `ok` when the part is safe. */
  write(part: ImportPart): Promise<Result<undefined, StoreFailure>>
  end(how: 'done' | 'cancelled' | 'interrupted'): Promise<Result<ImportSummary, StoreFailure>>
}

interface Ports {
  readonly library: Library
  readonly clock: Clock
  readonly identifiers: Identifiers
}

const instant = ({ clock }: Ports): string => new Date(clock.now()).toISOString()

/** What an import is called: the first of what was chosen. */
export const importName = ({ paths }: Pick<ImportSummary, 'paths'>): string => basename(paths[0] ?? '')

/** Items and clippings are written together: first the ledger's lines, then one change of the library. */
class LibraryTarget implements ImportTarget {
  readonly #ports: Ports
  readonly #ledger: OpenLedger
  readonly #options: ImportOptions
  #summary: ImportSummary
  /** Says of the last part that it is in the library; it goes out with the next one, because the library tells as much. */
  #confirmation: LedgerLine[] = []

  constructor(ports: Ports, ledger: OpenLedger, options: ImportOptions, summary: ImportSummary) {
    this.#ports = ports
    this.#ledger = ledger
    this.#options = options
    this.#summary = summary
  }

  get summary(): ImportSummary {
    return this.#summary
  }

  async write({ entries, verdicts, finished }: ImportPart): Promise<Result<undefined, StoreFailure>> {
    const { library } = this.#ports
    const { sources, ops, newTags, newCollections } = planKeeping(
      library,
      this.#ports,
      verdicts,
      this.#options,
    )
    const makes = newTags.length > 0 || newCollections.length > 0
    const lines: LedgerLine[] = [
      ...this.#confirmation,
      ...(makes ? [{ line: 'made' as const, collections: newCollections, tags: newTags }] : []),
      ...entries.map(item => ({ line: 'item' as const, item })),
      ...finished.map(file => ({ line: 'file' as const, file })),
    ]
    const written = await this.#ledger.append(lines)
    if (!written.ok) return written
    this.#confirmation = [{ line: 'kept' }]
    const [first, ...rest] = sources
    if (first !== undefined) {
      const label = { kind: 'import' as const, count: sources.length, name: importName(this.#summary) }
      const kept = await keepClippings(library, this.#ports, [first, ...rest], 'import', { label, ops })
      if (!kept.ok) {
        this.#confirmation = [{ line: 'dropped' }]
        return kept
      }
    }
    this.#summary = { ...this.#summary, counts: countedWith(this.#summary.counts, entries) }
    return ok(undefined)
  }

  async end(how: 'done' | 'cancelled' | 'interrupted'): Promise<Result<ImportSummary, StoreFailure>> {
    const at = instant(this.#ports)
    const lines: LedgerLine[] = [...this.#confirmation]
    if (how !== 'interrupted') lines.push({ line: 'ended', at, how })
    const written = lines.length === 0 ? ok(undefined) : await this.#ledger.append(lines)
    await this.#ledger.close()
    if (!written.ok) return written
    this.#summary = { ...this.#summary, state: how, ...(how !== 'interrupted' && { endedAt: at }) }
    return ok(this.#summary)
  }
}

const running = ({ id, kind, paths, at }: LedgerHead): ImportSummary => ({
  id,
  kind,
  paths,
  startedAt: at,
  state: 'running',
  counts: NO_COUNTS,
})

/** Begins an import with an empty ledger. */
export async function beginImport(
  ports: Ports,
  head: LedgerHead,
): Promise<Result<ImportTarget, StoreFailure>> {
  const ledger = await importLedgers(ports.library.directory).begin(head)
  return ledger.ok ? ok(new LibraryTarget(ports, ledger.value, head.options, running(head))) : ledger
}

/** What a resumed import has behind it. */
export interface Behind {
  /** Items that were read, by file. */
  readonly passed: ReadonlyMap<string, number>
  readonly finished: ReadonlySet<string>
}

export const NOTHING_BEHIND: Behind = { passed: new Map(), finished: new Set() }

/** The clippings that the items became. */
export const clippingsOf = (entries: readonly ImportEntry[]): string[] =>
  entries.flatMap(({ outcome, clipping }) =>
    outcome === 'duplicate' || clipping === undefined ? [] : [clipping],
  )

/** Whether the items in doubt are in the library: they were committed as one change. */
function areKept({ inDoubt }: Ledger, { state }: Library): boolean {
  const brought = clippingsOf(inDoubt)
  return brought.length === 0 || brought.some(id => state.clippings.has(id))
}

/** An import that goes on, and what it did before. */
export interface Resumed {
  readonly target: ImportTarget
  readonly behind: Behind
  readonly entries: readonly ImportEntry[]
}

/** Goes on with an import that stopped, behind the last item of it that the library has. */
export async function resumeImport(ports: Ports, ledger: Ledger): Promise<Result<Resumed, StoreFailure>> {
  const ledgers = importLedgers(ports.library.directory)
  const { head } = ledger
  const opened = await ledgers.goOn(ledger)
  if (!opened.ok) return opened
  const line = areKept(ledger, ports.library) ? ('kept' as const) : ('dropped' as const)
  const settled = await opened.value.append([{ line }, { line: 'resumed', at: instant(ports) }])
  if (!settled.ok) return settled
  const now = await ledgers.read(head.id)
  if (!now.ok) return now
  const { entries, finished, summary } = now.value
  const passed = new Map<string, number>()
  for (const { file } of entries) passed.set(file, (passed.get(file) ?? 0) + 1)
  const target = new LibraryTarget(ports, opened.value, head.options, {
    ...running(head),
    counts: summary.counts,
  })
  return ok({ target, behind: { passed, finished }, entries })
}

/** A dry run: what would be written is remembered, and the library stays as it is. */
export class DryRun implements ImportTarget {
  readonly entries: ImportEntry[] = []
  readonly #clock: Clock
  #summary: ImportSummary

  constructor(head: LedgerHead, clock: Clock) {
    this.#clock = clock
    this.#summary = running(head)
  }

  get summary(): ImportSummary {
    return this.#summary
  }

  async write({ entries }: ImportPart): Promise<Result<undefined, StoreFailure>> {
    this.entries.push(...entries)
    this.#summary = { ...this.#summary, counts: countedWith(this.#summary.counts, entries) }
    return ok(undefined)
  }

  async end(how: 'done' | 'cancelled' | 'interrupted'): Promise<Result<ImportSummary, StoreFailure>> {
    const endedAt = new Date(this.#clock.now()).toISOString()
    this.#summary = { ...this.#summary, state: how, endedAt }
    return ok(this.#summary)
  }
}
