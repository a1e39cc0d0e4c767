import {
  close as closeFile,
  constants,
  fdatasync,
  fsync,
  open as openFile,
  write as writeFile,
} from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'

/** A file open for writing. */
export interface OpenFile {
  /** Writes all the bytes at the end. */
  append(bytes: Uint8Array): Promise<void>
  /** Data and metadata are on the disk when it resolves. */
  fsync(): Promise<void>
  /** Data, and the metadata needed to read it back (its length), are on the disk when it resolves. */
  fdatasync(): Promise<void>
  close(): Promise<void>
}

/** Every file operation of the store goes through here, so that a test can record it or make it fail. */
export interface FileSystem {
  read(path: string): Promise<Uint8Array>
  /** Names in no particular order; the folder must exist. */
  readdir(path: string): Promise<readonly string[]>
  exists(path: string): Promise<boolean>
  /** When the file was last written, in milliseconds since the epoch. */
  modifiedAt(path: string): Promise<number>
  /** `create` fails with EEXIST where the file exists; `append` creates it where it does not. */
  open(path: string, how: 'create' | 'append'): Promise<OpenFile>
  /** Cuts the file to the length; that it is short is on the disk when it resolves. */
  truncate(path: string, length: number): Promise<void>
  /** Replaces the target. */
  rename(from: string, to: string): Promise<void>
  /** A file that is not there is no error. */
  unlink(path: string): Promise<void>
  /**
   * Makes the folder; false where it is there. Those above are never made: where a disk was taken out, a part of a
   * library must not begin anew under its name.
   */
  mkdir(path: string): Promise<boolean>
  /** The names in the folder are on the disk when it resolves. */
  fsyncDirectory(path: string): Promise<void>
}

const onWindows = process.platform === 'win32'
const BUSY = new Set(['EPERM', 'EACCES', 'EBUSY'])

/** On Windows a virus scanner may hold a new file for a moment; renaming over it then fails for no lasting reason. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await rename(from, to)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (!onWindows || attempt === 9 || !BUSY.has(code)) throw error
      await delay(10 * 2 ** attempt)
    }
  }
}

/** File descriptors cost the main thread a third of what `FileHandle` does, and thousands are opened in an import. */
const descriptors = {
  open: promisify(openFile),
  write: promisify(writeFile),
  fsync: promisify(fsync),
  fdatasync: promisify(fdatasync),
  close: promisify(closeFile),
}

/** The operating system may write less than it was asked to. */
async function writeAll(descriptor: number, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await descriptors.write(descriptor, bytes, done, bytes.length - done, null)
    done += bytesWritten
  }
}

/** The real disk. */
export const nodeFileSystem: FileSystem = {
  read: path => readFile(path),
  readdir: path => readdir(path),
  exists: path =>
    stat(path).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false
        throw error
      },
    ),
  modifiedAt: async path => (await stat(path)).mtimeMs,
  async open(path, how) {
    const { O_WRONLY, O_CREAT, O_EXCL, O_APPEND } = constants
    const flags = O_WRONLY | O_CREAT | (how === 'create' ? O_EXCL : O_APPEND)
    const descriptor = await descriptors.open(path, flags, 0o644)
    return {
      append: bytes => writeAll(descriptor, bytes),
      fsync: () => descriptors.fsync(descriptor),
      fdatasync: () => descriptors.fdatasync(descriptor),
      close: () => descriptors.close(descriptor),
    }
  },
  async truncate(path, length) {
    // Not the handle that appends: on Windows that one may not cut.
    const handle = await open(path, 'r+')
    try {
      await handle.truncate(length)
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
  rename: renamePatiently,
  unlink: path => rm(path, { force: true }),
  async mkdir(path) {
    try {
      await mkdir(path)
      return true
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
      throw error
    }
  },
  async fsyncDirectory(path) {
    // Windows cannot open a folder for this; NTFS journals its names by itself.
    if (onWindows) return
    const descriptor = await descriptors.open(path, constants.O_RDONLY)
    try {
      await descriptors.fsync(descriptor)
    } finally {
      await descriptors.close(descriptor)
    }
  },
}
