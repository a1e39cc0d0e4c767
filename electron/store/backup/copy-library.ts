import type { DurableFiles } from '../durable-files.ts'
import { jsonBytes } from '../json-file.ts'
import { JOURNAL_FOLDER } from '../paths.ts'
import { caught, orThrow } from '../store-failure.ts'
import { pathsOf } from '../verify.ts'
import { readListing } from './backup-folder.ts'
import type { Backup, ListedFile } from './backup-records.ts'
import type { BulkFiles } from './bulk-files.ts'
import { captureLibrary, continues } from './capture.ts'
import { folderOf, nameOf, pathIn } from './library-paths.ts'
import { putObject } from './objects.ts'
import { readState } from './read-state.ts'

/** A backup whose objects are all on the disk, and how many of them no backup had before. */
export interface Copied {
  readonly backup: Omit<Backup, 'takenAt' | 'backupFormat'>
  readonly added: number
}

/**
 * Copies what the library has and the last backup has not. A file that the last backup has and that never
 * changes is not read again, provided that the library continues the history of that backup; so what a failing
 * disk did to it since does not get into the backups.
 */
export async function copyLibrary(
  files: DurableFiles,
  store: BulkFiles,
  last: Backup | undefined,
): Promise<Copied> {
  const past = last !== undefined && (await continues(files, last.library)) ? last : undefined
  const before = past === undefined ? new Map<string, ListedFile>() : await filesOf(store, past)
  const newestJournal = newestJournalIn([...before.keys()])
  const knows = (path: string): boolean =>
    before.has(path) &&
    before.get(path)?.unnamed !== true &&
    (isImmutable(path) || (isJournal(path) && path !== newestJournal))

  const now = new Map<string, ListedFile>()
  let added = 0
  const captured = await captureLibrary(files, {
    knows,
    severalAtOnce: true,
    async take(path, bytes) {
      const known = before.get(path)
      if (bytes !== undefined) {
        const sha256 = orThrow(await putObject(store, bytes))
        if (sha256 !== known?.sha256) added += 1
        now.set(path, { name: nameOf(path), sha256, byteLength: bytes.byteLength })
      } else if (known !== undefined) now.set(path, known)
    },
  })
  for (const [path, file] of now)
    if (isImmutable(path) && !captured.named.has(path) && !knows(path))
      now.set(path, { ...file, unnamed: true })
  const lost = [...before].filter(([path]) => !now.has(path) && knows(path))
  for (const [path, file] of await stillNamed(files, lost)) now.set(path, file)
  const listed = await list(store, now)
  orThrow(await store.finish())
  const { createdAt, seq, crc } = captured
  return {
    backup: { library: { createdAt, seq, ...(crc !== undefined && { crc }) }, ...listed },
    added,
  }
}

/** By number: a name of seven digits is newer than any of six. */
export const newestJournalIn = (paths: readonly string[]): string | undefined =>
  paths
    .filter(isJournal)
    .sort((a, b) => Number.parseInt(nameOf(a), 10) - Number.parseInt(nameOf(b), 10))
    .at(-1)

const isImmutable = (path: string): boolean => /^(?:articles|assets|originals)\//.test(path)
const isJournal = (path: string): boolean => path.startsWith(`${JOURNAL_FOLDER}/`) && path.endsWith('.jsonl')

async function filesOf(store: DurableFiles, backup: Backup): Promise<Map<string, ListedFile>> {
  const files = new Map<string, ListedFile>()
  for (const folder of Object.keys(backup.folders)) {
    // What a damaged listing had is copied as if it were new.
    const listing = await caught(() => readListing(store, backup, folder))
    if (listing.ok) for (const file of listing.value.files) files.set(pathIn(folder, file.name), file)
  }
  return files
}

/**
 * Of the files that are gone from the library, those that it should have: they stay in the backups for as long
 * as a clipping names them.
 */
async function stillNamed(
  files: DurableFiles,
  lost: readonly [string, ListedFile][],
): Promise<readonly [string, ListedFile][]> {
  if (lost.length === 0) return lost
  const present = await readState(files)
  if (!present.ok) return lost
  const named = new Set([...present.value.state.clippings.values()].flatMap(pathsOf))
  return lost.filter(([path]) => isJournal(path) || named.has(path))
}

/** Keeps a listing for each folder, as objects. */
async function list(
  store: DurableFiles,
  files: ReadonlyMap<string, ListedFile>,
): Promise<Pick<Backup, 'folders' | 'fileCount' | 'byteLength'>> {
  const byFolder = new Map<string, ListedFile[]>()
  let byteLength = 0
  for (const [path, file] of files) {
    const folder = folderOf(path)
    const listed = byFolder.get(folder)
    if (listed === undefined) byFolder.set(folder, [file])
    else listed.push(file)
    byteLength += file.byteLength
  }
  const folders: Record<string, string> = {}
  for (const [folder, listed] of [...byFolder].sort(([a], [b]) => (a < b ? -1 : 1))) {
    listed.sort((a, b) => (a.name < b.name ? -1 : 1))
    folders[folder] = orThrow(await putObject(store, jsonBytes({ files: listed })))
  }
  return { folders, fileCount: files.size, byteLength }
}
