import { applyOperations } from '../../core/library/operations.ts'
import type { LibraryState } from '../../core/library/state.ts'
import { ok, type Result } from '../../core/result.ts'
import type { DurableFiles } from '../durable-files.ts'
import { readJournalTail } from '../journal-reader.ts'
import { readSnapshot } from '../snapshot.ts'
import type { StoreFailure } from '../store-failure.ts'

/** The state that a library opens with, without opening it. */
export async function readState(files: DurableFiles): Promise<Result<LibraryState, StoreFailure>> {
  const snapshot = await readSnapshot(files)
  if (!snapshot.ok) return snapshot
  const tail = await readJournalTail(files, snapshot.value.seq)
  if (!tail.ok) return tail
  const lines = tail.value.read.flatMap(({ scan }) => scan.lines.map(({ line }) => line))
  const ops = lines.filter(({ seq }) => seq > snapshot.value.seq).flatMap(line => line.ops)
  return ok(applyOperations(snapshot.value.state, ops))
}
