import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../core/result.ts'
import type { DurableFiles } from '../durable-files.ts'
import { nodeFileSystem } from '../file-system.ts'
import { makeFolder } from '../open-library.ts'
import { caught, isMissing, orThrow, StoreError, type StoreFailure, writeFailure } from '../store-failure.ts'
import { bulkFiles } from './bulk-files.ts'

/**
 * Fills a folder that is absent or empty before. The files are written beside it under a temporary name, and
 * that folder is put in place once `fill` is done; where it throws a {@link StoreError}, nothing is left.
 */
export async function fillNewFolder<T>(
  folder: string,
  fill: (files: DurableFiles) => Promise<T>,
): Promise<Result<T, StoreFailure>> {
  const parent = dirname(folder)
  const partial = join(parent, `.${basename(folder)}.partial-${process.pid}`)
  try {
    const names = await readdir(folder).catch((error: unknown) => {
      if (isMissing(error)) return []
      throw error
    })
    if (names.length > 0)
      return fail({ code: 'write-failed', message: 'the folder is not empty', detail: folder })
    await rm(partial, { recursive: true, force: true })
    await makeFolder(nodeFileSystem, parent)
    await mkdir(partial)
    const files = bulkFiles(nodeFileSystem, partial)
    const filled = await caught(async () => {
      const value = await fill(files)
      orThrow(await files.finish())
      return value
    })
    if (!filled.ok) return filled
    // Windows does not rename over a folder, not even an empty one.
    await rmdir(folder).catch((error: unknown) => {
      if (!isMissing(error)) throw error
    })
    await rename(partial, folder)
    await nodeFileSystem.fsyncDirectory(parent)
    return ok(filled.value)
  } catch (error) {
    if (error instanceof StoreError || !(error instanceof Error && 'code' in error)) throw error
    return fail(writeFailure(error, `making the folder ${folder}`))
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}
