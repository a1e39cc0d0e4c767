import { cp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { planClip } from '../../electron/core/library/clip.ts'
import { planMark } from '../../electron/core/library/mark.ts'
import type { Result } from '../../electron/core/result.ts'
import { filesUnder } from '../../electron/store/files-under.ts'
import type { Library } from '../../electron/store/library.ts'
import { openLibrary } from '../../electron/store/open-library.ts'
import { ARTICLES_FOLDER } from '../../electron/store/paths.ts'
import { systemClock, uuidIdentifiers } from '../../electron/store/system-ports.ts'
import { WorkPool } from '../../electron/work/pool.ts'

const MB = 1024 * 1024
/** As many as an import keeps at once. */
const BATCH = 200

const ports = { clock: systemClock, identifiers: uuidIdentifiers }

function got<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

async function megabytesIn(folder: string): Promise<number> {
  let bytes = 0
  for await (const file of filesUnder(folder)) bytes += file.byteLength
  return bytes / MB
}

const at = (times: readonly number[], share: number): string => {
  const sorted = [...times].sort((a, b) => a - b)
  return (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1)
}

/** Edits one clipping after the other, ten a second, until told to stop; resolves to how long each took. */
function editing(library: Library): () => Promise<number[]> {
  const ids = [...library.state.clippings.keys()].slice(0, 5_000)
  const times: number[] = []
  let stopped = false
  const edits = (async () => {
    for (const id of ids) {
      if (stopped) return
      const starred = library.state.clippings.get(id)?.starred === true
      const change = got(
        planMark(library.pending, [id], { mark: 'starred', on: !starred }, new Date().toISOString()),
      )
      const start = performance.now()
      if (change !== undefined) got(await library.commit(change))
      times.push(performance.now() - start)
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  })()
  return async () => {
    stopped = true
    await edits
    return times
  }
}

/** The same library as if its clippings had been imported: every file is named by the journal, as in a real one. */
async function relive(from: string, to: string): Promise<void> {
  const old = got(await openLibrary(from, ports))
  const clippings = [...old.state.clippings.values()]
  got(await old.close())
  await rm(to, { recursive: true, force: true })
  await cp(join(from, ARTICLES_FOLDER), join(to, ARTICLES_FOLDER), { recursive: true })
  const library = got(await openLibrary(to, ports))
  for (let start = 0; start < clippings.length; start += BATCH) {
    const [first, ...rest] = clippings.slice(start, start + BATCH).map(each => ({ ...each, tags: [] }))
    if (first !== undefined) got(await library.commit(planClip(library.pending, [first, ...rest]), 'import'))
  }
  got(await library.close())
}

/**
 * Times backups of a library, in the built worker as in the app, while it is edited: the first, one after some edits,
 * and checking and listing them. `npm run bench:library` makes a library; `npm run build` the worker.
 */
export default async function measureBackups(folder: string): Promise<void> {
  const directory = `${resolve(folder)}-with-journal`
  await relive(resolve(folder), directory)
  const backups = join(directory, 'backups')
  const library = got(await openLibrary(directory, ports))
  const pool = new WorkPool(pathToFileURL(resolve('out/main/worker.js')), 1)
  console.log(`${library.state.clippings.size} clippings, ${(await megabytesIn(directory)).toFixed(0)} MB`)
  const run = async (what: string, work: () => Promise<unknown>) => {
    const stop = editing(library)
    const delays = monitorEventLoopDelay({ resolution: 1 })
    delays.enable()
    const start = performance.now()
    await work()
    const seconds = (performance.now() - start) / 1000
    delays.disable()
    const edits = await stop()
    const held = await megabytesIn(backups)
    console.log(
      `${what}: ${seconds.toFixed(1)} s; backups hold ${held.toFixed(0)} MB; ${edits.length} edits meanwhile p50 ${at(edits, 0.5)} p95 ${at(edits, 0.95)} ms; event loop p99 ${(delays.percentile(99) / 1e6).toFixed(1)} max ${(delays.max / 1e6).toFixed(0)} ms`,
    )
  }
  const backUp = async () => {
    const known = { seq: library.version, clippings: library.state.clippings.size }
    got(got(await pool.run('back-up', { library: directory, backups, onlyIfDue: false, known })))
  }
  await run('first backup', backUp)
  await run('second backup', backUp)
  await run('third backup', backUp)
  await run('checking them', async () => {
    got(got(await pool.run('backups-verify', { library: directory, backups })))
  })
  await run('checking the library', async () => {
    const { findings } = got(got(await pool.run('library-verify', { library: directory })))
    if (findings.length > 0) console.log(JSON.stringify(findings).slice(0, 500))
  })
  const [newest] = got(got(await pool.run('backups-list', { backups }))).backups
  await run('comparing one with the library', async () => {
    got(got(await pool.run('backup-compare', { library: directory, backups, id: newest?.id ?? '' })))
  })
  const id = [...library.state.clippings.keys()][0] ?? ''
  const present = library.state.clippings.get(id)
  await run('versions of a clipping', async () => {
    got(got(await pool.run('backup-versions', { library: directory, backups, id, present })))
  })
  await run('looking at the folder', async () => {
    got(await pool.run('library-facts', { library: directory, backups }))
  })
  await pool.close()
  got(await library.close())
}
