import { join } from 'node:path'
import { fail, ok, type Result } from '../core/result.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { inParallel } from './in-parallel.ts'
import { isMissing, isTaken, readFailure, type StoreFailure, writeFailure } from './store-failure.ts'

/** A file to write, by its path relative to the library's folder. */
export interface NewFile {
  readonly path: string
  readonly bytes: Uint8Array
  /** It is looked for first: with the same bytes it is left, and the disk is made sure to have them; else replaced. */
  readonly mayBeThere?: true
}

/** A library's files, by their paths relative to its folder, written so that they survive a crash. */
export interface DurableFiles {
  /** Undefined where there is no such file. */
  read(path: string): Promise<Result<Uint8Array | undefined, StoreFailure>>
  /**
   * Puts the bytes in place of the file, whole or not at all: temporary name, fsync, rename, fsync of the
   * folder. After `disk-full` nothing has changed; after any other failure nobody knows.
   */
  replace(path: string, bytes: Uint8Array): Promise<Result<undefined, StoreFailure>>
  /** As `replace`, but a crash may undo it whole until `syncFolders` was asked for its folder: for many files at once. */
  put(path: string, bytes: Uint8Array): Promise<Result<undefined, StoreFailure>>
  /**
   * Makes files that are not there, and that nothing names before this resolves: a crash before may leave any of them,
   * and less than their bytes. So the disk may take bytes and names at once, which is quicker than one after the other.
   * Whoever reads meanwhile, as a backup does, finds a file whole or not at all. After `disk-full` the one that it was
   * full for is not there; after any other failure nobody knows. Each file is made when its turn comes, because many at
   * once would keep the process; where nothing comes of it, nothing is made.
   */
  create(files: readonly (() => NewFile | undefined)[]): Promise<Result<undefined, StoreFailure>>
  /** Waits until the disk knows the names in each of the folders. */
  syncFolders(folders: Iterable<string>): Promise<Result<undefined, StoreFailure>>
  /** Waits until the disk knows bytes and name of a file that is there: a crash may have come before their fsync. */
  settle(path: string): Promise<Result<undefined, StoreFailure>>
  /** Makes the folder, and waits until the disk knows it. */
  ensureFolder(path: string): Promise<Result<undefined, StoreFailure>>
  exists(path: string): Promise<Result<boolean, StoreFailure>>
  /** When the file was last written, in milliseconds since the epoch; undefined where there is no such file. */
  modifiedAt(path: string): Promise<Result<number | undefined, StoreFailure>>
  /** Removes the file; one that is not there is no failure. After a crash it may be there again. */
  remove(path: string): Promise<Result<undefined, StoreFailure>>
  /** Names in a folder, sorted; none where there is no such folder. */
  list(path: string): Promise<Result<string[], StoreFailure>>
}

/** Two writes of one file at once must not share a temporary name. */
let temporaries = 0

