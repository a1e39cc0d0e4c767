import type { z } from 'zod'
import type { Operation } from '../../core/model/library-change.ts'
import type { DurableFiles } from '../durable-files.ts'
import { inParallel } from '../in-parallel.ts'
import { type JournalScan, scanJournal } from '../journal-line.ts'
import { listJournal } from '../journal-reader.ts'
import { parseJson } from '../json-file.ts'
import { readableLibraryFileSchema } from '../library-file.ts'
import {
  ARTICLES_FOLDER,
  ASSETS_FOLDER,
  IMPORTS_FOLDER,
  JOURNAL_FOLDER,
  journalPath,
  LIBRARY_FILE,
  monthPath,
  ORIGINALS_FOLDER,
} from '../paths.ts'
import { damaged, orThrow, StoreError } from '../store-failure.ts'
import { pathsOf } from '../verify.ts'
import { isLibraryPath } from './library-paths.ts'

/** The last change that a copy of a library holds; `crc` is absent where there was none yet. */
export interface Holding {
  readonly createdAt: string
  readonly seq: number
  readonly crc?: string | undefined
}

export interface Visitor {
  /** True for a file whose bytes the visitor has and which never changes: it is not read again. */
  readonly knows: (path: string) => boolean
  /** Called with each file in turn, without bytes for one that the visitor knows. */
  readonly take: (path: string, bytes: Uint8Array | undefined) => Promise<void>
  /** Whether `take` may be called again before it is done. */
  readonly severalAtOnce: boolean
}

/** What was seen of the library. */
export interface Captured extends Holding {
  /** Articles, originals and assets that the changes read here name. */
  readonly named: ReadonlySet<string>
}

/**
 * Visits all files of a library as one moment, while another process may be writing to it. The order makes it
 * so: the library file, the months, the ledgers of imports, the journal, then articles, originals and assets. What is
 * read later may be newer, never older: a month that a compaction has just written has no change that the journal,
 * read after it, does not have, and replaying a change twice is harmless; a ledger says that an item is kept when its
 * change is in the journal; and files are written before the line that names them. A line that is being written is
 * left out. Throws a {@link StoreError} where the library is damaged.
 */
export async function captureLibrary(files: DurableFiles, visitor: Visitor): Promise<Captured> {
  const file = await readThere(files, LIBRARY_FILE)
  const { createdAt, seq, months } = libraryOf(file)
  await visitor.take(LIBRARY_FILE, file)
  for (const month of months) await visitor.take(monthPath(month), await readThere(files, monthPath(month)))
  for (const name of orThrow(await files.list(IMPORTS_FOLDER)))
    if (isLibraryPath(`${IMPORTS_FOLDER}/${name}`))
      await captureFile(files, `${IMPORTS_FOLDER}/${name}`, visitor)
  const journal = await captureJournal(files, visitor)
  if (journal.seq < seq) throw new StoreError(damaged(`the journal has no change ${journal.seq + 1}`))
  for (const folder of [ARTICLES_FOLDER, ORIGINALS_FOLDER, ASSETS_FOLDER])
    await captureShards(files, folder, visitor)
  return { createdAt, ...journal }
}

function libraryOf(bytes: Uint8Array): z.infer<typeof readableLibraryFileSchema> {
  const parsed = parseJson(bytes, readableLibraryFileSchema)
  if ('problem' in parsed) throw new StoreError(damaged(`${LIBRARY_FILE} is not readable`, parsed.problem))
  return parsed.value
}

/** When the library was made: the nearest that it has to a name of its own. */
export const createdAtOf = async (files: DurableFiles): Promise<string> =>
  libraryOf(await readThere(files, LIBRARY_FILE)).createdAt

async function readThere(files: DurableFiles, path: string): Promise<Uint8Array> {
  const bytes = orThrow(await files.read(path))
  if (bytes === undefined) throw new StoreError(damaged(`${path} is missing`))
  return bytes
}

async function captureJournal(files: DurableFiles, visitor: Visitor): Promise<Omit<Captured, 'createdAt'>> {
  const named = new Set<string>()
  let seq = 0
  let crc: string | undefined
  let next: number | undefined = 1
  const list = orThrow(await listJournal(files))
  for (const file of list) {
    const path = journalPath(file)
    if (next !== undefined && file !== next)
      throw new StoreError(damaged(`the journal has no change ${next}`))
    if (visitor.knows(path)) {
      next = undefined
      await visitor.take(path, undefined)
      continue
    }
    const bytes = await readThere(files, path)
    const scan = scanJournal(bytes, file)
    if (scan.end === 'damaged' || (scan.end === 'torn' && file !== list.at(-1)))
      throw new StoreError(damaged(`${path} is damaged at byte ${scan.intact}`))
    for (const each of namedIn(scan)) named.add(each)
    const last = scan.lines.at(-1)?.line
    seq = last?.seq ?? Math.max(seq, file - 1)
    crc = last?.crc ?? crc
    next = file + scan.lines.length
    await visitor.take(path, bytes.subarray(0, scan.intact))
  }
  for (const name of orThrow(await files.list(JOURNAL_FOLDER))) {
    const path = `${JOURNAL_FOLDER}/${name}`
    if (!name.endsWith('.jsonl') && isLibraryPath(path)) await captureFile(files, path, visitor)
  }
  return { named, seq, ...(crc !== undefined && { crc }) }
}

function namedIn({ lines }: JournalScan): string[] {
  const ops = lines.flatMap(({ line }): Operation[] => line.ops)
  return ops.flatMap(op => (op.op === 'put-clipping' ? pathsOf(op.clipping) : []))
}

/** These never change, so their order says nothing, and a visitor that is able to takes a few at once. */
async function captureShards(files: DurableFiles, folder: string, visitor: Visitor): Promise<void> {
  for (const shard of orThrow(await files.list(folder))) {
    const names = await namesIn(files, `${folder}/${shard}`)
    const paths = names.map(name => `${folder}/${shard}/${name}`).filter(isLibraryPath)
    if (visitor.severalAtOnce) await inParallel(paths, path => captureFile(files, path, visitor))
    else for (const path of paths) await captureFile(files, path, visitor)
  }
}

/** None where the shard is no folder, as what a file browser leaves behind. */
async function namesIn(files: DurableFiles, shard: string): Promise<string[]> {
  return /\/[0-9a-fA-F]{2}$/.test(shard) ? orThrow(await files.list(shard)) : []
}

async function captureFile(files: DurableFiles, path: string, visitor: Visitor): Promise<void> {
  if (visitor.knows(path)) return visitor.take(path, undefined)
  const bytes = orThrow(await files.read(path))
  // One that is gone since it was listed was nobody's: what a change names is never removed.
  if (bytes !== undefined) await visitor.take(path, bytes)
}

/** True where the library's history has the very line that the copy ended with: the copy is of its past. */
export async function continues(files: DurableFiles, past: Holding): Promise<boolean> {
  if ((await createdAtOf(files)) !== past.createdAt) return false
  if (past.seq === 0) return true
  const first = orThrow(await listJournal(files)).findLast(each => each <= past.seq)
  const bytes = first === undefined ? undefined : orThrow(await files.read(journalPath(first)))
  if (first === undefined || bytes === undefined) return false
  return scanJournal(bytes, first).lines.some(({ line }) => line.seq === past.seq && line.crc === past.crc)
}
