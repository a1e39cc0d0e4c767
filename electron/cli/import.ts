import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { EMPTY_STATE } from '../core/library/state.ts'
import { IMPORT_OUTCOMES, type ImportEntry, type ImportSummary } from '../core/model/import-ledger.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { lookForLibrary } from '../store/find-library.ts'
import type { LedgerHead } from '../store/import-ledger.ts'
import { systemClock, uuidIdentifiers } from '../store/system-ports.ts'
import { readerHere } from '../work/import-here.ts'
import type { AskedLibrary } from '../work/import-known.ts'
import { runImport } from '../work/import-run.ts'
import { READING_LIMITS, threadReader } from '../work/import-thread.ts'
import { beginImport, DryRun, type ImportTarget, NOTHING_BEHIND } from '../work/import-write.ts'
import { readingLibrary, storeFailure, withLibrary } from './library-folder.ts'
import { EXIT, type ExitCode, json, type Output } from './output.ts'
import { readingReason } from './read-source.ts'

export interface ImportChoice {
  readonly dryRun: boolean
  readonly asJson: boolean
  /** The program of the worker threads; without it, this thread reads. */
  readonly worker: URL | undefined
}

const MOST_READERS = 4

const PORTS = { clock: systemClock, identifiers: uuidIdentifiers }

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

/** Where what is imported goes, and what is asked whether it is there already. */
interface Destination {
  readonly library: AskedLibrary
  readonly target: ImportTarget
}

async function importTo(
  { library, target }: Destination,
  paths: readonly string[],
  { worker, asJson }: ImportChoice,
  output: Output,
): Promise<Result<ImportSummary, string>> {
  const readers =
    worker === undefined
      ? [readerHere()]
      : Array.from({ length: Math.min(MOST_READERS, availableParallelism()) }, () =>
          threadReader(worker, READING_LIMITS),
        )
  const { summary, failure } = await runImport({
    ...PORTS,
    library,
    target,
    readers,
    paths,
    behind: NOTHING_BEHIND,
    signal: new AbortController().signal,
    progress: (_progress, entries) => {
      for (const entry of entries) tell(entry, asJson, output)
    },
  })
  await Promise.all(readers.map(reader => reader.close()))
  return failure === undefined ? ok(summary) : fail(storeFailure(failure))
}

function headOf(paths: readonly string[]): LedgerHead {
  const now = systemClock.now()
  return {
    line: 'begun',
    id: uuidIdentifiers.next(now),
    at: new Date(now).toISOString(),
    kind: 'chosen',
    paths: paths.map(path => resolve(path)),
    options: { tags: [] },
  }
}

/** Not even a library is made where there is none. */
async function dryRun(
  folder: string,
  paths: readonly string[],
  choice: ImportChoice,
  output: Output,
): Promise<Result<ImportSummary, string>> {
  const target = new DryRun(headOf(paths), systemClock)
  const there = await readingLibrary(folder, library => importTo({ library, target }, paths, choice, output))
  if (there.ok || (await lookForLibrary(folder)) === 'library') return there
  const missing = fail({ code: 'not-found' as const, message: 'there is no library' })
  const library = { directory: folder, state: EMPTY_STATE, readArticle: async () => missing }
  return importTo({ library, target }, paths, choice, output)
}

const importInto = (
  folder: string,
  paths: readonly string[],
  choice: ImportChoice,
  output: Output,
): Promise<Result<ImportSummary, string>> =>
  withLibrary(folder, async library => {
    const target = await beginImport({ library, ...PORTS }, headOf(paths))
    if (!target.ok) return fail(storeFailure(target.error))
    return importTo({ library, target: target.value }, paths, choice, output)
  })

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
  const done = await (choice.dryRun ? dryRun : importInto)(folder, paths, choice, output)
  if (!done.ok) {
    output.err(`cuttings: ${folder}: ${done.error}\n`)
    return EXIT.failed
  }
  const outcome = done.value
  if (choice.asJson) output.out(json({ summary: outcome }))
  else output.err(`${inWords(outcome)}${choice.dryRun ? ' (nothing was written)' : ''}\n`)
  return outcome.counts.failed === 0 ? EXIT.done : EXIT.failed
}
