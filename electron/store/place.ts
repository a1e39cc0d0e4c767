import { access, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The programs that keep a folder the same on several computers. */
type Service = 'OneDrive' | 'iCloud Drive' | 'Dropbox' | 'Google Drive' | 'Syncthing'

/** Where a folder is, as far as its path and what lies above it tell. */
export interface Place {
  readonly kind: 'local' | 'cloud' | 'removable' | 'unknown'
  readonly service?: Service
}

/** The names that the programs give to the folders that they keep in step, in a path with `/`. */
const FOLDERS: readonly (readonly [Service, RegExp])[] = [
  ['iCloud Drive', /\/(?:Library\/Mobile Documents|iCloudDrive|iCloud Drive)(?:\/|$)/],
  ['OneDrive', /\/OneDrive(?: ?- ?[^/]+|-[^/]+)?(?:\/|$)/],
  ['Dropbox', /\/Dropbox(?: \([^/]+\))?(?:\/|$)/],
  ['Google Drive', /\/(?:Google ?Drive|GoogleDrive-[^/]+|My Drive)(?:\/|$)/],
]

/** Files by which they mark such a folder, whatever it is called. */
const MARKS: readonly (readonly [Service, string])[] = [
  ['Syncthing', '.stfolder'],
  ['Syncthing', '.stignore'],
  ['Dropbox', '.dropbox.cache'],
]

/** Where the systems put disks that can be taken out; on Windows a letter says nothing of that. */
const REMOVABLE = /^\/(?:Volumes|media|run\/media|mnt)\//

/** Where a folder is. It may be wrong about a program that names its folders as no other does; it never guesses one. */
export async function placeOf(folder: string): Promise<Place> {
  const real = await realpath(folder).catch(() => undefined)
  if (real === undefined) return { kind: 'unknown' }
  const path = real.replaceAll('\\', '/')
  const named = FOLDERS.find(([, pattern]) => pattern.test(path))?.[0]
  const service = named ?? (await markedAbove(real))
  if (service !== undefined) return { kind: 'cloud', service }
  if (REMOVABLE.test(path)) return { kind: 'removable' }
  return { kind: 'local' }
}

async function markedAbove(folder: string): Promise<Service | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    for (const [service, mark] of MARKS) if (await exists(join(at, mark))) return service
    if (dirname(at) === at) return undefined
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
