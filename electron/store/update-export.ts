import { rmdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileNameOf } from '../core/export/file-name.ts'
import type { ExportedFile } from '../core/export/writer.ts'
import { type EditedAnswer, type EditedFile, MOST_EDITED } from '../core/model/edited-file.ts'
import type { Instant } from '../core/model/identifiers.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { sha256Of } from './content-files.ts'
import { EXPORT_MANIFEST, type ExportManifest, manifestIn } from './export-manifest.ts'
import {
  abandonExport,
  type ExportPlace,
  type ExportWriting,
  fillFolder,
  foldersAbove,
  isAsItWas,
  isEmptyOrAbsent,
  manifestFile,
  writeExportedFolder,
} from './export-target.ts'
import { type FileSystem, nodeFileSystem } from './file-system.ts'
import { isMissing, StoreError, type StoreFailure, writeFailure } from './store-failure.ts'
import { endIfCancelled } from './watched-files.ts'

export interface UpdateWriting extends ExportWriting {
  /** What becomes of files that were changed by hand. */
  readonly answers?: readonly EditedAnswer[] | undefined
}

type Files = AsyncIterable<ExportedFile>

/** Whether a folder has been exported before, and can be brought up to date. */
export const isUpdatable = async (folder: string): Promise<boolean> =>
  (await manifestIn(nodeFileSystem, folder)) !== undefined

/**
 * Writes a folder, or brings one up to date that was exported before. There a file that is as it should be is not
 * touched, nor is any where all would only say another time; one that is as it was exported is replaced, or removed where it is no part of the export any more; one that
 * somebody changed stays as it is until an answer names it as it is now, and where any is without, nothing is changed and
 * the failure lists them.
 *
 * All files are written beside the folder first; only then are they moved there, each whole. Where that fails, what was
 * moved is moved back. A crash in between leaves some files new and the others as they were, each whole, and the manifest
 * knows both: the next export ends what was begun. The result is the number of files that were written.
 */
export async function writeUpdatableFolder(
  place: ExportPlace,
  files: Files,
  writing: UpdateWriting = {},
): Promise<Result<number, StoreFailure>> {
  const { fileSystem = nodeFileSystem, answers = [] } = writing
  const manifest = await manifestIn(fileSystem, place.path)
  if (manifest === undefined) return writeExportedFolder(place, files, { ...writing, keepsManifest: true })
  const target: Target = {
    fileSystem,
    folder: place.path,
    below: '',
    answers,
    createdAt: writing.createdAt,
  }
  return putInPlace(place, writing, async check => {
    const asBefore = new Map<string, string>()
    const all = withSumsAt(manifest.createdAt, files, asBefore)
    const sums = await fillFolder(fileSystem, join(place.partial, 'new'), all, check)
    if (asBefore.size > 0) {
      const { puts, removals, files: same } = await stepsTo(new Map([...sums, ...asBefore]), manifest, target)
      if (puts.length === 0 && removals.length === 0 && isSame(manifest, same)) return 0
    }
    const steps = await stepsTo(sums, manifest, target)
    check()
    await carryOut(steps, manifest, place, target)
    return steps.puts.length
  })
}

/** The files, and in `sums` what those that say when they were exported would have been at an earlier time. */
async function* withSumsAt(
  createdAt: Instant | undefined,
  files: Files,
  sums: Map<string, string>,
): AsyncGenerator<ExportedFile> {
  for await (const file of files) {
    if (createdAt !== undefined && file.contentAt !== undefined)
      sums.set(file.path, sha256Of(Buffer.from(file.contentAt(createdAt))))
    yield file
  }
}

/** What the files of {@link writeFileWithFolder} call the file that the others are beside. */
export const THE_FILE = 'the-file'

/** True for an error of the operating system's; any other is thrown on. */
function isOfTheSystem(error: unknown): true {
  if (error instanceof Error && 'code' in error) return true
  throw error
}

