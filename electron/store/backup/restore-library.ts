import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import type { Clock } from '../../core/ports.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { type DurableFiles, durableFiles } from '../durable-files.ts'
import { nodeFileSystem } from '../file-system.ts'
import { inParallel } from '../in-parallel.ts'
import { takeLock } from '../lock.ts'
import { LIBRARY_FILE, LOCK_FILE } from '../paths.ts'
import { caught, orThrow, StoreError, type StoreFailure, writeFailure } from '../store-failure.ts'
import { type Problem, verifyFiles } from '../verify.ts'
import { type FileWatch, watchedFiles } from '../watched-files.ts'
import { listBackups, type NamedBackup, readListing } from './backup-folder.ts'
import { filesOfBackup } from './files-of-backup.ts'
import { isLibraryPath, pathIn } from './library-paths.ts'
import { fillNewFolder } from './new-folder.ts'

export interface RestoredLibrary {
  readonly name: string
  readonly files: number
  /** Files, and folders with a `/` at the end, that the backup should have and that cannot be read. */
  readonly lost: readonly string[]
  /** What verifying the restored library found. */
  readonly problems: readonly Problem[]
}

/** The backup of that name, or the newest for `latest`; `not-found` where there is none. */
export async function findBackup(
  store: DurableFiles,
  name: string,
): Promise<Result<NamedBackup, StoreFailure>> {
  const list = await listBackups(store)
  if (!list.ok) return list
  const found = list.value.backups.find((each, index) =>
    name === 'latest' ? index === 0 : each.name === name,
  )
  return found === undefined ? fail({ code: 'not-found', message: `there is no backup ${name}` }) : ok(found)
}

/**
 * Restores everything into a folder that is absent or empty, and verifies it there. A file of the backup that
 * cannot be read is left out and said so; nothing that exists is changed.
 */
export async function restoreLibrary(
  backups: string,
  name: string,
  folder: string,
  watch: FileWatch = {},
): Promise<Result<RestoredLibrary, StoreFailure>> {
  const store = durableFiles(nodeFileSystem, backups)
  const found = await findBackup(store, name)
  if (!found.ok) return found
  return fillNewFolder(folder, async target => {
    const { backup } = found.value
    const source = watchedFiles(filesOfBackup(store, backup), watch)
    watch.onTotal?.(backup.fileCount)
    const lost: string[] = []
    let files = 0
    for (const inside of Object.keys(backup.folders)) {
      const listing = await caught(() => readListing(store, backup, inside))
      if (!listing.ok) lost.push(`${inside}/`)
      const listed = listing.ok ? listing.value.files : []
      const paths = listed.map(file => pathIn(inside, file.name)).filter(isLibraryPath)
      await inParallel(paths, async path => {
        const bytes = await source.read(path)
        if (bytes.ok && bytes.value !== undefined) {
          orThrow(await target.replace(path, bytes.value))
          files += 1
        } else lost.push(path)
      })
    }
    if (lost.includes(LIBRARY_FILE) || lost.includes('./')) {
      const message = `the backup ${found.value.name} is damaged: ${LIBRARY_FILE} cannot be read`
      throw new StoreError({ code: 'library-damaged', message })
    }
    const { problems } = await verifyFiles(watchedFiles(target, { signal: watch.signal }))
    return { name: found.value.name, files, lost, problems }
  })
}

/**
 * Puts a backup in the place of the library, which is moved aside whole; `movedTo` says where. Backups kept
 * inside the library stay with the one in its place. `library-locked` where a process has the library open.
 */
export async function restoreInPlace(
  backups: string,
  name: string,
  library: string,
  clock: Clock,
): Promise<Result<RestoredLibrary & { movedTo: string }, StoreFailure>> {
  const taken = await takeLock(nodeFileSystem, library, clock)
  if (!taken.ok) return taken
  const { lock } = taken.value
  const stamp = new Date(clock.now()).toISOString().replaceAll(':', '-')
  const restored = `${library}.restored-${stamp}`
  const movedTo = `${library}.before-restore-${stamp}`
  try {
    const outcome = await restoreLibrary(backups, name, restored)
    if (!outcome.ok) return outcome
    await rename(library, movedTo)
    await rename(restored, library).catch(async (error: unknown) => {
      await rename(movedTo, library)
      throw error
    })
    const inside = relative(resolve(library), resolve(backups))
    if (inside !== '' && !inside.startsWith('..') && !isAbsolute(inside)) {
      await mkdir(dirname(join(library, inside)), { recursive: true })
      await rename(join(movedTo, inside), join(library, inside))
    }
    await rm(join(movedTo, LOCK_FILE), { force: true })
    await nodeFileSystem.fsyncDirectory(dirname(library))
    return ok({ ...outcome.value, movedTo })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return fail(writeFailure(error, 'putting the restored library in place'))
  } finally {
    await lock.release()
  }
}
