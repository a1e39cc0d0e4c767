import { Low } from 'lowdb'
import { z } from 'zod'
import { isPlainClipping } from '../core/library/plain-records.ts'
import { RecordMap } from '../core/library/record-map.ts'
import type { LibraryState } from '../core/library/state.ts'
import { type Clipping, clippingSchema } from '../core/model/clipping.ts'
import { ok, type Result } from '../core/result.ts'
import type { DurableFiles } from './durable-files.ts'
import { forEachInTurns, sortedInTurns } from './in-turns.ts'
import { JsonFile } from './json-file.ts'
import {
  type FiledRecords,
  type LibraryFile,
  libraryFileSchema,
  readableLibraryFileSchema,
  recordsFor,
  recordsIn,
  SCHEMA_VERSION,
} from './library-file.ts'
import { LIBRARY_FILE, monthPath } from './paths.ts'
import { caught, damaged, orThrow, StoreError, type StoreFailure } from './store-failure.ts'

export const monthFileSchema = z.object({ clippings: z.array(clippingSchema) })

export interface Snapshot {
  readonly state: LibraryState
  /** The library's own, wherever it is moved or copied. */
  readonly id: string
  readonly seq: number
  readonly createdAt: string
  readonly months: ReadonlySet<string>
}

/** The file that a clipping is in. */
export const monthOf = (clipping: Clipping): string => clipping.clippedAt.slice(0, 7)

/** What a snapshot says of itself: all but the clippings. `id` is absent before its migration from version 2. */
export interface SnapshotHead extends Omit<Snapshot, 'state' | 'id'> {
  readonly id?: string
  readonly records: FiledRecords
}

/** Reads the library file; one that is missing or does not fit its schema is `library-damaged`. */
export const readSnapshotHead = (files: DurableFiles): Promise<Result<SnapshotHead, StoreFailure>> =>
  caught(async () => {
    const file = await read(files, LIBRARY_FILE, readableLibraryFileSchema)
    const { seq, createdAt, months } = file
    return {
      ...('id' in file && { id: file.id }),
      seq,
      createdAt,
      months: new Set(months),
      records: recordsIn(file),
    }
  })

/**
 * Reads the files of the months, the newest first, and calls back after each, so that what is newest can be
 * shown before the rest is read. A file that is missing or does not fit its schema is `library-damaged`.
 */
export const readMonths = (
  files: DurableFiles,
  months: ReadonlySet<string>,
  onMonth: (month: string, clippings: readonly Clipping[]) => void = () => {},
): Promise<Result<RecordMap<Clipping>, StoreFailure>> =>
  caught(async () => {
    const all: Clipping[] = []
    for (const month of [...months].sort().reverse()) {
      const { clippings } = await read(files, monthPath(month), monthFileSchema, isPlainMonth)
      for (const clipping of clippings) all.push(clipping)
      onMonth(month, all)
    }
    return RecordMap.of(entriesOf(all))
  })

function* entriesOf(clippings: readonly Clipping[]): Generator<readonly [string, Clipping]> {
  for (const clipping of clippings) yield [clipping.id, clipping]
}

type MonthFile = z.infer<typeof monthFileSchema>

const isPlainMonth = (json: unknown): json is MonthFile =>
  typeof json === 'object' &&
  json !== null &&
  Object.keys(json).every(key => key === 'crc' || key === 'clippings') &&
  'clippings' in json &&
  Array.isArray(json.clippings) &&
  json.clippings.every(isPlainClipping)

export type ReadSnapshot = Omit<Snapshot, 'id'> & Pick<SnapshotHead, 'id'>

/** Reads all files of the snapshot; one that is missing or does not fit its schema is `library-damaged`. */
export async function readSnapshot(files: DurableFiles): Promise<Result<ReadSnapshot, StoreFailure>> {
  const head = await readSnapshotHead(files)
  if (!head.ok) return head
  const { records, ...rest } = head.value
  const clippings = await readMonths(files, rest.months)
  return clippings.ok ? ok({ ...rest, state: { clippings: clippings.value, ...records } }) : clippings
}

/**
 * Writes the months that changed, then the library file, whose `seq` makes them count. A crash anywhere
 * between is harmless: the journal still has every change after the old `seq`, and replaying one twice gives
 * the same record.
 */
export const writeSnapshot = (
  files: DurableFiles,
  snapshot: Snapshot,
  changedMonths: ReadonlySet<string>,
): Promise<Result<undefined, StoreFailure>> =>
  caught(async () => {
    const { state, id, seq, createdAt } = snapshot
    const byMonth = new Map<string, Clipping[]>([...changedMonths].map(month => [month, []]))
    await forEachInTurns(state.clippings.values(), clipping => byMonth.get(monthOf(clipping))?.push(clipping))
    for (const [month, unsorted] of byMonth) {
      const clippings = await sortedInTurns(unsorted, (a, b) => a.id < b.id)
      await new Low(new JsonFile(files, monthPath(month), monthFileSchema), {
        clippings: [...clippings],
      }).write()
    }
    const file: LibraryFile = {
      schemaVersion: SCHEMA_VERSION,
      id,
      createdAt,
      seq,
      months: [...new Set([...snapshot.months, ...changedMonths])].sort(),
      ...recordsFor(state),
    }
    orThrow(await writeLibraryFile(files, file))
    return undefined
  })

/** Puts the library file in the place of the one before it: from then on the snapshot is what it says. */
export const writeLibraryFile = (
  files: DurableFiles,
  file: LibraryFile,
): Promise<Result<undefined, StoreFailure>> =>
  caught(async () => {
    await new Low(new JsonFile(files, LIBRARY_FILE, libraryFileSchema), file).write()
    return undefined
  })

async function read<T>(
  files: DurableFiles,
  path: string,
  schema: z.ZodType<T>,
  isPlain?: (json: unknown) => json is T,
): Promise<T> {
  const db = new Low<T | null>(new JsonFile<T | null>(files, path, schema, isPlain), null)
  await db.read()
  if (db.data === null) throw new StoreError(damaged(`${path} is missing`))
  return db.data
}
