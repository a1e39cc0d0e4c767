import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import type { Change } from '../../electron/core/library/change.ts'
import { planEdit } from '../../electron/core/library/edit.ts'
import { planMark } from '../../electron/core/library/mark.ts'
import type { LibraryState } from '../../electron/core/library/state.ts'
import type { Result } from '../../electron/core/result.ts'
import { durableFiles } from '../../electron/store/durable-files.ts'
import { nodeFileSystem } from '../../electron/store/file-system.ts'
import { inParallel } from '../../electron/store/in-parallel.ts'
import { keepClipping, keepClippings, type NewSource } from '../../electron/store/keep-clipping.ts'
import type { Library } from '../../electron/store/library.ts'
import { openLibrary } from '../../electron/store/open-library.ts'
import type { SourceBytes } from '../../electron/store/originals.ts'
import { systemClock, uuidIdentifiers } from '../../electron/store/system-ports.ts'
import { sampleArticle, sampleClipping } from '../unit/core/library/samples.ts'

/**
 * One scenario of the bench of the store, in a process that holds nothing else, so that its memory is the store's:
 * `SCENARIO FOLDER` prints what it measured as one line of JSON. Times are in milliseconds, sizes in bytes.
 */

const AT = '2026-01-01T00:00:00.000Z'
const ports = { clock: systemClock, identifiers: uuidIdentifiers }

function got<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function repeated(times: number, work: (run: number) => Promise<unknown>): Promise<number[]> {
  const measured: number[] = []
  for (let run = 0; run < times; run++) measured.push(await timed(() => work(run)))
  return measured
}

/** The longest time for which the work kept the event loop from everything else. */
async function stallOf(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await work()
  delay.disable()
  return delay.max / 1e6
}

async function commit(library: Library, plan: (state: LibraryState) => Result<Change | undefined, unknown>) {
  const change = got(plan(library.pending))
  if (change === undefined) throw new Error('nothing to change')
  return got(await library.commit(change))
}

const resident = (): number => process.memoryUsage().rss

/** From a library that nobody has open. */
async function measureOpening(folder: string) {
  const start = performance.now()
  let first = Number.NaN
  const onPreview = () => {
    first = performance.now() - start
  }
  const library = got(await openLibrary(folder, { ...ports, onPreview }))
  const all = performance.now() - start
  const memory = resident()
  got(await library.close())
  return { first, all, memory }
}

async function measureChanges(folder: string) {
  const library = got(await openLibrary(folder, ports))
  const ids = [...library.state.clippings.keys()]
  const edits = await repeated(1000, run =>
    commit(library, state => planEdit(state, ids[(run * 7919) % ids.length] ?? '', { note: `${run}` }, AT)),
  )
  const memory = resident()
  const chosen = ids.slice(0, 5000)
  const tag: number[] = []
  const undo: number[] = []
  for (let run = 0; run < 7; run++) {
    const mark = { mark: 'tag', tag: `bulk/${run}`, on: true } as const
    tag.push(await timed(() => commit(library, state => planMark(state, chosen, mark, AT))))
    undo.push(await timed(async () => got(await library.undo())))
    // What the last one set off is not the next one's time.
    got(await library.compact())
  }
  await commit(library, state => planMark(state, chosen, { mark: 'starred', on: true }, AT))
  let compaction = 0
  const stall = await stallOf(async () => {
    compaction = await timed(async () => got(await library.compact()))
  })
  got(await library.close())
  return { edits, tag, undo, compaction, stall, memory }
}

const originalOf = (text: string): SourceBytes => ({
  bytes: new TextEncoder().encode(text.repeat(100)),
  mediaType: 'text/plain',
  name: 'a.txt',
})

/** A clipping that was extracted already, of 2.5 KB. */
function extracted(number: number, original: SourceBytes): NewSource {
  const paragraphs = Array.from({ length: 8 }, (_, index) => `Paragraph ${index} of ${number}. `.repeat(13))
  const { id: _, revision: __, ...article } = sampleArticle(0, ...paragraphs)
  const { id: ___, ...clipping } = sampleClipping(0, { title: `Import ${number}` })
  return { extraction: { clipping, article }, originals: [original] }
}

const TOGETHER = 500

async function inBatches(library: Library, rounds: number, make: (number: number) => NewSource) {
  const times = await repeated(rounds, async round => {
    const [first, ...rest] = Array.from({ length: TOGETHER }, (_, index) => make(round * TOGETHER + index))
    if (first !== undefined) got(await keepClippings(library, ports, [first, ...rest], 'import'))
  })
  return times.map(time => (TOGETHER / time) * 1000)
}

/** Rates a second: one durable clipping after the other, batches of files, and batches out of one export. */
async function measureImport(folder: string) {
  const library = got(await openLibrary(folder, ports))
  const run = process.pid
  const oneByOne = await repeated(600, async number =>
    got(
      await keepClipping(library, ports, extracted(number, originalOf(`${run} one ${number}\n`)), 'import'),
    ),
  )
  const files = await inBatches(library, 6, number => extracted(number, originalOf(`${run} ${number}\n`)))
  const one = originalOf(`${run} export\n`.repeat(500))
  const exported = await inBatches(library, 8, number => extracted(number, one))
  got(await library.close())
  return { oneByOne, files, exported }
}

/** What the disk itself takes: an append of the size of an edit, and new files of the size of an article. */
async function measureDisk(folder: string) {
  const file = await open(join(folder, 'disk-probe'), 'w')
  const appends = await repeated(300, async () => {
    await file.appendFile(Buffer.alloc(2000, 'x'))
    await file.datasync()
  })
  await file.close()
  await rm(join(folder, 'disk-probe'))
  await mkdir(join(folder, 'disk-files'))
  const files = durableFiles(nodeFileSystem, join(folder, 'disk-files'))
  const paths = Array.from({ length: 2000 }, (_, number) => `${(number % 256).toString(16)}/${number}`)
  for (const path of paths.slice(0, 256)) got(await files.put(path, Buffer.alloc(1)))
  const written = await timed(() =>
    inParallel(paths, async path => void got(await files.put(path, Buffer.alloc(4000, 'x')))),
  )
  await rm(join(folder, 'disk-files'), { recursive: true })
  return { appends, files: (paths.length / written) * 1000 }
}

/** lowdb as it comes: the clippings of the library in one file, read and written by its own adapter. */
async function measureLowdb(folder: string) {
  const clippings: object[] = []
  for (const month of await readdir(join(folder, 'clippings')))
    clippings.push(...JSON.parse(await readFile(join(folder, 'clippings', month), 'utf8')).clippings)
  const path = join(folder, 'cache-lowdb.json')
  const db = new Low(new JSONFile<{ clippings: object[] }>(path), { clippings })
  await db.write()
  const edits = await repeated(5, async run => {
    db.data.clippings[0] = { ...clippings[0], note: `note ${run}` }
    await db.write()
  })
  const reads = await repeated(5, () => new Low(new JSONFile<object>(path), {}).read())
  await rm(path)
  return { edits, reads }
}

const SCENARIOS = {
  open: measureOpening,
  changes: measureChanges,
  import: measureImport,
  disk: measureDisk,
  lowdb: measureLowdb,
}

export type Measured = { [S in keyof typeof SCENARIOS]: Awaited<ReturnType<(typeof SCENARIOS)[S]>> }

const [scenario = '', folder = ''] = process.argv.slice(2)
const measure = new Map<string, (folder: string) => Promise<unknown>>(Object.entries(SCENARIOS)).get(scenario)
if (measure === undefined) throw new Error(`no scenario ${scenario}`)
console.log(JSON.stringify(await measure(folder)))
