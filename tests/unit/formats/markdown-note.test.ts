import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { articleMarkdown } from '../../../electron/core/export/markdown/article.ts'
import { markdownFolder } from '../../../electron/core/export/markdown/folder.ts'
import type { ImportItem } from '../../../electron/core/model/import-item.ts'
import { DEFAULT_MARKDOWN } from '../../../electron/core/model/markdown-layout.ts'
import { fileInMemory, fileOnDisk } from '../../../electron/formats/import-file.ts'
import { readMarkdownNote } from '../../../electron/formats/markdown-note.ts'
import { readItem } from '../../../electron/work/read-item.ts'
import { allOf, failuresOf, itemsOf, readText, recognisedAs } from '../../formats/reading.ts'
import { PICTURES, SAMPLE_ENTRIES } from '../core/export/sample-collection.ts'
import { filesOf, sourceOf } from '../core/export/sample-source.ts'

const FOLDER = join(import.meta.dirname, '../../formats/notes')

async function noteOf(root: string, path: string): Promise<ImportItem> {
  const file = await fileOnDisk(join(FOLDER, root, path), join(FOLDER, root))
  const [item] = itemsOf(await allOf(readMarkdownNote(file)))
  if (item === undefined) throw new Error('not read')
  return item
}

const htmlOf = ({ content }: ImportItem): string => (content.kind === 'html' ? content.html : '')

