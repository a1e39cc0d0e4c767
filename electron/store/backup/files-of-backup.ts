import { fail, type Result } from '../../core/result.ts'
import type { DurableFiles } from '../durable-files.ts'
import { caught, orThrow, type StoreFailure } from '../store-failure.ts'
import { readListing } from './backup-folder.ts'
import type { Backup, Listing } from './backup-records.ts'
import { folderOf, nameOf } from './library-paths.ts'
import { readObject } from './objects.ts'

const refuse = async (): Promise<Result<never, StoreFailure>> =>
  fail({ code: 'read-only', message: 'a backup is never changed' })

const UNCHANGEABLE = {
  replace: refuse,
  put: refuse,
  create: refuse,
  syncFolders: refuse,
  settle: refuse,
  ensureFolder: refuse,
  remove: refuse,
  modifiedAt: refuse,
}

/**
 * The library in a backup, to be read like one on the disk; every file is checked against its SHA-256. Nothing
 * can be written to it.
 */
export function filesOfBackup(store: DurableFiles, backup: Backup): DurableFiles {
  const listings = new Map<string, Promise<Listing>>()
  const listingOf = (folder: string): Promise<Listing> => {
    const listing = listings.get(folder) ?? readListing(store, backup, folder)
    listings.set(folder, listing)
    return listing
  }
  const reading = {
    read: (path: string) =>
      caught(async () => {
        const { files } = await listingOf(folderOf(path))
        const file = files.find(({ name }) => name === nameOf(path))
        return file === undefined ? undefined : orThrow(await readObject(store, file.sha256))
      }),
    exists: (path: string) =>
      caught(async () => (await listingOf(folderOf(path))).files.some(({ name }) => name === nameOf(path))),
    list: (path: string) =>
      caught(async () => {
        const below = Object.keys(backup.folders).filter(folder => folder.startsWith(`${path}/`))
        const { files } = await listingOf(path)
        return [
          ...files.map(({ name }) => name),
          ...below.map(folder => folder.slice(path.length + 1)),
        ].sort()
      }),
  }
  return { ...UNCHANGEABLE, ...reading }
}
