import { join } from 'node:path'
import { z } from 'zod'
import type { Clock, Identifiers } from '../../core/ports.ts'
import { ok, type Result } from '../../core/result.ts'
import { listBackups } from '../backup/backup-folder.ts'
import { filesOfBackup } from '../backup/files-of-backup.ts'
import { type DurableFiles, durableFiles } from '../durable-files.ts'
import { type FileSystem, nodeFileSystem } from '../file-system.ts'
import { parseJson } from '../json-file.ts'
import { SCHEMA_VERSION } from '../library-file.ts'
import { takeLock } from '../lock.ts'
import { BACKUPS_FOLDER, JOURNAL_FOLDER, LIBRARY_FILE, MONTHS_FOLDER } from '../paths.ts'
import { readSnapshot } from '../snapshot.ts'
import { caught, damaged, orThrow, StoreError, type StoreFailure } from '../store-failure.ts'
import { uuidIdentifiers } from '../system-ports.ts'
import { type Problem, verifyFiles } from '../verify.ts'
import { type FileWatch, watchedFiles } from '../watched-files.ts'
import { mendFiles } from './mend-files.ts'
import { mendJournal } from './mend-journal.ts'
import { mendSnapshot } from './mend-snapshot.ts'
import type { Mended, Workbench } from './workbench.ts'

export interface RepairRequest {
  readonly library: string
  /** Another folder of backups to draw on, beside the library's own. */
  readonly backups?: string | undefined
  readonly clock: Clock
  /** Random ones unless a test says otherwise: a library whose id is lost everywhere gets a new one. */
  readonly identifiers?: Identifiers
  /** The real disk unless a test says otherwise. */
  readonly fileSystem?: FileSystem
  /** Called for each file that is looked at; every file is, up to {@link LOOKS} times. */
  readonly onFile?: FileWatch['onFile']
}

/** Before anything is mended, after the journal and the snapshot are, and at the end. */
export const LOOKS = 3

export interface RepairReport {
  readonly mended: readonly Mended[]
  /** What could not be fixed. */
  readonly remaining: readonly Problem[]
  /** The folder with every file that was replaced, as it was; undefined where none was. */
  readonly aside: string | undefined
}

/**
 * Fixes what is wrong with a closed library, from its own journal and from backups, in this order: journal,
 * snapshot, articles and originals. Nothing is destroyed: what is replaced is kept in a folder of its own.
 * `library-locked` where a process has the library open, `library-newer` where a newer product wrote it.
 */
export async function repairLibrary(request: RepairRequest): Promise<Result<RepairReport, StoreFailure>> {
  const { library, clock, fileSystem = nodeFileSystem, identifiers = uuidIdentifiers } = request
  const taken = await takeLock(fileSystem, library, clock)
  if (!taken.ok) return taken
  const { lock } = taken.value
  const now = new Date(clock.now()).toISOString()
  const aside = `repairs/${now.replaceAll(':', '-')}`
  const repaired = await caught(async () => {
    const files = durableFiles(fileSystem, library)
    await refuseOtherVersions(files)
    await refuseNone(files)
    const looked = watchedFiles(files, { onFile: request.onFile })
    const before = await verifyFiles(looked)
    if (before.ok) return { mended: [], remaining: [], aside: undefined }
    const folders = [
      join(library, BACKUPS_FOLDER),
      ...(request.backups === undefined ? [] : [request.backups]),
    ]
    const spares = (
      await Promise.all(folders.map(folder => sparesIn(durableFiles(fileSystem, folder), files)))
    ).flat()
    const bench: Workbench = { files, identifiers, spares, aside, mended: [] }
    const snapshot = await readSnapshot(files)
    const journal = await mendJournal(bench, snapshot.ok ? snapshot.value.seq : undefined)
    await mendSnapshot(bench, journal, now)
    const { problems } = await verifyFiles(looked)
    await mendFiles(bench, problems)
    const { problems: remaining } = await verifyFiles(looked)
    const replaced = await files.list(aside)
    const kept = replaced.ok && replaced.value.length > 0 ? join(library, ...aside.split('/')) : undefined
    return { mended: bench.mended, remaining, aside: kept }
  })
  await lock.release()
  return repaired.ok ? ok(repaired.value) : repaired
}

async function refuseOtherVersions(files: DurableFiles): Promise<void> {
  const bytes = await files.read(LIBRARY_FILE)
  if (!bytes.ok || bytes.value === undefined) return
  const parsed = parseJson(bytes.value, z.object({ schemaVersion: z.number() }))
  if (!('value' in parsed) || parsed.value.schemaVersion === SCHEMA_VERSION) return
  const { schemaVersion } = parsed.value
  if (schemaVersion > SCHEMA_VERSION)
    throw new StoreError({
      code: 'library-newer',
      message: `the library has schema version ${schemaVersion}`,
    })
  throw new StoreError(
    damaged(`the library has schema version ${schemaVersion}: opening it brings it up to date`),
  )
}

async function refuseNone(files: DurableFiles): Promise<void> {
  for (const folder of ['.', JOURNAL_FOLDER, MONTHS_FOLDER, BACKUPS_FOLDER]) {
    const names = orThrow(await files.list(folder))
    if (names.some(name => name.endsWith('.json') || name.endsWith('.jsonl'))) return
  }
  throw new StoreError({ code: 'not-found', message: 'there is no library' })
}

/** The libraries in a folder of backups, newest first, of this library alone where it still says which it is. */
async function sparesIn(store: DurableFiles, library: DurableFiles): Promise<DurableFiles[]> {
  const list = await listBackups(store)
  const own = await library.read(LIBRARY_FILE)
  const parsed =
    own.ok && own.value !== undefined ? parseJson(own.value, z.object({ createdAt: z.string() })) : undefined
  const createdAt = parsed !== undefined && 'value' in parsed ? parsed.value.createdAt : undefined
  return (list.ok ? list.value.backups : [])
    .filter(({ backup }) => createdAt === undefined || backup.library.createdAt === createdAt)
    .map(({ backup }) => filesOfBackup(store, backup))
}
