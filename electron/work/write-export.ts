import { EXPORT_WRITERS } from '../core/export/writers.ts'
import type { EditedAnswer } from '../core/model/edited-file.ts'
import { formatFacts, type WrittenFormat } from '../core/model/export-formats.ts'
import { ok, type Result } from '../core/result.ts'
import {
  type ExportPlace,
  removeLeftExports,
  writeExportedArchive,
  writeExportedFolder,
  writeExportedPieces,
} from '../store/export-target.ts'
import type { StoreFailure } from '../store/store-failure.ts'
import { folderBeside, THE_FILE, writeFileWithFolder, writeUpdatableFolder } from '../store/update-export.ts'
import { type ExportOf, exportSource } from './export-source.ts'
import type { Watch } from './watch.ts'

/** What an export has written, and left out because its format cannot show it. */
export interface Exported {
  readonly files: number
  readonly picturesLeftOut: number
}

/**
 * Writes an export of a library in any format that needs no browser, reading as it writes. Where it is cancelled or fails,
 * the place is as it was.
 */
export async function writeExport(
  {
    of,
    format,
    place,
    answers,
  }: {
    readonly of: ExportOf
    readonly format: WrittenFormat
    readonly place: ExportPlace
    /** What becomes of files of an earlier export that were changed by hand. */
    readonly answers?: readonly EditedAnswer[] | undefined
  },
  { signal, progress, look }: Watch,
): Promise<Result<Exported, StoreFailure>> {
  const writer = await EXPORT_WRITERS[format]()
  await removeLeftExports(place)
  const total = of.articles * (writer.readings ?? 1)
  let done = 0
  let picturesLeftOut = 0
  const source = exportSource(of, {
    signal,
    look,
    onEntry: () => progress(++done, total),
    onWork: progress,
    onLeftOut: () => {
      picturesLeftOut += 1
    },
  })
  const written = await write()
  return written.ok ? ok({ files: written.value, picturesLeftOut }) : written

  async function write(): Promise<Result<number, StoreFailure>> {
    if ('pieces' in writer) {
      // What Markdown says of the time of its export is one line of its head.
      const writing = { signal, ...(format === 'markdown-file' && { createdAt: of.createdAt }) }
      const folder = writer.withFolder && (await folderBeside(place.path))
      const files = folder && writer.withFolder(source, { file: THE_FILE, folder })
      return files && folder
        ? writeFileWithFolder(place, folder, files, { ...writing, answers })
        : writeExportedPieces(place, writer.pieces(source), writing)
    }
    if (formatFacts(format).updates === true)
      return writeUpdatableFolder(place, writer.files(source), { signal, answers, createdAt: of.createdAt })
    return formatFacts(format).target === 'file'
      ? writeExportedArchive(place, writer.files(source), { signal })
      : writeExportedFolder(place, writer.files(source), { signal })
  }
}
