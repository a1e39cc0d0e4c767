import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildProgram } from '../torture/build-program.ts'
import generate from './generate-library.ts'
import type { Measured } from './store-process.ts'

const sorted = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b)
const at = (times: readonly number[], share: number): number =>
  sorted(times)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
const median = (times: readonly number[]): number => at(times, 0.5)

const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`
const rate = (value: number): string => `${value.toFixed(0)}/s`
const mb = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`

/** Each scenario runs in a process of its own. */
function processes(program: string) {
  const run = promisify(execFile)
  return async <S extends keyof Measured>(scenario: S, folder: string): Promise<Measured[S]> => {
    const { stdout } = await run(process.execPath, [program, scenario, folder])
    return JSON.parse(stdout)
  }
}

const OPENINGS = 5

interface Figures {
  readonly size: number
  readonly openings: readonly Measured['open'][]
  readonly changes: Measured['changes']
  readonly imported: Measured['import']
  readonly disk: Measured['disk']
  readonly lowdb: Measured['lowdb']
}

async function measure(
  size: number,
  given: string | undefined,
  scratch: string,
  program: string,
): Promise<Figures> {
  const run = processes(program)
  const folder = join(scratch, `library-${size}`)
  if (given === undefined) await generate(folder, String(size))
  else await cp(given, folder, { recursive: true })
  const openings: Measured['open'][] = []
  for (let opening = 0; opening < OPENINGS; opening++) openings.push(await run('open', folder))
  const lowdb = await run('lowdb', folder)
  const changes = await run('changes', folder)
  const disk = await run('disk', scratch)
  const imported = await run('import', folder)
  await rm(folder, { recursive: true })
  return { size, openings, changes, imported, disk, lowdb }
}

type Row = readonly [what: string, wanted: string, value: (figures: Figures) => string]

const ROWS: readonly Row[] = [
  ['first screen', '< 150 ms', ({ openings }) => ms(median(openings.map(({ first }) => first)))],
  ['everything open', '< 2,500 ms', ({ openings }) => ms(median(openings.map(({ all }) => all)))],
  ['the same from one file of lowdb, not checked', '', ({ lowdb }) => ms(median(lowdb.reads))],
  ['one durable edit, p50', '< 2 ms', ({ changes }) => ms(median(changes.edits))],
  ['one durable edit, p95', '< 10 ms', ({ changes }) => ms(at(changes.edits, 0.95))],
  ['one edit in a file of lowdb, not durable', '', ({ lowdb }) => ms(median(lowdb.edits))],
  [
    'times faster than lowdb',
    '≥ 500',
    ({ changes, lowdb }) => (median(lowdb.edits) / median(changes.edits)).toFixed(0),
  ],
  ['the disk alone: append and sync, p50', '', ({ disk }) => ms(median(disk.appends))],
  ['bulk tag of 5,000 (or all)', '< 150 ms', ({ changes }) => ms(median(changes.tag))],
  ['its undo', '< 150 ms', ({ changes }) => ms(median(changes.undo))],
  ['compaction after 5,000 changed', '', ({ changes }) => ms(changes.compaction)],
  ['longest stall in it', '< 10 ms', ({ changes }) => ms(changes.stall)],
  ['import, one by one', '≥ 400/s', ({ imported }) => rate(1000 / median(imported.oneByOne))],
  ['import in batches, one export', '≥ 3,000/s', ({ imported }) => rate(median(imported.exported))],
  ['import in batches, an original each', '', ({ imported }) => rate(median(imported.files))],
  ['the disk alone: new files, synced', '', ({ disk }) => rate(disk.files)],
  ['memory when open', '< 400 MB', ({ openings }) => mb(median(openings.map(({ memory }) => memory)))],
  ['memory after 1,000 edits', '< 400 MB', ({ changes }) => mb(changes.memory)],
]

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/**
 * `npm run bench:store -- [COUNT…]`: what the store takes at each size (1,000, 10,000 and 100,000 unless told),
 * medians beside lowdb's own adapter in the same run, as a table for BENCHMARKS.md. `FOLDER=COUNT` copies a
 * library instead of making one.
 */
export default async function run(...sizes: string[]): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'cuttings-bench-'))
  try {
    const program = await buildProgram('store-process', scratch, import.meta.dirname)
    const figures: Figures[] = []
    for (const size of sizes.length > 0 ? sizes : ['1000', '10000', '100000']) {
      const [folder, count] = size.includes('=') ? size.split('=') : [undefined, size]
      figures.push(await measure(Number(count), folder, scratch, program))
    }
    const counts = figures.map(({ size }) => size.toLocaleString('en'))
    console.log(line(['clippings', ...counts, 'wanted at 100,000']))
    console.log(line(['---', ...counts.map(() => '---:'), '---:']))
    for (const [what, wanted, value] of ROWS) console.log(line([what, ...figures.map(value), wanted]))
    const [processor] = cpus()
    const day = new Date().toISOString().slice(0, 10)
    console.log(
      `\n${day}, Node ${process.version}, ${type()} ${release()}, ${cpus().length} × ${processor?.model ?? 'unknown'}, ${mb(totalmem())}, load average ${loadavg()[1]?.toFixed(1)}.`,
    )
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
