import { cp, mkdtemp, open, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import type { Change } from '../../electron/core/library/change.ts'
import { planClip } from '../../electron/core/library/clip.ts'
import { planEdit } from '../../electron/core/library/edit.ts'
import { planMark } from '../../electron/core/library/mark.ts'
import type { LibraryState } from '../../electron/core/library/state.ts'
import type { Clipping } from '../../electron/core/model/clipping.ts'
import type { Result } from '../../electron/core/result.ts'
import type { Library } from '../../electron/store/library.ts'
import { openLibrary } from '../../electron/store/open-library.ts'
import { systemClock, uuidIdentifiers } from '../../electron/store/system-ports.ts'
import { sampleArticle, sampleClipping } from '../unit/core/library/samples.ts'
import generate from './generate-library.ts'

const AT = '2026-01-01T00:00:00.000Z'

const sorted = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b)
const at = (times: readonly number[], share: number): number =>
  sorted(times)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
const median = (times: readonly number[]): number => at(times, 0.5)

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function got<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const ports = { clock: systemClock, identifiers: uuidIdentifiers }

const commit = async (
  library: Library,
  plan: (state: LibraryState) => Result<Change | undefined, unknown>,
) => {
  const change = got(plan(library.pending))
  if (change === undefined) throw new Error('nothing to change')
  return got(await library.commit(change))
}

async function measureOpening(folder: string, runs: number) {
  const first: number[] = []
  const all: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    let preview = Number.NaN
    const library = got(
      await openLibrary(folder, {
        ...ports,
        onPreview: () => {
          preview = performance.now() - start
        },
      }),
    )
    all.push(performance.now() - start)
    first.push(preview)
    got(await library.close())
  }
  return { first, all }
}

/** What the disk needs for an append of the size of one edit, without anything around it. */
async function measureDisk(folder: string): Promise<number[]> {
  const file = await open(join(folder, 'disk-probe'), 'w')
  const bytes = Buffer.alloc(2000, 'x')
  const times: number[] = []
  for (let run = 0; run < 200; run++)
    times.push(
      await timed(async () => {
        await file.appendFile(bytes)
        await file.datasync()
      }),
    )
  await file.close()
  await rm(join(folder, 'disk-probe'))
  return times
}

async function measureEdits(library: Library, ids: readonly string[]): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < 300; run++) {
    const id = ids[(run * 7919) % ids.length] ?? ''
    times.push(await timed(() => commit(library, state => planEdit(state, id, { note: `note ${run}` }, AT))))
  }
  return times
}

async function measureBulk(library: Library, ids: readonly string[]) {
  const tag: number[] = []
  const undo: number[] = []
  const chosen = ids.slice(0, 5000)
  for (let run = 0; run < 5; run++) {
    tag.push(
      await timed(() =>
        commit(library, state => planMark(state, chosen, { mark: 'tag', tag: `bulk/${run}`, on: true }, AT)),
      ),
    )
    undo.push(await timed(async () => got(await library.undo())))
  }
  return { tag, undo, count: chosen.length }
}

/** Clippings that were extracted already: originals, article, record. */
async function imported(library: Library, number: number): Promise<Clipping> {
  const bytes = new TextEncoder().encode(`Original ${number}\n`.repeat(100))
  const id = uuidIdentifiers.next(systemClock.now())
  const paragraphs = Array.from({ length: 8 }, (_, index) => `Paragraph ${index} of ${number}. `.repeat(12))
  const [kept, written] = await Promise.all([
    library.putOriginal(bytes, 'text/plain', 'a.txt'),
    library.keepArticle({ ...sampleArticle(0, ...paragraphs), id }),
  ])
  const [original, article] = [got(kept), got(written)]
  return sampleClipping(0, { id, originals: [original], articleRevision: article.revision })
}