describe('a note in Markdown', () => {
  it('is recognised by its properties, else by its name', async () => {
    expect(await recognisedAs('notes/vault/Clippings/Harbour ferries return.md')).toBe('markdown')
    expect(await recognisedAs('notes/vault/Untitled.md', 'Untitled.md')).toBe('markdown')
    expect(await recognisedAs('notes/vault/attachments/boat.png', 'boat.md')).toBe('not-recognised')
  })

  it("has what Obsidian's Web Clipper states", async () => {
    expect((await noteOf('vault', 'Clippings/Harbour ferries return.md')).stated).toMatchObject({
      title: 'Harbour ferries return: the winter timetable',
      url: 'https://news.example/ferries',
      source: undefined,
      bylines: ['Ann Reed', 'Bo Lind'],
      published: { edtf: '2023-12-30', evidence: '2023-12-30' },
      savedAt: '2024-01-02T00:00:00.000Z',
      tags: ['clippings', 'transport/harbour'],
      folders: [['Clippings']],
      highlights: [{ text: 'and fares stay the same' }],
    })
  })

  it("reads Obsidian's own markup, and none in code", async () => {
    const html = htmlOf(await noteOf('vault', 'Clippings/Harbour ferries return.md'))
    expect(html).toContain('<p>The first boat leaves at six, and fares stay the same.</p>')
    expect(html).toContain('See the tram and Fares#Winter.')
    expect(html).not.toContain('ask again')
    expect(html).toContain('a == b == c [[not a link]]')
  })

  it('has the pictures of the vault, and leaves those of the page alone', async () => {
    const note = await noteOf('vault', 'Clippings/Harbour ferries return.md')
    expect(note.content).toMatchObject({ resources: [{ address: 'cid:picture-1', mediaType: 'image/png' }] })
    expect(htmlOf(note)).toContain('<img src="cid:picture-1" alt="">')
    expect(htmlOf(note)).toContain('<img src="https://news.example/far.png" alt="From the page">')
  })

  it('calls a note without a title what its file is called', async () => {
    expect((await noteOf('vault', '水利/南湖水位连续三日下降.md')).stated).toMatchObject({
      title: '南湖水位连续三日下降',
      tags: ['水利', '南湖'],
      savedAt: '2024-02-01T00:00:00.000Z',
      folders: [['水利']],
      highlights: [{ text: '十二厘米' }],
    })
    expect((await noteOf('vault', 'Untitled.md')).stated).toMatchObject({ title: undefined, folders: [] })
  })

  it('keeps properties that are no YAML as text', async () => {
    expect(htmlOf(await noteOf('vault', 'Torn.md'))).toContain('title: [open')
  })

  it("has what Joplin's export states, with pictures from its folder of resources", async () => {
    const note = await noteOf('joplin', 'Transport/渡轮/Ferries.md')
    expect(note.stated).toMatchObject({
      title: 'Ferries from Joplin',
      url: 'https://news.example/ferries',
      bylines: ['Ann Reed'],
      savedAt: '2024-01-02T03:04:05.000Z',
      tags: ['transport', '冬季'],
      folders: [['Transport', '渡轮']],
    })
    expect(note.content).toMatchObject({ resources: [{ address: 'cid:picture-1' }] })
  })

  it.each(['commonmark', 'obsidian'] as const)(
    'brings the pictures of our own export for %s',
    async flavour => {
      const markdown = { ...DEFAULT_MARKDOWN, flavour }
      const files = await filesOf(markdownFolder(sourceOf(SAMPLE_ENTRIES, { markdown })))
      const [path, text] = files.flatMap(each =>
        each.text.includes('The crane, a week') ? [each.path, each.text] : [],
      )
      const file = fileInMemory(path ?? '', Buffer.from(text ?? ''))
      const beside = async (address: string) => PICTURES.get(/([0-9a-f]{64})\.png$/u.exec(address)?.[1] ?? '')
      const [item] = itemsOf(await allOf(readMarkdownNote({ ...file, beside })))
      expect(item?.content).toMatchObject({ kind: 'extraction', resources: [{ mediaType: 'image/png' }] })
      const { extraction } = item?.content.kind === 'extraction' ? item.content : {}
      expect(extraction?.article.figures).toMatchObject([{ caption: 'The crane, a week before it fell.' }])
      expect(extraction?.article.figures[0]?.asset).toMatch(/^[0-9a-f]{64}$/u)
    },
  )

  it.each(['our own export', 'another note'])(
    'brings the pictures written into %s, however large',
    async of => {
      const picture = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(900_000, 7)])
      const address = `data:image/png;base64,${picture.toString('base64')}`
      const [entry] = SAMPLE_ENTRIES
      if (entry === undefined) throw new Error('there is a sample')
      const body = { ...entry.article.body, children: entry.article.body.children.slice(0, 1) }
      const own = articleMarkdown(entry.clipping, { ...entry.article, body }, { language: 'en' })
      const [frame = '', after = ''] = own.split('\n---\n\n- ')
      const figure = `![The crane](${address}) <!-- figure ${'a'.repeat(64)} -->`
      const text =
        of === 'our own export'
          ? `${frame}\n${figure}\n\n---\n\n- ${after}`
          : `---\ntitle: Crane\n---\n\nThe crane stood still for a week, and nobody knew why it had.\n\n![The crane](${address})\n`
      const [item] = itemsOf(await readText(readMarkdownNote, text))
      if (item === undefined) throw new Error('nothing was read')
      const read = readItem(item, '2026-06-01T00:00:00.000Z')
      if (!read.ok) throw new Error(read.error.reason)
      expect(read.value.assets.map(({ bytes }) => bytes.length)).toEqual([picture.length])
      expect(read.value.extraction.article.figures.map(({ asset }) => asset)).toEqual([
        createHash('sha256').update(picture).digest('hex'),
      ])
    },
  )

  it('takes no picture from outside of what is imported', async () => {
    const folder = join(FOLDER, 'joplin/Transport')
    const file = await fileOnDisk(join(folder, '渡轮/Ferries.md'), folder)
    const [item] = itemsOf(await allOf(readMarkdownNote(file)))
    expect(item?.content).toMatchObject({ resources: [] })
  })

  it('does not follow aliases of YAML without end', async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at}, `.repeat(9)}*l${at}]`,
    ).join('\n')
    const reads = await readText(readMarkdownNote, `---\nl0: &l0 ha\n${laughs}\n---\nwords`)
    expect(itemsOf(reads)).toHaveLength(1)
  })

  it.each([
    ['quotes that nest 100,000 deep', `${'> '.repeat(100_000)}words`],
    ['emphasis that is opened 100,000 times', `a\n\n${'*a_'.repeat(100_000)}`],
  ])('reads %s as text', async (_name, text) => {
    const [item] = itemsOf(await readText(readMarkdownNote, text))
    expect(item?.content.kind).toBe('text')
  })

  it('ends with its reason where there is nothing, or no text', async () => {
    expect(failuresOf(await readText(readMarkdownNote, ''))).toMatchObject([{ reason: 'empty' }])
    const [contents] = await filesOf(markdownFolder(sourceOf(SAMPLE_ENTRIES)))
    const markdown = { ...DEFAULT_MARKDOWN, flavour: 'obsidian' as const }
    const vault = await filesOf(markdownFolder(sourceOf(SAMPLE_ENTRIES, { markdown })))
    // The contents, and the index of sources.
    for (const list of [contents, ...vault.slice(0, 2)])
      expect(failuresOf(await readText(readMarkdownNote, list?.text ?? ''))).toMatchObject([
        { reason: 'only-a-list' },
      ])
    expect(failuresOf(await readText(readMarkdownNote, '---\ntitle: x\n---\n'))).toMatchObject([
      { reason: 'no-text' },
    ])
    expect(failuresOf(await readText(readMarkdownNote, new Uint8Array([0, 1, 2, 0])))).toMatchObject([
      { reason: 'not-recognised' },
    ])
  })
})
