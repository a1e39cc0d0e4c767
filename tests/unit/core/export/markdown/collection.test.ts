import { describe, expect, it } from 'vitest'
import {
  collectionMarkdown,
  collectionWithPictures,
} from '../../../../../electron/core/export/markdown/collection.ts'
import { markdownFolder } from '../../../../../electron/core/export/markdown/folder.ts'
import { planExport } from '../../../../../electron/core/export/plan.ts'
import type { ExportedFile } from '../../../../../electron/core/export/writer.ts'
import type { ExportRequest } from '../../../../../electron/core/model/export-request.ts'
import { DEFAULT_MARKDOWN, type MarkdownFlavour } from '../../../../../electron/core/model/markdown-layout.ts'
import { articleWith, block, clippingWith, text } from '../sample-clipping.ts'
import { ORIGINALS, PICTURES, SAMPLE_ENTRIES } from '../sample-collection.ts'
import { filesOf, sourceOf, sourceOfPlan, textOf } from '../sample-source.ts'
import { frontMatterOf, parsed, plainNode } from './read-back.ts'

const dated = (edtf: string) => ({ edtf, origin: 'text', evidence: edtf, confidence: 1 }) as const
const article = articleWith([block('h2', text('Background')), block('p', text('Words.'))])
const entries = [
  { clipping: clippingWith({ title: 'Later: a "story"', published: dated('2025-07-20') }), article },
  { clipping: clippingWith({ title: 'Undated', published: 'not-stated' }), article },
  { clipping: clippingWith({ title: 'Earlier', published: dated('2025-07') }), article },
  { clipping: clippingWith({ title: 'earlier', published: dated('2025-07') }), article },
]
const request = { title: 'H20 # 出口管制', language: 'en', paper: 'A4', order: 'oldest-first' } as const
const plan = planExport(request, entries, '2025-11-08T01:14:00.000Z')

describe('the order of an export', () => {
  it('is that of the stated dates, with clippings without a date last either way, or that of the list', () => {
    const titles = (order: ExportRequest['order']) =>
      planExport({ ...request, order }, entries, plan.createdAt).entries.map(entry => entry.clipping.title)
    expect(titles('oldest-first')).toEqual(['Earlier', 'earlier', 'Later: a "story"', 'Undated'])
    expect(titles('newest-first')).toEqual(['Later: a "story"', 'Earlier', 'earlier', 'Undated'])
    expect(titles('as-listed')).toEqual(['Later: a "story"', 'Undated', 'Earlier', 'earlier'])
  })
})

describe('a collection as one Markdown file', async () => {
  const root = parsed(await textOf(collectionMarkdown(sourceOfPlan(plan))))

  it('has one title, a section for each article, and its sub-headings below it', () => {
    const headings = root.children.flatMap(node =>
      node.type === 'heading' ? [[node.depth, ...plainWords(node)]] : [],
    )
    expect(headings).toEqual([
      [1, 'H20 # 出口管制'],
      [2, 'Earlier'],
      [3, 'Background'],
      [2, 'earlier'],
      [3, 'Background'],
      [2, 'Later: a "story"'],
      [3, 'Background'],
      [2, 'Undated'],
      [3, 'Background'],
    ])
    expect(frontMatterOf(root)).toEqual({ title: 'H20 # 出口管制', created: plan.createdAt, articles: 4 })
  })

  it('links its contents to the headings, also where two are alike', () => {
    const contents = root.children.find(node => node.type === 'list')
    const urls = contents?.children.flatMap(item =>
      item.children.flatMap(child =>
        child.type === 'paragraph'
          ? child.children.flatMap(part => (part.type === 'link' ? [part.url] : []))
          : [],
      ),
    )
    expect(urls).toEqual(['#earlier', '#earlier-1', '#later-a-story', '#undated'])
  })
})

