import { clippingTouchedBy } from '../core/library/operations.ts'
import { ok, type Result } from '../core/result.ts'
import { durableFiles } from './durable-files.ts'
import { nodeFileSystem } from './file-system.ts'
import { readJournalTail } from './journal-reader.ts'
import type { StoreFailure } from './store-failure.ts'

/** The clippings that changes after `seq` touched, some of which may be gone since. */
export async function clippingsChangedSince(
  directory: string,
  seq: number,
): Promise<Result<ReadonlySet<string>, StoreFailure>> {
  const tail = await readJournalTail(durableFiles(nodeFileSystem, directory), seq)
  if (!tail.ok) return tail
  const ids = new Set<string>()
  for (const { scan } of tail.value.read) {
    for (const { line } of scan.lines) {
      if (line.seq <= seq) continue
      for (const op of line.ops) {
        const id = clippingTouchedBy(op)
        if (id !== undefined) ids.add(id)
      }
    }
  }
  return ok(ids)
}
