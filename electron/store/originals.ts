import { createHash } from 'node:crypto'
import type { Original } from '../core/model/clipping.ts'
import { sha256Schema } from '../core/model/identifiers.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { DurableFiles } from './durable-files.ts'
import { originalPath } from './paths.ts'
import { damaged, type StoreFailure } from './store-failure.ts'

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Keeps the bytes under their SHA-256, unless they are there already; a file that no longer has it is replaced. */
export async function putOriginal(
  files: DurableFiles,
  bytes: Uint8Array,
  mediaType: string,
  name: string,
): Promise<Result<Original, StoreFailure>> {
  const sha256 = sha256Of(bytes)
  const path = originalPath(sha256)
  const there = await readOriginal(files, sha256)
  const kept = there.ok ? await files.settle(path) : await files.replace(path, bytes)
  return kept.ok ? ok({ sha256, mediaType, byteLength: bytes.byteLength, name }) : kept
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
