import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileInMemory, fileOnDisk, type ImportFile } from '../../../electron/formats/import-file.ts'
import { readAny } from '../../../electron/work/read-any.ts'
import { readItem } from '../../../electron/work/read-item.ts'
import { fixture } from '../../formats/reading.ts'
import { zipOf } from '../../formats/zip-of.ts'

/** Of processor time, which other work on the machine does not change. */
const LONGEST_MS = 10_000
const MIB = 1024 * 1024

/** How each item of a file ends: read, or its reason. */
async function outcomes(file: ImportFile): Promise<string[]> {
  const all: string[] = []
  const started = process.cpuUsage()
  for await (const read of readAny(file)) {
    const item = read.ok ? readItem(read.value, '2027-01-01T00:00:00.000Z') : read
    all.push(item.ok ? 'read' : item.error.reason)
  }
  const { user, system } = process.cpuUsage(started)
  expect((user + system) / 1000).toBeLessThan(LONGEST_MS)
  return all
}

const inMemory = (name: string, content: string | Uint8Array): Promise<string[]> =>
  outcomes(fileInMemory(name, Buffer.from(content)))

const NESTED = '<div>'.repeat(100_000)
const warcOf = (html: string | Uint8Array): Buffer => {
  const http = Buffer.concat([
    Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'),
    Buffer.from(html),
  ])
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://news.example/\r\nContent-Length: ${http.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')])
}

