import { existsSync, openSync, readFileSync, readSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import type { Result } from '../../electron/core/result.ts'
import { FamilyFinder } from '../../electron/main/family-finder.ts'
import { openLibrary } from '../../electron/store/open-library.ts'
import { systemClock, uuidIdentifiers } from '../../electron/store/system-ports.ts'
import { runImport } from '../../electron/work/import-run.ts'
import { READING_LIMITS, threadReader } from '../../electron/work/import-thread.ts'
import { beginImport, NOTHING_BEHIND } from '../../electron/work/import-write.ts'
import { WorkPool } from '../../electron/work/pool.ts'

/**
 * One import in a process of its own, as the app does it but for the full-text index, which follows by itself:
 * `FOLDER LIBRARY ENTRY WORKERS` prints what it measured as one line of JSON.
 */

const ports = { clock: systemClock, identifiers: uuidIdentifiers }

/** What an import took; times are in seconds where they are not said to be milliseconds. */
export interface MeasuredImport {
  readonly counts: Readonly<Record<string, number>>
  readonly seconds: number
  /** Of all threads. */
  readonly processor: number
  /** How long the main thread's event loop stood still, in milliseconds; on a busy machine also because others ran. */
  readonly still: { readonly p99: number; readonly longest: number }
  /** For how much of one turn of it the thread itself was at work, in milliseconds; only Linux tells. */
  readonly atWork: number
  /** Bytes of memory, at most. */
  readonly memory: number
}

function got<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** Tells for how many milliseconds this thread was at work so far: its file is read anew from its start. */
function runTimes(): () => number {
  const path = '/proc/self/schedstat'
  if (!existsSync(path)) return () => Number.NaN
  const file = openSync(path, 'r')
  const buffer = Buffer.alloc(64)
  return () => Number(buffer.toString('latin1', 0, readSync(file, buffer, 0, 64, 0)).split(' ')[0]) / 1e6
}

/** Watches the turns of this thread's event loop; the answer ends it. */
function watchTurns(): () => number {
  const runTime = runTimes()
  let last = runTime()
  let longest = 0
  const turns = setInterval(() => {
    const now = runTime()
    longest = Math.max(longest, now - last)
    last = now
  }, 1)
  return () => {
    clearInterval(turns)
    return longest
  }
}

/** Not what `resourceUsage` has: that begins with what the process which started this one had. */
function mostMemory(): number {
  const path = '/proc/self/status'
  const kilobytes = existsSync(path) ? /VmHWM:\s*(\d+)/.exec(readFileSync(path, 'utf8'))?.[1] : undefined
  return kilobytes === undefined ? Number.NaN : Number(kilobytes) * 1024
}

async function measure(
  pages: string,
  directory: string,
  entry: URL,
  workers: number,
): Promise<MeasuredImport> {
  const library = got(await openLibrary(directory, ports))
  const pool = new WorkPool(entry, 1)
  const families = new FamilyFinder(library, pool)
  await families.start()
  const id = uuidIdentifiers.next(systemClock.now())
  const at = new Date().toISOString()
  const options = { tags: [] }
  const head = { line: 'begun' as const, id, at, kind: 'chosen' as const, paths: [pages], options }
  const target = got(await beginImport({ library, ...ports }, head))
  const readers = Array.from({ length: workers }, () => threadReader(entry, READING_LIMITS))
  const delays = monitorEventLoopDelay({ resolution: 1 })
  delays.enable()
  const turns = watchTurns()
  const cpu = process.cpuUsage()
  const start = performance.now()
  const { summary } = await runImport({
    ...ports,
    library,
    readers,
    paths: [pages],
    target,
    behind: NOTHING_BEHIND,
    findFamilies: async texts => (await families.find(texts)).map(found => found?.family),
    signal: new AbortController().signal,
    progress: () => undefined,
  })
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  delays.disable()
  const atWork = turns()
  await Promise.all(readers.map(reader => reader.close()))
  await families.stop()
  await pool.close()
  await library.close()
  return {
    counts: summary.counts,
    seconds,
    processor: (user + system) / 1e6,
    still: { p99: delays.percentile(99) / 1e6, longest: delays.max / 1e6 },
    atWork,
    memory: mostMemory(),
  }
}

const [pages = '', directory = '', entry = '', workers = '1'] = process.argv.slice(2)
console.log(JSON.stringify(await measure(pages, directory, pathToFileURL(entry), Number(workers))))
