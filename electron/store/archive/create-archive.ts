import { basename, dirname, join } from 'node:path'
import type { Clock } from '../../core/ports.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { captureLibrary } from '../backup/capture.ts'
import { sha256Of } from '../content-files.ts'
import { type DurableFiles, durableFiles } from '../durable-files.ts'
import { type FileSystem, nodeFileSystem, type OpenFile } from '../file-system.ts'
import { jsonBytes } from '../json-file.ts'
import { caught, type StoreFailure, writeFailure } from '../store-failure.ts'
import { type FileWatch, watchedFiles } from '../watched-files.ts'
import { ARCHIVE_FILE, type ArchiveFacts, SUMS_FILE, sumLine } from './archive-format.ts'
import { ZipWriter } from './zip-writer.ts'

/**
 * Writes the whole library into one ZIP file, as one moment, whether or not a process has it open. The file is
 * written beside its place and moved there at the end; one that is there already is not replaced. A damaged
 * journal or snapshot is `library-damaged`.
 */
export async function createArchive(
  library: string,
  path: string,
  clock: Clock,
  fileSystem: FileSystem = nodeFileSystem,
  watch: FileWatch = {},
): Promise<Result<ArchiveFacts, StoreFailure>> {
  const partial = join(dirname(path), `.${basename(path)}.partial-${process.pid}`)
  try {
    if (await fileSystem.exists(path))
      return fail({ code: 'write-failed', message: `${path} exists already` })
    if (!(await fileSystem.exists(library))) return fail({ code: 'not-found', message: 'no library there' })
    await fileSystem.unlink(partial)
    const file = await fileSystem.open(partial, 'create')
    let facts: Result<ArchiveFacts, StoreFailure>
    try {
      facts = await caught(() =>
        writeLibrary(watchedFiles(durableFiles(fileSystem, library), watch), file, clock),
      )
      await file.fsync()
    } finally {
      await file.close()
    }
    if (!facts.ok) return facts
    await fileSystem.rename(partial, path)
    await fileSystem.fsyncDirectory(dirname(path))
    return ok(facts.value)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return fail(writeFailure(error, `writing ${path}`))
  } finally {
    await fileSystem.unlink(partial).catch(() => undefined)
  }
}

async function writeLibrary(library: DurableFiles, file: OpenFile, clock: Clock): Promise<ArchiveFacts> {
  const takenAt = new Date(clock.now()).toISOString()
  const zip = new ZipWriter(bytes => file.append(bytes))
  const sums: string[] = []
  let byteLength = 0
  const { createdAt, seq } = await captureLibrary(library, {
    knows: () => false,
    severalAtOnce: false,
    take: async (path, bytes = new Uint8Array()) => {
      sums.push(sumLine(path, sha256Of(bytes)))
      byteLength += bytes.byteLength
      await zip.add(path, bytes)
    },
  })
  const facts: ArchiveFacts = {
    archiveFormat: 1,
    takenAt,
    createdAt,
    seq,
    fileCount: sums.length,
    byteLength,
  }
  const about = jsonBytes(facts)
  sums.push(sumLine(ARCHIVE_FILE, sha256Of(about)))
  await zip.add(ARCHIVE_FILE, about)
  await zip.add(SUMS_FILE, Buffer.from(sums.join('')))
  await zip.finish()
  return facts
}
