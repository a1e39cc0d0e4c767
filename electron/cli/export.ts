import { resolve } from 'node:path'
import { inExportOrder } from '../core/export/plan.ts'
import type { ExportLanguage } from '../core/export/words.ts'
import { collectionsWithin, pathNames } from '../core/library/collection-tree.ts'
import type { CitationStyle } from '../core/model/citation-style.ts'
import { formatFacts, type WrittenFormat } from '../core/model/export-formats.ts'
import type { MarkdownLayout } from '../core/model/markdown-layout.ts'
import { isWithinTag } from '../core/model/tag.ts'
import { fail, ok } from '../core/result.ts'
import { placeOfExport } from '../store/export-target.ts'
import { nodeFileSystem } from '../store/file-system.ts'
import { systemClock } from '../store/system-ports.ts'
import { clippingLine } from '../work/export-source.ts'
import { writeExport } from '../work/write-export.ts'
import { storeFailure } from './library-folder.ts'
import type { ExitCode, Output } from './output.ts'
import { kept, report } from './query.ts'

export interface ExportChoice {
  readonly format: WrittenFormat
  readonly to: string
  readonly collection: string | undefined
  readonly tag: string | undefined
  readonly language: ExportLanguage
  readonly citationStyle: CitationStyle
  readonly markdown: MarkdownLayout
}

/**
 * `export --format FORMAT --to PATH`: a file that is not there yet, or a folder that is absent or empty, the oldest
 * clipping first.
 */
export const exportLibrary = (folder: string, choice: ExportChoice, output: Output): Promise<ExitCode> =>
  report(folder, output, async library => {
    const { collection: name, tag, format } = choice
    const path = resolve(choice.to)
    const { state } = library
    const collection = [...state.collections.values()].find(each => each.name === name)
    if (name !== undefined && collection === undefined) return fail(`no collection is called ${name}`)
    const within = collection && collectionsWithin(state.collections, collection.id)
    const chosen = kept(library)
      .filter(each => within === undefined || each.collections.some(id => within.has(id)))
      .filter(each => tag === undefined || each.tags.some(own => isWithinTag(own, tag)))
    if (chosen.length === 0) return fail('nothing to export')
    if (formatFacts(format).target === 'file' && (await nodeFileSystem.exists(path)))
      return fail(`${choice.to} exists already; nothing was exported`)
    const ordered = inExportOrder(chosen, clipping => clipping, 'oldest-first')
    const written = await writeExport(
      {
        of: {
          title: collection?.name ?? tag ?? 'Cuttings',
          language: choice.language,
          paper: 'A4',
          citationStyle: choice.citationStyle,
          markdown: choice.markdown,
          createdAt: new Date(systemClock.now()).toISOString(),
          library: library.directory,
          newer: library.newer,
          collections: [...pathNames(state.collections)].map(([id, name]) => ({ id, name })),
          articles: ordered.length,
          clippings: Buffer.concat(ordered.map(clippingLine)),
        },
        format,
        place: placeOfExport(path, String(process.pid)),
      },
      { signal: new AbortController().signal, progress: () => undefined },
    )
    if (!written.ok) return fail(storeFailure(written.error))
    output.out(`${choice.to}\t${ordered.length}\n`)
    return ok(undefined)
  })
