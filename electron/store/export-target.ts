import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../core/result.ts'
import { durableFiles } from './durable-files.ts'
import { nodeFileSystem } from './file-system.ts'
import { isMissing, type StoreFailure, writeFailure } from './store-failure.ts'

/** A text file of an export; `path` has one level and is safe on every system. */
export interface FileToWrite {
  readonly path: string
  readonly text: string
}

/** Puts an exported file in place, whole or not at all; one of that name is replaced. */
export const writeExportedFile = (
  path: string,
  bytes: Uint8Array,
): Promise<Result<undefined, StoreFailure>> =>
  durableFiles(nodeFileSystem, dirname(path)).replace(basename(path), bytes)

const isEmptyOrAbsent = async (folder: string): Promise<boolean> => {
  try {
    return (await readdir(folder)).length === 0
  } catch (error) {
    if (isMissing(error)) return true
    throw error
  }
}

/**
 * Writes an export's files into a folder of their own, which is absent or empty before. They are written
 * beside it under a temporary name and moved at the end, so that a cancelled or failed export leaves nothing:
 * the result is the number of files, or undefined where `signal` cancelled it.
 */
export async function writeExportedFolder(
  folder: string,
  files: Iterable<FileToWrite>,
  signal?: AbortSignal,
): Promise<Result<number | undefined, StoreFailure>> {
  const partial = join(dirname(folder), `.${basename(folder)}.partial-${process.pid}`)
  try {
    if (!(await isEmptyOrAbsent(folder))) {
      return fail({ code: 'write-failed', message: 'the folder to export to is not empty', detail: folder })
    }
    await rm(partial, { recursive: true, force: true })
    await mkdir(partial, { recursive: true })
    let written = 0
    for (const { path, text } of files) {
      if (signal?.aborted === true) return ok(undefined)
      await writeFile(join(partial, path), text, { flag: 'wx', flush: true })
      written += 1
    }
    // Windows does not rename over a folder, not even an empty one.
    await rmdir(folder).catch((error: unknown) => {
      if (!isMissing(error)) throw error
    })
    await rename(partial, folder)
    return ok(written)
  } catch (error) {
    return fail(writeFailure(error, 'writing the export'))
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}

/** `name` in `parent`, or `name 2`, `name 3` … where something of that name is there. Nothing is made. */
export async function freeFolder(parent: string, name: string): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const folder = join(parent, attempt === 1 ? name : `${name} ${attempt}`)
    if (!(await nodeFileSystem.exists(folder))) return folder
  }
}
