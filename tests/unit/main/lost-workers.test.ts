import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { planClip } from '../../../electron/core/library/clip.ts'
import { ClippingTable } from '../../../electron/core/timeline/clipping-table.ts'
import { FamilyFinder } from '../../../electron/main/family-finder.ts'
import { FullTextSearch } from '../../../electron/main/full-text-search.ts'
import { WorkPool } from '../../../electron/work/pool.ts'
import { buildProgram } from '../../torture/build-program.ts'
import { sampleArticle, sampleClipping } from '../core/library/samples.ts'
import { got, opened, samplePorts, scratchFolder } from '../store/scratch-library.ts'

let entry: URL
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-lost-workers-'))
  // The program of the index is a package's own.
  await symlink(resolve('node_modules'), join(folder, 'node_modules'))
  entry = pathToFileURL(
    await buildProgram('fragile-index-worker', folder, join(import.meta.dirname, 'fixtures')),
  )
})
afterAll(() => rm(folder, { recursive: true }))

/** Long enough to be told from others, and nowhere the same. */
const TEXT = Array.from(
  { length: 60 },
  (_, day) => `On day ${day} the harbour board counted ${day * 17} ferries.`,
).join(' ')

async function scene() {
  const library = await opened(await scratchFolder())
  got(await library.keepArticle(sampleArticle(1, TEXT)))
  got(await library.commit(planClip(library.pending, [sampleClipping(1)])))
  const pool = new WorkPool(entry, 1)
  onTestFinished(async () => {
    await pool.close()
    await library.close()
  })
  return { library, pool }
}

test('a search index whose worker is lost is opened again, and searches scan where that does not last', async () => {
  const { library, pool } = await scene()
  const states: (string | undefined)[] = []
  const search: FullTextSearch = new FullTextSearch(
    library,
    pool,
    samplePorts().clock,
    () => {},
    () => states.push(search.progress?.state),
  )
  await search.start()
  const table = new ClippingTable(() => '2026-01-01')
  for (const _ of table.change(library.state.clippings.entries()));
  const find = (query: string) => search.find(query, false, table)
  expect(await find('harbour')).toHaveLength(1)
  for (let times = 0; times < 3; times += 1) {
    expect(await find(`die${times}`)).toBeUndefined()
    await expect.poll(() => find('harbour'), { timeout: 10_000 }).toHaveLength(1)
  }
  expect(states.at(-1)).toBe('ready')
  expect(await find('die')).toBeUndefined()
  expect(states.at(-1)).toBe('unavailable')
  expect(await find('harbour')).toBeUndefined()
  await search.stop()
})

test('reprints are found again after the worker that knows the texts is lost', async () => {
  const { library, pool } = await scene()
  const families = new FamilyFinder(library, pool)
  await families.start()
  const find = (text: string) => families.find([{ id: sampleClipping(2).id, text }])
  expect(await find(TEXT)).toMatchObject([{ family: sampleClipping(1).id }])
  expect(await find('die')).toEqual([])
  await expect.poll(() => find(TEXT), { timeout: 10_000 }).toMatchObject([{ family: sampleClipping(1).id }])
  await families.stop()
})
