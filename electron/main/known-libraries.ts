import { basename } from 'node:path'
import { z } from 'zod'
import { filePathSchema } from '../core/model/file-path.ts'
import { instantSchema } from '../core/model/identifiers.ts'
import type { Clock } from '../core/ports.ts'
import type { Output } from '../ipc/contract.ts'
import { durableFiles } from '../store/durable-files.ts'
import { nodeFileSystem } from '../store/file-system.ts'
import { lookForLibrary } from '../store/find-library.ts'
import { jsonBytes, parseJson } from '../store/json-file.ts'
import { setAsideDamaged } from '../store/set-aside.ts'

const FILE = 'libraries.json'
const MOST = 10

const fileSchema = z.object({
  libraries: z.array(z.object({ path: z.string().min(1), lastOpened: instantSchema })),
})

/** A path as a file says it that is no longer whole. */
const PATH = /"path"\s*:\s*("(?:[^"\\\n]|\\.)+")/gu

/** The paths that can be made out in a damaged file, in their order: where a library lies is known nowhere else. */
function pathsIn(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('utf8')
  return Array.from(text.matchAll(PATH), ([, quoted = '']) => {
    try {
      return filePathSchema.safeParse(JSON.parse(quoted)).data ?? ''
    } catch {
      return ''
    }
  }).filter(path => path !== '')
}

/** The libraries that were open on this computer, the newest first; the first is the one to open on the next start. */
export interface KnownLibraries {
  /** Of what the file said only a part could be made out, or nothing; it was moved aside. */
  readonly isDamaged: boolean
  /** Undefined before the first. */
  readonly newest: string | undefined
  describe(): Promise<Output<'library:recent'>['libraries']>
  /** Puts a library first; `instead` was where it used to be. What cannot be written is known until the app ends. */
  remember(path: string, instead?: string): Promise<void>
}

/** In the profile folder. Of a file that is damaged the paths count that can be made out. */
export async function openKnownLibraries(profileFolder: string, clock: Clock): Promise<KnownLibraries> {
  const files = durableFiles(nodeFileSystem, profileFolder)
  const bytes = await files.read(FILE)
  const parsed = bytes.ok && bytes.value !== undefined ? parseJson(bytes.value, fileSchema) : undefined
  const isDamaged = !bytes.ok || (parsed !== undefined && 'problem' in parsed)
  if (isDamaged) await setAsideDamaged(nodeFileSystem, profileFolder, FILE, clock)
  const madeOut = bytes.ok && bytes.value !== undefined ? pathsIn(bytes.value) : []
  const lastOpened = new Date(clock.now()).toISOString()
  let libraries =
    parsed !== undefined && 'value' in parsed
      ? parsed.value.libraries
      : [...new Set(madeOut)].slice(0, MOST).map(path => ({ path, lastOpened }))
  let writing: Promise<unknown> = Promise.resolve()
  return {
    isDamaged,
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
      libraries = [{ path, lastOpened: new Date(clock.now()).toISOString() }, ...others].slice(0, MOST)
      writing = writing.then(() => files.replace(FILE, jsonBytes({ libraries })))
      await writing
    },
  }
}
