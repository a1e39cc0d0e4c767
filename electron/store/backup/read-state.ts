import { applyOperations } from '../../core/library/operations.ts'
import type { LibraryState } from '../../core/library/state.ts'
import { ok, type Result } from '../../core/result.ts'
import type { DurableFiles } from '../durable-files.ts'
import { readJournalTail } from '../journal-reader.ts'
import { readSnapshot } from '../snapshot.ts'
import type { StoreFailure } from '../store-failure.ts'

/** A state and the last change in it. */
export interface StateAt {
  readonly state: LibraryState
  readonly seq: number
  readonly createdAt: string
}

/** The state that a library opens with, without opening it. */
export async function readState(files: DurableFiles): Promise<Result<StateAt, StoreFailure>> {
  const snapshot = await readSnapshot(files)
  if (!snapshot.ok) return snapshot
  const tail = await readJournalTail(files, snapshot.value.seq)
  if (!tail.ok) return tail
  const lines = tail.value.read.flatMap(({ scan }) => scan.lines.map(({ line }) => line))
  const { createdAt, seq: snapshotSeq } = snapshot.value
  const ops = lines.filter(({ seq }) => seq > snapshotSeq).flatMap(line => line.ops)
  const seq = Math.max(snapshotSeq, lines.at(-1)?.seq ?? 0)
  return ok({ state: applyOperations(snapshot.value.state, ops), seq, createdAt })
}