describe('hostile files', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cuttings-hostile-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('a Word document of elements in one another is unsafe, and one of tables in tables is read', async () => {
    const docx = (inner: string): Promise<Buffer> => {
      const main = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inner}</w:body></w:document>`
      return zipOf([
        { path: '[Content_Types].xml', bytes: Buffer.from('<Types/>') },
        { path: 'word/document.xml', bytes: Buffer.from(main) },
      ])
    }
    const words = '<w:p><w:r><w:t>The ferry sails later.</w:t></w:r></w:p>'
    const tables = Array.from({ length: 20 }).reduce(
      (inner: string) => `<w:tbl><w:tr><w:tc>${inner}<w:p/></w:tc></w:tr></w:tbl>`,
      words,
    )
    expect(await inMemory('a.docx', await docx(`${words}${'<a>'.repeat(100_000)}`))).toEqual(['unsafe'])
    expect(await inMemory('a.docx', await docx(tables))).toEqual(['read'])
  })

  /** A file of 200 MB that takes no room on the disk: what it starts with, then zeros. */
  async function large(name: string, start: string): Promise<ImportFile> {
    const path = join(folder, name)
    const handle = await open(path, 'w')
    await handle.write(start)
    await handle.truncate(200 * MIB)
    await handle.close()
    return fileOnDisk(path)
  }

  it.each([
    ['a.html', '<!DOCTYPE html><html><body><p>Words', 'too-large'],
    [
      'a.mhtml',
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\nSnapshot-Content-Location: a\r\n\r\n',
      'too-large',
    ],
    ['a.eml', 'From: a@b.c\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\nWords\r\n', 'too-large'],
    ['a.webarchive', '<?xml version="1.0"?><plist><dict><key>WebMainResource</key>', 'too-large'],
    ['b.webarchive', 'bplist00', 'too-large'],
    ['a.url', '[InternetShortcut]\r\nURL=http://news.example/\r\n', 'too-large'],
    ['a.epub', 'PK\x03\x04', 'damaged'],
    ['a.wacz', 'PK\x03\x04', 'damaged'],
    ['a.warc', 'WARC/1.0\r\nWARC-Type: response\r\n', 'damaged'],
    ['b.warc', 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 20971520000\r\n\r\n', 'damaged'],
    ['a.warc.gz', 'WARC/1.0 is not gzip', 'damaged'],
  ])('of 200 MB: %s starting with %j is %s', async (name, start, reason) => {
    expect(await outcomes(await large(name, start))).toEqual([reason])
  })

  it('a record of 200 MB is too large, and the others are read', async () => {
    const path = join(folder, 'c.warc')
    const handle = await open(path, 'w')
    const length = 200 * MIB
    const head = `WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://news.example/x\r\nContent-Type: text/html\r\nContent-Length: ${length}\r\n\r\n`
    await handle.write(head)
    await handle.write(warcOf('<p>Words of an article.</p>'), 0, null, head.length + length)
    await handle.close()
    expect(await outcomes(await fileOnDisk(path))).toEqual(['too-large', 'read'])
  })

  it('a web archive that unpacks to a thousand times its size is unsafe', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * MIB, warcOf('')))
    expect(bomb.length).toBeLessThan(2 * MIB)
    expect(await inMemory('bomb.warc.gz', bomb)).toEqual(['unsafe'])
  })

  it.each([
    ['a.html', NESTED],
    ['b.html', `<table>${'<tr><td><table>'.repeat(33_000)}`],
    ['c.html', `<p>${'<b><i>'.repeat(5_000)}Words`],
    ['d.html', `<html>${'<img '.repeat(100_000)}`],
    ['e.html', `<html><img ${'a="'.repeat(100_000)}>`],
    ['f.html', `<html>${'<!--'.repeat(100_000)}`],
    ['g.html', `<html>${'<meta charset='.repeat(50_000)}`],
    ['a.mhtml', `Snapshot-Content-Location: a\r\nContent-Type: text/html\r\n\r\n${NESTED}`],
    [
      'b.mhtml',
      `Content-Type: multipart/related; boundary=x\r\n\r\n${'--x\r\nContent-Type: text/html\r\n\r\n'.repeat(30_000)}`,
    ],
    ['a.eml', `From: a@b.c\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${NESTED}`],
    ['b.eml', `From: ${'"a" <'.repeat(50_000)}\r\nMIME-Version: 1.0\r\n\r\nWords`],
    ['c.eml', `From: a@b.c\r\nSubject: ${'=?utf-8?Q?'.repeat(50_000)}\r\nMIME-Version: 1.0\r\n\r\nWords`],
    [
      'd.eml',
      `From: a@b.c\r\nMIME-Version: 1.0\r\nContent-Type: text/plain${'; a="'.repeat(50_000)}\r\n\r\nWords`,
    ],
    ['a.webloc', `<?xml version="1.0"?><plist><dict><key>URL</key>${'<array>'.repeat(100_000)}`],
    ['b.webloc', `<?xml version="1.0"?><plist><dict><key>URL</key>${'<!--'.repeat(100_000)}`],
    ['c.webloc', `<?xml version="1.0"?><plist><dict><key>URL</key>${'<a b="'.repeat(100_000)}`],
    ['a.warc', warcOf(NESTED)],
  ])('%s: markup without end is read or fails, in time', async (name, content) => {
    expect(await inMemory(name, content)).toHaveLength(1)
  })

  it('a page of 40 MB of paragraphs is too large', async () => {
    expect(
      await inMemory('a.html', `<!DOCTYPE html><html><body>${'<p>Words of it.</p>'.repeat(2_000_000)}`),
    ).toEqual(['too-large'])
  })

  it('an EPUB of names that lead outside has nothing to read', async () => {
    const bytes = await zipOf([{ path: '../../META-INF/container.xml', bytes: Buffer.from('<container/>') }])
    expect(await inMemory('slip.epub', bytes)).toEqual(['damaged'])
  })

  it.each([
    ['saved-page/single-file.html', 1],
    ['mhtml/ferry.mhtml', 1],
    ['webarchive/ferry.webarchive', 1],
    ['internet-shortcut/Island ferry.url', 1],
    ['warc/harbour.warc.gz', 3],
    ['wacz/harbour.wacz', 2],
    ['email/newsletter.eml', 1],
    ['epub/anthology.epub', 1],
  ])('%s is read under the name of any other format', async (path, count) => {
    const bytes = await fixture(path)
    for (const name of [
      'x',
      'x.html',
      'x.txt',
      'x.pdf',
      'x.csv',
      'x.epub',
      'x.wacz',
      'x.url',
      'x.webarchive',
      'x.warc',
    ])
      expect([name, await outcomes(fileInMemory(name, bytes))]).toEqual([name, Array(count).fill('read')])
  })

  it.each([
    'x.html',
    'x.mhtml',
    'x.webarchive',
    'x.url',
    'x.webloc',
    'x.warc.gz',
    'x.wacz',
    'x.eml',
    'x.epub',
  ])('%s of no bytes is empty, of noise not recognised', async name => {
    expect(await inMemory(name, '')).toEqual(['empty'])
    const noise = Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 167 + (at >> 3)) & 255))
    expect(await inMemory(name, noise)).toEqual(['not-recognised'])
  })
})
