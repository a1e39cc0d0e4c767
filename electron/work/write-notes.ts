import { join } from 'node:path'
import { markdownNotes } from '../core/export/markdown/notes.ts'
import type { ExportedFile } from '../core/export/writer.ts'
import { ok, type Result } from '../core/result.ts'
import { type ExportPlace, writeExportedFolder } from '../store/export-target.ts'
import type { StoreFailure } from '../store/store-failure.ts'
import { type ExportOf, exportSource } from './export-source.ts'
import type { Watch } from './watch.ts'

/** Writes clippings as Markdown files that stand alone into a new folder. The result is where they are, in order. */
export async function writeNotes(
  { of, place }: { readonly of: ExportOf; readonly place: ExportPlace },
  { signal }: Pick<Watch, 'signal'>,
): Promise<Result<string[], StoreFailure>> {
  const paths: string[] = []
  async function* files(): AsyncGenerator<ExportedFile> {
    for await (const file of markdownNotes(exportSource(of, { signal }))) {
      paths.push(join(place.path, file.path))
      yield file
    }
  }
  const written = await writeExportedFolder(place, files(), { signal })
  return written.ok ? ok(paths) : written
}
