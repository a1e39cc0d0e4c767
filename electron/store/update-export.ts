import { rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ExportedFile } from '../core/export/writer.ts'
import { type EditedAnswer, type EditedFile, MOST_EDITED } from '../core/model/edited-file.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { sha256Of } from './content-files.ts'
import { EXPORT_MANIFEST, type ExportManifest, manifestIn } from './export-manifest.ts'
import {
  abandonExport,
  type ExportPlace,
  type ExportWriting,
  fillFolder,
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
 * touched; one that is as it was exported is replaced, or removed where it is no part of the export any more; one that
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
  const { fileSystem = nodeFileSystem, signal } = writing
  const manifest = await manifestIn(fileSystem, place.path)
  if (manifest === undefined) return writeExportedFolder(place, files, { ...writing, keepsManifest: true })
  const check = () => endIfCancelled({ signal })
  try {
    check()
    await abandonExport(place)
    await fileSystem.mkdir(place.partial)
    const sums = await fillFolder(fileSystem, join(place.partial, 'new'), files, check)
    const steps = await stepsTo(sums, manifest, {
      fileSystem,
      folder: place.path,
      answers: writing.answers ?? [],
    })
    check()
    await carryOut(steps, manifest, place, fileSystem)
    return ok(steps.puts.length)
  } catch (error) {
    if (error instanceof StoreError) return fail(error.failure)
    if (!(error instanceof Error && 'code' in error)) throw error
    return fail(writeFailure(error, 'updating the export'))
  } finally {
    await abandonExport(place)
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
  readonly folder: string
  readonly answers: readonly EditedAnswer[]
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
  place: ExportPlace,
  fileSystem: FileSystem,
): Promise<void> {
  if (puts.length === 0 && removals.length === 0 && isSame(before, files)) return
  const { path: folder, partial } = place
  const undo: (() => Promise<void>)[] = []
  const putManifest = async (manifest: Omit<ExportManifest, 'exportVersion'>, name: string) => {
    await fillFolder(fileSystem, join(partial, name), [manifestFile(manifest)], () => undefined)
    await fileSystem.rename(join(partial, name, EXPORT_MANIFEST), join(folder, EXPORT_MANIFEST))
  }
  const { exportVersion: _, ...old } = before
  const changed = new Set<string>([folder])
  try {
    undo.push(() => putManifest(old, 'manifest-before'))
    await putManifest({ files: { ...before.pending, ...before.files }, pending: files }, 'manifest-pending')
    await fileSystem.fsyncDirectory(folder)
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
    await putManifest({ files }, 'manifest-after')
    await fileSystem.fsyncDirectory(folder)
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
