import { createHash } from 'node:crypto'
import { rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ExportedFile, Piece } from '../core/export/writer.ts'
import type { Instant } from '../core/model/identifiers.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { ZipWriter } from './archive/zip-writer.ts'
import { EXPORT_MANIFEST, manifestBytes } from './export-manifest.ts'
import { type FileSystem, nodeFileSystem, type OpenFile } from './file-system.ts'
import { isSameExport } from './same-export.ts'
import { isMissing, StoreError, type StoreFailure, writeFailure } from './store-failure.ts'
import { systemClock } from './system-ports.ts'
import { endIfCancelled } from './watched-files.ts'

type Content = ExportedFile['content']

/** Where an export goes, and what it is called, beside that, until it is whole. */
export interface ExportPlace {
  readonly path: string
  readonly partial: string
}

/** `token` is what no other export beside this one has. */
export const placeOfExport = (path: string, token: string): ExportPlace => ({
  path,
  partial: join(dirname(path), `.cuttings-export-${token}`),
})

/** What {@link placeOfExport} calls what is being written: by the id of a job, or of a process. */
const PARTIAL = /^\.cuttings-export-(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\d+(?:-\d+)?)$/u
/** No export takes as long. */
const DAY_MS = 24 * 60 * 60 * 1000

/** Removes, beside a place, what exports have left there whose process was killed more than a day ago. */
export async function removeLeftExports(
  { path }: Pick<ExportPlace, 'path'>,
  now = systemClock.now(),
  fileSystem: FileSystem = nodeFileSystem,
): Promise<void> {
  const folder = dirname(path)
  for (const name of await fileSystem.readdir(folder).catch(() => [])) {
    if (!PARTIAL.test(name)) continue
    const partial = join(folder, name)
    const changed = await fileSystem.modifiedAt(partial).catch(() => now)
    if (now - changed > DAY_MS) await abandonExport({ path, partial })
  }
}

