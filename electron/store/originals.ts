import type { Original } from '../core/model/clipping.ts'
import { sha256Schema } from '../core/model/identifiers.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { keepContent, sha256Of } from './content-files.ts'
import type { DurableFiles } from './durable-files.ts'
import { originalPath } from './paths.ts'
import { damaged, type StoreFailure } from './store-failure.ts'

/** Bytes to keep unchanged, as they came. */
export interface SourceBytes {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly name: string
}

/**
 * Keeps each source's bytes under their SHA-256, unless they are there already; a file that no longer has it is
 * replaced. Gives the originals back in their order.
 */
export async function putOriginals(
  files: DurableFiles,
  sources: readonly SourceBytes[],
): Promise<Result<Original[], StoreFailure>> {
  const kept = await keepContent(files, sources, originalPath)
  if (!kept.ok) return kept
  return ok(
    kept.value.map(({ source: { bytes, mediaType, name }, sha256 }) => ({
      sha256,
      mediaType,
      byteLength: bytes.byteLength,
      name,
    })),
  )
}

/** As {@link putOriginals}, for one. */
export async function putOriginal(
  files: DurableFiles,
  source: SourceBytes,
): Promise<Result<Original, StoreFailure>> {
  const kept = await putOriginals(files, [source])
  if (!kept.ok) return kept
  const [original] = kept.value
  return original === undefined ? fail({ code: 'not-found', message: 'nothing was kept' }) : ok(original)
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
