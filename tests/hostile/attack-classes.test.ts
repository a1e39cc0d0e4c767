import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../electron/cli/run.ts'
import { textOf as wordsOf } from '../../electron/core/body/text.ts'
import { bookOf } from '../../electron/core/export/book/book.ts'
import { csvOf } from '../../electron/core/export/csv.ts'
import { clippingFileName } from '../../electron/core/export/file-name.ts'
import type { ExportEntry } from '../../electron/core/export/plan.ts'
import { EXPORT_WRITERS } from '../../electron/core/export/writers.ts'
import { bodySchema } from '../../electron/core/model/body.ts'
import { clippingSchema } from '../../electron/core/model/clipping.ts'
import { clippingInLink } from '../../electron/core/model/clipping-link.ts'
import { safePage } from '../../electron/core/original-page/safe-page.ts'
import { noteText, statedByProperties } from '../../electron/formats/front-matter.ts'
import { fileInMemory } from '../../electron/formats/import-file.ts'
import { webAddress } from '../../electron/formats/stated-values.ts'
import { pathsIn } from '../../electron/main/given-files.ts'
import { extractArchive } from '../../electron/store/archive/extract-archive.ts'
import { readAny } from '../../electron/work/read-any.ts'
import { type ReadItem, readItem } from '../../electron/work/read-item.ts'
import { zipOf } from '../formats/zip-of.ts'
import { SAMPLE_ENTRIES } from '../unit/core/export/sample-collection.ts'
import { filesOf, SAMPLE_HEAD, sourceOf, textOf } from '../unit/core/export/sample-source.ts'
import { activeContentOf, elementsOf } from './active-content.ts'

/** The classes of attack that have been reported against programs for notes and clippings, a test each. */

const NOW = '2027-01-01T00:00:00.000Z'
const NOTHING = { picture: () => undefined, font: () => undefined, style: () => undefined }
const IMG = '<img src=x onerror=alert(1)>'
const STORY = `<p>The harbour board voted on Thursday to raise pilot fees by four percent, the first change in six years.</p>
<p>Shipping companies said that they would appeal against the decision within a month.</p>`
const page = (html: string): string => `<article><h1>Harbour votes</h1>${html}${STORY}</article>`

/** What an import makes of a file. */
async function read(name: string, content: string | Uint8Array): Promise<ReadItem[]> {
  const all: ReadItem[] = []
  for await (const each of readAny(fileInMemory(name, Buffer.from(content)))) {
    const item = each.ok ? readItem(each.value, NOW) : each
    if (item.ok) all.push(item.value)
  }
  return all
}

const body = (item: ReadItem | undefined) => item?.extraction.article.body
const wordsIn = (item: ReadItem | undefined): string =>
  (body(item)?.children ?? []).map(block => wordsOf(block)).join('\n')

