import { folderOf, isLibraryPath, nameOf, pathIn } from '../backup/library-paths.ts'
import type { DurableFiles } from '../durable-files.ts'
import {
  ARTICLES_FOLDER,
  ASSETS_FOLDER,
  IMPORTS_FOLDER,
  JOURNAL_FOLDER,
  MONTHS_FOLDER,
  ORIGINALS_FOLDER,
} from '../paths.ts'

/** The programs that keep a folder the same on several computers, by how they name the copies that they could not merge. */
export type SyncService = 'Dropbox' | 'Syncthing' | 'OneDrive' | 'iCloud' | 'Google Drive'

/** A file that such a program made beside one of the library's, because two computers had changed it. */
export interface ConflictCopy {
  readonly path: string
  /** The library's own file. */
  readonly of: string
  /** By the pattern of the name; others may use the same one. */
  readonly service: SyncService
  /** Whether it is the same as the library's own file, and so says nothing new. */
  readonly same: boolean
}

/** What stands between a name and its extension. OneDrive's is the name of a computer, so it is tried last. */
const MARKS: readonly (readonly [SyncService, RegExp])[] = [
  ['Syncthing', /^\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?$/],
  ['Dropbox', /^ \(.*(?:conflict|冲突|衝突).*\)$/i],
  ['Google Drive', /^ ?\(\d{1,3}\)$/],
  ['iCloud', /^ \d{1,3}$/],
  ['OneDrive', /^-[\p{L}\p{N}][\p{L}\p{N}_. -]{0,62}$/u],
]

/** The library's file that the path is a copy of, by its name alone; undefined for any other file. */
export function conflictCopyOf(path: string): Pick<ConflictCopy, 'of' | 'service'> | undefined {
  if (isLibraryPath(path)) return undefined
  const folder = folderOf(path)
  const name = nameOf(path)
  const extension = /\.jsonl?$/.exec(name)?.[0] ?? ''
  const stem = name.slice(0, name.length - extension.length)
  // The longest own name first: a month's name has a hyphen too.
  for (let end = stem.length - 1; end > 0; end--) {
    const of = pathIn(folder, `${stem.slice(0, end)}${extension}`)
    if (!isLibraryPath(of)) continue
    const service = MARKS.find(([, mark]) => mark.test(stem.slice(end)))?.[0]
    if (service !== undefined) return { of, service }
  }
  return undefined
}

/** All conflict copies among the library's files. They are never merged, changed or removed: that is for a person. */
export async function findConflictCopies(files: DurableFiles): Promise<ConflictCopy[]> {
  const folders = ['.', MONTHS_FOLDER, JOURNAL_FOLDER, IMPORTS_FOLDER]
  for (const folder of [ARTICLES_FOLDER, ORIGINALS_FOLDER, ASSETS_FOLDER])
    for (const shard of await namesIn(files, folder)) folders.push(`${folder}/${shard}`)
  const copies: ConflictCopy[] = []
  for (const folder of folders)
    for (const name of await namesIn(files, folder)) {
      const path = pathIn(folder, name)
      const copy = conflictCopyOf(path)
      if (copy !== undefined) copies.push({ path, ...copy, same: await same(files, path, copy.of) })
    }
  return copies
}

async function namesIn(files: DurableFiles, folder: string): Promise<string[]> {
  const names = await files.list(folder)
  return names.ok ? names.value : []
}

async function same(files: DurableFiles, path: string, of: string): Promise<boolean> {
  const [a, b] = [await files.read(path), await files.read(of)]
  if (!a.ok || !b.ok || a.value === undefined || b.value === undefined) return false
  return Buffer.compare(a.value, b.value) === 0
}
