import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AppUnderTest, openApp } from '../e2e/app.ts'
import generate from './generate-library.ts'
import { type Task, watchTasks } from './longest-tasks.ts'
import { writeSavedPages } from './saved-pages.ts'

const pause = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms))

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const isIndexed = (app: AppUnderTest): Promise<boolean> =>
  app.window.evaluate(async () => {
    const state = await window.cuttings.request('library:state', {})
    return state.ok && state.value.index !== undefined && state.value.index.state !== 'building'
  })

type Shown = 'ledger' | 'timeline'

/** Imports the folder with one of the views on show; how long it took, in milliseconds. */
const importAll = (app: AppUnderTest, path: string, shown: Shown) =>
  app.window.evaluate(
    async ([folder, view]) => {
      const start = performance.now()
      const started = await window.cuttings.request('import:start', { paths: [folder] })
      if (!started.ok) throw new Error(started.error.message)
      const { id } = started.value
      if (view === 'ledger') location.hash = `#/import?import=${id}`
      return new Promise<{ id: string; ms: number; counts: Record<string, number> }>(resolve => {
        window.cuttings.on('import:ended', told => {
          if (told.import.id === id)
            resolve({ id, ms: performance.now() - start, counts: told.import.counts })
        })
      })
    },
    [path, shown] as const,
  )

const show = async (app: AppUnderTest, view: string): Promise<void> => {
  await app.window.evaluate(hash => {
    location.hash = hash
  }, `#/${view}`)
  await pause(2000)
}

/**
 * Turns of the main process's event loop, by the lines of loop-delays.js. Linux writes a thread's time down late: of turns
 * of 3 ms it tells some as 0 and others as 7. But no turn ran for longer than the loop stood still, which is measured
 * beside it, and may be told a line before or after.
 */
async function turnsOf(path: string, from: number, to: number): Promise<Task[]> {
  const lines = (await readFile(path, 'utf8')).trim().split('\n')
  const told = lines.map(line => line.split(' ').map(Number))
  const still = (at: number): number => told[at]?.[1] ?? 0
  return told.flatMap(([when = 0, took = 0, ran = 0], at) =>
    when >= from && when - 50 <= to
      ? [{ took, ran: Math.min(ran, Math.max(still(at - 1), took, still(at + 1))) }]
      : [],
  )
}

const BOUND_MS = 50

const longest = (tasks: readonly Task[], of: keyof Task): string =>
  Math.max(0, ...tasks.map(task => task[of])).toFixed(0)
const figures = (tasks: readonly Task[]): string =>
  `at work for ${longest(tasks, 'ran')} ms at most (${tasks.filter(({ ran }) => ran > BOUND_MS).length} times more than ${BOUND_MS}), ${longest(tasks, 'took')} ms with what ran meanwhile`

/**
 * `npm run bench:import-window [FOLDER [PAGES [CLIPPINGS]]]`: imports a folder of saved pages in the built app, and says
 * for how long its main process and its window were at work in one go. The library stays in FOLDER for the next run,
 * without what was imported.
 */
export default async function run(folder?: string, pages = '300', clippings = '100000'): Promise<void> {
  const root = folder ?? (await mkdtemp(join(tmpdir(), 'cuttings-import-window-')))
  const scratch = await mkdtemp(join(tmpdir(), 'cuttings-saved-'))
  const saved = join(scratch, 'saved')
  const folders = { userData: join(root, 'profile'), documents: join(root, 'documents') }
  await mkdir(folders.userData, { recursive: true })
  const library = join(folders.documents, 'Cuttings')
  if (!(await exists(library))) await generate(library, clippings)
  console.log(await writeSavedPages(saved, Number(pages)))
  const delays = join(root, 'delays.txt')
  await rm(delays, { force: true })
  const probe = new URL('./loop-delays.js', import.meta.url).href
  const env = { CUTTINGS_LOOP_DELAYS: delays, NODE_OPTIONS: `--import ${probe}` }
  const app = await openApp({ folders, env })
  try {
    await app.window.getByRole('option').first().waitFor()
    // What follows is not the import's. Reprints are then read in a thread of their own, for minutes the first time.
    while (!(await isIndexed(app))) await pause(1000)
    await pause(3000)
    for (const shown of ['ledger', 'timeline'] as const) {
      await show(app, shown === 'ledger' ? 'import' : 'timeline')
      const from = Date.now()
      const tasks = await watchTasks(app.window)
      const { id, ms, counts } = await importAll(app, saved, shown)
      const outcomes = Object.entries(counts).flatMap(([outcome, count]) =>
        count > 0 ? `${count} ${outcome}` : [],
      )
      console.log(
        `${shown} on show: ${outcomes.join(', ')} in ${(ms / 1000).toFixed(1)} s, ${((Number(pages) * 1000) / ms).toFixed(1)} pages/s`,
      )
      console.log(`  window ${figures(await tasks())}`)
      console.log(`  main process ${figures(await turnsOf(delays, from, Date.now()))}`)
      await app.window.evaluate(each => window.cuttings.request('import:undo', { id: each }), id)
    }
    const loads = loadavg().map(load => load.toFixed(1))
    console.log(`load average ${loads.join(' ')}`)
  } finally {
    await app.close()
    await rm(scratch, { recursive: true, force: true })
    if (folder === undefined) await rm(root, { recursive: true, force: true })
  }
}
