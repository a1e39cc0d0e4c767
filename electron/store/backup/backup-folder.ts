import { ok, type Result } from '../../core/result.ts'
import type { DurableFiles } from '../durable-files.ts'
import { jsonBytes, parseJson } from '../json-file.ts'
import { damaged, orThrow, StoreError, type StoreFailure } from '../store-failure.ts'
import { type Backup, backupSchema, type Listing, listingSchema } from './backup-records.ts'
import { readObject } from './objects.ts'

/** A backup that is whole: one that was interrupted has no name. */
export interface NamedBackup {
  /** Its time, as a file's name can say it: `2025-07-19T08-00-00.000Z`. */
  readonly name: string
  readonly backup: Backup
}

export interface BackupList {
  /** Newest first. */
  readonly backups: readonly NamedBackup[]
  /** Files that have the name of a backup and cannot be read. */
  readonly unreadable: readonly string[]
}

const NAME = /^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}\.\d{3}Z$/

export const backupPath = (name: string): string => `${name}.json`

/** `:` may not be in a file's name on Windows. */
export const backupName = (takenAt: string): string => takenAt.replaceAll(':', '-')

/** The backups in a folder of backups. */
export async function listBackups(store: DurableFiles): Promise<Result<BackupList, StoreFailure>> {
  const files = await store.list('.')
  if (!files.ok) return files
  const backups: NamedBackup[] = []
  const unreadable: string[] = []
  for (const file of files.value.toReversed()) {
    const name = file.replace(/\.json$/, '')
    if (name === file || !NAME.test(name)) continue
    const bytes = await store.read(file)
    const parsed = bytes.ok && bytes.value !== undefined ? parseJson(bytes.value, backupSchema) : undefined
    if (parsed !== undefined && 'value' in parsed) backups.push({ name, backup: parsed.value })
    else unreadable.push(file)
  }
  return ok({ backups, unreadable })
}

/** Puts a whole backup under its name: only now is it one. */
export const nameBackup = (store: DurableFiles, backup: Backup): Promise<Result<undefined, StoreFailure>> =>
  store.replace(backupPath(backupName(backup.takenAt)), jsonBytes(backup))

/** The listing of a folder of the backup; one without files where the backup has no such folder. */
export async function readListing(store: DurableFiles, backup: Backup, folder: string): Promise<Listing> {
  const sha256 = backup.folders[folder]
  if (sha256 === undefined) return { files: [] }
  const parsed = parseJson(orThrow(await readObject(store, sha256)), listingSchema)
  if ('problem' in parsed)
    throw new StoreError(damaged(`the list of ${folder} is not readable`, parsed.problem))
  return parsed.value
}
