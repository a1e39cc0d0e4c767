import { createHash } from 'node:crypto'
import type { Result } from '../core/result.ts'
import type { DurableFiles } from './durable-files.ts'
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
    const taken = new Set<string>()
    const made = sources.map((source, index) => () => {
      const sha256 = sha256Of(source.bytes)
      kept[index] = { source, sha256 }
      const path = pathOf(sha256, source)
      if (taken.has(path)) return undefined
      taken.add(path)
      return { path, bytes: source.bytes, mayBeThere: true } as const
    })
    orThrow(await files.create(made))
    return kept
  })
