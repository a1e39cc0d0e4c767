import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { Original } from '../core/model/clipping.ts'
import { sha256Schema } from '../core/model/identifiers.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { DurableFiles } from './durable-files.ts'
import { inParallel } from './in-parallel.ts'
import { originalPath } from './paths.ts'
import { caught, damaged, orThrow, type StoreFailure } from './store-failure.ts'

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Bytes to keep unchanged, as they came. */
export interface SourceBytes {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly name: string
}

/** Keeps the bytes under their SHA-256, unless they are there already; a file that no longer has it is replaced. */
export const putOriginal = (
  files: DurableFiles,
  source: SourceBytes,
): Promise<Result<Original, StoreFailure>> =>
  caught(async () => {
    const original = await put(files, source)
    orThrow(await files.syncFolders([folderOf(original)]))
    return original
  })

/** As {@link putOriginal}, for many; gives them back in their order. */
export const putOriginals = (
  files: DurableFiles,
  sources: readonly SourceBytes[],
): Promise<Result<Original[], StoreFailure>> =>
  caught(async () => {
    const originals: Original[] = []
    await inParallel(sources.entries(), async ([index, source]) => {
      originals[index] = await put(files, source)
    })
    // Also the folder of a file that was there: a crash may have come before its name was settled.
    orThrow(await files.syncFolders(originals.map(folderOf)))
    return originals
  })

const folderOf = ({ sha256 }: Original): string => posix.dirname(originalPath(sha256))

async function put(files: DurableFiles, { bytes, mediaType, name }: SourceBytes): Promise<Original> {
  const sha256 = sha256Of(bytes)
  const there = await readOriginal(files, sha256)
  if (!there.ok) orThrow(await files.put(originalPath(sha256), bytes))
  return { sha256, mediaType, byteLength: bytes.byteLength, name }
}

/** The bytes, checked against their SHA-256. */
export async function readOriginal(
  files: DurableFiles,
  sha256: string,
): Promise<Result<Uint8Array, StoreFailure>> {
  if (!sha256Schema.safeParse(sha256).success)
    return fail({ code: 'not-found', message: 'not the name of an original' })
  const bytes = await files.read(originalPath(sha256))
  if (!bytes.ok) return bytes
  if (bytes.value === undefined)
    return fail({ code: 'not-found', message: `${originalPath(sha256)} is missing` })
  if (sha256Of(bytes.value) !== sha256)
    return fail(damaged(`${originalPath(sha256)} no longer has its SHA-256`))
  return ok(bytes.value)
}
