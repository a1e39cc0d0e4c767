import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { IMPORT_OUTCOMES, type ImportEntry, type ImportSummary } from '../core/model/import-ledger.ts'
import { ok } from '../core/result.ts'
import type { LedgerHead } from '../store/import-ledger.ts'
import type { Library } from '../store/library.ts'
import { systemClock, uuidIdentifiers } from '../store/system-ports.ts'
import { runImport } from '../work/import-run.ts'
import { READING_LIMITS, readerHere, threadReader } from '../work/import-thread.ts'
import { beginImport, DryRun, NOTHING_BEHIND } from '../work/import-write.ts'
import { storeFailure, withLibrary } from './library-folder.ts'
import { EXIT, type ExitCode, json, type Output } from './output.ts'
import { readingReason } from './read-source.ts'

export interface ImportChoice {
  readonly dryRun: boolean
  readonly asJson: boolean
  /** The program of the worker threads; without it, this thread reads. */
  readonly worker: URL | undefined
}

const MOST_READERS = 4

function tell(entry: ImportEntry, asJson: boolean, output: Output): void {
  const { outcome, clipping = '', file, title = '', key, reason, detail } = entry
  if (asJson) output.out(json(entry))
  else if (outcome !== 'failed') output.out(`${clipping}\t${file}\t${title}\t${outcome}\n`)
  if (outcome !== 'failed' || reason === undefined) return
  const where = key === '' ? file : `${file} (${key})`
  output.err(`cuttings: ${where}: ${readingReason(reason, detail)}\n`)
}

const WORDS = {
  imported: 'imported',
  version: 'new versions',
  duplicate: 'already there',
  'link-only': 'links without a text',
  failed: 'failed',
} as const

const inWords = ({ counts }: ImportSummary): string =>
  IMPORT_OUTCOMES.filter(outcome => counts[outcome] > 0)
    .map(outcome => `${counts[outcome]} ${WORDS[outcome]}`)
    .join(', ') || 'nothing to import'

async function importInto(
  library: Library,
  paths: readonly string[],
  choice: ImportChoice,
  output: Output,
): Promise<ImportSummary | string> {
  const ports = { library, clock: systemClock, identifiers: uuidIdentifiers }
  const now = systemClock.now()
  const head: LedgerHead = {
    line: 'begun',
    id: uuidIdentifiers.next(now),
    at: new Date(now).toISOString(),
    kind: 'chosen',
    paths: paths.map(path => resolve(path)),
    options: { tags: [] },
  }
  const target = choice.dryRun ? ok(new DryRun(head, systemClock)) : await beginImport(ports, head)
  if (!target.ok) return storeFailure(target.error)
  const { worker } = choice
  const readers =
    worker === undefined
      ? [readerHere()]
      : Array.from({ length: Math.min(MOST_READERS, availableParallelism()) }, () =>
          threadReader(worker, READING_LIMITS),
        )
  const { summary, failure } = await runImport({
    ...ports,
    readers,
    paths,
    target: target.value,
    behind: NOTHING_BEHIND,
    signal: new AbortController().signal,
    progress: (_progress, entries) => {
      for (const entry of entries) tell(entry, choice.asJson, output)
    },
  })
  await Promise.all(readers.map(reader => reader.close()))
  return failure === undefined ? summary : storeFailure(failure)
}

/**
 * `import PATH...`: a line for each item of the files and folders, said once it is on the disk; one that fails does not
 * stop the rest.
 */
export async function importPaths(
  folder: string,
  paths: readonly string[],
  choice: ImportChoice,
  output: Output,
): Promise<ExitCode> {
  const done = await withLibrary(folder, async library =>
    ok(await importInto(library, paths, choice, output)),
  )
  const outcome = done.ok ? done.value : done.error
  if (typeof outcome === 'string') {
    output.err(`cuttings: ${folder}: ${outcome}\n`)
    return EXIT.failed
  }
  if (choice.asJson) output.out(json({ summary: outcome }))
  else output.err(`${inWords(outcome)}${choice.dryRun ? ' (nothing was written)' : ''}\n`)
  return outcome.counts.failed === 0 ? EXIT.done : EXIT.failed
}