/** Removes what an export has left that failed, or whose process or worker ended before it. */
export async function abandonExport({ partial }: ExportPlace): Promise<void> {
  try {
    await rm(partial, { recursive: true, force: true })
  } catch (error) {
    // The disk that ended the export may refuse this too, or a file stand where its folder should be: the failure to be
    // told is that of the export.
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}

export interface ExportWriting {
  /** Ends the writing with the failure `cancelled`. */
  readonly signal?: AbortSignal | undefined
  readonly fileSystem?: FileSystem
  /** Whether a folder remembers what was written to it, so that it can be brought up to date later. */
  readonly keepsManifest?: boolean
  /** When the export says that it was made: a file that would only say another time is not touched. */
  readonly createdAt?: Instant | undefined
}

let last = 0

/** Puts a small file in place, whole or not at all; one of that name is replaced. */
export async function writeExportedFile(
  path: string,
  bytes: Uint8Array,
): Promise<Result<undefined, StoreFailure>> {
  const written = await writeExportedPieces(placeOfExport(path, `${process.pid}-${++last}`), bytes)
  return written.ok ? ok(undefined) : written
}

/**
 * Writes the pieces as one file beside its place, and moves it there when the disk has it: where it is cancelled or
 * fails, what was there before is there as it was, and nothing beside it. A file of that name is replaced, but for one that
 * would only say another time. The result is the number of files that are new.
 */
export const writeExportedPieces = (
  place: ExportPlace,
  pieces: Content,
  writing: ExportWriting = {},
): Promise<Result<number, StoreFailure>> =>
  inPlace(place, writing, async (fileSystem, check) => {
    await writeFile(fileSystem, place.partial, append => appendPieces(pieces, append, check))
    return (await isAsItWas(fileSystem, place.path, place.partial, writing)) ? undefined : 1
  })

/** As {@link writeExportedPieces}, with the files in a ZIP archive, in their order. */
export const writeExportedArchive = (
  place: ExportPlace,
  files: AsyncIterable<ExportedFile>,
  writing: ExportWriting = {},
): Promise<Result<number, StoreFailure>> =>
  inPlace(place, writing, async (fileSystem, check) => {
    await writeFile(fileSystem, place.partial, async append => {
      const zip = new ZipWriter(append)
      for await (const { path, content } of files) {
        check()
        levelsOf(path)
        await zip.add(path, await bytesOf(content, check))
      }
      await zip.finish()
    })
    return 1
  })

/**
 * As {@link writeExportedPieces}, with the files in a folder of their own, which is absent or empty before. Folders
 * above it are made where they are not there.
 */
export const writeExportedFolder = (
  place: ExportPlace,
  files: AsyncIterable<ExportedFile> | Iterable<ExportedFile>,
  writing: ExportWriting = {},
): Promise<Result<number, StoreFailure>> =>
  inPlace(place, writing, async (fileSystem, check) => {
    if (!(await isEmptyOrAbsent(fileSystem, place.path))) {
      throw new StoreError({
        code: 'write-failed',
        message: 'the folder to export to is not empty',
        detail: place.path,
      })
    }
    const sums = await fillFolder(fileSystem, place.partial, files, check)
    if (writing.keepsManifest === true)
      await fillFolder(
        fileSystem,
        place.partial,
        [manifestFile({ files: Object.fromEntries(sums), createdAt: writing.createdAt })],
        check,
      )
    return sums.size
  })

/** The manifest of a folder as one of its files. */
export const manifestFile = (manifest: Parameters<typeof manifestBytes>[0]): ExportedFile => ({
  path: EXPORT_MANIFEST,
  content: manifestBytes(manifest),
})

/** Writes files into a folder, which is made; gives back the SHA-256 of each. The disk has them when it resolves. */
export async function fillFolder(
  fileSystem: FileSystem,
  folder: string,
  files: AsyncIterable<ExportedFile> | Iterable<ExportedFile>,
  check: () => void,
): Promise<ReadonlyMap<string, string>> {
  await fileSystem.mkdir(folder)
  const folders = new Set([folder])
  const sums = new Map<string, string>()
  for await (const { path, content } of files) {
    check()
    const levels = levelsOf(path)
    for (let depth = 1; depth < levels.length; depth += 1) {
      const above = join(folder, ...levels.slice(0, depth))
      if (!folders.has(above)) await fileSystem.mkdir(above)
      folders.add(above)
    }
    const sum = createHash('sha256')
    await writeFile(fileSystem, join(folder, ...levels), append =>
      appendPieces(
        content,
        bytes => {
          sum.update(bytes)
          return append(bytes)
        },
        check,
      ),
    )
    sums.set(path, sum.digest('hex'))
  }
  for (const each of folders) await fileSystem.fsyncDirectory(each)
  return sums
}

/** `name` in `parent`, or `name 2`, `name 3` … where something of that name is there. Nothing is made. */
export async function freeFolder(parent: string, name: string): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const folder = join(parent, attempt === 1 ? name : `${name} ${attempt}`)
    if (!(await nodeFileSystem.exists(folder))) return folder
  }
}

/** Whether the file at `path` differs from that at `now` in nothing but when it was exported. */
export async function isAsItWas(
  fileSystem: FileSystem,
  path: string,
  now: string,
  { createdAt }: ExportWriting,
): Promise<boolean> {
  if (createdAt === undefined || !(await fileSystem.exists(path))) return false
  const [there, written] = [await fileSystem.read(path), await fileSystem.read(now)]
  return isSameExport(Buffer.from(there), Buffer.from(written), createdAt)
}

/**
 * Has the export written under its other name, and moves it in place; where that fails, or there is nothing to move, nothing is
 * left of it.
 */
