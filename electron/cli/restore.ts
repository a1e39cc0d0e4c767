import { fail, ok, type Result } from '../core/result.ts'
import { type ClippingPreview, previewClipping, restoreClipping } from '../store/backup/restore-clipping.ts'
import {
  findBackup,
  type RestoredLibrary,
  restoreInPlace,
  restoreLibrary,
} from '../store/backup/restore-library.ts'
import { durableFiles } from '../store/durable-files.ts'
import { nodeFileSystem } from '../store/file-system.ts'
import type { StoreFailure } from '../store/store-failure.ts'
import { systemClock } from '../store/system-ports.ts'
import { storeFailure, withLibrary } from './library-folder.ts'
import { EXIT, type ExitCode, json, type Output } from './output.ts'
import { problemInWords } from './verify.ts'

/** Where the backups are, and which of them: its name, or `latest`. */
export interface BackupChoice {
  readonly backups: string
  readonly name: string
}

function refuse(where: string, error: StoreFailure, output: Output): ExitCode {
  output.err(`cuttings: ${where}: nothing was restored: ${storeFailure(error)}\n`)
  return EXIT.failed
}

function report(
  folder: string,
  restored: RestoredLibrary & { movedTo?: string },
  asJson: boolean,
  output: Output,
): ExitCode {
  const { name, files, lost, problems, movedTo } = restored
  if (asJson) output.out(json({ folder, ...restored }))
  else {
    output.out(`${files} files of ${name} restored to ${folder}\n`)
    if (movedTo !== undefined) output.out(`the library as it was is now ${movedTo}\n`)
  }
  for (const path of lost) output.err(`cuttings: the backup cannot give ${path} any more\n`)
  for (const problem of problems) output.err(`cuttings: ${problemInWords(problem)}\n`)
  return lost.length + problems.length === 0 ? EXIT.done : EXIT.failed
}

/** `restore BACKUP --to DIR`: everything, into a folder that is absent or empty. */
export async function restoreTo(
  { backups, name }: BackupChoice,
  folder: string,
  asJson: boolean,
  output: Output,
): Promise<ExitCode> {
  const restored = await restoreLibrary(backups, name, folder)
  return restored.ok ? report(folder, restored.value, asJson, output) : refuse(folder, restored.error, output)
}

/** `restore BACKUP --replace`: everything, in the place of the library, which is moved aside. */
export async function restoreOver(
  { backups, name }: BackupChoice,
  library: string,
  asJson: boolean,
  output: Output,
): Promise<ExitCode> {
  const restored = await restoreInPlace(backups, name, library, systemClock)
  return restored.ok
    ? report(library, restored.value, asJson, output)
    : refuse(library, restored.error, output)
}

/** `restore BACKUP --clipping ID`: one clipping, as a change that can be undone; with `--preview` says what it would change. */
export async function restoreOne(
  { backups, name }: BackupChoice,
  library: string,
  id: string,
  { preview, asJson }: { preview: boolean; asJson: boolean },
  output: Output,
): Promise<ExitCode> {
  const inWords = <T>(result: Result<T, StoreFailure>): Result<T, string> =>
    result.ok ? result : fail(storeFailure(result.error))
  const done = await withLibrary(library, async open => {
    const store = durableFiles(nodeFileSystem, backups)
    const backup = inWords(await findBackup(store, name))
    if (!backup.ok) return backup
    const would = inWords(await previewClipping(store, backup.value, open, id))
    if (!would.ok) return would
    const restored = preview
      ? ok(undefined)
      : await restoreClipping(store, backup.value, open, id, systemClock)
    if (!restored.ok) return inWords(restored)
    output.out(
      asJson ? json({ backup: backup.value.name, ...would.value }) : differences(would.value, preview),
    )
    return ok(undefined)
  })
  if (!done.ok) output.err(`cuttings: ${library}: nothing was restored: ${done.error}\n`)
  return done.ok ? EXIT.done : EXIT.failed
}

function differences(
  { past, present, fields, article, lostOriginals }: ClippingPreview,
  preview: boolean,
): string {
  const lines = [`${past.title} (${past.id})`]
  if (present === undefined) lines.push('  is not in the library any more')
  const [before, after] = [new Map(Object.entries(present ?? {})), new Map(Object.entries(past))]
  for (const field of fields)
    lines.push(`  ${field}: ${shown(before.get(field))} → ${shown(after.get(field))}`)
  if (present !== undefined && article === 'differs') lines.push('  the text differs')
  if (lostOriginals.length > 0) lines.push(`  ${lostOriginals.length} originals are missing or damaged`)
  const same = lines.length === 1
  const end = preview ? 'nothing was changed yet' : 'restored'
  lines.push(same ? '  is in the library as it is in the backup' : `  ${end}`)
  return `${lines.join('\n')}\n`
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value))
