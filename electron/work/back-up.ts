import { ok } from '../core/result.ts'
import { clippingVersions } from '../store/backup/clipping-versions.ts'
import { compareBackup } from '../store/backup/compare-backup.ts'
import { describeBackups } from '../store/backup/describe-backups.ts'
import { filesOfBackup } from '../store/backup/files-of-backup.ts'
import { readPastClipping } from '../store/backup/past-clipping.ts'
import { findBackup, restoreLibrary } from '../store/backup/restore-library.ts'
import { takeBackup } from '../store/backup/take-backup.ts'
import { verifyBackups } from '../store/backup/verify-backups.ts'
import { type DurableFiles, durableFiles } from '../store/durable-files.ts'
import { nodeFileSystem } from '../store/file-system.ts'
import { countLibraryFiles } from '../store/library-facts.ts'
import { systemClock } from '../store/system-ports.ts'
import { restFindings } from './findings.ts'
import type { Tasks } from './tasks.ts'
import type { Watch } from './watch.ts'
import { fileWatch, outcomeOf } from './watched-work.ts'

type Done<T extends keyof Tasks> = Promise<Tasks[T]['output']>

/** How many titles that are only in a backup are given. */
const MOST_TITLES = 50

const at = (folder: string): DurableFiles => durableFiles(nodeFileSystem, folder)

export const backUp = (input: Tasks['back-up']['input'], watch: Watch): Done<'back-up'> =>
  outcomeOf(async () => {
    const files = fileWatch(watch, input.onlyIfDue ? 0 : await countLibraryFiles(input.library))
    const taken = await takeBackup({ ...input, clock: systemClock, watch: files })
    return taken.ok ? ok(taken.value && { id: taken.value.name, at: taken.value.backup.takenAt }) : taken
  })

export const listBackups = ({ backups }: Tasks['backups-list']['input']): Done<'backups-list'> =>
  describeBackups(at(backups), systemClock.now())

export const checkBackups = (
  { library, backups }: Tasks['backups-verify']['input'],
  watch: Watch,
): Done<'backups-verify'> => outcomeOf(() => verifyBackups(at(backups), at(library), fileWatch(watch)))

export const compare = ({ library, backups, id }: Tasks['backup-compare']['input']): Done<'backup-compare'> =>
  outcomeOf(async () => {
    const found = await findBackup(at(backups), id)
    if (!found.ok) return found
    return compareBackup(filesOfBackup(at(backups), found.value.backup), at(library), MOST_TITLES)
  })

export const restore = (
  { backups, id, folder }: Tasks['backup-restore']['input'],
  watch: Watch,
): Done<'backup-restore'> =>
  outcomeOf(async () => {
    const restored = await restoreLibrary(backups, id, folder, fileWatch(watch))
    if (!restored.ok) return restored
    const { files, lost, problems } = restored.value
    return ok({ files, lost: [...lost], findings: restFindings(problems) })
  })

export const versionsOf = ({
  library,
  backups,
  id,
  present,
}: Tasks['backup-versions']['input']): Done<'backup-versions'> =>
  outcomeOf(() => clippingVersions(at(backups), at(library), id, present))

export const pastClipping = ({
  library,
  backups,
  backup,
  id,
}: Tasks['backup-clipping']['input']): Done<'backup-clipping'> =>
  outcomeOf(async () => {
    const found = await findBackup(at(backups), backup)
    if (!found.ok) return found
    return readPastClipping(filesOfBackup(at(backups), found.value.backup), at(library), id)
  })
