import { z } from 'zod'
import type { LibraryState } from '../core/library/state.ts'
import { chronologyEventSchema } from '../core/model/chronology.ts'
import { collectionSchema } from '../core/model/collection.ts'
import { instantSchema, libraryIdSchema } from '../core/model/identifiers.ts'
import { outletRuleSchema } from '../core/model/outlet-rule.ts'
import { savedSearchSchema } from '../core/model/saved-search.ts'
import { tagSchema } from '../core/model/tag.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { DurableFiles } from './durable-files.ts'
import { listJournal } from './journal-reader.ts'
import { parseJson } from './json-file.ts'
import { version2Schema } from './migrations/version-2.ts'
import { LIBRARY_FILE } from './paths.ts'
import { sealSchema } from './sealed-json.ts'
import { damaged, type StoreFailure } from './store-failure.ts'

/** The version that this product writes; it reads older ones by migrating them, and of newer ones what it understands. */
export const SCHEMA_VERSION = 7

/** The oldest version that can be read as it is, where nothing can be written. */
export const READABLE_VERSION = 2

/**
 * `library.json`. `id` is given once and goes with the library wherever it is moved or copied. `seq` is the last
 * change that the snapshot holds. `months` names the files of clippings that belong to it: one that it does not
 * name is the work of a compaction that did not finish, and its changes are still in the journal.
 */
export const libraryFileSchema = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  id: libraryIdSchema,
  createdAt: instantSchema,
  seq: z.number().int().nonnegative(),
  months: z.array(z.string().regex(/^\d{4}-\d{2}$/)),
  tags: z.array(tagSchema),
  collections: z.array(collectionSchema),
  savedSearches: z.array(savedSearchSchema),
  /** Absent in a library that was written before there were any. */
  outletRules: z.array(outletRuleSchema).optional(),
  /** What the user made of the events of collections; absent where there are none. */
  events: z.array(chronologyEventSchema).optional(),
})

/** The file of version 3, which had no marks in its journal. */
export const version3Schema = libraryFileSchema.extend({ schemaVersion: z.literal(3) })

/** The file of version 4, whose articles had neither tables nor preformatted text. */
export const version4Schema = libraryFileSchema.extend({ schemaVersion: z.literal(4) })

/** The file of version 5, which had no chronology, and whose articles no corrected dates. */
export const version5Schema = libraryFileSchema.extend({ schemaVersion: z.literal(5) })

/** The file of version 6, whose collections and saved searches stood in no other, in no order of their own. */
export const version6Schema = libraryFileSchema.extend({ schemaVersion: z.literal(6) })

/** The same as a library of this version has it, or of those before that can be read as they are. */
export const readableLibraryFileSchema = z.discriminatedUnion('schemaVersion', [
  libraryFileSchema.extend(sealSchema.shape),
  version6Schema.extend(sealSchema.shape),
  version5Schema.extend(sealSchema.shape),
  version4Schema.extend(sealSchema.shape),
  version3Schema.extend(sealSchema.shape),
  version2Schema,
])

export type LibraryFile = z.infer<typeof libraryFileSchema>
type ReadableLibraryFile = z.infer<typeof readableLibraryFileSchema>

/** Which version wrote the library; undefined where there is none yet. */
export async function readSchemaVersion(
  files: DurableFiles,
): Promise<Result<number | undefined, StoreFailure>> {
  const bytes = await files.read(LIBRARY_FILE)
  if (!bytes.ok) return bytes
  if (bytes.value !== undefined) {
    const parsed = parseJson(bytes.value, z.object({ schemaVersion: z.number().int().positive() }))
    if ('problem' in parsed) return fail(damaged(`${LIBRARY_FILE} is not readable`, parsed.problem))
    return ok(parsed.value.schemaVersion)
  }
  const journal = await listJournal(files)
  if (!journal.ok) return journal
  return journal.value.length > 0 ? fail(damaged(`${LIBRARY_FILE} is missing`)) : ok(undefined)
}

/** All records of a library but its clippings. */
export type FiledRecords = Omit<LibraryState, 'clippings'>

/** The records that the file has. */
export const recordsIn = (file: ReadableLibraryFile): FiledRecords => ({
  tags: new Map(file.tags.map(tag => [tag.name, tag])),
  collections: new Map(file.collections.map(collection => [collection.id, collection])),
  savedSearches:
    file.schemaVersion === 2 ? new Map() : new Map(file.savedSearches.map(search => [search.id, search])),
  outletRules:
    file.schemaVersion === 2 ? new Map() : new Map((file.outletRules ?? []).map(rule => [rule.id, rule])),
  events: file.schemaVersion === 2 ? new Map() : new Map((file.events ?? []).map(event => [event.id, event])),
})

/** The records as the file has them, each kind in an order of its own, so that the file differs where they do. */
export const recordsFor = ({
  tags,
  collections,
  savedSearches,
  outletRules,
  events,
}: FiledRecords): Pick<LibraryFile, keyof FiledRecords> => ({
  tags: [...tags.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  collections: [...collections.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  savedSearches: [...savedSearches.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  ...(outletRules.size > 0 && {
    outletRules: [...outletRules.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  }),
  ...(events.size > 0 && { events: [...events.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) }),
})
