import { fail, ok, type Result } from '../../core/result.ts'
import { sha256Of } from '../content-files.ts'
import type { DurableFiles } from '../durable-files.ts'
import { damaged, type StoreFailure } from '../store-failure.ts'

export const OBJECTS_FOLDER = 'objects'

const objectPath = (sha256: string): string => `${OBJECTS_FOLDER}/${sha256.slice(0, 2)}/${sha256}`

/** The bytes of an object of the backup folder, checked against their SHA-256. */
export async function readObject(
  store: DurableFiles,
  sha256: string,
): Promise<Result<Uint8Array, StoreFailure>> {
  const path = objectPath(sha256)
  const bytes = await store.read(path)
  if (!bytes.ok) return bytes
  if (bytes.value === undefined) return fail({ code: 'not-found', message: `${path} is missing` })
  return sha256Of(bytes.value) === sha256
    ? ok(bytes.value)
    : fail(damaged(`${path} no longer has its SHA-256`))
}

/**
 * Keeps the bytes as an object, unless a sound one is there, and reads them back: what the disk did not take
 * as it was given must not count as a backup.
 */
export async function putObject(
  store: DurableFiles,
  bytes: Uint8Array,
): Promise<Result<string, StoreFailure>> {
  const sha256 = sha256Of(bytes)
  const path = objectPath(sha256)
  const there = await readObject(store, sha256)
  const kept = there.ok ? await store.settle(path) : await store.replace(path, bytes)
  if (!kept.ok) return kept
  const back = there.ok ? there : await readObject(store, sha256)
  if (back.ok) return ok(sha256)
  return fail({ code: 'write-failed', message: `${path} did not read back as written` })
}