const entryWith = (clipping: Partial<ExportEntry['clipping']>): ExportEntry => {
  const [like] = SAMPLE_ENTRIES
  if (like === undefined) throw new Error('no sample')
  return { ...like, clipping: { ...like.clipping, ...clipping } }
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-attacks-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('attributes of the root elements of a page', async () => {
  const html = `<html onclick=alert(1) manifest=http://b.example/m style="background:url(http://b.example/s)">
<head profile=http://b.example/p onclick=alert(1)><body onload=alert(1) background=http://b.example/b>${page('')}`
  expect(activeContentOf(safePage(html, NOTHING).html)).toEqual([])
  const [item] = await read('page.html', html)
  expect(bodySchema.safeParse(body(item)).success).toBe(true)
  expect(JSON.stringify(item)).not.toMatch(/onload|onclick|b\.example/u)
})

it('a title that leaves the title of an exported page or book', async () => {
  const title = `</title></head><body><script>alert(1)</script>${IMG}`
  const entries = [entryWith({ title })]
  const harmless = [entryWith({ title: 'Harbour votes' })]
  const html = await EXPORT_WRITERS.html()
  if (!('pieces' in html)) throw new Error('not one file')
  const shape = (markup: string) => elementsOf(markup).map(({ tagName }) => tagName)
  const [hostile, plain] = await Promise.all(
    [entries, harmless].map(each => textOf(html.pieces(sourceOf(each, { title })))),
  )
  expect(shape(hostile ?? '')).toEqual(shape(plain ?? ''))
  const book = (each: readonly ExportEntry[]) => shape(bookOf({ ...SAMPLE_HEAD, title, entries: each }).html)
  expect(book(entries)).toEqual(book(harmless))
})

it.each([
  ['comments that end early', `<!--><img src=x onerror=alert(1)>--><!--!>${IMG}-->`],
  ['a less-than sign before what is no name', `a <3 b << ${IMG} <> </ > <!x> <?y?> 1 <2`],
  ['noscript', `<noscript><p title="</noscript>${IMG}">x</noscript>`],
  [
    'raw text in foreign elements',
    `<svg><style><a title="</style>${IMG}"></svg><math><mtext><xmp>${IMG}</xmp></math>`,
  ],
  [
    'a select and a table that others close',
    `<select><table><td>${IMG}</select><table><select>${IMG}</table>`,
  ],
])('parsers that differ: %s', async (_, html) => {
  expect(activeContentOf(safePage(page(html), NOTHING).html)).toEqual([])
  const [item] = await read('page.html', page(html))
  expect(bodySchema.safeParse(body(item)).error).toBeUndefined()
  expect(wordsIn(item)).toContain('Shipping companies')
})

it.each([
  '<embed src=http://b.example/e>',
  '<link rel=stylesheet href=http://b.example/l>',
  '<form action=http://b.example/f><button formaction=http://b.example/g>x</button><input type=image src=http://b.example/i></form>',
  '<svg><use href="http://b.example/u#x"/><animate attributeName=href to=javascript:alert(1)></svg>',
  '<isindex action=http://b.example/x><keygen><portal src=http://b.example/p></portal><fencedframe></fencedframe>',
  '<object data=http://b.example/o><param name=src value=http://b.example/q></object>',
])('elements that lists of what is forbidden forget: %s', async html => {
  const rewritten = safePage(page(html), NOTHING).html
  expect(activeContentOf(rewritten)).toEqual([])
  expect(rewritten).not.toContain('b.example')
  const [item] = await read('page.html', page(html))
  expect(bodySchema.safeParse(body(item)).error).toBeUndefined()
})

it('titles, names of files and tags as markup', async () => {
  const [named] = await read(`${IMG}.txt`, `${IMG}\n\nThe board voted on Thursday.\n`)
  expect(named?.extraction.clipping.title).toBe(IMG)
  const entries = [entryWith({ title: IMG, tags: [IMG], note: IMG, bylines: [IMG] })]
  for (const format of ['html', 'epub', 'citations'] as const) {
    const writer = await EXPORT_WRITERS[format]()
    const pages =
      'files' in writer
        ? (await filesOf(writer.files(sourceOf(entries)))).map(({ text }) => text)
        : [await textOf(writer.pieces(sourceOf(entries)))]
    expect(
      pages.flatMap(elementsOf).filter(({ attrs }) => attrs.some(({ name }) => name.startsWith('on'))),
    ).toEqual([])
  }
})

it('addresses of other schemes, and our own, in a link of an article', async () => {
  const schemes = [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'cuttings://clipping/1',
    'app://cuttings/',
    'smb://h/s',
    'ms-msdt:/x',
    'data:text/html,x',
    'vscode://x',
    'tel:1',
  ]
  const said = (href: string, years: number) =>
    `<p>The pilots said in <a href="${href}">their report</a> that the tide has risen for ${years + 2} years.</p>`
  const [item] = await read('page.html', page([...schemes, 'https://news.example/a'].map(said).join('')))
  const hrefs = [...JSON.stringify(body(item)).matchAll(/"href":"(?<href>[^"]*)"/gu)].map(
    found => found.groups?.['href'],
  )
  expect(hrefs).toEqual(['https://news.example/a'])
  expect(clippingInLink('cuttings://clipping/../../settings')).toBeUndefined()
  expect(clippingInLink('cuttings://settings/0198b2a4-7c1e-7abc-8def-0123456789ab')).toBeUndefined()
})

it.each([
  'javascript:alert(1)//https://news.example/',
  ' javascript:alert(1)',
  'https:news.example',
  'http:/news.example/a',
  'https:\\\\news.example\\a',
  'file://news.example/a',
  '//news.example/a',
  'https://',
  'https://news.example:99999/',
  'https://[::1',
])('checks of addresses that are too loose: %s', address => {
  expect(webAddress(address)).toBeUndefined()
})

