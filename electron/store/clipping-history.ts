import type { LoggedChange } from '../core/export/evidence/change-chain.ts'
import { clippingTouchedBy } from '../core/library/operations.ts'
import type { Operation } from '../core/model/library-change.ts'
import type { DurableFiles } from './durable-files.ts'
import { listJournal, readJournalFile } from './journal-reader.ts'
import { damaged, orThrow, StoreError } from './store-failure.ts'
import { endIfCancelled, type FileWatch } from './watched-files.ts'

/**
 * What each of these clippings went through, the oldest change first, as far back as the journal goes. Of a change of many
 * clippings only what it did to each. A damaged journal is a {@link StoreError}: a history with a gap is none.
 */
export async function clippingHistory(
  files: DurableFiles,
  ids: ReadonlySet<string>,
  watch: Pick<FileWatch, 'signal'> = {},
): Promise<ReadonlyMap<string, readonly LoggedChange[]>> {
  const history = new Map<string, LoggedChange[]>()
  for (const file of orThrow(await listJournal(files))) {
    endIfCancelled(watch)
    const { scan } = orThrow(await readJournalFile(files, file))
    if (scan.end === 'damaged') throw new StoreError(damaged(`the journal is damaged at byte ${scan.intact}`))
    for (const { line } of scan.lines) {
      const { seq, at, by, label, reverts } = line
      const touched = new Map<string, Operation[]>()
      for (const operation of line.ops) {
        const id = clippingTouchedBy(operation)
        if (id === undefined || !ids.has(id)) continue
        const operations = touched.get(id)
        if (operations === undefined) touched.set(id, [operation])
        else operations.push(operation)
      }
      for (const [id, operations] of touched) {
        const change = { seq, at, by, label, ...(reverts === undefined ? {} : { reverts }), operations }
        const changes = history.get(id)
        if (changes === undefined) history.set(id, [change])
        else changes.push(change)
      }
    }
  }
  return history
}
