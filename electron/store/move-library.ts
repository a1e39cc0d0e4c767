import { readFile, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import type { Clock } from '../core/ports.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { captureLibrary } from './backup/capture.ts'
import { fillNewFolder } from './backup/new-folder.ts'
import { type DurableFiles, durableFiles } from './durable-files.ts'
import { nodeFileSystem } from './file-system.ts'
import { filesUnder } from './files-under.ts'
import { lookForLibrary } from './find-library.ts'
import { inParallel } from './in-parallel.ts'
import { takeLock } from './lock.ts'
import { LOCK_FILE } from './paths.ts'
import { orThrow, StoreError, type StoreFailure, writeFailure } from './store-failure.ts'
import { endIfCancelled, type FileWatch, watchedFiles } from './watched-files.ts'

export interface MoveRequest {
  readonly from: string
  /** Absent or empty before. */
  readonly to: string
  readonly clock: Clock
  readonly watch?: FileWatch
  /** Moves a folder on one disk; a test may say that there are two. */
  readonly rename?: (from: string, to: string) => Promise<void>
}

export interface Moved {
  readonly files: number
  /**
   * The files of the old folder as they were copied, by when they were written: {@link removeMoved} removes these and
   * no others. Undefined where the folder itself was moved, on one disk.
   */
  readonly copied: ReadonlyMap<string, number> | undefined
}

/**
 * Moves a closed library with its backups and whatever else is in its folder: by renaming the folder, or, to another
 * disk, by copying every file and comparing what was written with what was read; the old folder then stays as it is
 * until {@link removeMoved}. Where it fails or is cancelled, nothing is at the new place. `library-locked` where a
 * process has the library open.
 */
export async function moveLibrary(request: MoveRequest): Promise<Result<Moved, StoreFailure>> {
  const { from, to, clock, watch = {} } = request
  const free = await isFree(from, to)
  if (!free.ok) return free
  const taken = await takeLock(nodeFileSystem, from, clock)
  if (!taken.ok) return taken
  const { lock } = taken.value
  const renamed = await renameFolder(request, () => lock.release())
  if (!renamed.ok || renamed.value) {
    await lock.release()
    return renamed.ok ? ok({ files: 0, copied: undefined }) : renamed
  }
  const copied = await fillNewFolder(to, async target => {
    const written = new Map<string, number>()
    await inParallel(filesToMove(from), async ({ path, modifiedAt }) => {
      endIfCancelled(watch)
      const bytes = await readFile(join(from, path))
      await putCompared(target, path, bytes)
      written.set(path, modifiedAt)
      watch.onFile?.(bytes.byteLength)
    })
    return { files: written.size, copied: written }
  })
  await lock.release()
  return copied
}

/** A library is never put into itself, nor beside anything else in a folder. */
async function isFree(from: string, to: string): Promise<Result<undefined, StoreFailure>> {
  const inside = relative(resolve(from), resolve(to))
  const isInside = !inside.startsWith('..') && !isAbsolute(inside)
  const found = isInside ? 'library' : await lookForLibrary(to)
  if (found === 'missing' || found === 'empty') return ok(undefined)
  return fail({ code: 'folder-not-empty', message: 'there is something at the new place', detail: to })
}

/** False where the new place is on another disk. */
async function renameFolder(
  { from, to, rename: move = rename }: MoveRequest,
  release: () => Promise<void>,
): Promise<Result<boolean, StoreFailure>> {
  try {
    await rmdir(to).catch(() => undefined)
    await move(from, to)
    // The lock went along, and nobody beats it any more.
    await rm(join(to, LOCK_FILE), { force: true })
    await release()
    await nodeFileSystem.fsyncDirectory(dirname(to))
    await nodeFileSystem.fsyncDirectory(dirname(from))
    return ok(true)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    // Windows says EPERM of a folder on another disk, or of one in use: copying tells which.
    if (error.code === 'EXDEV' || error.code === 'EPERM' || error.code === 'EBUSY') return ok(false)
    return fail(writeFailure(error, 'moving the library'))
  }
}

async function* filesToMove(from: string): ReturnType<typeof filesUnder> {
  // The lock is this process's own, and the caches are made anew.
  for await (const file of filesUnder(from)) if (!/^(?:lock(?:$|\.)|cache\/)/.test(file.path)) yield file
}

async function putCompared(target: DurableFiles, path: string, bytes: Uint8Array): Promise<void> {
  orThrow(await target.replace(path, bytes))
  const back = orThrow(await target.read(path))
  if (back === undefined || Buffer.compare(back, bytes) !== 0)
    throw new StoreError({ code: 'write-failed', message: `${path} did not read back as written` })
}

/**
 * Removes the folder that a library was copied from, once the copy is open. False where it holds anything that was
 * not copied, or was written since: then nothing is removed.
 */
export async function removeMoved(
  from: string,
  copied: ReadonlyMap<string, number>,
): Promise<Result<boolean, StoreFailure>> {
  try {
    let count = 0
    for await (const { path, modifiedAt } of filesToMove(from)) {
      if (copied.get(path) !== modifiedAt) return ok(false)
      count += 1
    }
    if (count !== copied.size) return ok(false)
    await rm(from, { recursive: true, force: true })
    return ok(true)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return fail(writeFailure(error, 'removing the old folder'))
  }
}

/**
 * Copies a library into a folder that is absent or empty, as one moment, whether or not a process has it open: its
 * own files without its backups. What was written is compared with what was read.
 */
export async function copyLibraryTo(
  from: string,
  to: string,
  watch: FileWatch = {},
): Promise<Result<{ files: number }, StoreFailure>> {
  const free = await isFree(from, to)
  if (!free.ok) return free
  return fillNewFolder(to, async target => {
    let files = 0
    await captureLibrary(watchedFiles(durableFiles(nodeFileSystem, from), watch), {
      knows: () => false,
      severalAtOnce: true,
      take: async (path, bytes = new Uint8Array()) => {
        await putCompared(target, path, bytes)
        files += 1
      },
    })
    return { files }
  })
}