describe('paths in archives that lead out of them', () => {
  const PATHS = [
    '../out.html',
    '../../out.html',
    '/out.html',
    'a/../../out.html',
    '..\\out.html',
    'C:\\out.html',
    'C:/out.html',
    '\\\\host\\share\\out.html',
    './../out.html',
    '.. /out.html',
  ]

  it.each(PATHS)('in what is imported: %s', async path => {
    const before = await readdir(folder)
    const bytes = await zipOf([
      { path: 'metadata_0_to_1.json', bytes: Buffer.from('[]') },
      { path, bytes: Buffer.from(page('')) },
    ])
    await read('export.zip', bytes)
    expect(await readdir(folder)).toEqual(before)
  })

  it.each(PATHS)('in a library that is taken from an archive: %s', async path => {
    const file = join(folder, 'archive.zip')
    await writeFile(file, await zipOf([{ path, bytes: Buffer.from('x') }]))
    const extracted = await extractArchive(file, join(folder, 'deep/library'))
    expect(extracted).toMatchObject({ ok: false })
    await rm(file)
    await rm(join(folder, 'deep'), { recursive: true, force: true })
    expect(await readdir(folder)).toEqual([])
  })
})

it('entities that are decoded once more than they were written', async () => {
  const html = `<article><h1>Votes &lt;b&gt; and &amp;lt;img src=x onerror=alert(1)&amp;gt;</h1>
<p>What was written: &amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt; on the quay, they said.</p>${STORY}</article>`
  const [item] = await read('page.html', html)
  expect(item?.extraction.clipping.title).toBe('Votes <b> and &lt;img src=x onerror=alert(1)&gt;')
  expect(wordsIn(item)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
})

describe('YAML that is more than text', () => {
  it.each([
    [
      'tags of a type',
      '---\ntitle: !!js/function "function(){}"\nauthor: !!python/object/apply:os.system ["x"]\n---\nWords',
    ],
    ['a date, a number and a truth', '---\ntitle: 2025-07-19\nauthor: 007\ntags: [yes, null]\n---\nWords'],
    ['keys of a prototype', '---\n__proto__: {polluted: yes}\nconstructor: x\ntitle: Harbour\n---\nWords'],
    [
      'anchors that multiply',
      `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
        .split('')
        .map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghi'[at]}`).join()}]`)
        .join('\n')}\ntitle: Harbour\n---\nWords`,
    ],
  ])('when it is read: %s', (_, text) => {
    const { properties, body } = noteText(text)
    const stated = statedByProperties(properties)
    expect(body).toContain('Words')
    expect(Object.getPrototypeOf({}).polluted).toBeUndefined()
    for (const value of [...properties.values()].flat()) expect(typeof value).toBe('string')
    expect([undefined, 'Harbour', '2025-07-19', 'function(){}']).toContain(stated.title)
  })

  it('when it is written', async () => {
    const title = '---\nsource: https://forged.example\n--- !!js/function x'
    const tags = ['a: b', '- c', '{d}', '!!e', '&f', '*g', '#h']
    const writer = await EXPORT_WRITERS['markdown-folder']()
    if (!('files' in writer)) throw new Error('not a folder')
    const files = await filesOf(writer.files(sourceOf([entryWith({ title, tags })])))
    const notes = files
      .filter(({ path }) => path.endsWith('.md'))
      .map(({ text }) => noteText(text).properties)
    const titled = notes.filter(properties => properties.get('title')?.[0] === title)
    expect(titled).toHaveLength(1)
    expect(notes.map(properties => statedByProperties(properties).url)).not.toContain(
      'https://forged.example',
    )
  })
})

it('names of files that are taken for options', async () => {
  const argv = [
    '/opt/cuttings',
    '--no-sandbox',
    '--inspect=0.0.0.0',
    '-e',
    '--remote-debugging-port=9222',
    'a page.html',
  ]
  expect(pathsIn(argv, '/desk')).toEqual(['/desk/a page.html'])
  const said: string[] = []
  const say = (text: string) => void said.push(text)
  expect(await run(['extract', '--output=/etc/passwd'], { out: say, err: say })).not.toBe(0)
  const { clipping } = entryWith({ title: '--help; rm -rf ~' })
  expect(
    clippingFileName(clippingSchema.parse({ ...clipping, published: 'not-looked-for' }), 'x'),
  ).not.toMatch(/^[.~/]|[/\\]/u)
})

it('cells of a table that a spreadsheet takes for formulas', () => {
  for (const cell of ['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', '\n=1', '＝1', "=cmd|'/c calc'!A1"]) {
    const written = csvOf([[cell]]).replace(/^\ufeff"?/u, '')
    expect(written).toContain(cell)
    expect(written).not.toMatch(/^[=+\-@\t\r\n＝]/u)
  }
})