export function durableFiles(fileSystem: FileSystem, directory: string): DurableFiles {
  /** Folders that this process made or found, by when they are sure to be on the disk. */
  const folders = new Map<string, Promise<Result<undefined, StoreFailure>>>()
  /** Files that are being made, by their paths. */
  const creating = new Map<string, { bytes: Uint8Array; created: Promise<Result<undefined, StoreFailure>> }>()
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

  const temporaryOf = (path: string): string => `${at(path)}.tmp-${process.pid}-${++temporaries}`

  async function read(path: string): Promise<Result<Uint8Array | undefined, StoreFailure>> {
    try {
      return ok(await fileSystem.read(at(path)))
    } catch (error) {
      if (isMissing(error)) return ok(undefined)
      return fail(readFailure(error, `reading ${path}`))
    }
  }

  async function put(path: string, bytes: Uint8Array): Promise<Result<undefined, StoreFailure>> {
    const folder = await ensureFolder(parent(path))
    if (!folder.ok) return folder
    const temporary = temporaryOf(path)
    try {
      await writeWhole(fileSystem, temporary, bytes)
    } catch (error) {
      await fileSystem.unlink(temporary).catch(() => undefined)
      return fail(writeFailure(error, `writing ${path}`))
    }
    try {
      await fileSystem.rename(temporary, at(path))
      return ok(undefined)
    } catch (error) {
      return fail(unsettled(error, `putting ${path} in place`))
    }
  }

  async function replace(path: string, bytes: Uint8Array): Promise<Result<undefined, StoreFailure>> {
    const written = await put(path, bytes)
    return written.ok ? syncFolders([parent(path)]) : written
  }

  /** `settlesName`: its folder is synced beside its bytes. */
  async function createOne(
    { path, bytes, mayBeThere }: NewFile,
    settlesName: boolean,
  ): Promise<Result<undefined, StoreFailure>> {
    const folder = await ensureFolder(parent(path))
    if (!folder.ok) return folder
    if (mayBeThere) {
      const there = await read(path)
      if (!there.ok || there.value !== undefined) return makeSure(path, bytes, there)
    }
    const temporary = temporaryOf(path)
    let where = temporary
    let file: OpenFile | undefined
    try {
      file = await createAnew(fileSystem, temporary)
      await file.append(bytes)
      await fileSystem.rename(temporary, at(path))
      where = at(path)
      const named = settlesName ? syncFolders([parent(path)]) : ok(undefined)
      const [written, settled] = await Promise.allSettled([file.fsync(), named])
      if (written.status === 'rejected') throw written.reason
      return settled.status === 'fulfilled' ? settled.value : Promise.reject(settled.reason)
    } catch (error) {
      await fileSystem.unlink(where).catch(() => undefined)
      return fail(writeFailure(error, `writing ${path}`))
    } finally {
      // Its bytes are on the disk or given up: nobody waits for this.
      void file?.close().catch(() => undefined)
    }
  }

  async function settle(path: string): Promise<Result<undefined, StoreFailure>> {
    const folder = await ensureFolder(parent(path))
    if (!folder.ok) return folder
    try {
      const file = await fileSystem.open(at(path), 'append')
      try {
        await Promise.all([file.fsync(), fileSystem.fsyncDirectory(at(parent(path)))])
      } finally {
        await file.close()
      }
      return ok(undefined)
    } catch (error) {
      return fail(writeFailure(error, `settling ${path}`))
    }
  }

  /** The file that is there holds these bytes, and the disk knows it. What cannot be read is replaced like what is wrong. */
  function makeSure(
    path: string,
    bytes: Uint8Array,
    there: Result<Uint8Array | undefined, StoreFailure>,
  ): Promise<Result<undefined, StoreFailure>> {
    const isSame = there.ok && there.value !== undefined && Buffer.compare(there.value, bytes) === 0
    return isSame ? settle(path) : replace(path, bytes)
  }

  /**
   * Who makes a file that another is just making waits for it: were it put anew, the other's could still be lost. The other
   * may make it with many, whose names are settled later.
   */
  async function createAlone(file: NewFile, settlesName: boolean): Promise<Result<undefined, StoreFailure>> {
    const { path, bytes } = file
    for (let other = creating.get(path); other !== undefined; other = creating.get(path)) {
      const created = await other.created
      if (!created.ok) return created
      if (Buffer.compare(other.bytes, bytes) === 0) return settlesName ? syncFolders([parent(path)]) : created
    }
    const created = createOne(file, settlesName)
    creating.set(path, { bytes, created })
    return created.finally(() => creating.delete(path))
  }

  async function create(
    all: readonly (() => NewFile | undefined)[],
  ): Promise<Result<undefined, StoreFailure>> {
    // Of many, a folder has several: it is synced once, for all of them.
    const few = all.length <= FEW
    const touched = new Set<string>()
    const failures: StoreFailure[] = []
    await inParallel(all, async make => {
      if (failures.length > 0) return
      const file = make()
      if (file === undefined) return
      touched.add(parent(file.path))
      const created = await createAlone(file, few)
      if (!created.ok) failures.push(created.error)
    })
    const failure = failures.find(({ code }) => code !== 'disk-full') ?? failures[0]
    if (failure !== undefined) return fail(failure)
    return few ? ok(undefined) : syncFolders(touched)
  }

  async function syncFolders(paths: Iterable<string>): Promise<Result<undefined, StoreFailure>> {
    try {
      await inParallel(new Set(paths), path => fileSystem.fsyncDirectory(at(path)))
      return ok(undefined)
    } catch (error) {
      return fail(unsettled(error, 'settling names of files'))
    }
  }

  return {
    ensureFolder,
    read,
    async list(path) {
      try {
        return ok([...(await fileSystem.readdir(at(path)))].sort())
      } catch (error) {
        if (isMissing(error)) return ok([])
        return fail(readFailure(error, `listing ${path}`))
      }
    },
    async exists(path) {
      try {
        return ok(await fileSystem.exists(at(path)))
      } catch (error) {
        return fail(readFailure(error, `looking for ${path}`))
      }
    },
    async modifiedAt(path) {
      try {
        return ok(await fileSystem.modifiedAt(at(path)))
      } catch (error) {
        return isMissing(error) ? ok(undefined) : fail(readFailure(error, `reading ${path}`))
      }
    },
    async remove(path) {
      try {
        await fileSystem.unlink(at(path))
        return ok(undefined)
      } catch (error) {
        return fail(writeFailure(error, `removing ${path}`))
      }
    },
    settle,
    replace,
    put,
    create,
    syncFolders,
  }
}

/** So many new files are each settled with their folder. */
const FEW = 8

const parent = (path: string): string => path.split('/').slice(0, -1).join('/') || '.'

/** Past the point where a full disk leaves everything as it was. */
function unsettled(error: unknown, doing: string): StoreFailure {
  const { code, ...failure } = writeFailure(error, doing)
  return { ...failure, code: code === 'disk-full' ? 'write-failed' : code }
}

async function writeWhole(fileSystem: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const file = await createAnew(fileSystem, path)
  try {
    await file.append(bytes)
    await file.fsync()
  } finally {
    await file.close()
  }
}

async function createAnew(fileSystem: FileSystem, path: string): Promise<OpenFile> {
  try {
    return await fileSystem.open(path, 'create')
  } catch (error) {
    if (!isTaken(error)) throw error
    // What a crash left under this name is worth nothing.
    await fileSystem.unlink(path)
    return fileSystem.open(path, 'create')
  }
}
