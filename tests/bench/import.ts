import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildProgram } from '../torture/build-program.ts'
import type { MeasuredImport } from './import-process.ts'
import { writeSavedPages } from './saved-pages.ts'

const MB = 1024 * 1024

interface Way {
  readonly name: string
  readonly workers: number
  /** All threads on one processor, by util-linux's taskset. */
  readonly isPinned: boolean
}

const ONE_CORE: Way = { name: 'one worker on one core', workers: 1, isPinned: true }
const ONE_WORKER: Way = { name: 'one worker', workers: 1, isPinned: false }
const TWO_WORKERS: Way = { name: 'two workers', workers: 2, isPinned: false }

const run = promisify(execFile)
const hasTaskset = (): Promise<boolean> =>
  run('taskset', ['--version']).then(
    () => true,
    () => false,
  )

async function measure(
  { workers, isPinned }: Way,
  folder: string,
  program: string,
  entry: string,
): Promise<MeasuredImport> {
  const library = join(folder, 'library')
  const script = [process.execPath, program, join(folder, 'saved'), library, entry, String(workers)]
  const [command = '', ...rest] = isPinned ? ['taskset', '-c', '0', ...script] : script
  const { stdout } = await run(command, rest)
  await rm(library, { recursive: true })
  return JSON.parse(stdout)
}

function show({ name }: Way, { counts, seconds, processor, still, atWork, memory }: MeasuredImport): void {
  const items = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const outcomes = Object.entries(counts).flatMap(([outcome, count]) =>
    count === 0 ? [] : `${count} ${outcome}`,
  )
  console.log(
    [
      `${name}: ${outcomes.join(', ')} in ${seconds.toFixed(1)} s`,
      `${(items / seconds).toFixed(1)} pages/s`,
      `${(processor / seconds).toFixed(2)} cores, ${processor.toFixed(1)} s of processor time`,
      `main thread still for ${still.longest.toFixed(0)} ms at most (p99 ${still.p99.toFixed(0)}), at work for ${atWork.toFixed(0)} ms`,
      `${(memory / MB).toFixed(0)} MB`,
    ].join('; '),
  )
}

/**
 * Imports a folder of saved pages with both cores, with one worker and on one core, in turns:
 * `npm run bench:import [PAGES] [ROUNDS]`. Each import is a process of its own.
 */
export default async function bench(count = '1000', rounds = '1'): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cuttings-bench-import-'))
  try {
    console.log(await writeSavedPages(join(folder, 'saved'), Number(count)))
    const [program, entry] = await Promise.all([
      buildProgram('import-process', folder, import.meta.dirname),
      buildProgram('import-worker', folder, import.meta.dirname),
    ])
    const ways = [TWO_WORKERS, ONE_WORKER, ...((await hasTaskset()) ? [ONE_CORE] : [])]
    const best = new Map<Way, number>()
    for (let round = 0; round < Number(rounds); round += 1)
      for (const way of ways) {
        const measured = await measure(way, folder, program, entry)
        show(way, measured)
        best.set(way, Math.min(best.get(way) ?? Number.POSITIVE_INFINITY, measured.seconds))
      }
    for (const way of ways.slice(1)) {
      const times = (best.get(way) ?? Number.NaN) / (best.get(TWO_WORKERS) ?? Number.NaN)
      console.log(`two workers: ${times.toFixed(2)} times as fast as ${way.name}`)
    }
    const loads = loadavg().map(load => load.toFixed(1))
    console.log(`load average ${loads.join(' ')}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