async function inPlace(
  place: ExportPlace,
  { signal, fileSystem = nodeFileSystem }: ExportWriting,
  write: (fileSystem: FileSystem, check: () => void) => Promise<number | undefined>,
): Promise<Result<number, StoreFailure>> {
  const check = () => endIfCancelled({ signal })
  const above: string[] = []
  let isInPlace = false
  try {
    check()
    await abandonExport(place)
    await makeAbove(fileSystem, dirname(place.path), above)
    const written = await write(fileSystem, check)
    check()
    if (written === undefined) return ok(0)
    await moveInPlace(fileSystem, place)
    isInPlace = true
    await fileSystem.fsyncDirectory(dirname(place.path))
    return ok(written)
  } catch (error) {
    if (error instanceof StoreError) return fail(error.failure)
    if (!(error instanceof Error && 'code' in error)) throw error
    return fail(writeFailure(error, 'writing the export'))
  } finally {
    if (!isInPlace) {
      await abandonExport(place)
      for (const folder of above) await rmdir(folder).catch(() => undefined)
    }
  }
}

/** Makes the folders that a place is in; gives back those that were made, the lowest first. */
export async function foldersAbove(
  fileSystem: FileSystem,
  { path }: Pick<ExportPlace, 'path'>,
): Promise<readonly string[]> {
  const made: string[] = []
  await makeAbove(fileSystem, dirname(path), made)
  return made
}

/** Makes a folder and those above it; `made` has what was made, the lowest first. */
async function makeAbove(fileSystem: FileSystem, folder: string, made: string[]): Promise<void> {
  if (await fileSystem.exists(folder)) return
  await makeAbove(fileSystem, dirname(folder), made)
  if (await fileSystem.mkdir(folder)) made.unshift(folder)
}

async function moveInPlace(fileSystem: FileSystem, { path, partial }: ExportPlace): Promise<void> {
  // Windows does not rename over a folder, not even an empty one.
  const wasFolder = await rmdir(path).then(
    () => true,
    () => false,
  )
  try {
    await fileSystem.rename(partial, path)
  } catch (error) {
    if (wasFolder) await fileSystem.mkdir(path)
    throw error
  }
}

/** Whether nothing is in the way of a folder of that path. */
export async function isEmptyOrAbsent(fileSystem: FileSystem, folder: string): Promise<boolean> {
  try {
    return (await fileSystem.readdir(folder)).length === 0
  } catch (error) {
    if (isMissing(error)) return true
    throw error
  }
}

/** The parts of a path. Writers name their files safely: one that leads out of the export is a bug. */
function levelsOf(path: string): string[] {
  const levels = path.split('/')
  if (levels.some(level => /^(?:\.{0,2}|[a-z]:)$|[\\\0]/iu.test(level)))
    throw new Error(`not the path of an exported file: ${path}`)
  return levels
}

type Append = OpenFile['append']

async function writeFile(
  fileSystem: FileSystem,
  path: string,
  fill: (append: Append) => Promise<void>,
): Promise<void> {
  const file = await fileSystem.open(path, 'create')
  try {
    await fill(bytes => file.append(bytes))
    await file.fsync()
  } finally {
    await file.close()
  }
}

/** Small pieces are written together. */
const CHUNK = 256 * 1024

async function appendPieces(content: Content, append: Append, check: () => void): Promise<void> {
  let waiting: Uint8Array[] = []
  let length = 0
  for await (const piece of piecesOf(content)) {
    check()
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece
    waiting.push(bytes)
    length += bytes.length
    if (length < CHUNK) continue
    await append(Buffer.concat(waiting))
    waiting = []
    length = 0
  }
  if (length > 0) await append(Buffer.concat(waiting))
}

async function bytesOf(content: Content, check: () => void): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  await appendPieces(content, async bytes => void all.push(bytes), check)
  return Buffer.concat(all)
}

async function* piecesOf(content: Content): AsyncGenerator<Piece> {
  if (typeof content === 'string' || content instanceof Uint8Array) yield content
  else yield* content
}
