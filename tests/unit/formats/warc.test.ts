import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readWarc } from '../../../electron/formats/warc.ts'
import { failuresOf, fixture, itemsOf, originalOf, readText, recognisedAs } from '../../formats/reading.ts'
import { storedZstd } from '../../formats/stored-zstd.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

interface Answer {
  readonly url: string
  readonly type?: string
  readonly status?: string
  readonly headers?: readonly string[]
  readonly content: string | Uint8Array
}

function record({ url, type = 'response', status = '200 OK', headers = [], content }: Answer): Buffer {
  const head = ['Content-Type: text/html; charset=utf-8', ...headers]
  const http = Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status}\r\n${head.join('\r\n')}\r\n\r\n`),
    Buffer.from(content),
  ])
  const fields = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    'WARC-Date: 2025-10-02T08:00:00Z',
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${http.length}`,
  ]
  return Buffer.concat([Buffer.from(`${fields.join('\r\n')}\r\n\r\n`), http, Buffer.from('\r\n\r\n')])
}

const page = (content: string | Uint8Array, ...headers: string[]): Buffer =>
  record({ url: 'http://news.example/a', headers, content })
const picture = (url: string): Buffer =>
  Buffer.from(
    record({ url, content: PIXEL })
      .toString('latin1')
      .replace('Content-Type: text/html; charset=utf-8', `Content-Type: image/png${' '.repeat(15)}`),
    'latin1',
  )

const htmlOf = async (bytes: Uint8Array): Promise<string[]> =>
  itemsOf(await readText(readWarc, bytes)).map(({ content }) =>
    content.kind === 'html' ? content.html : content.kind,
  )

const WORDS = '<html><body><p>春茶 words</p></body></html>'
const chunked = (text: string): string =>
  `${[...text.matchAll(/[\s\S]{1,7}/g)].map(([each]) => `${Buffer.byteLength(each).toString(16)};x=y\r\n${each}\r\n`).join('')}0\r\n\r\n`

