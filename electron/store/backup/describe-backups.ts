import { ok, type Result } from '../../core/result.ts'
import type { DurableFiles } from '../durable-files.ts'
import { caught, type StoreFailure } from '../store-failure.ts'
import { listBackups, type NamedBackup, readListing } from './backup-folder.ts'
import { readLost } from './last-check.ts'
import { type BackupKind, kindOf } from './rotation.ts'

/** A backup as a person chooses one. */
export interface DescribedBackup {
  readonly id: string
  readonly at: string
  /** Absent in one of a version that did not count. */
  readonly clippings?: number
  readonly bytes: number
  readonly kind: BackupKind
  /** False once a check found that something of it is lost. */
  readonly verified: boolean
}

export interface DescribedBackups {
  /** Newest first. */
  readonly backups: readonly DescribedBackup[]
  /** Files that have the name of a backup and cannot be read. */
  readonly unreadable: readonly string[]
}

/** The backups in a folder, at a time in milliseconds since the epoch; none where there is no such folder. */
export async function describeBackups(
  store: DurableFiles,
  now: number,
): Promise<Result<DescribedBackups, StoreFailure>> {
  const list = await listBackups(store)
  if (!list.ok) return list
  const lost = await readLost(store)
  const backups: DescribedBackup[] = []
  for (const { name, backup } of list.value.backups) {
    const { takenAt, byteLength, library } = backup
    backups.push({
      id: name,
      at: takenAt,
      ...(library.clippings !== undefined && { clippings: library.clippings }),
      bytes: byteLength,
      kind: kindOf(Date.parse(takenAt), now),
      verified: lost.size === 0 || !(await needsAny(store, backup, lost)),
    })
  }
  return ok({ backups, unreadable: list.value.unreadable })
}

async function needsAny(
  store: DurableFiles,
  backup: NamedBackup['backup'],
  lost: ReadonlySet<string>,
): Promise<boolean> {
  for (const [folder, sha256] of Object.entries(backup.folders)) {
    if (lost.has(sha256)) return true
    const listing = await caught(() => readListing(store, backup, folder))
    if (!listing.ok || listing.value.files.some(file => lost.has(file.sha256))) return true
  }
  return false
}
