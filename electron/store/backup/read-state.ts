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
  /** Where the journal is damaged: the state is then the one before the damage. */
  readonly damage: StoreFailure | undefined
}

/**
 * The state that a library opens with, without opening it, also while a process writes to it: the library file is
 * read first, then the months, then the journal. A month that was written meanwhile holds no change that the
 * journal, read after it, has not, and replaying a change twice is harmless. A line that is being written is left out.
 */
export async function readState(files: DurableFiles): Promise<Result<StateAt, StoreFailure>> {
  const snapshot = await readSnapshot(files)
  if (!snapshot.ok) return snapshot
  const tail = await readJournalTail(files, snapshot.value.seq)
  if (!tail.ok) return tail
  const lines = tail.value.read.flatMap(({ scan }) => scan.lines.map(({ line }) => line))
  const { createdAt, seq: snapshotSeq } = snapshot.value
  const ops = lines.filter(({ seq }) => seq > snapshotSeq).flatMap(line => line.ops)
  const seq = Math.max(snapshotSeq, lines.at(-1)?.seq ?? 0)
  const state = applyOperations(snapshot.value.state, ops)
  return ok({ state, seq, createdAt, damage: tail.value.damage })
}
