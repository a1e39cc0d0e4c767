import { expect, test } from 'vitest'
import { planClip } from '../../../electron/core/library/clip.ts'
import { planCreateCollection, planRenameCollection } from '../../../electron/core/library/collections.ts'
import type { Clipping } from '../../../electron/core/model/clipping.ts'
import { FullTextSearch } from '../../../electron/main/full-text-search.ts'
import { LibraryScan } from '../../../electron/main/library-scan.ts'
import { Listings } from '../../../electron/main/listings.ts'
import type { Library } from '../../../electron/store/library.ts'
import { findInBodies } from '../../../electron/work/find-in-bodies.ts'
import type { WorkPool } from '../../../electron/work/pool.ts'
import { sampleArticle, sampleClipping, sampleId } from '../core/library/samples.ts'
import { got, opened, samplePorts, scratchFolder } from '../store/scratch-library.ts'

const TODAY = { today: '2025-07-20', budget: undefined }

/** Clippings with an article each, the higher numbers clipped later. */
async function libraryOf(titles: readonly string[], bodies: readonly string[]): Promise<Library> {
  const library = await opened(await scratchFolder())
  const clippings: Clipping[] = []
  for (const [at, title] of titles.entries()) {
    const number = at + 1
    got(await library.keepArticle(sampleArticle(number, bodies[at] ?? '')))
    const clippedAt = new Date(Date.UTC(2025, 6, 1, 0, number)).toISOString()
    clippings.push(sampleClipping(number, { title, clippedAt }))
  }
  const [first, ...rest] = clippings
  if (first !== undefined) got(await library.commit(planClip(library.pending, [first, ...rest])))
  return library
}

/** A pool that reads articles on this thread, and counts the pieces; it calls back before each. */
function readingPool(before: (pieces: number) => void = () => {}): WorkPool & { pieces: number } {
  const pool = {
    pieces: 0,
    onLoss: () => () => {},
    run: async (task: string, input: never) => {
      if (task !== 'find-in-bodies') return { ok: true, value: { state: 'unavailable' } }
      before(pool.pieces++)
      return { ok: true, value: await findInBodies(structuredClone(input)) }
    },
  }
  return pool as unknown as WorkPool & { pieces: number }
}

const ids = (...numbers: number[]) => numbers.map(number => sampleClipping(number).id)

test('a scan answers in the query language, the newest first, and reads articles only where fields do not decide', async () => {
  const library = await libraryOf(
    ['渡轮停航', 'Tram strike', 'Ferry back'],
    ['码头工人投票。', 'The pilots voted.', '引航员复工。'],
  )
  const pool = readingPool()
  const scan = new LibraryScan(library, pool)
  expect(await scan.find('title:ferry OR title:渡轮', TODAY)).toEqual(ids(3, 1))
  expect(await scan.find('-is:starred -title:"tram strike"', TODAY)).toEqual(ids(3, 1))
  expect(await scan.find('title:"tram', TODAY)).toEqual(ids(2))
  expect(await scan.find('clipped:2024', TODAY)).toEqual([])
  expect(await scan.find('date:32', TODAY)).toEqual([])
  expect(pool.pieces).toBe(0)
  expect(await scan.find('引航员 OR (pilots -title:ferry)', TODAY)).toEqual(ids(3, 2))
  expect(pool.pieces).toBe(1)
  expect(await scan.find('引航员 OR (pilots -title:ferry)', TODAY)).toEqual(ids(3, 2))
  expect(pool.pieces).toBe(1)
})

test('a scan knows a collection by its new name', async () => {
  const library = await libraryOf(['Tram'], [''])
  const id = sampleId(50)
  const at = '2025-07-01T00:00:00.000Z'
  got(await library.commit(got(planCreateCollection(library.pending, id, 'Ports', ids(1), at))))
  const scan = new LibraryScan(library, readingPool())
  expect(await scan.find('in:ports', TODAY)).toEqual(ids(1))
  const renamed = got(planRenameCollection(library.pending, id, 'Trams'))
  if (renamed !== undefined) got(await library.commit(renamed))
  expect(await scan.find('in:ports', TODAY)).toEqual([])
  expect(await scan.find('in:trams', TODAY)).toEqual(ids(1))
})

test('a scan that nobody waits for ends after the piece that it is at, and is begun anew when asked again', async () => {
  const titles = Array.from({ length: 250 }, (_, at) => `Report ${at}`)
  const library = await libraryOf(titles, [])
  const scan: LibraryScan = new LibraryScan(
    library,
    readingPool(pieces => {
      if (pieces === 0) scan.cancel('harbour')
    }),
  )
  expect(await scan.find('harbour', TODAY)).toBe('cancelled')
  expect(await scan.find('harbour', TODAY)).toEqual([])
})

test('while the index is built, articles are read for a while, those clipped last first', async () => {
  const titles = Array.from({ length: 250 }, (_, at) => `Report ${at}`)
  const library = await libraryOf(titles, ['harbour', ...Array(248).fill(''), 'harbour'])
  const pool = readingPool()
  const scan = new LibraryScan(library, pool)
  expect(await scan.find('harbour', { ...TODAY, budget: 0 })).toEqual([])
  expect(await scan.find('harbour', { ...TODAY, budget: 1e-3 })).toEqual(expect.not.arrayContaining(ids(1)))
  expect(await scan.find('harbour', TODAY)).toEqual(ids(250, 1))
})

test('lists show what a scan finds where there is no index, and say so', async () => {
  const library = await libraryOf(['Tram', 'Ferry'], ['码头', '码头'])
  const { clock } = samplePorts()
  const pool = readingPool()
  let told = 0
  const search = new FullTextSearch(
    library,
    pool,
    clock,
    () => {},
    () => told++,
  )
  const lists = new Listings(library, pool, clock, search)
  await search.start()
  expect([search.progress, told]).toEqual([{ state: 'unavailable', done: 0, total: 0 }, 1])
  const filter = { shelf: 'all', clock: 'clipped', query: '码头 -title:ferry' } as const
  expect(lists.idsOf(got(await lists.get(filter)))).toEqual(ids(1))
})
