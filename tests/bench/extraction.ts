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

function* pagesOf(folder: string, most = Number.POSITIVE_INFINITY): Generator<Page> {
  const lines = readFileSync(join(folder, 'truth.jsonl'), 'utf8').split('\n')
  for (const line of lines.filter(row => row !== '').slice(0, most)) {
    const truth: Truth = JSON.parse(line)
    const read = readHtml(gunzipSync(readFileSync(join(folder, truth.file))))
    const text = join(folder, truth.file.replace('.html.gz', '.txt.gz'))
    const stored = existsSync(text) ? gunzipSync(readFileSync(text)).toString('utf8') : undefined
    const visible = stored === undefined ? undefined : (undoDoubleEncoding(stored) ?? stored)
    if (read.ok) yield { truth, file: read.value, visible }
    else console.log(`${truth.file}: ${read.error}`)
  }
}

/** Every order of the readers in turn: what one leaves behind for the collector of garbage hits them all alike. */
function ordersOf<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]]
  return items.flatMap(item => ordersOf(items.filter(other => other !== item)).map(rest => [item, ...rest]))
}

const NAMES = Object.keys(READERS)
const ORDERS = ordersOf(NAMES)

/** The engine compiles what it has seen often: no reader is timed before it has read so many pages of each set. */
const WARM_UP = 6

function warmUp(folder: string, sets: readonly string[]): void {
  for (const set of sets)
    for (const { file } of pagesOf(join(folder, set), WARM_UP))
      for (const reader of Object.values(READERS)) timed(reader, file)
}

/** Every page of a set by every reader; the halves are of even and of odd pages. */
function runSet(folder: string, set: string): void {
  const scores = new Map(NAMES.map(name => [name, [] as { number: number; score: Score }[]]))
  const thrown = new Map<string, number>()
  let pages = 0
  for (const { truth, file, visible } of pagesOf(join(folder, set))) {
    for (const name of ORDERS[pages % ORDERS.length] ?? []) {
      const reader = READERS[name]
      if (reader === undefined) continue
      const { reading, ms, threw } = timed(reader, file)
      if (threw) thrown.set(name, (thrown.get(name) ?? 0) + 1)
      const number = Number.parseInt(truth.file, 10)
      scores.get(name)?.push({ number, score: scoreOf(reading, truth, ms, visible) })
    }
    pages += 1
  }
  for (const [name, own] of scores) {
    const print = (label: string, parity: number | undefined): void => {
      const half = own.filter(({ number }) => parity === undefined || number % 2 === parity)
      console.log(
        `${set.padEnd(12)} ${name.padEnd(12)} ${label.padEnd(5)} ${summary(half.map(({ score }) => score))}`,
      )
    }
    print('all', undefined)
    if (name === 'ours') {
      print('even', 0)
      print('odd', 1)
    }
    if (thrown.has(name))
      console.log(`${set.padEnd(12)} ${name.padEnd(12)} threw on ${thrown.get(name)} pages`)
  }
}

/**
 * How well articles are read from web pages, by us and by the libraries alone, and from the pages' visible text.
 * `folder` has a folder a set, each with `truth.jsonl`, `NNN.html.gz` and `NNN.txt.gz`; with `show`, the name of a
 * set, each page of it that the visible text is not enough for is printed; with `only`, that set alone is read.
 */
export default function run(
  folder = resolve('..', 'shared', 'articles', 'pages'),
  show = '',
  only = '',
): void {
  if (!existsSync(folder)) {
    console.log(`skipped: the folder ${folder} of page sets does not exist`)
    return
  }
  console.log(
    'From HTML. body F1: 4-token shingles; kept: share of visible lines in body, fields or set aside.',
  )
  const sets = readdirSync(folder).filter(
    set => existsSync(join(folder, set, 'truth.jsonl')) && (only === '' || set === only),
  )
  warmUp(folder, sets)
  for (const set of sets) runSet(folder, set)
  console.log('From the visible text alone.')
  for (const set of sets) runText(folder, set, show)
}
