import { buffer } from 'node:stream/consumers'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import type { Result } from '../../core/result.ts'
import { isLibraryPath } from '../backup/library-paths.ts'
import { fillNewFolder } from '../backup/new-folder.ts'
import { sha256Of } from '../content-files.ts'
import type { DurableFiles } from '../durable-files.ts'
import { inParallel } from '../in-parallel.ts'
import { parseJson } from '../json-file.ts'
import { damaged, orThrow, StoreError, type StoreFailure } from '../store-failure.ts'
import { type Problem, verifyFiles } from '../verify.ts'
import { endIfCancelled, type FileWatch, watchedFiles } from '../watched-files.ts'
import { ARCHIVE_FILE, type ArchiveFacts, archiveSchema, parseSums, SUMS_FILE } from './archive-format.ts'

/** What an archive may ask of the machine that opens it. */
export interface ArchiveLimits {
  readonly entries: number
  /** Bytes of one file. */
  readonly file: number
  /** Bytes of all files for each byte of the archive, beside `slack`. */
  readonly ratio: number
  readonly slack: number
}

/** JSON and journals shrink to a twentieth; what claims a hundred times its size is no library. */
const LIMITS: ArchiveLimits = { entries: 4_000_000, file: 1024 ** 3, ratio: 100, slack: 64 * 1024 ** 2 }

export interface ExtractedArchive {
  readonly facts: ArchiveFacts
  /** Files that the archive should have and that are missing or not as they were put in. */
  readonly lost: readonly string[]
  /** What verifying the library found. */
  readonly problems: readonly Problem[]
}

/**
 * Makes a library of an archive, in a folder that is absent or empty, and verifies it there. Only files that a
 * library has are written, each under its own checked path, and no more than the limits allow; anything else
 * is `library-damaged`, and nothing is left of it.
 */
export const extractArchive = (
  path: string,
  folder: string,
  limits: ArchiveLimits = LIMITS,
  watch: FileWatch = {},
): Promise<Result<ExtractedArchive, StoreFailure>> =>
  fillNewFolder(folder, async target => {
    const { sums, facts } = await readContents(path, limits)
    watch.onTotal?.(facts.fileCount)
    const found = await extractFiles(path, limits, sums, target, watch)
    const lost = [...sums.keys()].filter(each => each !== ARCHIVE_FILE && !found.has(each))
    const { problems } = await verifyFiles(watchedFiles(target, { signal: watch.signal }))
    return { facts, lost, problems }
  })

interface Contents {
  readonly sums: ReadonlyMap<string, string>
  readonly facts: ArchiveFacts
}

/** The checksums are written last and needed first, so the archive is gone through twice. */
async function readContents(path: string, limits: ArchiveLimits): Promise<Contents> {
  let sums: Map<string, string> | undefined
  let facts: ArchiveFacts | undefined
  for await (const { name, read } of entriesOf(path, limits)) {
    if (name === SUMS_FILE) sums = parseSums((await read())?.toString('utf8') ?? '')
    if (name !== ARCHIVE_FILE) continue
    const parsed = parseJson((await read()) ?? new Uint8Array(), archiveSchema)
    if ('value' in parsed) facts = parsed.value
  }
  if (sums === undefined || facts === undefined)
    throw new StoreError(damaged('this is no whole archive of a library'))
  return { sums, facts }
}

async function extractFiles(
  path: string,
  limits: ArchiveLimits,
  sums: ReadonlyMap<string, string>,
  target: DurableFiles,
  watch: FileWatch,
): Promise<ReadonlySet<string>> {
  const seen = new Set<string>()
  const found = new Set<string>()
  await inParallel(entriesOf(path, limits), async ({ name, read }) => {
    if (name === SUMS_FILE || name === ARCHIVE_FILE) return
    if (seen.has(name)) throw new StoreError(damaged(`the archive has ${name} twice`))
    seen.add(name)
    endIfCancelled(watch)
    const bytes = await read()
    watch.onFile?.(bytes?.byteLength ?? 0)
    if (bytes === undefined || sums.get(name) !== sha256Of(bytes)) return
    orThrow(await target.replace(name, bytes))
    found.add(name)
  })
  return found
}

interface ReadableEntry {
  readonly name: string
  /** Undefined where the entry cannot be read: that must not keep the others from being read. */
  readonly read: () => Promise<Buffer | undefined>
}

/** The archive's entries, each of them allowed, as long as they stay within the limits. */
async function* entriesOf(path: string, limits: ArchiveLimits): AsyncGenerator<ReadableEntry> {
  const zip = await open(path)
  let left = zip.fileSize * limits.ratio + limits.slack
  try {
    if (zip.entryCount > limits.entries) throw tooLarge()
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName
      if (name !== SUMS_FILE && name !== ARCHIVE_FILE && !isLibraryPath(name))
        throw new StoreError(damaged('the archive has a file that no library has', JSON.stringify(name)))
      left -= entry.uncompressedSize
      if (entry.uncompressedSize > limits.file || left < 0) throw tooLarge()
      yield { name, read: () => readEntry(zip, entry) }
    }
  } catch (error) {
    // What yauzl finds wrong with the structure it throws as a plain Error.
    if (error instanceof StoreError || !(error instanceof Error)) throw error
    throw new StoreError(damaged('the archive is damaged', error.message))
  } finally {
    zip.close()
  }
}

const tooLarge = (): StoreError =>
  new StoreError(damaged('the archive would take up far more space than a library'))

async function open(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false, strictFileNames: true, validateEntrySizes: true })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if ('code' in error && error.code === 'ENOENT')
      throw new StoreError({ code: 'not-found', message: `there is no file ${path}` })
    throw new StoreError(damaged('this is no archive', error.message))
  }
}

/** The sizes in the directory are claims: yauzl ends an entry that turns out larger or smaller with an error. */
async function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer | undefined> {
  try {
    return await buffer(await zip.openReadStreamPromise(entry))
  } catch {
    return undefined
  }
}
