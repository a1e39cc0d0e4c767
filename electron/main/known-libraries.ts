import { basename } from 'node:path'
import { z } from 'zod'
import { instantSchema } from '../core/model/identifiers.ts'
import type { Clock } from '../core/ports.ts'
import type { Output } from '../ipc/contract.ts'
import { durableFiles } from '../store/durable-files.ts'
import { nodeFileSystem } from '../store/file-system.ts'
import { lookForLibrary } from '../store/find-library.ts'
import { jsonBytes, parseJson } from '../store/json-file.ts'

const FILE = 'libraries.json'
const MOST = 10

const fileSchema = z.object({
  libraries: z.array(z.object({ path: z.string().min(1), lastOpened: instantSchema })),
})

/** The libraries that were open on this computer, the newest first; the first is the one to open on the next start. */
export interface KnownLibraries {
  /** Undefined before the first. */
  readonly newest: string | undefined
  describe(): Promise<Output<'library:recent'>['libraries']>
  /** Puts a library first; `instead` was where it used to be. What cannot be written is known until the app ends. */
  remember(path: string, instead?: string): Promise<void>
}

/** In the profile folder. A file that cannot be read or understood counts as not there. */
export async function openKnownLibraries(profileFolder: string, clock: Clock): Promise<KnownLibraries> {
  const files = durableFiles(nodeFileSystem, profileFolder)
  const bytes = await files.read(FILE)
  const parsed = bytes.ok && bytes.value !== undefined ? parseJson(bytes.value, fileSchema) : undefined
  let libraries = parsed !== undefined && 'value' in parsed ? parsed.value.libraries : []
  let writing: Promise<unknown> = Promise.resolve()
  return {
    get newest() {
      return libraries[0]?.path
    },
    describe: () =>
      Promise.all(
        libraries.map(async ({ path, lastOpened }) => ({
          path,
          name: basename(path),
          lastOpened,
          isPresent: (await lookForLibrary(path)) === 'library',
        })),
      ),
    async remember(path, instead) {
      const others = libraries.filter(each => each.path !== path && each.path !== instead)
      const lastOpened = new Date(clock.now()).toISOString()
      libraries = [{ path, lastOpened }, ...others].slice(0, MOST)
      writing = writing.then(() => files.replace(FILE, jsonBytes({ libraries })))
      await writing
    },
  }
}
