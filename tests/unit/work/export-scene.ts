import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExportEntry } from '../../../electron/core/export/plan.ts'
import { clippingLine, type ExportOf } from '../../../electron/work/export-source.ts'
import { ORIGINALS, PICTURES } from '../core/export/sample-collection.ts'
import { SAMPLE_HEAD } from '../core/export/sample-source.ts'
import { got, opened, scratchFolder } from '../store/scratch-library.ts'

/** A library on the real disk with these clippings, what to export of it, and an empty folder to export to. */
export async function exportScene(entries: readonly ExportEntry[]) {
  const root = await scratchFolder()
  const library = await opened(join(root, 'Cuttings'))
  got(
    await library.putOriginals(
      [...ORIGINALS.values()].map(bytes => ({ bytes, mediaType: 'text/plain', name: 'a.txt' })),
    ),
  )
  got(
    await library.putAssets(
      [...PICTURES.values()].map(bytes => ({ bytes, mediaType: 'image/png' as const })),
    ),
  )
  got(await library.keepFirstArticles(entries.map(({ article }) => article)))
  const to = join(root, 'exports')
  await mkdir(to)
  const of: ExportOf = {
    ...SAMPLE_HEAD,
    library: library.directory,
    newer: undefined,
    collections: [],
    articles: entries.length,
    citationStyle: 'gb-t-7714',
    clippings: Buffer.concat(entries.map(({ clipping }) => clippingLine(clipping))),
  }
  return { root, library, of, to }
}
