import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AppUnderTest, type Folders, openApp } from '../e2e/app.ts'
import generate from './generate-library.ts'
import { measureLargeLists } from './large-lists.ts'
import {
  measureBrushing,
  measureJumps,
  measureScrolling,
  measureZooming,
  takeRepaints,
  watchRepaints,
} from './repaints.ts'
import { heapOf, measureBulk, measureSwitches } from './views.ts'

/** What is typed, by kind; every key but those that change nothing is a sample. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  'Chinese, 1 character': ['关', '口'],
  'Chinese, 2 to 4': ['芯片', '商务部', '出口管制', '下一阶段'],
  'Chinese, two words': ['博物馆 关税', '水库 谈判'],
  'English word': ['harbour', 'museum'],
  'English, two words': ['tariff river', 'council port'],
  phrase: ['"published progress"', '"next stage"'],
  'field and date': ['tag:Transport', '标题:港口', 'source:Ellery', 'published:2020 tram'],
}
const KEY_MS = 120
const EDITS = 30
const JUMPS = 40
const FRAMES = 240
const BULK = 5000

const at = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
const figures = (times: readonly number[]): string =>
  `median ${at(times, 0.5).toFixed(0)} ms, p95 ${at(times, 0.95).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms (${times.length})`

const pause = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms))
const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** The library in the folder, made if it is not there. */
async function prepare(folder: string, count: string): Promise<Folders> {
  const folders = { userData: join(folder, 'profile'), documents: join(folder, 'documents') }
  await mkdir(folders.userData, { recursive: true })
  const library = join(folders.documents, 'Cuttings')
  if (!(await exists(library))) await generate(library, count)
  return folders
}

/** Until then searches scan. */
const isIndexReady = (app: AppUnderTest): Promise<boolean> =>
  app.window.evaluate(async () => {
    const answer = await window.cuttings.request('library:state', {})
    return answer.ok && answer.value.index?.state === 'ready'
  })

async function indexed(app: AppUnderTest): Promise<void> {
  while (!(await isIndexReady(app))) await pause(1000)
}

async function type(app: AppUnderTest, query: string): Promise<number[]> {
  const field = app.window.getByRole('searchbox')
  await field.fill('')
  await pause(400)
  await takeRepaints(app.window)
  await field.pressSequentially(query, { delay: KEY_MS })
  await pause(600)
  return takeRepaints(app.window)
}

async function edit(app: AppUnderTest): Promise<number[]> {
  await app.window.getByRole('option').nth(2).click()
  await pause(500)
  await takeRepaints(app.window)
  for (let edits = 0; edits < EDITS; edits++) {
    await app.window.keyboard.press('s')
    await pause(150)
  }
  await pause(300)
  return takeRepaints(app.window)
}

/** How long the main process stood still at most in a span of time, and was itself at work meanwhile. */
async function longestStalls(path: string, from: number, to: number): Promise<string> {
  const lines = (await readFile(path, 'utf8')).trim().split('\n')
  const within = lines
    .map(line => line.split(' ').map(Number))
    .filter(([when = 0]) => when >= from && when - 50 <= to)
  const longest = (column: number): string => Math.max(0, ...within.map(each => each[column] ?? 0)).toFixed(0)
  return `main process still for ${longest(1)} ms at most, at work for ${longest(2)} ms`
}

/**
 * `node tests/run-script.js tests/bench/window.ts [FOLDER [COUNT]]`: how soon the built app shows what was asked of
 * it. The library and its index stay in FOLDER, for the next run.
 */
export default async function run(folder?: string, count = '100000'): Promise<void> {
  const root = folder ?? (await mkdtemp(join(tmpdir(), 'cuttings-window-')))
  const delays = join(root, 'delays.txt')
  const probe = new URL('./loop-delays.js', import.meta.url).href
  const env = { CUTTINGS_LOOP_DELAYS: delays, NODE_OPTIONS: `--import ${probe}` }
  const folders = await prepare(root, count)
  await rm(delays, { force: true })

  const first = await openApp({ folders })
  await first.window.getByRole('option').first().waitFor()
  const start = performance.now()
  await indexed(first)
  console.log(`index ready after ${((performance.now() - start) / 1000).toFixed(0)} s`)
  await first.close()

  let since = Date.now()
  const report = async (what: string, words: string) => {
    console.log(`${what}: ${words}; ${await longestStalls(delays, since, Date.now())}`)
    since = Date.now()
  }
  const app = await openApp({ folders, env })
  try {
    await app.window.getByRole('option').first().waitFor()
    const shown = Date.now() - since
    await pause(3000)
    await report('start to first row', `${shown} ms`)
    await indexed(app)
    await watchRepaints(app.window)
    const all: number[] = []
    for (const [kind, queries] of Object.entries(QUERIES)) {
      const times: number[] = []
      for (const query of queries) times.push(...(await type(app, query)))
      all.push(...times)
      await report(`keystroke to painted, ${kind}`, figures(times))
    }
    await report('keystroke to painted, all', figures(all))
    await app.window.getByRole('searchbox').fill('')
    await pause(500)
    await report('edit to repaint', figures(await edit(app)))
    await report('jump to rows', figures(await measureJumps(app.window, JUMPS)))
    await report('frame while scrolling', figures(await measureScrolling(app.window, FRAMES)))
    await app.window.evaluate(() => document.querySelector('[role=listbox]')?.scrollTo(0, 0))
    await report('frame while brushing the strip', figures(await measureBrushing(app.window, FRAMES)))
    await report('frame while zooming the strip', figures(await measureZooming(app.window, FRAMES)))
    await report('view to view', figures(await measureSwitches(app.window, 5)))
    const bulk = await measureBulk(app.window, BULK, 5)
    await report(`tag of ${bulk.size} clippings`, figures(bulk.tag))
    await report('its undo', figures(bulk.undo))
    const large = await measureLargeLists(app.window)
    await report(`to the top by hand, of ${large.collected}`, figures(large.arranging))
    await report('a count of the sidebar', figures(large.counting))
    const inTurn = (times: readonly number[]): string => `${times.map(time => time.toFixed(0)).join(', ')} ms`
    await report(`all highlights, of ${large.marked} clippings, again and again`, inTurn(large.highlights))
    await report('a chronology, again and again', inTurn(large.chronology))
    console.log(`the window's objects: ${((await heapOf(app.window)) / 1024 / 1024).toFixed(0)} MB`)
    console.log(
      `load average ${loadavg()
        .map(load => load.toFixed(1))
        .join(' ')}`,
    )
  } finally {
    await app.close()
    if (folder === undefined) await rm(root, { recursive: true, force: true })
  }
}
