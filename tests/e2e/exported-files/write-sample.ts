import { join } from 'node:path'
import type { ExportEntry } from '../../../electron/core/export/plan.ts'
import type { ExportLanguage } from '../../../electron/core/export/words.ts'
import { EXPORT_WRITERS } from '../../../electron/core/export/writers.ts'
import { formatFacts, type WrittenFormat } from '../../../electron/core/model/export-formats.ts'
import type { Paper } from '../../../electron/core/model/paper.ts'
import {
  placeOfExport,
  writeExportedArchive,
  writeExportedPieces,
} from '../../../electron/store/export-target.ts'
import { sourceOf } from '../../unit/core/export/sample-source.ts'

interface Sample {
  readonly format: WrittenFormat
  readonly entries: readonly ExportEntry[]
  readonly language?: ExportLanguage
  readonly paper?: Paper
  readonly name?: string
}

/** Writes an export of a format that is one file; gives back its path. */
export async function writeSample(
  folder: string,
  { format, entries, language = 'en', paper = 'A4', name = 'sample' }: Sample,
): Promise<string> {
  const writer = await EXPORT_WRITERS[format]()
  const source = sourceOf(entries, { language, paper })
  const path = join(folder, `${name}.${formatFacts(format).ending}`)
  const place = placeOfExport(path, 'sample')
  const written = await ('pieces' in writer
    ? writeExportedPieces(place, writer.pieces(source))
    : writeExportedArchive(place, writer.files(source)))
  if (!written.ok) throw new Error(written.error.message)
  return path
}
