import { putClipping } from '../../core/library/change.ts'
import { applyOperations } from '../../core/library/operations.ts'
import { EMPTY_STATE } from '../../core/library/state.ts'
import { missingTags } from '../../core/library/tags.ts'
import type { Operation } from '../../core/model/library-change.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { DurableFiles } from '../durable-files.ts'
import { encodeLine } from '../journal-line.ts'
import { jsonBytes, parseJson } from '../json-file.ts'
import type { LibraryPorts } from '../library.ts'
import { putOriginal, sha256Of } from '../originals.ts'
import { articlePath, BACKUPS_FOLDER, journalPath, LIBRARY_FILE } from '../paths.ts'
import { changedMonths } from '../replay.ts'
import { writeSnapshot } from '../snapshot.ts'
import { damaged, type StoreFailure } from '../store-failure.ts'
import { instantOf, migrateClipping } from './from-version-1.ts'
import { type Version1, version1Schema } from './version-1.ts'

/**
 * Brings a library of an older schema version to the current one, in place. The new library file is written
 * last and is what makes it count: until then the old one is the library, and a crash starts all over. The
 * old file stays under `backups/`.
 */
export async function migrate(
  files: DurableFiles,
  from: number,
  ports: LibraryPorts,
): Promise<Result<undefined, StoreFailure>> {
  const bytes = await files.read(LIBRARY_FILE)
  if (!bytes.ok) return bytes
  if (from !== 1 || bytes.value === undefined)
    return fail(damaged(`no product ever wrote schema version ${from}`))
  const parsed = parseJson(bytes.value, version1Schema)
  if ('problem' in parsed) return fail(damaged(`${LIBRARY_FILE} is not readable`, parsed.problem))
  // Named by its content: a second attempt after a crash keeps the same backup.
  const backup = `${BACKUPS_FOLDER}/version-1-${sha256Of(bytes.value).slice(0, 12)}/${LIBRARY_FILE}`
  const kept = await files.replace(backup, bytes.value)
  if (!kept.ok) return kept
  return migrateVersion1(files, parsed.value, ports)
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
    const original = await putOriginal(files, bytes, 'text/plain', '')
    if (!original.ok) return original
    const id = identifiers.next(Date.parse(instantOf(clipping.createdAt) ?? now))
    const migrated = migrateClipping(clipping, id, original.value, now)
    const written = await files.replace(articlePath(id, 1), jsonBytes(migrated.article))
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
  const written = await writeSnapshot(files, { state, seq: 1, createdAt: now, months }, months)
  return written.ok ? ok(undefined) : written
}
