/**
 * Reads exports of the size that people have: 32,000 rows of Pocket, and an ENEX file of 1 GB. Prints items a second and
 * the most memory that was used; fails where an item is missing, or 1 GB of memory is passed.
 *
 *     node tests/run-script.js tests/bench/exports.ts [gigabytes]
 */
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FormatReader, fileOnDisk } from '../../electron/formats/import-file.ts'
import { recognise } from '../../electron/formats/recognise.ts'

const MEGABYTE = 1024 * 1024
const MOST_MEMORY = 1024 * MEGABYTE

async function write(path: string, pieces: Iterable<string>): Promise<void> {
  const stream = createWriteStream(path)
  for (const piece of pieces) if (!stream.write(piece)) await once(stream, 'drain')
  stream.end()
  await once(stream, 'finish')
}

function* pocket(rows: number): Generator<string> {
  yield 'title,url,time_added,tags,status\n'
  for (let row = 0; row < rows; row += 1)
    yield `"Headline ${row}, with a comma 第${row}条",https://news.example/${row},${1_500_000_000 + row},a|标签${row % 50},${row % 3 === 0 ? 'archive' : 'unread'}\n`
}

function* notes(count: number, pictureSize: number): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">\n<en-export>\n'
  const picture = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(pictureSize)])
  const hash = createHash('md5').update(picture).digest('hex')
  const data = picture.toString('base64').replace(/.{76}/gu, '$&\n')
  for (let note = 0; note < count; note += 1)
    yield `<note><title>Note ${note} 笔记</title><created>20240101T000000Z</created><tag>t${note % 20}</tag><content><![CDATA[<en-note>${'<p>A paragraph of the note. 一段文字。</p>'.repeat(60)}<en-media hash="${hash}" type="image/png"/></en-note>]]></content><resource><data encoding="base64">${data}</data><mime>image/png</mime></resource></note>\n`
  yield '</en-export>\n'
}

async function measure(path: string, expected: number): Promise<void> {
  const file = await fileOnDisk(path)
  const format = await recognise(file)
  if (!format.ok) throw new Error(`not recognised: ${format.error}`)
  const read: FormatReader = format.value.read
  const start = performance.now()
  let items = 0
  let pictures = 0
  let most = 0
  for await (const item of read(file)) {
    if (!item.ok) throw new Error(`${item.error.key}: ${item.error.reason}`)
    items += 1
    if (item.value.content.kind === 'html') pictures += item.value.content.resources.length
    most = Math.max(most, process.memoryUsage.rss())
  }
  const seconds = (performance.now() - start) / 1000
  const size = file.size / MEGABYTE
  console.log(
    `${format.value.name}: ${items} items, ${pictures} pictures, ${size.toFixed(0)} MB in ${seconds.toFixed(1)} s ` +
      `(${(items / seconds).toFixed(0)} items/s, ${(size / seconds).toFixed(0)} MB/s), at most ${(most / MEGABYTE).toFixed(0)} MB of memory`,
  )
  if (items !== expected) throw new Error(`${expected} items expected`)
  if (most > MOST_MEMORY) throw new Error('more than 1 GB of memory')
}

export default async function run(gigabytes = '1'): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cuttings-exports-'))
  try {
    const rows = join(folder, 'part_000000.csv')
    await write(rows, pocket(32_000))
    await measure(rows, 32_000)
    const enex = join(folder, 'Notebook.enex')
    const count = Math.round(Number(gigabytes) * 512)
    await write(enex, notes(count, 1.5 * MEGABYTE))
    await measure(enex, count)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
