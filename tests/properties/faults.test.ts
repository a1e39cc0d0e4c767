import { describe, expect, test } from 'vitest'
import type { LibraryState } from '../../electron/core/library/state.ts'
import type { FileSystem } from '../../electron/store/file-system.ts'
import type { Library } from '../../electron/store/library.ts'
import { openLibrary } from '../../electron/store/open-library.ts'
import { sampleIdentifiers } from '../unit/core/library/samples.ts'
import { MemoryDisk } from '../unit/store/memory-disk.ts'
import { got } from '../unit/store/scratch-library.ts'
import { ERRORS, faultyFileSystem, fullFileSystem } from './faulty-file-system.ts'
import { clip, FIRST_HALF, type RunStep, SECOND_HALF } from './mixed-run.ts'

const FOLDER = '/library/of/lin/Cuttings'
const START = Date.UTC(2025, 6, 20)
const CODES = new Set([
  'disk-full',
  'read-only',
  'write-failed',
  'library-locked',
  'library-damaged',
  'not-found',
  'nothing-to-undo',
])

function portsOn(fileSystem: FileSystem, from = START) {
  let now = from
  return { clock: { now: () => now++ }, identifiers: sampleIdentifiers(), fileSystem }
}

function contentOf({ clippings, tags, collections }: LibraryState): string {
  const sorted = (map: ReadonlyMap<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([clippings, tags, collections].map(sorted))
}

interface Ran {
  /** The failures that were reported, by their codes. */
  readonly failures: string[]
  readonly acknowledged: number
  readonly contents: ReadonlyMap<number, string>
}

/** Runs the steps as far as they go, as a user would who goes on after each failure. */
async function run(fileSystem: FileSystem, halves: readonly (readonly RunStep[])[]): Promise<Ran> {
  const failures: string[] = []
  const contents = new Map<number, string>()
  let acknowledged = 0
  const note = (outcome: { ok: true } | { ok: false; error: { code: string } }): void => {
    if (!outcome.ok) failures.push(outcome.error.code)
  }
  for (const steps of halves) {
    const opened = await openLibrary(FOLDER, portsOn(fileSystem, START + contents.size * 1000))
    note(opened)
    if (!opened.ok) continue
    const library = opened.value
    if (library.readOnly !== undefined) failures.push(library.readOnly.code)
    const acknowledge = (): void => {
      acknowledged = library.version
      contents.set(library.version, contentOf(library.state))
    }
    acknowledge()
    library.onChange(acknowledge)
    for (const [, step] of steps) note(await step(library))
    note(await library.close())
  }
  return { failures, acknowledged, contents }
}

/** Opens the library on the disk as it is now, and says what is wrong with it. */
async function problemOf(
  disk: MemoryDisk,
  { acknowledged, contents, failures }: Ran,
): Promise<string | undefined> {
  const untyped = failures.find(code => !CODES.has(code))
  if (untyped !== undefined) return `fails without a type: ${untyped}`
  const opened = await openLibrary(FOLDER, portsOn(disk.fileSystem, START + 86_400_000))
  if (!opened.ok) return `does not open: ${opened.error.message} ${opened.error.detail ?? ''}`
  const library: Library = opened.value
  try {
    if (library.readOnly !== undefined) return `opens for reading only: ${library.readOnly.message}`
    if (library.version < acknowledged) return `change ${acknowledged} is lost: at ${library.version}`
    const expected = contents.get(library.version)
    if (expected !== undefined && contentOf(library.state) !== expected)
      return `is not what it was after change ${library.version}`
    for (const clipping of library.state.clippings.values()) {
      if (!(await library.readArticle(clipping)).ok) return `the article of ${clipping.id} is lost`
      for (const { sha256 } of clipping.originals)
        if (!(await library.readOriginal(sha256)).ok) return `the original ${sha256} is lost`
    }
    const next = await clip(library, 9)
    if (!next.ok) return `takes no new clipping: ${next.error.code}`
  } finally {
    await library.close()
  }
  return undefined
}

async function callsOf(halves: readonly (readonly RunStep[])[]): Promise<number> {
  const { fileSystem, calls } = faultyFileSystem(new MemoryDisk().fileSystem, Number.POSITIVE_INFINITY, 'EIO')
  expect((await run(fileSystem, halves)).failures).toEqual([])
  return calls()
}

describe('a call to the disk that fails, whichever it is', () => {
  const halves = [FIRST_HALF, SECOND_HALF]

  test.each(ERRORS)(
    'with %s ends in a typed failure or is made up for, and loses nothing that was acknowledged',
    async code => {
      const calls = await callsOf(halves)
      const problems: string[] = []
      let failed = 0
      for (let at = 0; at < calls; at++) {
        const disk = new MemoryDisk()
        const ran = await run(faultyFileSystem(disk.fileSystem, at, code).fileSystem, halves)
        if (ran.failures.length > 0) failed++
        const problem = await problemOf(disk, ran)
        if (problem !== undefined) problems.push(`${code} at call ${at}: ${problem}`)
      }
      expect(problems.slice(0, 12), `${problems.length} of ${calls}`).toEqual([])
      expect(failed).toBeGreaterThan(calls / 3)
    },
    120_000,
  )
})

describe('a full disk', () => {
  test('of any size ends in typed failures, opens for reading while it is full, and goes on when it is not', async () => {
    const problems: string[] = []
    for (let room = 0; room <= 40_000; room += 613) {
      const disk = new MemoryDisk()
      const full = fullFileSystem(disk.fileSystem, room)
      const ran = await run(full, [FIRST_HALF, SECOND_HALF])
      if (!ran.failures.includes('disk-full')) problems.push(`${room} bytes: nothing failed`)
      const reading = await openLibrary(
        FOLDER,
        portsOn(fullFileSystem(disk.fileSystem, 0), START + 86_400_000),
      )
      if (ran.contents.size > 0) {
        if (!reading.ok)
          problems.push(`${room} bytes: does not open while it is full: ${reading.error.message}`)
        else if (reading.value.version < ran.acknowledged)
          problems.push(`${room} bytes: lost something while full`)
      }
      if (reading.ok) await reading.value.close()
      const problem = await problemOf(disk, ran)
      if (problem !== undefined) problems.push(`${room} bytes: ${problem}`)
    }
    expect(problems).toEqual([])
  }, 60_000)

  test('of 16 MB takes clippings until it is full, and has every one of them', async () => {
    const disk = new MemoryDisk()
    const full = fullFileSystem(disk.fileSystem, 16 * 1024 * 1024)
    const library = got(await openLibrary(FOLDER, portsOn(full)))
    let kept = 0
    let failure: string | undefined
    while (failure === undefined) {
      const bytes = new Uint8Array(300_000).fill(kept)
      const original = await library.putOriginal(bytes, 'application/octet-stream', '')
      const outcome = original.ok ? await clip(library, 100 + kept) : original
      if (outcome.ok) kept++
      else failure = outcome.error.code
    }
    expect(failure).toBe('disk-full')
    expect(kept).toBeGreaterThan(40)
    await library.close()
    const again = got(await openLibrary(FOLDER, portsOn(disk.fileSystem, START + 86_400_000)))
    expect(again.state.clippings.size).toBe(kept)
    got(await clip(again, 1))
    await again.close()
  })
})
