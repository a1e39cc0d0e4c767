import { z } from 'zod'
import { putClipping } from '../../core/library/change.ts'
import { applyOperations } from '../../core/library/operations.ts'
import { EMPTY_STATE } from '../../core/library/state.ts'
import { missingTags } from '../../core/library/tags.ts'
import type { Operation } from '../../core/model/library-change.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { sha256Of } from '../content-files.ts'
import type { DurableFiles } from '../durable-files.ts'
import { encodeLine } from '../journal-line.ts'
import { parseJson } from '../json-file.ts'
import type { LibraryPorts } from '../library.ts'
import {
  SCHEMA_VERSION,
  version3Schema,
  version4Schema,
  version5Schema,
  version6Schema,
} from '../library-file.ts'
import { putOriginal } from '../originals.ts'
import { articlePath, BACKUPS_FOLDER, journalPath, LIBRARY_FILE } from '../paths.ts'
import { changedMonths } from '../replay.ts'
import { sealedJsonBytes } from '../sealed-json.ts'
import { writeLibraryFile, writeSnapshot } from '../snapshot.ts'
import { damaged, type StoreFailure } from '../store-failure.ts'
import { instantOf, migrateClipping } from './from-version-1.ts'
import { type Version1, version1Schema } from './version-1.ts'
import { version2Schema } from './version-2.ts'

/**
 * Brings a library of an older schema version to the current one, in place. The new library file is written
 * last and is what makes it count: until then the old one is the library, and a crash starts all over. The
 * old file stays under `backups/`.
 */
export async function migrate(
  files: DurableFiles,
  ports: LibraryPorts,
): Promise<Result<undefined, StoreFailure>> {
  const bytes = await files.read(LIBRARY_FILE)
  if (!bytes.ok) return bytes
  if (bytes.value === undefined) return fail(damaged(`${LIBRARY_FILE} is missing`))
  const parsed = parseJson(
    bytes.value,
    z.discriminatedUnion('schemaVersion', [
      version1Schema,
      version2Schema,
      version3Schema,
      version4Schema,
      version5Schema,
      version6Schema,
    ]),
  )
  if ('problem' in parsed) return fail(damaged(`${LIBRARY_FILE} is not readable`, parsed.problem))
  const old = parsed.value
  // Named by its content: a second attempt after a crash keeps the same backup.
  const name = `version-${old.schemaVersion}-${sha256Of(bytes.value).slice(0, 12)}`
  const kept = await files.replace(`${BACKUPS_FOLDER}/${name}/${LIBRARY_FILE}`, bytes.value)
  if (!kept.ok) return kept
  switch (old.schemaVersion) {
    case 1:
      return migrateVersion1(files, old, ports)
    case 2:
      return migrateVersion2(files, old, ports)
    case 3:
    case 4:
    case 5:
    case 6:
      // All that they wrote is as now; the number keeps them from a journal and articles that they could not read.
      return writeLibraryFile(files, { ...old, schemaVersion: SCHEMA_VERSION })
  }
}

/** Snapshot, journal and all other files of version 2 are those of now: its library file alone is written anew. */
function migrateVersion2(
  files: DurableFiles,
  old: z.infer<typeof version2Schema>,
  { identifiers }: LibraryPorts,
): Promise<Result<undefined, StoreFailure>> {
  const { schemaVersion: _, ...rest } = old
  const id = identifiers.next(Date.parse(old.createdAt))
  return writeLibraryFile(files, { schemaVersion: SCHEMA_VERSION, id, ...rest, savedSearches: [] })
}

async function migrateVersion1(
  files: DurableFiles,
  old: Version1,
  { clock, identifiers }: LibraryPorts,
): Promise<Result<undefined, StoreFailure>> {
  const now = new Date(clock.now()).toISOString()
  const puts: Operation[] = []
  const tags: string[] = []
  for (const clipping of old.clippings) {
    const bytes = new TextEncoder().encode(clipping.text)
    const original = await putOriginal(files, { bytes, mediaType: 'text/plain', name: '' })
    if (!original.ok) return original
    const id = identifiers.next(Date.parse(instantOf(clipping.createdAt) ?? now))
    const migrated = migrateClipping(clipping, id, original.value, now)
    const written = await files.replace(articlePath(id, 1), sealedJsonBytes(migrated.article))
    if (!written.ok) return written
    puts.push(putClipping(migrated.clipping))
    tags.push(...migrated.clipping.tags)
  }
  // The journal is the whole history, so it starts with what was there before it.
  const ops = [...missingTags(EMPTY_STATE, tags), ...puts]
  const label = { kind: 'clip', count: puts.length } as const
  const line = encodeLine({ seq: 1, at: now, by: 'migration', label, ops, undo: [] })
  const journal = await files.replace(journalPath(1), line)
  if (!journal.ok) return journal
  const state = applyOperations(EMPTY_STATE, ops)
  const months = changedMonths(EMPTY_STATE, ops)
  const libraryId = identifiers.next(clock.now())
  const written = await writeSnapshot(files, { state, id: libraryId, seq: 1, createdAt: now, months }, months)
  return written.ok ? ok(undefined) : written
}
