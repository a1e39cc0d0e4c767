import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import {
  READING_LIMITS,
  type Reader,
  readFile as readAsImport,
  threadReader,
} from '../../electron/work/import-thread.ts'
import { type Damage, damaged, damages } from '../formats/damaged.ts'
import { damagedWithin } from '../formats/damaged-within.ts'
import { buildProgram } from './build-program.ts'

const FIXTURES = join(import.meta.dirname, '../formats')
/** What a fixture is read as, and a note on it, are no documents. */
const NO_DOCUMENT = /(?:\.ts|expected\.json|NOTE\.md|\.png|\.gitattributes)$/u
const NOW = '2027-01-01T00:00:00.000Z'
/** So many files are made and read before the next ones are. */
const BATCH = 500

interface Case {
  readonly fixture: string
  readonly damages: readonly Damage[]
  /** The damage is done to what is packed, and packed anew: what checks sums would not get farther otherwise. */
  readonly isWithin: boolean
}

export interface FuzzSummary {
  readonly files: number
  /** How their items ended, by the reason or `read`. */
  readonly ends: ReadonlyMap<string, number>
  readonly problems: readonly string[]
}

async function fixturesOf(): Promise<string[]> {
  const entries = await readdir(FIXTURES, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile() && !NO_DOCUMENT.test(entry.name))
    .map(({ parentPath, name }) => relative(FIXTURES, join(parentPath, name)))
    .toSorted()
}

/** What a worker does to an import when it is given the file: nothing but items and failures that say why. */
async function problemsOf(reader: Reader, path: string, ends: Map<string, number>): Promise<string[]> {
  const problems: string[] = []
  const keys = new Set<string>()
  let events = 0
  for await (const event of readAsImport(reader, { path }, 0, () => NOW)) {
    events += 1
    const end = event.kind === 'read' ? 'read' : event.failure.reason
    ends.set(end, (ends.get(end) ?? 0) + 1)
    const { key } = event.kind === 'read' ? event.item : event.failure
    if (keys.has(key)) problems.push(`two items are called ${JSON.stringify(key)}`)
    keys.add(key)
    if (end === 'crashed' || end === 'timed-out')
      problems.push(`${end}: ${event.kind === 'failed' ? (event.failure.detail ?? '') : ''}`)
  }
  if (events === 0) problems.push('nothing is said of it')
  return problems
}

/**
 * Damages fixtures of every format and has workers of an import read them. A file that ends in no item and no reason,
 * crashes its worker or takes too long, also when it is read alone, is a problem; it is kept below `kept`. The same seed
 * makes the same files.
 */
export async function fuzz(
  { seed, files, format }: { readonly seed: number; readonly files: number; readonly format: string },
  kept: string,
  say: (line: string) => void,
): Promise<FuzzSummary> {
  const folder = await mkdtemp(join(tmpdir(), 'cuttings-fuzz-'))
  const ends = new Map<string, number>()
  const problems: string[] = []
  const fixtures = (await fixturesOf()).filter(fixture => fixture.includes(format))
  const cases = fc.sample<Case>(
    fc.record({ fixture: fc.constantFrom(...fixtures), damages, isWithin: fc.boolean() }),
    { seed, numRuns: files },
  )
  const entry = pathToFileURL(
    await buildProgram('import-worker', folder, join(import.meta.dirname, '../bench')),
  )
  const readers = cpus().map(() => threadReader(entry, READING_LIMITS))
  const waiting = cases.entries()
  /** Those that took too long while other files were read: a machine that is busy may be all that is wrong. */
  const late: [at: number, each: Case][] = []
  let done = 0
  const readAll = async (
    reader: Reader,
    those: Iterable<[at: number, each: Case]>,
    isAlone: boolean,
  ): Promise<void> => {
    for (const [at, each] of those) {
      const { fixture, damages: all, isWithin } = each
      const original = await readFile(join(FIXTURES, fixture))
      const bytes = isWithin ? await damagedWithin(original, all) : damaged(original, all)
      const place = join(folder, String(at))
      await mkdir(place)
      const path = join(place, basename(fixture))
      await writeFile(path, bytes)
      const found = await problemsOf(reader, path, isAlone ? new Map() : ends)
      await rm(place, { recursive: true })
      const isLate = !isAlone && found.some(problem => problem.startsWith('timed-out'))
      if (isLate) late.push([at, each])
      for (const problem of isLate ? [] : found) {
        const name = `${seed}-${at}-${basename(fixture)}`
        await mkdir(kept, { recursive: true })
        await writeFile(join(kept, name), bytes)
        problems.push(`${name}, of ${fixture}: ${problem}`)
        say(problems.at(-1) ?? '')
      }
      if (isAlone) continue
      done += 1
      if (done % BATCH === 0) say(`${done} of ${files} files, ${problems.length} problems`)
    }
  }
  try {
    await Promise.all(readers.map(reader => readAll(reader, waiting, false)))
    for (const [at, { fixture }] of late) say(`read again, alone: ${at}, of ${fixture}`)
    for (const reader of readers.slice(0, 1)) await readAll(reader, late, true)
    return { files: done, ends, problems }
  } finally {
    await Promise.all(readers.map(reader => reader.close()))
    await rm(folder, { recursive: true, force: true })
  }
}

/** `npm run fuzz -- --seed N --files N --format NAME`; files that make a problem are kept in the system's folder for temporary files. */
export default async function run(...args: string[]): Promise<void> {
  const option = (name: string): string | undefined => {
    const at = args.indexOf(`--${name}`)
    return at === -1 ? undefined : args[at + 1]
  }
  const seed = Number(option('seed') ?? Date.now() % 100_000)
  const files = Number(option('files') ?? 10_000)
  if (!Number.isInteger(seed) || !Number.isInteger(files))
    throw new Error('usage: npm run fuzz -- --seed N --files N --format NAME')
  const kept = join(tmpdir(), 'cuttings-fuzz-problems')
  console.log(`seed ${seed}, ${files} files; those that make a problem are kept in ${kept}`)
  const summary = await fuzz({ seed, files, format: option('format') ?? '' }, kept, line => console.log(line))
  for (const [end, count] of [...summary.ends].toSorted(([, a], [, b]) => b - a))
    console.log(`${end.padEnd(20)} ${count}`)
  console.log(`${'files'.padEnd(20)} ${summary.files}`)
  console.log(`${'problems'.padEnd(20)} ${summary.problems.length}`)
  process.exitCode = summary.problems.length === 0 ? 0 : 1
}
