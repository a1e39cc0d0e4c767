import { join } from 'node:path'
import { fail, ok, type Result } from '../core/result.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { damaged, isMissing, type StoreFailure, writeFailure } from './store-failure.ts'

/** A library's files, by their paths relative to its folder, written so that they survive a crash. */
export interface DurableFiles {
  /** Undefined where there is no such file. */
  read(path: string): Promise<Result<Uint8Array | undefined, StoreFailure>>
  /**
   * Puts the bytes in place of the file, whole or not at all: temporary name, fsync, rename, fsync of the
   * folder. After `disk-full` nothing has changed; after any other failure nobody knows.
   */
  replace(path: string, bytes: Uint8Array): Promise<Result<undefined, StoreFailure>>
  /** Waits until the disk knows the name of a file that is there: a crash may have come before its fsync. */
  settle(path: string): Promise<Result<undefined, StoreFailure>>
  /** Makes the folder, and waits until the disk knows it. */
  ensureFolder(path: string): Promise<Result<undefined, StoreFailure>>
  /** Names in a folder, sorted; none where there is no such folder. */
  list(path: string): Promise<Result<string[], StoreFailure>>
}

/** Two writes of one file at once must not share a temporary name. */
let temporaries = 0

export function durableFiles(fileSystem: FileSystem, directory: string): DurableFiles {
  /** Folders that this process made or found, by when they are sure to be on the disk. */
  const folders = new Map<string, Promise<Result<undefined, StoreFailure>>>()
  /** Folders whose names were synced since the library was opened. */
  const settled = new Set<string>()
  const at = (path: string): string => join(directory, ...path.split('/'))

  async function makeFolder(folder: string): Promise<Result<undefined, StoreFailure>> {
    const above = parent(folder)
    if (above !== '.') {
      const made = await ensureFolder(above)
      if (!made.ok) return made
    }
    try {
      const made = await fileSystem.mkdir(at(folder))
      // A folder that is there may be the work of a process that was killed before it was synced.
      if (made || !settled.has(above)) await fileSystem.fsyncDirectory(at(above))
      settled.add(above)
      return ok(undefined)
    } catch (error) {
      return fail(writeFailure(error, `making the folder ${folder}`))
    }
  }

  /** Whoever asks while another makes the folder waits for the same disk. */
  async function ensureFolder(path: string): Promise<Result<undefined, StoreFailure>> {
    if (path === '.') return ok(undefined)
    const making = folders.get(path) ?? makeFolder(path)
    folders.set(path, making)
    const made = await making
    if (!made.ok) folders.delete(path)
    return made
  }

  return {
    ensureFolder,
    async read(path) {
      try {
        return ok(await fileSystem.read(at(path)))
      } catch (error) {
        if (isMissing(error)) return ok(undefined)
        return fail(damaged(`reading ${path}`, String(error)))
      }
    },
    async list(path) {
      try {
        return ok([...(await fileSystem.readdir(at(path)))].sort())
      } catch (error) {
        if (isMissing(error)) return ok([])
        return fail(damaged(`listing ${path}`, String(error)))
      }
    },
    async settle(path) {
      const folder = await ensureFolder(parent(path))
      if (!folder.ok) return folder
      try {
        await fileSystem.fsyncDirectory(at(parent(path)))
        return ok(undefined)
      } catch (error) {
        return fail(writeFailure(error, `settling ${path}`))
      }
    },
    async replace(path, bytes) {
      const folder = await ensureFolder(parent(path))
      if (!folder.ok) return folder
      const temporary = `${at(path)}.tmp-${process.pid}-${++temporaries}`
      try {
        await writeWhole(fileSystem, temporary, bytes)
      } catch (error) {
        await fileSystem.unlink(temporary).catch(() => undefined)
        return fail(writeFailure(error, `writing ${path}`))
      }
      try {
        await fileSystem.rename(temporary, at(path))
        await fileSystem.fsyncDirectory(at(parent(path)))
        return ok(undefined)
      } catch (error) {
        const { code, ...failure } = writeFailure(error, `putting ${path} in place`)
        return fail({ ...failure, code: code === 'disk-full' ? 'write-failed' : code })
      }
    },
  }
}

const parent = (path: string): string => path.split('/').slice(0, -1).join('/') || '.'

async function writeWhole(fileSystem: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  // What a crash left under this name is worth nothing.
  await fileSystem.unlink(path)
  const file: OpenFile = await fileSystem.open(path, 'create')
  try {
    await file.append(bytes)
    await file.fsync()
  } finally {
    await file.close()
  }
}
