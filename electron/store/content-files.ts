import { createHash } from 'node:crypto'
import type { Result } from '../core/result.ts'
import type { DurableFiles } from './durable-files.ts'
import { inParallel } from './in-parallel.ts'
import { caught, orThrow, type StoreFailure } from './store-failure.ts'

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Keeps bytes in files that are named by their SHA-256, each once; one whose bytes no longer have it is replaced. Gives
 * the sources back in their order, each with its SHA-256.
 */
export const keepContent = <T extends { readonly bytes: Uint8Array }>(
  files: DurableFiles,
  sources: readonly T[],
  pathOf: (sha256: string, source: T) => string,
): Promise<Result<{ source: T; sha256: string }[], StoreFailure>> =>
  caught(async () => {
    const kept: { source: T; sha256: string }[] = []
    const missing = new Map<string, Uint8Array>()
    const there = new Set<string>()
    await inParallel(sources.entries(), async ([index, source]) => {
      const { bytes } = source
      const sha256 = sha256Of(bytes)
      const path = pathOf(sha256, source)
      kept[index] = { source, sha256 }
      const found = await files.read(path)
      if (found.ok && found.value === undefined) missing.set(path, bytes)
      else if (found.ok && found.value !== undefined && sha256Of(found.value) === sha256) there.add(path)
      else orThrow(await files.replace(path, bytes))
    })
    orThrow(
      await files.create(
        [...missing].map(([path, bytes]) => () => ({ path, bytes })),
      ),
    )
    // What is there may be the work of a process that was killed before it was synced.
    await inParallel(there, async path => void orThrow(await files.settle(path)))
    return kept
  })
