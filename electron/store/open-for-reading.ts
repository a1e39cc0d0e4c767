import { setTimeout as delay } from 'node:timers/promises'
import { fail, ok, type Result } from '../core/result.ts'
import { readArticle } from './articles.ts'
import { readState } from './backup/read-state.ts'
import { type DurableFiles, durableFiles } from './durable-files.ts'
import { type FileSystem, nodeFileSystem } from './file-system.ts'
import type { Library } from './library.ts'
import { READABLE_VERSION, readSchemaVersion, SCHEMA_VERSION } from './library-file.ts'
import { readOriginal } from './originals.ts'
import { readNewer, readNewerArticle } from './read-newer.ts'
import type { StoreFailure } from './store-failure.ts'

/** A library as it was at one moment. Its articles and originals are read when they are asked for. */
export interface ReadLibrary
  extends Pick<Library, 'directory' | 'state' | 'version' | 'readArticle' | 'readOriginal'> {
  /** Where the journal is damaged: the state is then the one before the damage. */
  readonly damage: StoreFailure | undefined
  /** `library-newer` where a newer version wrote it: what this one does not know is not in the state. */
  readonly newer?: StoreFailure
}

/** How often a reading that met damage is made again, and after how many milliseconds. */
const ATTEMPTS = 3
const PAUSE_MS = 50

/**
 * Reads the library in the folder without its lock, while another process may be writing to it, and writes nothing.
 * What comes back is the library after one of its changes, never between two. `not-found` where there is none.
 * Undefined where it is of a version that has to be opened first, which migrates it.
 */
export async function openForReading(
  directory: string,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<Result<ReadLibrary | undefined, StoreFailure>> {
  const files = durableFiles(fileSystem, directory)
  for (let attempt = 1; ; attempt++) {
    const read = await readOnce(directory, files)
    const isSound = read.ok && read.value?.damage === undefined
    if (isSound || attempt === ATTEMPTS) return read
    // Bytes that a writer cut and wrote again while they were read look like damage, once.
    await delay(PAUSE_MS)
  }
}

async function readOnce(
  directory: string,
  files: DurableFiles,
): Promise<Result<ReadLibrary | undefined, StoreFailure>> {
  const version = await readSchemaVersion(files)
  if (!version.ok) return version
  if (version.value === undefined) return fail({ code: 'not-found', message: 'there is no library' })
  if (version.value > SCHEMA_VERSION) return readNewerOnce(directory, files, version.value)
  if (version.value < READABLE_VERSION) return ok(undefined)
  const there = await readState(files)
  if (!there.ok) return there
  const { state, seq, damage } = there.value
  return ok({
    directory,
    state,
    version: seq,
    damage,
    readArticle: clipping => readArticle(files, clipping),
    readOriginal: sha256 => readOriginal(files, sha256),
  })
}

async function readNewerOnce(
  directory: string,
  files: DurableFiles,
  schemaVersion: number,
): Promise<Result<ReadLibrary, StoreFailure>> {
  const there = await readNewer(files, schemaVersion)
  if (!there.ok) return there
  const { state, seq, readOnly } = there.value
  return ok({
    directory,
    state,
    version: seq,
    damage: undefined,
    newer: readOnly,
    readArticle: clipping => readNewerArticle(files, clipping, readOnly),
    readOriginal: sha256 => readOriginal(files, sha256),
  })
}
