import { applyOperations, clippingTouchedBy } from '../../core/library/operations.ts'
import { EMPTY_STATE } from '../../core/library/state.ts'
import type { Clipping } from '../../core/model/clipping.ts'
import { ok, type Result } from '../../core/result.ts'
import { readArticle } from '../articles.ts'
import type { DurableFiles } from '../durable-files.ts'
import { readJournalTail } from '../journal-reader.ts'
import { monthOf, readMonths, readSnapshotHead } from '../snapshot.ts'
import type { StoreFailure } from '../store-failure.ts'
import { listBackups } from './backup-folder.ts'
import { filesOfBackup } from './files-of-backup.ts'
import { differingFields, sameArticle } from './restore-clipping.ts'

/** A clipping as a backup has it. */
export interface ClippingVersion {
  /** The newest backup that has it so. */
  readonly backup: string
  readonly at: string
  readonly title: string
  /** Fields whose values differ from those of now; none where the clipping is gone. */
  readonly fields: readonly string[]
  readonly text: 'same' | 'differs'
}

/**
 * What a clipping was in the backups, newest first, where that is not what it is now. A backup that cannot be read is
 * passed over. `present` is the clipping now, undefined where the library has it no more.
 */
export async function clippingVersions(
  store: DurableFiles,
  library: DurableFiles,
  id: string,
  present: Clipping | undefined,
): Promise<Result<ClippingVersion[], StoreFailure>> {
  const list = await listBackups(store)
  if (!list.ok) return list
  const today = present === undefined ? undefined : await readArticle(library, present)
  const versions: ClippingVersion[] = []
  let newer: Clipping | undefined = present
  for (const { name, backup } of list.value.backups) {
    // Neither it nor an older one can have it: the id of a clipping begins with when it was made.
    if (Date.parse(backup.takenAt) < madeAt(id)) break
    const files = filesOfBackup(store, backup)
    const past = await clippingIn(files, id, present)
    if (past === undefined || (newer !== undefined && isSame(past, newer))) continue
    newer = past
    const article =
      past.articleRevision === present?.articleRevision ? undefined : await readArticle(files, past)
    const differs =
      article !== undefined && !(article.ok && today?.ok === true && sameArticle(article.value, today.value))
    const fields = present === undefined ? [] : differingFields(past, present)
    if (present !== undefined && fields.length === 0 && !differs) continue
    versions.push({
      backup: name,
      at: backup.takenAt,
      title: past.title,
      fields,
      text: differs ? 'differs' : 'same',
    })
  }
  return ok(versions)
}

/** In milliseconds since the epoch, as a UUIDv7 says it. */
const madeAt = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)

const isSame = (a: Clipping, b: Clipping): boolean =>
  a.articleRevision === b.articleRevision && differingFields(a, b).length === 0

/** The clipping of the library in a backup, without reading more months than it takes to find it. */
async function clippingIn(
  files: DurableFiles,
  id: string,
  present: Clipping | undefined,
): Promise<Clipping | undefined> {
  const head = await readSnapshotHead(files)
  if (!head.ok) return undefined
  const tail = await readJournalTail(files, head.value.seq)
  if (!tail.ok) return undefined
  const lines = tail.value.read.flatMap(({ scan }) => scan.lines.map(({ line }) => line))
  const since = lines
    .filter(({ seq }) => seq > head.value.seq)
    .flatMap(({ ops }) => ops)
    .filter(op => clippingTouchedBy(op) === id)
  const made = since.findLastIndex(({ op }) => op !== 'mark-clipping')
  const base = made === -1 ? await clippingInMonths(files, head.value.months, id, present) : undefined
  const state = { ...EMPTY_STATE, clippings: new Map(base === undefined ? [] : [[id, base]]) }
  return applyOperations(state, since.slice(Math.max(0, made))).clippings.get(id)
}

async function clippingInMonths(
  files: DurableFiles,
  all: ReadonlySet<string>,
  id: string,
  present: Clipping | undefined,
): Promise<Clipping | undefined> {
  const guess = present === undefined ? new Date(madeAt(id)).toISOString().slice(0, 7) : monthOf(present)
  const months = [...all].sort((a, b) => Number(b === guess) - Number(a === guess))
  for (const month of months) {
    const read = await readMonths(files, new Set([month]))
    const found = read.ok ? read.value.get(id) : undefined
    if (found !== undefined) return found
  }
  return undefined
}