describe('a collection as one Markdown file with pictures beside it', async () => {
  const names = { file: 'file', folder: 'Harbour 50% files' }
  const withFlavour = async (flavour: MarkdownFlavour, pictures = DEFAULT_MARKDOWN.pictures) => {
    const markdown = { ...DEFAULT_MARKDOWN, flavour, pictures }
    const files = collectionWithPictures(sourceOf(SAMPLE_ENTRIES, { markdown }), names)
    return files && (await filesOf(files))
  }

  it('has each picture once, before the text that names them', async () => {
    const files = (await withFlavour('commonmark')) ?? []
    const paths = files.map(({ path }) => path)
    expect(paths.at(-1)).toBe('file')
    const pictures = paths.slice(0, -1)
    expect(pictures.length).toBeGreaterThan(1)
    expect(new Set(pictures).size).toBe(pictures.length)
    const text = files.at(-1)?.text ?? ''
    const named = new Set(
      [...text.matchAll(/!\[.*?\]\((\S+?)\)/gu)].map(([, address = '']) => decodeURIComponent(address)),
    )
    expect(named).toEqual(new Set(pictures))
  })

  it('differs from the file without pictures in nothing else', async () => {
    const files = (await withFlavour('commonmark')) ?? []
    const markdown = { ...DEFAULT_MARKDOWN, pictures: 'none' } as const
    const plain = await textOf(collectionMarkdown(sourceOf(SAMPLE_ENTRIES, { markdown })))
    expect(files.at(-1)?.text.replace(/!\[.*?\]\(Harbour.*?\)(?:\\\n| )/gu, '')).toBe(plain)
  })

  it('embeds them as Obsidian does, and is not offered where Hugo would not find them', async () => {
    const files = (await withFlavour('obsidian')) ?? []
    expect(files.at(-1)?.text).toContain(`![[${files[0]?.path ?? ''}`)
    expect(await withFlavour('hugo')).toBeUndefined()
    expect(await withFlavour('commonmark', 'embedded')).toBeUndefined()
    expect(await withFlavour('commonmark', 'none')).toBeUndefined()
  })
})

describe('a collection as a folder of Markdown files', async () => {
  const files = await filesOf(markdownFolder(sourceOfPlan(plan)))

  it('has one file a clipping, named apart also where file systems ignore case, and an index', () => {
    expect(files.map(file => file.path)).toEqual([
      'index.md',
      '2025-07 Earlier.md',
      '2025-07 earlier (2).md',
      '2025-07-20 Later a story.md',
      'Undated.md',
    ])
  })

  it('links the index to the files', () => {
    const index = parsed(files[0]?.text ?? '')
    expect(files[0]?.text).toContain('(2025-07-20%20Later%20a%20story.md)')
    expect(index.children.map(node => node.type)).toEqual(['yaml', 'heading', 'list'])
  })
})

describe('the pictures of a folder of Markdown files', async () => {
  const files: ExportedFile[] = []
  for await (const file of markdownFolder(sourceOf(SAMPLE_ENTRIES))) files.push(file)

  it('stand beside the articles, each once and with its own bytes, and are where the articles look for them', () => {
    const beside = files.filter(({ path }) => path.startsWith('pictures/'))
    expect(beside.map(({ path }) => path).sort()).toEqual(
      [...PICTURES.keys()].map(sha256 => `pictures/${sha256}.png`).sort(),
    )
    for (const { path, content } of beside)
      expect(content).toEqual(PICTURES.get(path.slice('pictures/'.length, -'.png'.length)))
    const shown = files.flatMap(({ content }) =>
      typeof content === 'string'
        ? [...content.matchAll(/!\[.*?\]\((.*?)\)/g)].map(([, address]) => address)
        : [],
    )
    expect(shown.length).toBeGreaterThan(0)
    expect(new Set(shown)).toEqual(new Set(beside.map(({ path }) => path)))
  })
})

const plainWords = (node: Parameters<typeof plainNode>[0]): string[] => {
  const plain = plainNode(node)
  return 'words' in plain ? plain.words : []
}

describe('the original files beside a folder', () => {
  const [sha256 = '', bytes = new Uint8Array()] = [...ORIGINALS][0] ?? []
  const original = (name: string) => ({ sha256, mediaType: 'text/plain', byteLength: bytes.length, name })
  const written = async (flavour: MarkdownFlavour, name: string) => {
    const clipping = clippingWith({ title: 'One', published: 'not-stated', originals: [original(name)] })
    const markdown = { ...DEFAULT_MARKDOWN, flavour, originals: true }
    const files = await filesOf(markdownFolder(sourceOf([{ clipping, article }], { markdown })))
    return files.flatMap(({ path, text }) => (text === Buffer.from(bytes).toString() ? [path] : []))
  }

  it.each([
    ['commonmark', 'page.HTML', `originals/${sha256}.html`],
    ['commonmark', 'note.md', `originals/${sha256}.md.original`],
    ['obsidian', 'note.md', `originals/${sha256}.md.original`],
    ['logseq', 'page.html', `assets/${sha256}.html`],
    ['hugo', 'page.html', `one/${sha256}.html.original`],
    ['hugo', 'a.tar/../../x', `one/${sha256}.original`],
  ] as const)('are no pages of %s: %s', async (flavour, name, path) => {
    expect(await written(flavour, name)).toEqual([path])
  })
})
