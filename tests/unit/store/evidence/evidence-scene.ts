import { join } from 'node:path'
import { markClipping } from '../../../../electron/core/library/marks.ts'
import type { WrittenFormat } from '../../../../electron/core/model/export-formats.ts'
import { placeOfExport } from '../../../../electron/store/export-target.ts'
import { clippingLine } from '../../../../electron/work/export-source.ts'
import { writeExport } from '../../../../electron/work/write-export.ts'
import { HOSTILE_ENTRIES, SAMPLE_ENTRIES } from '../../core/export/sample-collection.ts'
import { exportScene } from '../../work/export-scene.ts'
import { got } from '../scratch-library.ts'

/** An evidence pack of a library whose clippings were imported as one change, and of which the first was starred and tagged. */
export async function evidenceScene(format: WrittenFormat = 'evidence') {
  const entries = [...SAMPLE_ENTRIES, ...HOSTILE_ENTRIES]
  const { library, of, to, root } = await exportScene(entries)
  got(
    await library.commit({
      label: { kind: 'import', count: entries.length },
      ops: entries.map(({ clipping }) => ({ op: 'put-clipping', clipping })),
    }),
  )
  const id = entries[0]?.clipping.id ?? ''
  const change = async (kind: 'star' | 'tag', changes: Parameters<typeof markClipping>[1]) => {
    const clipping = library.state.clippings.get(id)
    if (clipping === undefined) throw new Error('not imported')
    got(await library.commit({ label: { kind, count: 1 }, ops: [markClipping(clipping, changes)] }))
  }
  await change('star', { starred: true })
  await change('tag', { tags: ['港口'] })
  const clippings = entries.flatMap(({ clipping }) => library.state.clippings.get(clipping.id) ?? [])
  const bag = join(to, format === 'evidence' ? 'bag' : 'bag.zip')
  got(
    await writeExport(
      {
        of: { ...of, clippings: Buffer.concat(clippings.map(clippingLine)) },
        format,
        place: placeOfExport(bag, 'x'),
      },
      { signal: new AbortController().signal, progress: () => undefined },
    ),
  )
  return { root, library, bag, clippings }
}
