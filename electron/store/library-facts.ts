import { listBackups } from './backup/backup-folder.ts'
import { durableFiles } from './durable-files.ts'
import { nodeFileSystem } from './file-system.ts'
import { filesUnder } from './files-under.ts'
import { ARTICLES_FOLDER, JOURNAL_FOLDER, MONTHS_FOLDER, ORIGINALS_FOLDER } from './paths.ts'
import { type Place, placeOf } from './place.ts'
import { type ConflictCopy, findConflictCopies } from './repair/conflict-copies.ts'

/** What is known of a library by looking at its folder. */
export interface LibraryFacts {
  readonly place: Place
  readonly conflictCopies: readonly ConflictCopy[]
  /** Of all files in the folder, backups included. */
  readonly bytes: number
  /** When the newest backup was taken. */
  readonly lastBackup: string | undefined
}

/** Looks at every name in the library's folder, and at the sizes of all files; nothing is changed. */
export async function libraryFacts(library: string, backups: string): Promise<LibraryFacts> {
  let bytes = 0
  try {
    for await (const file of filesUnder(library)) bytes += file.byteLength
  } catch (error) {
    // A disk that is gone has nothing on it.
    if (!(error instanceof Error && 'code' in error)) throw error
  }
  const list = await listBackups(durableFiles(nodeFileSystem, backups))
  return {
    place: await placeOf(library),
    conflictCopies: await findConflictCopies(durableFiles(nodeFileSystem, library)),
    bytes,
    lastBackup: list.ok ? list.value.backups[0]?.backup.takenAt : undefined,
  }
}

/** How many files a library has, roughly, for saying how far work on all of them is. */
export async function countLibraryFiles(library: string): Promise<number> {
  const files = durableFiles(nodeFileSystem, library)
  let count = 0
  for (const folder of [MONTHS_FOLDER, JOURNAL_FOLDER, ARTICLES_FOLDER, ORIGINALS_FOLDER]) {
    const names = await files.list(folder)
    for (const name of names.ok ? names.value : []) {
      const inside = /^[0-9a-fA-F]{2}$/.test(name) ? await files.list(`${folder}/${name}`) : undefined
      count += inside?.ok === true ? inside.value.length : 1
    }
  }
  return count
}
