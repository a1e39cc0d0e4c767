import { readdir, readFile } from 'node:fs/promises'
import { join, posix, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planCreateTag } from '../../electron/core/library/tags.ts'
import type { Library } from '../../electron/store/library.ts'
import { openLibrary } from '../../electron/store/open-library.ts'
import { MemoryDisk } from '../unit/store/memory-disk.ts'
import { got } from '../unit/store/scratch-library.ts'
import { type CrashState, crashStates } from './crash-states.ts'
import { clip, FIRST_HALF, type RunStep, SECOND_HALF } from './mixed-run.ts'
import { contentOf, portsFrom } from './run-and-go-on.ts'

const FOLDER = '/library/of/lin/Cuttings'
/** Every byte takes minutes: `CUTTINGS_TEAR_EVERY=1`. */
const STRIDE = Number(process.env['CUTTINGS_TEAR_EVERY'] ?? 31)

const open = async (disk: MemoryDisk, days: number): Promise<Library> =>
  got(await openLibrary(FOLDER, portsFrom(disk.fileSystem, days)))

/** A moment of a run: the disk as it was, what was done, and the last change that was acknowledged; undefined before the library was. */
interface Moment {
  readonly states: readonly CrashState[]
  readonly during: string
  readonly acknowledged: number | undefined
  readonly disk: MemoryDisk
  /** What the library held after each change, also after later ones. */
  readonly contents: ReadonlyMap<number, string>
}

/**
 * Runs the steps, with a restart between the two halves, and records every state that a crash could leave. `before`
 * is the last change that the disk held at the start.
 */
async function record(
  disk: MemoryDisk,
  halves: readonly (readonly RunStep[])[],
  before?: number,
): Promise<Moment[]> {
  const moments: Moment[] = []
  const contents = new Map<number, string>()
  const seen = new Set<string>()
  let acknowledged = before
  let during = 'opens'
  disk.onStep = () => {
    const states = [...crashStates(disk, STRIDE)].filter(({ disk: { fingerprint }, how }) => {
      const key = `${fingerprint} ${/hole|zeros/.test(how) ? how : ''} ${acknowledged}`
      return !seen.has(key) && seen.add(key)
    })
    moments.push({ states, during, acknowledged, disk: disk.copy(), contents })
  }
  for (const [half, steps] of halves.entries()) {
    during = 'opens'
    const library = await open(disk, half)
    const acknowledge = (): void => {
      acknowledged = library.version
      contents.set(library.version, contentOf(library.state))
    }
    acknowledge()
    library.onChange(acknowledge)
    for (const [name, run] of steps) {
      during = name
      got(await run(library))
    }
    during = 'closes'
    got(await library.close())
  }
  return moments
}

/** Opens what the crash left, and says what is wrong with it; undefined where all is well. */
async function problemOf(
  state: CrashState,
  { acknowledged, contents }: Pick<Moment, 'acknowledged' | 'contents'>,
): Promise<string | undefined> {
  const opened = await openLibrary(FOLDER, portsFrom(state.disk.fileSystem, 8))
  if (!opened.ok) return `does not open: ${opened.error.message} ${opened.error.detail ?? ''}`
  const library = opened.value
  try {
    if (library.readOnly !== undefined) return `opens for reading only: ${library.readOnly.message}`
    if (library.version < (acknowledged ?? 0)) return `change ${acknowledged} is lost: at ${library.version}`
    // Until the library was opened, the ids that a migration gives are nobody's yet.
    if (acknowledged !== undefined && contentOf(library.state) !== contents.get(library.version))
      return `is not what it was after change ${library.version}`
    if (acknowledged === undefined && library.state.clippings.size !== sizeOf(contents.get(library.version)))
      return 'has lost clippings in the migration'
    for (const clipping of library.state.clippings.values()) {
      const article = await library.readArticle(clipping)
      if (!article.ok) return `has an article that cannot be read: ${article.error.message}`
      for (const { sha256 } of clipping.originals)
        if (!(await library.readOriginal(sha256)).ok) return `has lost the original ${sha256}`
    }
  } finally {
    await library.close()
  }
  return undefined
}

const sizeOf = (content: string | undefined): number => Number.parseInt(content ?? '0', 10)

async function expectSound(moments: readonly Moment[]): Promise<number> {
  const problems: string[] = []
  const work = moments.flatMap((moment, index) =>
    moment.states.map(state => ({
      state,
      moment,
      name: `step ${index}, while it ${moment.during}: ${state.how}`,
    })),
  )
  // A lock file without words is read again after a moment, so that many wait at once.
  const next = work.values()
  const check = async (): Promise<void> => {
    for (const { state, moment, name } of next) {
      const problem = await problemOf(state, moment)
      if (problem !== undefined) problems.push(`${name}: ${problem}`)
    }
  }
  await Promise.all(Array.from({ length: 400 }, check))
  expect(problems.slice(-12), `${problems.length} of ${work.length}`).toEqual([])
  return work.length
}

describe('a loss of power at any moment', () => {
  test('of a mixed run leaves a library that opens with every acknowledged change, each whole', async () => {
    const moments = await record(new MemoryDisk(), [FIRST_HALF, SECOND_HALF])
    expect(await expectSound(moments)).toBeGreaterThan(5000)
  }, 600_000)

  test('of a migration leaves the old library or the new one, whole', async () => {
    const disk = new MemoryDisk()
    const version1 = join(import.meta.dirname, '../libraries/v1/library.json')
    disk.put(`${FOLDER}/library.json`, await readFile(version1))
    const moments = await record(disk, [FIRST_HALF.slice(0, 3)])
    expect(await expectSound(moments)).toBeGreaterThan(300)
  }, 300_000)

  test('of a migration from version 2 leaves the old library or the new one, with every change', async () => {
    const disk = new MemoryDisk()
    const version2 = join(import.meta.dirname, '../libraries/v2')
    for (const entry of await readdir(version2, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      disk.put(posix.join(FOLDER, relative(version2, path).replaceAll('\\', '/')), await readFile(path))
    }
    const moments = await record(disk, [SECOND_HALF.slice(0, 3)], 13)
    expect(moments.filter(({ during }) => during === 'opens').length).toBeGreaterThan(10)
    expect(await expectSound(moments)).toBeGreaterThan(100)
  }, 300_000)

  test('after a kill loses nothing that the next process acknowledged', async () => {
    const moments = await record(new MemoryDisk(), [FIRST_HALF.slice(0, 3), SECOND_HALF.slice(0, 1)])
    const next: ((library: Library) => Promise<unknown>)[] = [
      // The same originals and articles as the process that was killed, so that its files are met.
      async library => got(await clip(library, 2, 3)),
      async library => got(await library.commit(got(planCreateTag(library.pending, 'next')))),
    ]
    const killed = moments.flatMap(({ disk, during }) =>
      next.map(act => ({ disk: disk.copy(), during, act })),
    )
    const afterwards = killed.map(async ({ disk, during, act }): Promise<Moment> => {
      const library = await open(disk, 4)
      const contents = new Map<number, string>()
      library.onChange(() => contents.set(library.version, contentOf(library.state)))
      await act(library)
      const acknowledged = library.version
      const states = [...crashStates(disk, Number.POSITIVE_INFINITY)]
      await library.close()
      return { states, during, acknowledged, disk, contents }
    })
    expect(await expectSound(await Promise.all(afterwards))).toBeGreaterThan(2 * moments.length)
  }, 300_000)
})
