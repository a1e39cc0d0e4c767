import { ok, type Result } from '../core/result.ts'
import type { ArchiveFacts } from '../store/archive/archive-format.ts'
import { createArchive } from '../store/archive/create-archive.ts'
import { extractArchive } from '../store/archive/extract-archive.ts'
import { readState } from '../store/backup/read-state.ts'
import { durableFiles } from '../store/durable-files.ts'
import { nodeFileSystem } from '../store/file-system.ts'
import { countLibraryFiles, libraryFacts } from '../store/library-facts.ts'
import { copyLibraryTo, moveLibrary, removeMoved } from '../store/move-library.ts'
import { findOrphans } from '../store/orphans.ts'
import { LOOKS, repairLibrary } from '../store/repair/repair.ts'
import type { StoreFailure } from '../store/store-failure.ts'
import { systemClock } from '../store/system-ports.ts'
import { verifyFiles } from '../store/verify.ts'
import { watchedFiles } from '../store/watched-files.ts'
import { findingsOf, mendedOf, restFindings } from './findings.ts'
import type { Tasks } from './tasks.ts'
import type { Watch } from './watch.ts'
import { fileWatch, outcomeOf } from './watched-work.ts'

type Done<T extends keyof Tasks> = Promise<Tasks[T]['output']>

export const lookAtLibrary = ({ library, backups }: Tasks['library-facts']['input']): Done<'library-facts'> =>
  libraryFacts(library, backups)

export const verifyLibrary = (
  { library }: Tasks['library-verify']['input'],
  watch: Watch,
): Done<'library-verify'> =>
  outcomeOf(async () => {
    let bytes = 0
    const files = fileWatch(watch, await countLibraryFiles(library))
    const counting = {
      ...files,
      onFile: (byteLength: number) => {
        bytes += byteLength
        files.onFile?.(byteLength)
      },
    }
    const report = await verifyFiles(watchedFiles(durableFiles(nodeFileSystem, library), counting))
    return ok({ findings: findingsOf(report), checked: { ...report.checked, bytes } })
  })

/** It cannot be cancelled: what is half mended is worse than what was not begun. */
export async function repair(
  { library }: Tasks['library-repair']['input'],
  watch: Watch,
): Done<'library-repair'> {
  const { onFile } = fileWatch(watch, LOOKS * (await countLibraryFiles(library)))
  const repaired = await repairLibrary({ library, clock: systemClock, onFile })
  if (!repaired.ok) return repaired
  const { mended, remaining, aside } = repaired.value
  return ok({ mended: mendedOf(mended), left: restFindings(remaining), aside })
}

/** What the worker copied to another disk, by the folder that it was copied from, until that may be removed. */
const copied = new Map<string, ReadonlyMap<string, number>>()

export const move = ({ from, to }: Tasks['library-move']['input'], watch: Watch): Done<'library-move'> =>
  outcomeOf(async () => {
    const files = fileWatch(watch, await countLibraryFiles(from))
    const moved = await moveLibrary({ from, to, clock: systemClock, watch: files })
    if (!moved.ok) return moved
    if (moved.value.copied !== undefined) copied.set(from, moved.value.copied)
    return ok({ files: moved.value.files, isCopy: moved.value.copied !== undefined })
  })

export async function removeOld({
  from,
}: Tasks['library-remove-moved']['input']): Done<'library-remove-moved'> {
  const files = copied.get(from)
  copied.delete(from)
  return files === undefined ? ok(false) : removeMoved(from, files)
}

export const copy = ({ from, to }: Tasks['library-copy']['input'], watch: Watch): Done<'library-copy'> =>
  outcomeOf(async () => copyLibraryTo(from, to, fileWatch(watch, await countLibraryFiles(from))))

export const archive = (
  { library, path, known }: Tasks['library-archive']['input'],
  watch: Watch,
): Done<'library-archive'> =>
  outcomeOf(async () => {
    const files = fileWatch(watch, await countLibraryFiles(library))
    const made = await createArchive(library, path, systemClock, nodeFileSystem, files)
    if (!made.ok) return made
    const clippings = await countClippings(library, made.value, known)
    if (!clippings.ok) return clippings
    const { fileCount, byteLength } = made.value
    return ok({ files: fileCount, bytes: byteLength, clippings: clippings.value })
  })

async function countClippings(
  library: string,
  { seq }: ArchiveFacts,
  known: Tasks['library-archive']['input']['known'],
): Promise<Result<number, StoreFailure>> {
  if (known.seq === seq) return ok(known.clippings)
  const now = await readState(durableFiles(nodeFileSystem, library))
  return now.ok ? ok(now.value.state.clippings.size) : now
}

export const extract = (
  { path, folder }: Tasks['library-extract']['input'],
  watch: Watch,
): Done<'library-extract'> =>
  outcomeOf(async () => {
    const extracted = await extractArchive(path, folder, undefined, fileWatch(watch))
    if (!extracted.ok) return extracted
    const { facts, lost, problems } = extracted.value
    return ok({ files: facts.fileCount, lost: [...lost], findings: restFindings(problems) })
  })

export const lookForOrphans = ({
  library,
  before,
}: Tasks['library-orphans']['input']): Done<'library-orphans'> =>
  findOrphans(durableFiles(nodeFileSystem, library), before)
