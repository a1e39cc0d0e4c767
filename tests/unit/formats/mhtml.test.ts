import { describe, expect, it } from 'vitest'
import { readMhtml } from '../../../electron/formats/mhtml.ts'
import { failuresOf, fixture, itemsOf, readFixture, readText, recognisedAs } from '../../formats/reading.ts'

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const archive = (type: string, ...parts: string[]): string =>
  [
    `MIME-Version: 1.0`,
    `Content-Type: ${type}; boundary="b"`,
    '',
    ...parts.flatMap(part => ['--b', part]),
    '--b--',
  ].join('\r\n')
const page = (html: string, ...headers: string[]): string =>
  ['Content-Type: text/html; charset=utf-8', ...headers, '', html].join('\r\n')
const pixel = (...headers: string[]): string =>
  ['Content-Type: image/png', 'Content-Transfer-Encoding: base64', ...headers, '', PIXEL].join('\r\n')

async function read(text: string): Promise<{ html: string; addresses: string[]; base: string | undefined }> {
  const [item] = itemsOf(await readText(readMhtml, text))
  if (item?.content.kind !== 'html') throw new Error('no page')
  const { html, resources, base } = item.content
  return { html, addresses: resources.map(({ address }) => address), base }
}

describe('MHTML', () => {
  it.each(['ferry.mhtml', 'tea.mhtml', 'word.mht'])('%s is recognised', async name => {
    expect(await recognisedAs(`mhtml/${name}`, name)).toBe('mhtml')
  })

  it('of Chromium is recognised without its name', async () => {
    expect(await recognisedAs('mhtml/ferry.mhtml')).toBe('mhtml')
  })

  it('has its whole file as the original', async () => {
    const [item] = itemsOf(await readFixture(readMhtml, 'mhtml/tea.mhtml'))
    expect(item && Buffer.from(item.original.bytes)).toEqual(await fixture('mhtml/tea.mhtml'))
  })

  it('starts with the part that `start` names', async () => {
    const text = archive(
      'multipart/related; start="<second>"',
      page('<p>first</p>', 'Content-ID: <first>'),
      page('<p>second</p>', 'Content-ID: <second>'),
    )
    expect((await read(text)).html).toContain('second')
  })

  it('finds pictures by cid and by location, relative ones by the page’s', async () => {
    const text = archive(
      'multipart/related',
      page(
        '<img src="cid:a%40x"><img src="img/b.png"><img src="http://other.example/c.png"><img src="lost.png">',
        'Content-Location: http://news.example/dir/page.html',
      ),
      pixel('Content-ID: <a@x>'),
      pixel('Content-Location: img/b.png'),
      pixel('Content-Location: http://other.example/\r\n c.png'),
    )
    expect(await read(text)).toMatchObject({
      base: 'http://news.example/dir/page.html',
      addresses: ['cid:a%40x', 'http://news.example/dir/img/b.png', 'http://other.example/c.png'],
    })
  })

  it('takes of alternatives the richest, and finds the page in nested parts', async () => {
    const inner = [
      'Content-Type: multipart/alternative; boundary="c"',
      '',
      '--c',
      'Content-Type: text/plain',
      '',
      'plain',
      '--c',
      page('<p>rich</p>'),
      '--c--',
    ].join('\r\n')
    expect((await read(archive('multipart/related', inner, pixel()))).html).toContain('rich')
  })

  it('takes of a page of frames the frame with the words', async () => {
    const text = archive(
      'multipart/related',
      page(
        '<frameset cols="1,1"><frame src="a"><frame src="b"></frameset>',
        'Content-Location: http://news.example/',
      ),
      page('<p>menu</p>', 'Content-Location: http://news.example/a'),
      page(`<p>${'words '.repeat(50)}</p>`, 'Content-Location: http://news.example/b'),
    )
    expect((await read(text)).html).toContain('words words')
  })

  it('ends though a part holds the address of itself', async () => {
    const text = archive(
      'multipart/related',
      page('<iframe src="cid:self"></iframe><img src="cid:self"><p>Words</p>', 'Content-ID: <self>'),
    )
    expect(await read(text)).toMatchObject({ addresses: [] })
  })

  it.each([
    ['nothing', '', 'empty'],
    ['no page', archive('multipart/related', pixel()), 'damaged'],
    ['no header', '<p>words</p>', 'damaged'],
    ['an empty page', archive('multipart/related', page(' ')), 'no-text'],
    [
      'a boundary in itself',
      `Content-Type: multipart/related; boundary=x\n\n${'--x\nContent-Type: multipart/related; boundary=x\n\n'.repeat(40_000)}`,
      'unsafe',
    ],
  ])('fails for %s with its reason', async (_name, text, reason) => {
    expect(failuresOf(await readText(readMhtml, text))).toMatchObject([{ key: '', reason }])
  })
})