async function measureImport(library: Library) {
  const oneByOne = 200
  const single = await timed(async () => {
    for (let number = 0; number < oneByOne; number++) {
      const clipping = await imported(library, number)
      got(await library.commit(planClip(library.pending, [clipping]), 'import'))
    }
  })
  const inBatches = 1000
  const batch = await timed(async () => {
    for (let start = 0; start < inBatches; start += 250) {
      const clippings = await Promise.all(
        Array.from({ length: 250 }, (_, index) => imported(library, 10_000 + start + index)),
      )
      const [first, ...rest] = clippings
      if (first !== undefined)
        got(await library.commit(planClip(library.pending, [first, ...rest]), 'import'))
    }
  })
  return { single: (oneByOne / single) * 1000, batch: (inBatches / batch) * 1000 }
}

/** lowdb as it comes: the whole library in one file, read and written by its own adapter. */
async function measureLowdb(folder: string, state: LibraryState) {
  const path = join(folder, 'lowdb.json')
  const data = { clippings: [...state.clippings.values()] }
  const db = new Low(new JSONFile<typeof data>(path), data)
  await db.write()
  const edits: number[] = []
  for (let run = 0; run < 3; run++) {
    const [first] = db.data.clippings
    if (first !== undefined) db.data.clippings[0] = { ...first, note: `note ${run}` }
    edits.push(await timed(() => db.write()))
  }
  const reads: number[] = []
  for (let run = 0; run < 3; run++)
    reads.push(await timed(() => new Low(new JSONFile<typeof data>(path), { clippings: [] }).read()))
  await rm(path)
  return { edit: median(edits), open: median(reads) }
}

const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`

async function measure(size: number, given: string | undefined): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'cuttings-bench-'))
  const folder = join(scratch, 'library')
  try {
    if (given === undefined) await generate(folder, String(size))
    else await cp(given, folder, { recursive: true })
    const opening = await measureOpening(folder, 5)
    const disk = await measureDisk(scratch)
    const library = got(await openLibrary(folder, ports))
    const ids = [...library.state.clippings.keys()]
    const lowdb = await measureLowdb(scratch, library.state)
    const edits = await measureEdits(library, ids)
    const bulk = await measureBulk(library, ids)
    const compaction = await timed(async () => got(await library.compact()))
    const rate = await measureImport(library)
    const memory = process.memoryUsage()
    got(await library.close())
    const rows: [string, string, string?][] = [
      [
        'first screen',
        ms(median(opening.first)),
        `${(lowdb.open / median(opening.first)).toFixed(0)} times faster`,
      ],
      ['everything open', ms(median(opening.all)), `lowdb ${ms(lowdb.open)}, neither parsed nor checked`],
      [
        'one durable edit, p50',
        ms(median(edits)),
        `${(lowdb.edit / median(edits)).toFixed(0)} times faster than lowdb's ${ms(lowdb.edit)}`,
      ],
      [
        'one durable edit, p95',
        ms(at(edits, 0.95)),
        `the disk alone: p50 ${ms(median(disk))}, p95 ${ms(at(disk, 0.95))}`,
      ],
      [`bulk tag of ${bulk.count}`, ms(median(bulk.tag))],
      [`its undo`, ms(median(bulk.undo))],
      ['compaction after those', ms(compaction)],
      ['import, one by one', `${rate.single.toFixed(0)}/s`],
      ['import, in batches', `${rate.batch.toFixed(0)}/s`],
      [
        'memory',
        `${(memory.rss / 2 ** 20).toFixed(0)} MB resident, ${(memory.heapUsed / 2 ** 20).toFixed(0)} MB of heap`,
      ],
    ]
    console.log(`\n${size} clippings`)
    for (const [what, value, note = ''] of rows)
      console.log(`  ${what.padEnd(26)} ${value.padStart(12)}  ${note}`)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/**
 * `npm run bench:store -- [COUNT…]`: what the store takes at each size (1,000, 10,000 and 100,000 unless told),
 * medians beside lowdb's own adapter in the same run. `FOLDER=COUNT` copies a library instead of making one.
 */
export default async function run(...sizes: string[]): Promise<void> {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, medians`)
  for (const size of sizes.length > 0 ? sizes : ['1000', '10000', '100000']) {
    const [folder, count] = size.includes('=') ? size.split('=') : [undefined, size]
    await measure(Number(count), folder)
  }
}
