import { z } from 'zod'
import { sha256Schema } from '../../core/model/identifiers.ts'
import { ok, type Result } from '../../core/result.ts'
import type { DurableFiles } from '../durable-files.ts'
import { jsonBytes, parseJson } from '../json-file.ts'
import type { StoreFailure } from '../store-failure.ts'

/** What the last check of the backups in a folder found lost, so that the list can say which are not whole. */
const LAST_CHECK = 'last-check.json'

const lastCheckSchema = z.object({ lost: z.array(sha256Schema) })

/** The SHA-256 of objects that no backup can give any more; none where no check found any, or its file is gone. */
export async function readLost(store: DurableFiles): Promise<ReadonlySet<string>> {
  const bytes = await store.read(LAST_CHECK)
  const parsed = bytes.ok && bytes.value !== undefined ? parseJson(bytes.value, lastCheckSchema) : undefined
  return new Set(parsed !== undefined && 'value' in parsed ? parsed.value.lost : [])
}

export async function writeLost(
  store: DurableFiles,
  lost: ReadonlySet<string>,
): Promise<Result<undefined, StoreFailure>> {
  const known = await readLost(store)
  const isKnown = known.size === lost.size && [...lost].every(sha256 => known.has(sha256))
  return isKnown ? ok(undefined) : store.replace(LAST_CHECK, jsonBytes({ lost: [...lost].sort() }))
}
