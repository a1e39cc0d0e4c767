import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { undoDoubleEncoding } from '../../electron/core/extract/double-encoding.ts'
import { type HtmlFile, readHtml } from '../../electron/formats/html.ts'
import { READERS, type Reader, type Reading } from './extraction-libraries.ts'
import { type Score, scoreOf, summary, type Truth } from './extraction-score.ts'
import runText from './extraction-text.ts'

const NOTHING: Reading = { body: '', title: '', authors: [], date: undefined }

/** CPU time, in milliseconds, and what was read; a library that throws has read nothing. */
function timed(reader: Reader, file: HtmlFile): { reading: Reading; ms: number; threw: boolean } {
  const before = process.cpuUsage()
  let reading = NOTHING
  let threw = false
  try {
    reading = reader(file)
  } catch {
    threw = true
  }
  const { user, system } = process.cpuUsage(before)
  return { reading, ms: (user + system) / 1000, threw }
}

interface Page {
  readonly truth: Truth
  readonly file: HtmlFile
  readonly visible: string | undefined
}

function* pagesOf(folder: string): Generator<Page> {
  for (const line of readFileSync(join(folder, 'truth.jsonl'), 'utf8').split('\n')) {
    if (line === '') continue
    const truth: Truth = JSON.parse(line)
    const read = readHtml(gunzipSync(readFileSync(join(folder, truth.file))))
    const text = join(folder, truth.file.replace('.html.gz', '.txt.gz'))
    const stored = existsSync(text) ? gunzipSync(readFileSync(text)).toString('utf8') : undefined
    const visible = stored === undefined ? undefined : (undoDoubleEncoding(stored) ?? stored)
    if (read.ok) yield { truth, file: read.value, visible }
    else console.log(`${truth.file}: ${read.error}`)
  }
}

/** Every page of a set by every reader; the halves are of even and of odd pages. */
function runSet(folder: string, set: string): void {
  for (const [name, reader] of Object.entries(READERS)) {
    const scores: { number: number; score: Score }[] = []
    let thrown = 0
    for (const { truth, file, visible } of pagesOf(join(folder, set))) {
      const { reading, ms, threw } = timed(reader, file)
      if (threw) thrown += 1
      scores.push({ number: Number.parseInt(truth.file, 10), score: scoreOf(reading, truth, ms, visible) })
    }
    const print = (label: string, parity: number | undefined): void => {
      const own = scores.filter(({ number }) => parity === undefined || number % 2 === parity)
      console.log(
        `${set.padEnd(12)} ${name.padEnd(12)} ${label.padEnd(5)} ${summary(own.map(({ score }) => score))}`,
      )
    }
    print('all', undefined)
    if (name === 'ours') {
      print('even', 0)
      print('odd', 1)
    }
    if (thrown > 0) console.log(`${set.padEnd(12)} ${name.padEnd(12)} threw on ${thrown} pages`)
  }
}

/**
 * How well articles are read from web pages, by us and by the libraries alone, and from the pages' visible text.
 * `folder` has a folder a set, each with `truth.jsonl`, `NNN.html.gz` and `NNN.txt.gz`; with `show`, the name of a
 * set, each page of it that the visible text is not enough for is printed.
 */
export default function run(folder = resolve('..', 'shared', 'articles', 'pages'), show = ''): void {
  if (!existsSync(folder)) {
    console.log(`skipped: the folder ${folder} of page sets does not exist`)
    return
  }
  console.log(
    'From HTML. body F1: 4-token shingles; kept: share of visible lines in body, fields or set aside.',
  )
  for (const set of readdirSync(folder)) if (existsSync(join(folder, set, 'truth.jsonl'))) runSet(folder, set)
  console.log('From the visible text alone.')
  runText(folder, show)
}
