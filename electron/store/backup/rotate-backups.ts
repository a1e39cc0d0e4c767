import { join } from 'node:path'
import type { DurableFiles } from '../durable-files.ts'
import type { FileSystem } from '../file-system.ts'
import { orThrow, StoreError, writeFailure } from '../store-failure.ts'
import { backupPath, listBackups, type NamedBackup, readListing } from './backup-folder.ts'
import { OBJECTS_FOLDER } from './objects.ts'
import { backupsToKeep } from './rotation.ts'

/** What a rotation removed. */
export interface Rotated {
  /** Names of backups. */
  readonly backups: readonly string[]
  /** How many objects no backup needed any more. */
  readonly objects: number
}

const takenAt = ({ backup }: NamedBackup): number => Date.parse(backup.takenAt)

/**
 * Removes the backups that the rotation no longer keeps, then the objects that no backup is left to need. Where
 * a backup or a listing cannot be read, nobody knows what it needs, and no object is removed. The caller holds
 * the lock of the folder. Throws a {@link StoreError} where the disk refuses.
 */
export async function rotateBackups(
  store: DurableFiles,
  fileSystem: FileSystem,
  directory: string,
  now: number,
): Promise<Rotated> {
  const { backups, unreadable } = orThrow(await listBackups(store))
  const keep = backupsToKeep(backups.map(takenAt), now)
  const kept = backups.filter(each => keep.has(takenAt(each)))
  const dropped = backups.filter(each => !keep.has(takenAt(each))).map(({ name }) => name)
  if (dropped.length === 0) return { backups: [], objects: 0 }
  const needed = unreadable.length === 0 ? await objectsOf(store, kept) : undefined
  try {
    for (const name of dropped) await fileSystem.unlink(join(directory, backupPath(name)))
    // Synced before the objects go: a backup that a crash brings back must not come back without them.
    await fileSystem.fsyncDirectory(directory)
    const objects = needed === undefined ? 0 : await removeOthers(store, fileSystem, directory, needed)
    return { backups: dropped, objects }
  } catch (error) {
    if (error instanceof StoreError) throw error
    throw new StoreError(writeFailure(error, 'removing old backups'))
  }
}

/** The SHA-256 of everything that the backups need; undefined where a listing cannot be read. */
async function objectsOf(
  store: DurableFiles,
  backups: readonly NamedBackup[],
): Promise<ReadonlySet<string> | undefined> {
  const needed = new Set<string>()
  for (const { backup } of backups)
    for (const [folder, listing] of Object.entries(backup.folders)) {
      if (needed.has(listing)) continue
      try {
        for (const { sha256 } of (await readListing(store, backup, folder)).files) needed.add(sha256)
      } catch (error) {
        if (error instanceof StoreError) return undefined
        throw error
      }
      needed.add(listing)
    }
  return needed
}

async function removeOthers(
  store: DurableFiles,
  fileSystem: FileSystem,
  directory: string,
  needed: ReadonlySet<string>,
): Promise<number> {
  let removed = 0
  for (const shard of orThrow(await store.list(OBJECTS_FOLDER)))
    for (const name of orThrow(await store.list(`${OBJECTS_FOLDER}/${shard}`))) {
      // Also what an interrupted write left; nothing else has any business in there.
      if (needed.has(name)) continue
      await fileSystem.unlink(join(directory, OBJECTS_FOLDER, shard, name))
      removed += 1
    }
  return removed
}
