import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { importLedgers } from '../../../electron/store/import-ledger-files.ts'
import { openLibrary } from '../../../electron/store/open-library.ts'
import { verify } from '../../../electron/store/verify.ts'
import { readerHere } from '../../../electron/work/import-here.ts'
import { runImport } from '../../../electron/work/import-run.ts'
import { threadReader } from '../../../electron/work/import-thread.ts'
import { resumeImport } from '../../../electron/work/import-write.ts'
import { buildProgram } from '../../torture/build-program.ts'
import { got } from '../store/scratch-library.ts'
import { PHASES } from './fixtures/import-phases.ts'
import { importScene, PORTS, page } from './import-scene.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')

it('loses only the items whose worker crashes, hangs or takes all memory', async () => {
  const { folder, from, file, run, library } = await importScene()
  const entry = pathToFileURL(await buildProgram('fragile-import-worker', folder, FIXTURES))
  for (let each = 0; each < 6; each += 1) await file(`${each}.html`, page(`Place ${each}`))
  for (const name of ['1-crash', '2-throw', '3-hang', '4-devour']) await file(`${name}.html`, page(name))
  const limits = { milliseconds: 3000, megabytes: 64 }
  const readers = [threadReader(entry, limits), threadReader(entry, limits)]
  const { summary, entries } = await run({ paths: [from] }, readers)
  expect(summary.counts).toMatchObject({ imported: 6, failed: 4 })
  expect(library.state.clippings.size).toBe(6)
  const reasons = entries
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ name, reason }) => [name, reason])
  expect(reasons.sort()).toEqual([
    ['1-crash.html', 'crashed'],
    ['2-throw.html', 'crashed'],
    ['3-hang.html', 'timed-out'],
    ['4-devour.html', 'crashed'],
  ])
})

/** Imports in a process of its own, which is killed once so many items are said to be safe. */
async function killedAfter(program: string, args: readonly string[], items: number): Promise<number> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exit = once(child, 'exit')
  let safe = 0
  for await (const line of createInterface({ input: child.stdout })) {
    safe = Number(line)
    if (safe >= items) child.kill('SIGKILL')
  }
  await exit
  return safe
}

interface Killed {
  readonly directory: string
  readonly id: string
  readonly from: string
  /** So many items were said to be safe. */
  readonly safe: number
  readonly count: number
}

/** The import goes on from where it was killed: nothing that was said to be safe is lost, and nothing comes twice. */
async function expectToGoOn({ directory, id, from, safe, count }: Killed): Promise<void> {
  const library = got(await openLibrary(directory, PORTS))
  expect(library.state.clippings.size).toBeGreaterThanOrEqual(safe)
  const ledger = got(await importLedgers(directory).read(id))
  expect(ledger.summary.state).toBe('interrupted')
  const { target, behind } = got(await resumeImport({ library, ...PORTS }, ledger))
  const end = await runImport({
    library,
    ...PORTS,
    readers: [readerHere()],
    paths: [from],
    target,
    behind,
    signal: new AbortController().signal,
    progress: () => undefined,
  })
  expect(end.summary).toMatchObject({ state: 'done', counts: { imported: count, duplicate: 0, failed: 0 } })
  expect(library.state.clippings.size).toBe(count)
  const { entries } = got(await importLedgers(directory).read(id))
  expect(new Set(entries.map(({ file: path }) => path)).size).toBe(count)
  expect(entries.every(({ clipping }) => library.state.clippings.has(clipping ?? ''))).toBe(true)
  await library.close()
  expect((await verify(directory)).problems).toEqual([])
}

/** So many notes in a folder, and the program that imports them and is killed. */
async function notes(count: number) {
  const { folder, from, file } = await importScene()
  const program = await buildProgram('import-until-killed', folder, FIXTURES)
  for (let each = 0; each < count; each += 1)
    await file(`${each}.txt`, `Note ${each}\n\n${`The ferry ${each} sails later. `.repeat(10)}\n`)
  const begin = (name: string) => ({
    directory: join(folder, name),
    id: PORTS.identifiers.next(PORTS.clock.now()),
    from,
    count,
  })
  return { program, begin }
}

it('killed in the middle again and again, it loses nothing and imports nothing twice', async () => {
  const { program, begin } = await notes(600)
  for (const items of [1, 200, 300]) {
    const begun = begin(`library-${items}`)
    const safe = await killedAfter(program, [begun.directory, begun.id, begun.from], items)
    await expectToGoOn({ ...begun, safe })
  }
}, 240_000)

it('killed in any of its phases, it loses nothing and imports nothing twice', async () => {
  const { program, begin } = await notes(80)
  for (const phase of Object.keys(PHASES)) {
    const begun = begin(phase)
    const args = [begun.directory, begun.id, begun.from, phase]
    // It kills itself, where it said that it would.
    const safe = await killedAfter(program, args, Number.POSITIVE_INFINITY)
    const before = await importLedgers(begun.directory).read(begun.id)
    expect(before.ok && before.value.summary.state, phase).toBe('interrupted')
    await expectToGoOn({ ...begun, safe })
  }
}, 240_000)
