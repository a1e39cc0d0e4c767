/**
 * Imports exports of the size that people have: 32,000 rows of Pocket, and an ENEX file of 1 GB, each into a library of
 * its own by a process of its own. Prints items a second and the most memory of the process; fails where an item is
 * missing, or 1 GB of memory is passed.
 *
 *     node tests/run-script.js tests/bench/exports.ts [GIGABYTES] [ROWS]
 */
import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildProgram } from '../torture/build-program.ts'
import type { MeasuredImport } from './import-process.ts'

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

async function measure(folder: string, kind: string, expected: number, programs: Programs): Promise<void> {
  const library = join(folder, `library-${kind}`)
  const script = [programs.importing, join(folder, kind), library, programs.worker, '2']
  const { stdout } = await promisify(execFile)(process.execPath, script)
  const { counts, seconds, processor, memory }: MeasuredImport = JSON.parse(stdout)
  const items = (counts['imported'] ?? 0) + (counts['link-only'] ?? 0)
  console.log(
    `${kind}: ${JSON.stringify(counts)} in ${seconds.toFixed(1)} s, ${processor.toFixed(1)} s of processor time ` +
      `(${(items / seconds).toFixed(0)} items/s), at most ${(memory / MEGABYTE).toFixed(0)} MB of memory`,
  )
  if (items !== expected) throw new Error(`${expected} items expected`)
  if (memory > MOST_MEMORY) throw new Error('more than 1 GB of memory')
}

interface Programs {
  readonly importing: string
  readonly worker: string
}

export default async function run(gigabytes = '1', rows = '32000'): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cuttings-exports-'))
  try {
    const programs = {
      importing: await buildProgram('import-process', folder, import.meta.dirname),
      worker: await buildProgram('import-worker', folder, import.meta.dirname),
    }
    await Promise.all(['pocket', 'enex'].map(kind => mkdir(join(folder, kind))))
    if (Number(rows) > 0) {
      await write(join(folder, 'pocket/part_000000.csv'), pocket(Number(rows)))
      await measure(folder, 'pocket', Number(rows), programs)
    }
    const count = Math.round(Number(gigabytes) * 512)
    await write(join(folder, 'enex/Notebook.enex'), notes(count, 1.5 * MEGABYTE))
    await measure(folder, 'enex', count, programs)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
