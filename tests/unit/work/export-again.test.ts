import { readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_MARKDOWN, MARKDOWN_FLAVOURS } from '../../../electron/core/model/markdown-layout.ts'
import { placeOfExport } from '../../../electron/store/export-target.ts'
import { writeExport } from '../../../electron/work/write-export.ts'
import { SAMPLE_ENTRIES } from '../core/export/sample-collection.ts'
import { filesBelow } from '../store/files-below.ts'
import { exportScene } from './export-scene.ts'

const WAYS = MARKDOWN_FLAVOURS.flatMap(flavour =>
  (['beside', 'embedded'] as const).map(pictures => ({ flavour, pictures })),
)
const LONG_AGO = new Date('2001-01-01T00:00:00.000Z')

describe.each(WAYS)('a Markdown file for $flavour with pictures $pictures', way => {
  it('is not touched by an export that would only say another time', async () => {
    const { of, to } = await exportScene(SAMPLE_ENTRIES)
    const path = join(to, 'Harbour.md')
    const write = (changes: Partial<typeof of> = {}) =>
      writeExport(
        {
          of: { ...of, markdown: { ...DEFAULT_MARKDOWN, ...way }, ...changes },
          format: 'markdown-file',
          place: placeOfExport(path, 'x'),
        },
        { signal: new AbortController().signal, progress: () => undefined },
      )
    expect(await write()).toMatchObject({ ok: true })
    const before = await filesBelow(to)
    await utimes(path, LONG_AGO, LONG_AGO)
    expect(await write({ createdAt: '2031-05-06T07:08:09.010Z' })).toMatchObject({ value: { files: 0 } })
    expect(await filesBelow(to)).toEqual(before)
    expect((await stat(path)).mtime).toEqual(LONG_AGO)
    // Whatever else differs is written, and so is what somebody changed in the file.
    expect(await write({ title: 'Harbours' })).toMatchObject({ value: { files: 1 } })
    await writeFile(path, (await readFile(path, 'utf8')).replace('Harbours', 'Harbor!!'))
    expect(await write({ title: 'Harbours' })).toMatchObject({ value: { files: 1 } })
    expect(await readFile(path, 'utf8')).not.toContain('Harbor!!')
  })
})