describe('a web archive', () => {
  it('is recognised without its name, packed and not', async () => {
    expect(await recognisedAs('warc/harbour.warc.gz')).toBe('warc')
  })

  it('has an item for each page, under the number of its record, packed and not', async () => {
    const records = [
      page(WORDS),
      picture('http://news.example/p.png'),
      record({ url: 'http://news.example/b', content: WORDS }),
    ]
    const plain = itemsOf(await readText(readWarc, Buffer.concat(records)))
    expect(plain.map(({ key }) => key)).toEqual(['record 1', 'record 3'])
    const each = itemsOf(await readText(readWarc, Buffer.concat(records.map(bytes => gzipSync(bytes)))))
    expect(each).toEqual(plain)
    const whole = itemsOf(await readText(readWarc, gzipSync(Buffer.concat(records))))
    expect(whole).toEqual(plain)
  })

  it('packed with zstd has the same', async () => {
    expect(await recognisedAs('warc/harbour.warc.zst')).toBe('warc')
    const [gzip, zstd] = await Promise.all(
      ['warc/harbour.warc.gz', 'warc/harbour.warc.zst'].map(async path =>
        itemsOf(await readText(readWarc, await fixture(path))),
      ),
    )
    expect(zstd).toEqual(gzip)
  })

  it('that needs a dictionary says that its format is not known', async () => {
    const frame = Buffer.concat([Buffer.from('28b52ffd015011010000', 'hex'), Buffer.alloc(20)])
    expect(failuresOf(await readText(readWarc, frame))).toMatchObject([{ reason: 'not-recognised' }])
  })

  it('keeps the record as the original, and when it was made', async () => {
    const [item] = itemsOf(await readText(readWarc, gzipSync(page(WORDS))))
    expect(item && originalOf(item)).toContain('WARC-Target-URI: http://news.example/a')
    expect(item?.stated).toMatchObject({ url: 'http://news.example/a', savedAt: '2025-10-02T08:00:00.000Z' })
  })

  it('gives a page the pictures that the archive has, wherever they are in it', async () => {
    const html = '<img src="p.png"><img src="/lost.png"><p>Words</p>'
    const archive = Buffer.concat(
      [picture('http://news.example/p.png'), page(html)].map(bytes => gzipSync(bytes)),
    )
    expect(itemsOf(await readText(readWarc, archive))).toMatchObject([
      {
        content: {
          resources: [{ address: 'http://news.example/p.png', mediaType: 'image/png', bytes: PIXEL }],
        },
      },
    ])
  })

  it.each([
    ['chunks', page(chunked(WORDS), 'Transfer-Encoding: chunked')],
    ['chunks that are none', page(WORDS, 'Transfer-Encoding: chunked')],
    ['gzip', page(gzipSync(WORDS), 'Content-Encoding: gzip')],
    ['gzip that is unpacked already', page(WORDS, 'Content-Encoding: gzip')],
    ['Brotli', page(brotliCompressSync(WORDS), 'Content-Encoding: br')],
    ['Brotli that is unpacked already', page(WORDS, 'Content-Encoding: br')],
    ['zstd', page(storedZstd(WORDS), 'Content-Encoding: zstd')],
    ['zstd that is unpacked already', page(WORDS, 'Content-Encoding: zstd')],
    ['deflate', page(deflateSync(WORDS), 'Content-Encoding: deflate')],
    ['deflate without its header', page(deflateRawSync(WORDS), 'Content-Encoding: deflate')],
  ])('undoes %s', async (_name, bytes) => {
    expect(await htmlOf(bytes)).toEqual([WORDS])
  })

  it('leaves out what is no page: other answers, other types, requests', async () => {
    const archive = Buffer.concat([
      record({ url: 'http://news.example/moved', status: '301 Moved', content: WORDS }),
      record({ url: 'http://news.example/a', type: 'request', content: WORDS }),
      record({ url: 'dns:news.example', type: 'resource', content: WORDS }),
    ])
    expect(failuresOf(await readText(readWarc, archive))).toMatchObject([{ key: '', reason: 'no-text' }])
  })

  it('has of a page that was found unchanged its address, unless the page is there', async () => {
    const archive = Buffer.concat([
      record({ url: 'http://news.example/old', type: 'revisit', content: '' }),
      record({ url: 'http://news.example/a', type: 'revisit', content: '' }),
      page(WORDS),
    ])
    expect(itemsOf(await readText(readWarc, archive)).map(({ key, content }) => [key, content.kind])).toEqual(
      [
        ['record 3', 'html'],
        ['record 1', 'link'],
      ],
    )
  })

  it('that is cut off has the pages before the cut, and says so', async () => {
    for (const records of [
      [page(WORDS), page(WORDS)],
      [gzipSync(page(WORDS)), gzipSync(page(WORDS))],
    ]) {
      const whole = Buffer.concat(records)
      const reads = await readText(readWarc, whole.subarray(0, whole.length - 60))
      expect(itemsOf(reads)).toHaveLength(1)
      expect(failuresOf(reads)).toMatchObject([{ key: '', reason: 'damaged' }])
    }
  })

  it('with one page that cannot be unpacked has the others', async () => {
    const reads = await readText(
      readWarc,
      Buffer.concat([page(Uint8Array.of(0x1f, 0x8b, 1, 2), 'Content-Encoding: gzip'), page(WORDS)]),
    )
    expect(itemsOf(reads)).toHaveLength(1)
    expect(failuresOf(reads)).toMatchObject([{ key: 'record 1', reason: 'damaged' }])
  })

  it('of which a page unpacks to more than any page is does not unpack it', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024))
    const reads = await readText(readWarc, page(bomb, 'Content-Encoding: gzip'))
    expect(failuresOf(reads)).toMatchObject([{ key: 'record 1', reason: 'too-large' }])
  })

  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['something else', Buffer.from('words'), 'damaged'],
    ['something else, packed', gzipSync('words'), 'damaged'],
  ])('fails for %s with its reason', async (_name, bytes, reason) => {
    expect(failuresOf(await readText(readWarc, bytes))[0]).toMatchObject({ key: '', reason })
  })

  it('reads the archive of Wget with its compression', async () => {
    expect(await htmlOf(await fixture('warc/harbour.warc.gz'))).toHaveLength(3)
  })
})
