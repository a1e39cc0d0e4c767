import { createHash } from 'node:crypto'
import { type LibraryState, RECORD_KINDS } from '../../electron/core/library/state.ts'
import type { FileSystem } from '../../electron/store/file-system.ts'
import type { Library, LibraryPorts } from '../../electron/store/library.ts'
import { openLibrary } from '../../electron/store/open-library.ts'
import { sampleIdentifiers } from '../unit/core/library/samples.ts'
import { clip, FIRST_HALF, SECOND_HALF } from './mixed-run.ts'

/** When the run begins, by its own clock. */
const START = Date.UTC(2025, 6, 20)
const DAY_MS = 86_400_000

/** What a library may answer when its disk fails. */
const CODES: ReadonlySet<string> = new Set([
  'disk-full',
  'read-only',
  'write-failed',
  'read-failed',
  'library-locked',
  'library-damaged',
  'not-found',
  'nothing-to-undo',
])

/** A clock that goes on by itself, because two changes are never made in the same instant. */
export function portsFrom(fileSystem: FileSystem, days = 0): LibraryPorts {
  let now = START + days * DAY_MS
  return { clock: { now: () => now++ }, identifiers: sampleIdentifiers(), fileSystem }
}

/** A digest that is equal for states that hold the same records. */
export function contentOf(state: LibraryState): string {
  const sorted = (map: ReadonlyMap<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  const json = JSON.stringify(RECORD_KINDS.map(kind => sorted(state[kind])))
  return `${state.clippings.size} ${createHash('sha256').update(json).digest('hex')}`
}

/** What a run reported. */
export interface Ran {
  /** The codes of the failures. */
  readonly failures: string[]
  /** The last change that was acknowledged. */
  acknowledged: number
  /** What the library held after each change. */
  readonly contents: Map<number, string>
}

/** The mixed run with a restart in its middle, as far as it goes: as a user would who goes on after each failure. */
export async function runAndGoOn(directory: string, fileSystem: FileSystem): Promise<Ran> {
  const ran: Ran = { failures: [], acknowledged: 0, contents: new Map() }
  const note = (outcome: { ok: true } | { ok: false; error: { code: string } }): void => {
    if (!outcome.ok) ran.failures.push(outcome.error.code)
  }
  for (const [half, steps] of [FIRST_HALF, SECOND_HALF].entries()) {
    const opened = await openLibrary(directory, portsFrom(fileSystem, half))
    note(opened)
    if (!opened.ok) continue
    const library = opened.value
    if (library.readOnly !== undefined) ran.failures.push(library.readOnly.code)
    const acknowledge = (): void => {
      ran.acknowledged = library.version
      ran.contents.set(library.version, contentOf(library.state))
    }
    acknowledge()
    library.onChange(acknowledge)
    for (const [, step] of steps) note(await step(library))
    note(await library.close())
  }
  return ran
}

/** Opens the library on a disk that works again, and says what is wrong with it after the run. */
export async function problemAfter(
  {
    acknowledged,
    contents,
    failures,
  }: Pick<Ran, 'failures' | 'acknowledged'> & { contents: ReadonlyMap<number, string> },
  directory: string,
  fileSystem: FileSystem,
): Promise<string | undefined> {
  const untyped = failures.find(code => !CODES.has(code))
  if (untyped !== undefined) return `fails without a type: ${untyped}`
  const opened = await openLibrary(directory, portsFrom(fileSystem, 7))
  if (!opened.ok) return `does not open: ${opened.error.message} ${opened.error.detail ?? ''}`
  const library = opened.value
  try {
    return (await problemOf(library, acknowledged, contents)) ?? (await problemOfNext(library))
  } finally {
    await library.close()
  }
}

async function problemOf(
  library: Library,
  acknowledged: number,
  contents: ReadonlyMap<number, string>,
): Promise<string | undefined> {
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
  return undefined
}

async function problemOfNext(library: Library): Promise<string | undefined> {
  const next = await clip(library, 9)
  return next.ok ? undefined : `takes no new clipping: ${next.error.code}`
}