/**
 * The folder beside a file for what belongs to it: `NAME files`, or the next number that is free or was exported before.
 * Its name holds nothing that an address or a file system reads differently, whatever the file's.
 */
export async function folderBeside(path: string, fileSystem: FileSystem = nodeFileSystem): Promise<string> {
  const name = `${fileNameOf(basename(path).replace(/(?<=.)\.[^.]*$/u, ''), 'Cuttings')} files`
  for (let count = 1; ; count += 1) {
    const each = count === 1 ? name : `${name} ${count}`
    const folder = join(dirname(path), each)
    if ((await manifestIn(fileSystem, folder)) !== undefined) return each
    // What is wrong with the place is told when it is written to.
    if (await isEmptyOrAbsent(fileSystem, folder).catch(isOfTheSystem)) return each
  }
}

/**
 * Writes one file, {@link THE_FILE} among `files`, and a folder beside it, which has the others and is one of
 * {@link folderBeside}; with no others there is none. The file replaces one of its name, as `writeExportedPieces` does; the
 * folder is brought up to date as {@link writeUpdatableFolder} does it. Where it is cancelled or fails, both are as they were.
 */
export async function writeFileWithFolder(
  place: ExportPlace,
  name: string,
  files: Files,
  writing: UpdateWriting = {},
): Promise<Result<number, StoreFailure>> {
  const { fileSystem = nodeFileSystem, answers = [] } = writing
  const folder = dirname(place.path)
  const target: Target = { fileSystem, folder, below: `${name}/`, answers }
  const known = await manifestIn(fileSystem, join(folder, name))
  const manifest: ExportManifest = {
    exportVersion: 1,
    files: {},
    ...(known && withPaths(known, target.below)),
  }
  return putInPlace(place, writing, async check => {
    const sums = new Map(await fillFolder(fileSystem, join(place.partial, 'new'), files, check))
    const sum = sums.get(THE_FILE)
    sums.delete(THE_FILE)
    const { puts, ...steps } = await stepsTo(sums, manifest, target)
    const to = basename(place.path)
    const there = await sumAt(target, to)
    // Behind what it names.
    const isKept =
      there === sum ||
      (await isAsItWas(fileSystem, place.path, join(place.partial, 'new', THE_FILE), writing))
    const last = isKept ? [] : [{ from: THE_FILE, to, isThere: there !== undefined }]
    check()
    const all = { ...steps, puts: [...puts, ...last] }
    await carryOut(all, manifest, place, target, known !== undefined || sums.size > 0)
    if (known !== undefined && Object.keys(steps.files).length === 0) await removeManifest(target)
    return all.puts.length
  })
}

/** A manifest whose paths are those below the folder that it is in, with paths from the folder above. */
const withPaths = (
  { files, pending }: ExportManifest,
  below: string,
): Omit<ExportManifest, 'exportVersion'> => {
  const moved = (sums: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(sums).map(([path, sum]) => [`${below}${path}`, sum]))
  return { files: moved(files), ...(pending && { pending: moved(pending) }) }
}

/** A folder that nothing is exported to any more is no export's; one that holds anything else stays. */
async function removeManifest({ fileSystem, folder, below }: Target): Promise<void> {
  await fileSystem.unlink(join(folder, below, EXPORT_MANIFEST)).catch(() => undefined)
  await rmdir(join(folder, below)).catch(() => undefined)
}

/** Has files written beside a place and moved there; nothing stays beside it, and of a failure nothing above it either. */
async function putInPlace(
  place: ExportPlace,
  { signal, fileSystem = nodeFileSystem }: UpdateWriting,
  put: (check: () => void) => Promise<number>,
): Promise<Result<number, StoreFailure>> {
  const check = () => endIfCancelled({ signal })
  let made: readonly string[] = []
  try {
    check()
    await abandonExport(place)
    made = await foldersAbove(fileSystem, place)
    await fileSystem.mkdir(place.partial)
    const written = await put(check)
    made = []
    return ok(written)
  } catch (error) {
    if (error instanceof StoreError) return fail(error.failure)
    if (!(error instanceof Error && 'code' in error)) throw error
    return fail(writeFailure(error, 'updating the export'))
  } finally {
    await abandonExport(place)
    for (const folder of made) await rmdir(folder).catch(() => undefined)
  }
}

