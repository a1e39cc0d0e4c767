import type { Clock } from '../../core/ports.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { type DurableFiles, durableFiles } from '../durable-files.ts'
import { type FileSystem, nodeFileSystem } from '../file-system.ts'
import { takeLock } from '../lock.ts'
import { makeFolder } from '../open-library.ts'
import { caught, orThrow, StoreError, type StoreFailure, writeFailure } from '../store-failure.ts'
import { type FileWatch, watchedFiles } from '../watched-files.ts'
import { backupName, listBackups, type NamedBackup, nameBackup } from './backup-folder.ts'
import type { Backup } from './backup-records.ts'
import { bulkFiles } from './bulk-files.ts'
import { createdAtOf } from './capture.ts'
import { copyLibrary } from './copy-library.ts'
import { filesOfBackup } from './files-of-backup.ts'
import { readState } from './read-state.ts'
import { type Rotated, rotateBackups } from './rotate-backups.ts'
import { backupIsDue } from './rotation.ts'

/** What a backup is taken of, and where to: both are folders. */
export interface BackupRequest {
  readonly library: string
  readonly backups: string
  readonly clock: Clock
  /** The real disk unless a test says otherwise. */
  readonly fileSystem?: FileSystem
  /** Takes none within an hour of the last, nor where nothing has changed since. */
  readonly onlyIfDue?: boolean
  /** How many clippings the library has after a change: counted anew where the backup holds another change. */
  readonly known?: { readonly seq: number; readonly clippings: number } | undefined
  readonly watch?: FileWatch
}

export interface TakenBackup extends NamedBackup {
  /** How many files no earlier backup had. */
  readonly added: number
  readonly rotated: Rotated
}

/**
 * Takes a backup of the library in the folder, whether or not a process has it open: edits go on meanwhile.
 * What is new since the last backup is copied, synced and read back; the backup counts from the moment that
 * its own file is in place. Then the backups that the rotation no longer keeps are removed. Undefined where
 * none is due. A damaged library is not backed up (`library-damaged`), and all earlier backups stay.
 */
export async function takeBackup(
  request: BackupRequest,
): Promise<Result<TakenBackup | undefined, StoreFailure>> {
  const { library, backups, clock, fileSystem = nodeFileSystem } = request
  try {
    // The library is asked first: without one, no folder for its backups is made either.
    if (!(await fileSystem.exists(library))) return fail({ code: 'not-found', message: 'no library there' })
    await makeFolder(fileSystem, backups)
  } catch (error) {
    return fail(writeFailure(error, 'making the folder of the backups'))
  }
  // Two processes at once would remove what the other is about to name.
  const taken = await takeLock(fileSystem, backups, clock)
  if (!taken.ok) return taken
  const { lock } = taken.value
  const files = watchedFiles(durableFiles(fileSystem, library), request.watch ?? {})
  const store = bulkFiles(fileSystem, backups)
  const done = await caught(async () => {
    const [newest] = orThrow(await listBackups(store)).backups
    if (newest !== undefined && newest.backup.library.createdAt !== (await createdAtOf(files)))
      throw new StoreError({ code: 'write-failed', message: 'the folder has the backups of another library' })
    const now = clock.now()
    if (request.onlyIfDue === true && !backupIsDue(newest && Date.parse(newest.backup.takenAt), now))
      return undefined
    const copied = await copyLibrary(files, store, newest?.backup)
    if (request.onlyIfDue === true && newest !== undefined && sameFiles(copied.backup, newest.backup))
      return undefined
    const uncounted: Backup = { backupFormat: 1, takenAt: new Date(now).toISOString(), ...copied.backup }
    const clippings = await countClippings(store, uncounted, request.known)
    const backup: Backup = { ...uncounted, library: { ...uncounted.library, clippings } }
    orThrow(await lock.assure())
    orThrow(await nameBackup(durableFiles(fileSystem, backups), backup))
    const rotated = await rotateBackups(store, fileSystem, backups, now)
    return { name: backupName(backup.takenAt), backup, added: copied.added, rotated }
  })
  await lock.release()
  return done.ok ? ok(done.value) : done
}

/** Reading them back says too that the library in the backup opens. */
async function countClippings(
  store: DurableFiles,
  backup: Backup,
  known: BackupRequest['known'],
): Promise<number> {
  if (known?.seq === backup.library.seq) return known.clippings
  return orThrow(await readState(filesOfBackup(store, backup))).state.clippings.size
}

const sameFiles = (a: Pick<Backup, 'folders'>, b: Pick<Backup, 'folders'>): boolean =>
  JSON.stringify(a.folders) === JSON.stringify(b.folders)
