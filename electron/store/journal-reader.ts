import type { JournalLine } from '../core/model/library-change.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { DurableFiles } from './durable-files.ts'
import { decodeLine, type JournalScan, type LineHead, linesBackwards, scanJournal } from './journal-line.ts'
import type { Place } from './journal-writer.ts'
import { JOURNAL_FOLDER, journalPath } from './paths.ts'
import { damaged, type StoreFailure } from './store-failure.ts'

/** The journal's files, each by the seq of its first line, oldest first. */
export async function listJournal(files: DurableFiles): Promise<Result<number[], StoreFailure>> {
  const names = await files.list(JOURNAL_FOLDER)
  if (!names.ok) return names
  const seqs = names.value.flatMap(name => {
    const digits = /^(\d{6,})\.jsonl$/.exec(name)?.[1]
    return digits === undefined ? [] : [Number(digits)]
  })
  return ok(seqs.sort((a, b) => a - b))
}

/** One journal file and what it holds. */
export interface JournalFile {
  readonly file: number
  readonly bytes: Uint8Array
  readonly scan: JournalScan
}

export async function readJournalFile(
  files: DurableFiles,
  file: number,
): Promise<Result<JournalFile, StoreFailure>> {
  const bytes = await files.read(journalPath(file))
  if (!bytes.ok) return bytes
  if (bytes.value === undefined) return fail(damaged(`${journalPath(file)} is missing`))
  return ok({ file, bytes: bytes.value, scan: scanJournal(bytes.value, file) })
}

/** The line at a place where it was written or read before. */
export async function readLineAt(
  files: DurableFiles,
  { file, start, end }: Place,
): Promise<Result<JournalLine, StoreFailure>> {
  const bytes = await files.read(journalPath(file))
  if (!bytes.ok) return bytes
  const line = bytes.value === undefined ? undefined : decodeLine(bytes.value.subarray(start, end - 1))
  return line === undefined ? fail(damaged(`${journalPath(file)} has changed at byte ${start}`)) : ok(line)
}

/** The journal's newest part, as far back as the snapshot needs it. */
export interface JournalTail {
  /** Oldest first; their lines count up without a gap. */
  readonly read: readonly JournalFile[]
  /** Files before those, oldest first: history alone. */
  readonly older: readonly number[]
  readonly damage: StoreFailure | undefined
}

/** Reads every file that holds a line after `snapshotSeq`. Stops at damage and says so. */
export async function readJournalTail(
  files: DurableFiles,
  snapshotSeq: number,
): Promise<Result<JournalTail, StoreFailure>> {
  const list = await listJournal(files)
  if (!list.ok) return list
  const all = list.value
  const needed = all.findLastIndex(file => file <= snapshotSeq + 1)
  const newest = all.at(-1)
  if (newest !== undefined && newest === all[needed]) {
    const ends = await endsBy(files, newest, snapshotSeq)
    if (!ends.ok) return ends
    if (ends.value) return ok({ read: [], older: all, damage: undefined })
  }
  const older = all.slice(0, Math.max(0, needed))
  const read: JournalFile[] = []
  let next = needed === -1 ? snapshotSeq + 1 : undefined
  for (const file of all.slice(Math.max(0, needed))) {
    if (next !== undefined && file !== next)
      return ok({ read, older, damage: damaged(`the journal has no change ${next}`) })
    const journalFile = await readJournalFile(files, file)
    if (!journalFile.ok) return journalFile
    read.push(journalFile.value)
    const { scan } = journalFile.value
    next = file + scan.lines.length
    if (scan.end === 'damaged' || (scan.end === 'torn' && file !== newest))
      return ok({ read, older, damage: damaged(`${journalPath(file)} is damaged at byte ${scan.intact}`) })
  }
  return ok({ read, older, damage: undefined })
}

/** True where the file's last line reads well and the snapshot holds it: nothing in the file is needed then. */
async function endsBy(
  files: DurableFiles,
  file: number,
  snapshotSeq: number,
): Promise<Result<boolean, StoreFailure>> {
  const bytes = await files.read(journalPath(file))
  if (!bytes.ok) return bytes
  const last = bytes.value === undefined ? undefined : linesBackwards(bytes.value).next().value
  return ok(last !== undefined && last.line.seq <= snapshotSeq)
}

/** The lines of the files from the newest backwards, each file read when its turn comes; ends at damage. */
export async function* historyBackwards(
  files: DurableFiles,
  older: readonly number[],
): AsyncGenerator<{ line: LineHead; place: Place }> {
  for (const file of older.toReversed()) {
    const bytes = await files.read(journalPath(file))
    let first = Number.POSITIVE_INFINITY
    for (const { line, start, end } of linesBackwards((bytes.ok && bytes.value) || new Uint8Array())) {
      yield { line, place: { file, start, end } }
      first = line.seq
    }
    if (first !== file) return
  }
}