interface Steps {
  /** What is written beside goes to `to`. */
  readonly puts: readonly { readonly from: string; readonly to: string; readonly isThere: boolean }[]
  readonly removals: readonly string[]
  /** What the manifest says when all is done. */
  readonly files: Readonly<Record<string, string>>
}

interface Target {
  readonly fileSystem: FileSystem
  /** What paths are relative to. */
  readonly folder: string
  /** Where in it the manifest is, which knows only of files there, by their paths from there; empty, or with `/` at its end. */
  readonly below: string
  readonly answers: readonly EditedAnswer[]
  /** When the export says that it was made. */
  readonly createdAt?: Instant | undefined
}

async function sumAt({ fileSystem, folder }: Target, path: string): Promise<string | undefined> {
  try {
    return sha256Of(await fileSystem.read(join(folder, path)))
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

async function stepsTo(
  sums: ReadonlyMap<string, string>,
  manifest: ExportManifest,
  target: Target,
): Promise<Steps> {
  const isOurs = (path: string, sum: string) =>
    manifest.files[path] === sum || manifest.pending?.[path] === sum
  const files: Record<string, string> = {}
  const puts: Steps['puts'][number][] = []
  const edited: EditedFile[] = []
  for (const [path, sum] of sums) {
    const there = await sumAt(target, path)
    const put = (to: string) => {
      puts.push({ from: path, to, isThere: to === path && there !== undefined })
      files[to] = sum
    }
    if (there === sum) files[path] = sum
    else if (there === undefined || isOurs(path, there)) put(path)
    else {
      const answer = target.answers.find(each => each.path === path && each.sha256 === there)?.answer
      if (answer === undefined) edited.push({ path, sha256: there })
      else if (answer === 'new') put(path)
      else {
        // What it was when it was exported, so that it counts as changed the next time too.
        const before = manifest.files[path]
        if (before !== undefined) files[path] = before
        if (answer === 'beside') put(await freePath(target, path, sums))
      }
    }
  }
  if (edited.length > 0)
    throw new StoreError({
      code: 'export-edited',
      message: `${edited.length} files were changed since they were exported`,
      edited: edited.slice(0, MOST_EDITED),
    })
  return { puts, removals: await removalsFrom(manifest, new Set(Object.keys(files)), isOurs, target), files }
}

/** Names that are one on Windows and macOS. */
const same = (path: string): string => path.normalize('NFD').toUpperCase().toLowerCase()

async function removalsFrom(
  { files, pending = {} }: ExportManifest,
  kept: ReadonlySet<string>,
  isOurs: (path: string, sum: string) => boolean,
  target: Target,
): Promise<string[]> {
  const names = new Set([...kept].map(same))
  const removals: string[] = []
  for (const path of new Set([...Object.keys(files), ...Object.keys(pending)])) {
    if (names.has(same(path))) continue
    const there = await sumAt(target, path)
    if (there !== undefined && isOurs(path, there)) removals.push(path)
  }
  return removals
}

/** `Title (2).md`, or the next number that nothing has. */
async function freePath(target: Target, path: string, sums: ReadonlyMap<string, string>): Promise<string> {
  const [, stem = path, ending = ''] = /^(.*?)(\.[^./]*)?$/su.exec(path) ?? []
  for (let count = 2; ; count += 1) {
    const free = `${stem} (${count})${ending}`
    if (!sums.has(free) && (await sumAt(target, free)) === undefined) return free
  }
}

/** Moves the new files in place, and back again where one cannot be moved. */
async function carryOut(
  { puts, removals, files }: Steps,
  before: ExportManifest,
  { partial }: Pick<ExportPlace, 'partial'>,
  { fileSystem, folder, below, createdAt }: Target,
  keepsManifest = true,
): Promise<void> {
  if (puts.length === 0 && removals.length === 0 && isSame(before, files)) return
  const undo: (() => Promise<void>)[] = []
  const manifestPath = `${below}${EXPORT_MANIFEST}`
  const fromBelow = (sums: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(sums).map(([path, sum]) => [path.slice(below.length), sum]))
  const putManifest = async (
    { files, pending, createdAt }: Omit<ExportManifest, 'exportVersion'>,
    name: string,
  ) => {
    if (!keepsManifest) return
    const manifest = { files: fromBelow(files), createdAt, ...(pending && { pending: fromBelow(pending) }) }
    await fillFolder(fileSystem, join(partial, name), [manifestFile(manifest)], () => undefined)
    await fileSystem.rename(join(partial, name, EXPORT_MANIFEST), join(folder, manifestPath))
    await fileSystem.fsyncDirectory(join(folder, below))
  }
  const { exportVersion: _, ...old } = before
  const changed = new Set<string>([folder])
  try {
    if (keepsManifest) {
      await makeFolders(fileSystem, folder, manifestPath, undo)
      const isThere = await fileSystem.exists(join(folder, manifestPath))
      undo.push(() =>
        isThere ? putManifest(old, 'manifest-before') : fileSystem.unlink(join(folder, manifestPath)),
      )
    }
    const both = { files: { ...before.pending, ...before.files }, pending: files }
    await putManifest({ ...both, createdAt: before.createdAt }, 'manifest-pending')
    for (const [index, { from, to, isThere }] of puts.entries()) {
      const [source, target] = [join(partial, 'new', from), join(folder, to)]
      if (isThere) {
        const kept = `old-${index}`
        const bytes = await fileSystem.read(target)
        await fillFolder(fileSystem, join(partial, kept), [{ path: 'file', content: bytes }], () => undefined)
        undo.push(() => fileSystem.rename(join(partial, kept, 'file'), target))
      } else {
        await makeFolders(fileSystem, folder, to, undo)
        undo.push(() => fileSystem.unlink(target))
      }
      await fileSystem.rename(source, target)
      changed.add(dirname(target))
    }
    await fileSystem.mkdir(join(partial, 'removed'))
    for (const [index, path] of removals.entries()) {
      const [target, kept] = [join(folder, path), join(partial, 'removed', String(index))]
      await fileSystem.rename(target, kept)
      undo.push(() => fileSystem.rename(kept, target))
      changed.add(dirname(target))
    }
    for (const each of changed) await fileSystem.fsyncDirectory(each)
    await putManifest({ files, createdAt }, 'manifest-after')
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => undefined)
    throw error
  }
  const gone = Object.keys({ ...before.files, ...before.pending }).filter(path => !(path in files))
  await removeEmptied(folder, gone)
}

const isSame = ({ files, pending }: ExportManifest, now: Readonly<Record<string, string>>): boolean =>
  pending === undefined &&
  Object.keys(files).length === Object.keys(now).length &&
  Object.entries(now).every(([path, sum]) => files[path] === sum)

async function makeFolders(
  fileSystem: FileSystem,
  folder: string,
  path: string,
  undo: (() => Promise<void>)[],
): Promise<void> {
  const levels = path.split('/').slice(0, -1)
  for (let depth = 1; depth <= levels.length; depth += 1) {
    const each = join(folder, ...levels.slice(0, depth))
    if (await fileSystem.mkdir(each)) undo.push(() => rmdir(each))
  }
}

/** Folders that the last of their files has left; one that has anything else stays. */
async function removeEmptied(folder: string, gone: readonly string[]): Promise<void> {
  for (const path of gone)
    for (let levels = path.split('/').slice(0, -1); levels.length > 0; levels = levels.slice(0, -1))
      await rmdir(join(folder, ...levels)).catch(() => undefined)
}
