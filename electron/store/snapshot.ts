import { Low } from 'lowdb'
import { z } from 'zod'
import { RecordMap } from '../core/library/record-map.ts'
import type { LibraryState } from '../core/library/state.ts'
import { type Clipping, clippingSchema } from '../core/model/clipping.ts'
import { collectionSchema } from '../core/model/collection.ts'
import { instantSchema } from '../core/model/identifiers.ts'
import { tagSchema } from '../core/model/tag.ts'
import type { Result } from '../core/result.ts'
import type { DurableFiles } from './durable-files.ts'
import { JsonFile } from './json-file.ts'
import { LIBRARY_FILE, monthPath } from './paths.ts'
import { caught, damaged, StoreError, type StoreFailure } from './store-failure.ts'

/** The version that this product writes; it reads older ones by migrating them and refuses newer ones. */
export const SCHEMA_VERSION = 2

/**
 * `seq` is the last change that the snapshot holds. `months` names the files of clippings that belong to it:
 * one that it does not name is the work of a compaction that did not finish, and its changes are still in
 * the journal.
 */
export const libraryFileSchema = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  createdAt: instantSchema,
  seq: z.number().int().nonnegative(),
  months: z.array(z.string().regex(/^\d{4}-\d{2}$/)),
  tags: z.array(tagSchema),
  collections: z.array(collectionSchema),
})

export const monthFileSchema = z.object({ clippings: z.array(clippingSchema) })

type LibraryFile = z.infer<typeof libraryFileSchema>

export interface Snapshot {
  readonly state: LibraryState
  readonly seq: number
  readonly createdAt: string
  readonly months: ReadonlySet<string>
}

/** The file that a clipping is in. */
export const monthOf = (clipping: Clipping): string => clipping.clippedAt.slice(0, 7)

/** Reads all files of the snapshot; one that is missing or does not fit its schema is `library-damaged`. */
export const readSnapshot = (files: DurableFiles): Promise<Result<Snapshot, StoreFailure>> =>
  caught(async () => {
    const file = await read(files, LIBRARY_FILE, libraryFileSchema)
    const clippings = new Map<string, Clipping>()
    for (const month of file.months) {
      const { clippings: ofMonth } = await read(files, monthPath(month), monthFileSchema)
      for (const clipping of ofMonth) clippings.set(clipping.id, clipping)
    }
    const state: LibraryState = {
      clippings: RecordMap.from(clippings),
      tags: new Map(file.tags.map(tag => [tag.name, tag])),
      collections: new Map(file.collections.map(collection => [collection.id, collection])),
    }
    return { state, seq: file.seq, createdAt: file.createdAt, months: new Set(file.months) }
  })

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
    const { state, seq, createdAt } = snapshot
    const byMonth = new Map<string, Clipping[]>([...changedMonths].map(month => [month, []]))
    for (const clipping of state.clippings.values()) byMonth.get(monthOf(clipping))?.push(clipping)
    for (const [month, clippings] of byMonth) {
      const adapter = new JsonFile(files, monthPath(month), monthFileSchema)
      await new Low(adapter, { clippings: clippings.sort((a, b) => (a.id < b.id ? -1 : 1)) }).write()
    }
    const file: LibraryFile = {
      schemaVersion: SCHEMA_VERSION,
      createdAt,
      seq,
      months: [...new Set([...snapshot.months, ...changedMonths])].sort(),
      tags: [...state.tags.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
      collections: [...state.collections.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    }
    await new Low(new JsonFile(files, LIBRARY_FILE, libraryFileSchema), file).write()
    return undefined
  })

async function read<T>(files: DurableFiles, path: string, schema: z.ZodType<T>): Promise<T> {
  const db = new Low<T | null>(new JsonFile<T | null>(files, path, schema), null)
  await db.read()
  if (db.data === null) throw new StoreError(damaged(`${path} is missing`))
  return db.data
}
