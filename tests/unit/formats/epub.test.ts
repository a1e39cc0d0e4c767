import { describe, expect, it } from 'vitest'
import { readEpub } from '../../../electron/formats/epub.ts'
import { failuresOf, fixture, itemsOf, readFixture, readText, recognisedAs } from '../../formats/reading.ts'
import { zipOf } from '../../formats/zip-of.ts'

const CONTAINER = '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>'
const OPF = `<package><metadata><title>Title</title></metadata><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`
const CHAPTER = '<html><body><p>Words</p></body></html>'

const book = (files: Readonly<Record<string, string>>): Promise<Buffer> =>
  zipOf(
    Object.entries({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': CONTAINER,
      'book.opf': OPF,
      'a.xhtml': CHAPTER,
      ...files,
    }).map(([path, text]) => ({ path, bytes: Buffer.from(text) })),
  )

const encrypted = (algorithm: string): string =>
  `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/></EncryptedData></encryption>`

async function htmlOf(bytes: Uint8Array): Promise<string> {
  const [item] = itemsOf(await readText(readEpub, bytes))
  if (item?.content.kind !== 'html') throw new Error('no book')
  return item.content.html
}

describe('an EPUB', () => {
  it.each(['ferry.epub', 'tea.epub', 'anthology.epub'])('%s is recognised without its name', async name => {
    expect(await recognisedAs(`epub/${name}`)).toBe('epub')
  })

  it('has its chapters in the order of its spine, links among them undone, those to the web kept', async () => {
    const [item] = itemsOf(await readFixture(readEpub, 'epub/anthology.epub'))
    const html = item?.content.kind === 'html' ? item.content.html : ''
    expect(html.indexOf('Island ferry')).toBeLessThan(html.indexOf('云溪春茶开采'))
    expect(html).toContain('<a>Wednesday</a>')
    expect(html).toContain('<a href="http://news.example.org/ferry.html">the page</a>')
    expect(html).not.toContain('<nav>')
  })

  it('is not taken for English where it is Chinese', async () => {
    const [item] = itemsOf(await readFixture(readEpub, 'epub/tea.epub'))
    expect(item?.stated.language).toBeUndefined()
  })

  it('with encrypted chapters says so; obfuscated fonts are none', async () => {
    const locked = await book({
      'META-INF/encryption.xml': encrypted('http://www.w3.org/2001/04/xmlenc#aes128-cbc'),
    })
    expect(failuresOf(await readText(readEpub, locked))).toMatchObject([{ reason: 'encrypted' }])
    expect(
      await htmlOf(
        await book({ 'META-INF/encryption.xml': encrypted('http://www.idpf.org/2008/embedding') }),
      ),
    ).toContain('Words')
  })

  it('takes nothing from outside the archive', async () => {
    const html = await htmlOf(
      await book({ 'a.xhtml': '<html><body><img src="../../secret.png"><p>Words</p></body></html>' }),
    )
    expect(html).toContain('src="../../secret.png"')
    const outside = OPF.replace('href="a.xhtml"', 'href="../a.xhtml"')
    expect(failuresOf(await readText(readEpub, await book({ 'book.opf': outside })))).toMatchObject([
      { reason: 'damaged' },
    ])
  })

  it('expands no entities of its own', async () => {
    const laughs = `<!DOCTYPE package [<!ENTITY a "${'ha'.repeat(100)}"><!ENTITY b "&a;&a;&a;">]>${OPF.replace('Title', '&b;')}`
    const [item] = itemsOf(await readText(readEpub, await book({ 'book.opf': laughs })))
    expect(item?.stated.title).toBe('&b;')
  })

  it.each([
    ['chapters that nest without end', { 'a.xhtml': `<html><body>${'<div>'.repeat(100_000)}` }, 'unsafe'],
    ['a package that nests without end', { 'book.opf': '<a>'.repeat(100_000) }, 'unsafe'],
    ['a container that is none', { 'META-INF/container.xml': 'words' }, 'damaged'],
    [
      'a package that is not there',
      { 'META-INF/container.xml': CONTAINER.replace('book.opf', 'no.opf') },
      'damaged',
    ],
    ['a spine of nothing', { 'book.opf': OPF.replace(/<spine>.*<\/spine>/, '<spine/>') }, 'damaged'],
    [
      'a chapter that is not there',
      { 'book.opf': OPF.replace('href="a.xhtml"', 'href="b.xhtml"') },
      'damaged',
    ],
  ])('fails for %s with its reason', async (_name, files, reason) => {
    expect(failuresOf(await readText(readEpub, await book({ ...files })))).toMatchObject([
      { key: '', reason },
    ])
  })

  it('that is cut off is damaged, and nothing is empty', async () => {
    const whole = await fixture('epub/anthology.epub')
    for (const length of [4, 100, 1500, whole.length - 1])
      expect(failuresOf(await readText(readEpub, whole.subarray(0, length)))).toMatchObject([
        { reason: 'damaged' },
      ])
    expect(failuresOf(await readText(readEpub, ''))).toMatchObject([{ reason: 'empty' }])
  })
})
