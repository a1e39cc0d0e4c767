import { nodeFileSystem } from './file-system.ts'
import { JOURNAL_FOLDER, LIBRARY_FILE } from './paths.ts'
import { isMissing } from './store-failure.ts'

/** What a file browser leaves in a folder that somebody looked at. */
const NOBODYS = new Set(['.DS_Store', 'desktop.ini', 'Thumbs.db', '.directory'])

/** What is at a path: opening makes a new library in an empty folder, so one that should be there is looked for first. */
export type Found = 'library' | 'empty' | 'something-else' | 'missing'

/** Looks without changing anything. A folder that may not be looked into is `missing` too: nothing can be opened there. */
export async function lookForLibrary(folder: string): Promise<Found> {
  try {
    const names = (await nodeFileSystem.readdir(folder)).filter(name => !NOBODYS.has(name))
    if (names.includes(LIBRARY_FILE) || names.includes(JOURNAL_FOLDER)) return 'library'
    return names.length === 0 ? 'empty' : 'something-else'
  } catch (error) {
    if (isMissing(error)) return 'missing'
    if (error instanceof Error && 'code' in error)
      return error.code === 'ENOTDIR' ? 'something-else' : 'missing'
    throw error
  }
}
