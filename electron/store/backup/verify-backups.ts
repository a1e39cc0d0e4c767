import { ok, type Result } from '../../core/result.ts'
import { sha256Of } from '../content-files.ts'
import type { DurableFiles } from '../durable-files.ts'
import { inParallel } from '../in-parallel.ts'
import { caught, type StoreFailure } from '../store-failure.ts'
import { endIfCancelled, type FileWatch } from '../watched-files.ts'
import { listBackups, readListing } from './backup-folder.ts'
import { writeLost } from './last-check.ts'
import { pathIn } from './library-paths.ts'
import { putObject, readObject } from './objects.ts'

export interface BackupsReport {
  readonly backups: number
  /** Files that were read and hashed; one that many backups share counts once. */
  readonly objects: number
  /** Objects that were damaged or missing, and are whole again. */
  readonly mended: number
  /** What a backup can no longer give: the newest that needs it, and the path; a folder's ends in `/`. */
  readonly lost: readonly { readonly backup: string; readonly path: string }[]
  /** Files that have the name of a backup and cannot be read. */
  readonly unreadable: readonly string[]
}

/**
 * Reads everything that any of the backups needs, and compares it with its SHA-256. Where an object is not what
 * it was and the library still has the same bytes, it is written anew; nothing else is.
 */
export async function verifyBackups(
  store: DurableFiles,
  library: DurableFiles,
  watch: FileWatch = {},
): Promise<Result<BackupsReport, StoreFailure>> {
  const list = await listBackups(store)
  if (!list.ok) return list
  const { backups, unreadable } = list.value
  const seen = new Set<string>()
  let mended = 0
  const lost: { backup: string; path: string }[] = []
  const lostObjects = new Set<string>()
  for (const { name, backup } of backups)
    for (const [folder, sha256] of Object.entries(backup.folders)) {
      if (seen.has(sha256)) continue
      seen.add(sha256)
      const listing = await caught(() => readListing(store, backup, folder))
      if (!listing.ok) {
        lost.push({ backup: name, path: `${folder}/` })
        lostObjects.add(sha256)
      }
      const files = listing.ok ? listing.value.files.filter(file => !seen.has(file.sha256)) : []
      await inParallel(files, async file => {
        seen.add(file.sha256)
        endIfCancelled(watch)
        watch.onFile?.(file.byteLength)
        const object = await readObject(store, file.sha256)
        if (object.ok) return
        const path = pathIn(folder, file.name)
        const bytes = await library.read(path)
        const same = bytes.ok && bytes.value !== undefined && sha256Of(bytes.value) === file.sha256
        if (same && (await putObject(store, bytes.value)).ok) mended += 1
        else {
          lost.push({ backup: name, path })
          lostObjects.add(file.sha256)
        }
      })
    }
  // Where even that cannot be written, the report still says it.
  await writeLost(store, lostObjects)
  return ok({ backups: backups.length, objects: seen.size, mended, lost, unreadable })
}
