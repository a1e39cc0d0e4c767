import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textOf } from '../../../../electron/core/body/text.ts'
import { wordDocument } from '../../../../electron/core/export/docx/document.ts'
import { pictureSize } from '../../../../electron/core/export/docx/picture-size.ts'
import type { ExportEntry } from '../../../../electron/core/export/plan.ts'
import { fileInMemory } from '../../../../electron/formats/import-file.ts'
import { placeOfExport, writeExportedArchive } from '../../../../electron/store/export-target.ts'
import { readWhole } from '../../../../electron/work/import-reading.ts'
import { HOSTILE_ENTRIES, PICTURES, SAMPLE_ENTRIES } from './sample-collection.ts'
import { filesOf, sourceOf } from './sample-source.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-docx-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A document of these entries, as our own importer reads it. */
async function readBack(entries: readonly ExportEntry[]) {
  const path = join(folder, 'sample.docx')
  const written = await writeExportedArchive(placeOfExport(path, 'x'), wordDocument(sourceOf(entries)))
  expect(written).toEqual({ ok: true, value: 1 })
  const items = await readWhole(fileInMemory('sample.docx', await readFile(path)), '2026-01-01T00:00:00.000Z')
  const [item] = items
  if (!item?.ok) throw new Error('the document could not be read')
  return item.value
}

describe('a document of Word', () => {
  it('comes back with its headings, tables, lists and quotations', async () => {
    const { extraction, assets } = await readBack(SAMPLE_ENTRIES.slice(0, 2))
    const blocks = extraction.article.body.children
    const kinds = new Set(blocks.map(({ tagName }) => tagName))
    for (const kind of ['h2', 'p', 'table', 'ol', 'ul', 'figure'] as const) expect(kinds).toContain(kind)
    const text = textOf(extraction.article.body)
    for (const words of [
      '东岸—西岸\t06:10\t23:40\t15',
      '末班船推迟四十分钟；',
      '试行三个月',
      'without one of its eight',
    ])
      expect(text).toContain(words)
    expect(assets).toHaveLength(2)
  })

  it('refers to no part that it has not got, and has each once', async () => {
    const files = await filesOf(wordDocument(sourceOf([...SAMPLE_ENTRIES, ...HOSTILE_ENTRIES])))
    const paths = files.map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
    const textAt = (path: string) => files.find(each => each.path === path)?.text ?? ''
    const rels = textAt('word/_rels/document.xml.rels')
    const ids = [...rels.matchAll(/ Id="([^"]+)"/gu)].map(([, id]) => id)
    const used = [...textAt('word/document.xml').matchAll(/ r:(?:id|embed)="([^"]+)"/gu)].map(([, id]) => id)
    expect(used.filter(id => !ids.includes(id))).toEqual([])
    for (const [, target] of rels.matchAll(/Target="((?!https?:)[^"]+)"/gu))
      expect(paths).toContain(`word/${target}`)
    const notes = [...textAt('word/document.xml').matchAll(/<w:footnoteReference w:id="(\d+)"/gu)].map(
      ([, id]) => id,
    )
    for (const id of notes) expect(textAt('word/footnotes.xml')).toContain(`<w:footnote w:id="${id}">`)
    expect(notes).toHaveLength(3)
  })
})

describe('the size of a picture', () => {
  it('is read from the head of its file', () => {
    const [first = Buffer.alloc(0)] = PICTURES.values()
    expect(pictureSize(first, 'image/png')).toEqual({ width: 480, height: 300 })
    const gif = Buffer.from('474946383961400032000000', 'hex')
    expect(pictureSize(gif, 'image/gif')).toEqual({ width: 64, height: 50 })
    const jpeg = Buffer.from('ffd8ffe000040000ffc0000b0800640032010111000000', 'hex')
    expect(pictureSize(jpeg, 'image/jpeg')).toEqual({ width: 50, height: 100 })
  })

  it('is unknown where the head says none', () => {
    for (const type of ['image/png', 'image/gif', 'image/jpeg', 'image/bmp', 'image/avif'])
      expect(pictureSize(Buffer.alloc(64), type)).toBeUndefined()
  })

  it('says in the place of a picture which Word does not show that it was left out, and why', async () => {
    let leftOut = 0
    const source = {
      ...sourceOf(SAMPLE_ENTRIES.slice(0, 2)),
      picture: async (sha256: string) => {
        const bytes = PICTURES.get(sha256)
        return bytes && { bytes, mediaType: 'image/webp' as const }
      },
      onLeftOut: () => {
        leftOut += 1
      },
    }
    const files = await filesOf(wordDocument(source))
    const text = files.find(({ path }) => path === 'word/document.xml')?.text ?? ''
    const said = [...text.matchAll(/\[picture left out: Word does not show WebP\]/gu)]
    expect([said.length, leftOut]).toEqual([2, 2])
    expect(files.filter(({ path }) => path.startsWith('word/media/'))).toEqual([])
  })

  it.each([
    ['A4', '11906', '16838'],
    ['Letter', '12240', '15840'],
    ['A5', '8391', '11906'],
  ] as const)(
    'has the paper that was chosen, %s, and nothing wider than its text',
    async (paper, width, height) => {
      const files = await filesOf(wordDocument(sourceOf(SAMPLE_ENTRIES, { paper })))
      const text = files.find(({ path }) => path === 'word/document.xml')?.text ?? ''
      const [, margin = ''] = /<w:pgMar [^>]*w:left="(\d+)"/u.exec(text) ?? []
      expect(text).toContain(`<w:pgSz w:w="${width}" w:h="${height}"`)
      const room = Number(width) - 2 * Number(margin)
      const grids = [...text.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/gu)].map(([grid]) =>
        [...grid.matchAll(/w:w="(\d+)"/gu)].reduce((sum, [, each]) => sum + Number(each), 0),
      )
      expect(grids.length).toBeGreaterThan(0)
      expect(Math.max(...grids)).toBeLessThanOrEqual(room)
      for (const [, wide] of text.matchAll(/<wp:extent cx="(\d+)"/gu))
        expect(Number(wide)).toBeLessThanOrEqual(room * 635)
    },
  )
})
