import { expect, test } from 'vitest'
import { planClip } from '../../../electron/core/library/clip.ts'
import type { Filter } from '../../../electron/core/model/listing.ts'
import { ok } from '../../../electron/core/result.ts'
import { withLibrary, withList } from '../../../electron/main/handlers/with-library.ts'
import { sampleClipping } from '../core/library/samples.ts'
import { got, opened } from '../store/scratch-library.ts'
import { careScene } from './care-scene.ts'

const ALL: Filter = { shelf: 'all', query: '', clock: 'clipped' }

/** Fifty clippings in each of six months, in the place where the app looks first. */
async function fill(path: string): Promise<void> {
  const library = await opened(path)
  const [first, ...rest] = Array.from({ length: 300 }, (_, number) =>
    sampleClipping(number + 1, { clippedAt: `2025-0${(number % 6) + 1}-10T08:00:00.000Z` }),
  )
  if (first !== undefined) got(await library.commit(planClip(library.pending, [first, ...rest])))
  got(await library.close())
}

test('the newest clippings are listed while the rest is read, and then all', async () => {
  const early: Promise<unknown>[] = []
  const { desk, current, states } = await careScene({
    isStarted: false,
    stateChanged: ({ isPart }) => {
      if (isPart) early.push(total(ALL), everything())
    },
  })
  const total = (filter: Filter) =>
    withList(desk, filter, ({ rows, groups }) => [rows.length, groups.length]).then(got)
  const everything = () =>
    withLibrary(desk, async ({ state }, lists) =>
      ok([state.clippings.size, (await lists.overview()).shelves.all]),
    ).then(got)
  await fill(current.path)
  const starting = current.start()
  const asked = total(ALL)
  await starting
  expect(await asked).toEqual([200, 4])
  expect(await Promise.all(early)).toEqual([
    [200, 4],
    [300, 300],
  ])
  expect(states.map(({ state, isPart }) => [state, isPart])).toEqual([
    ['open', true],
    ['open', undefined],
  ])
  expect(await total(ALL)).toEqual([300, 6])
})

test('a library that does not open is said not to, by everything that waited for it', async () => {
  const { desk, current } = await careScene({ isStarted: false })
  const taken = await opened(current.path)
  const starting = current.start()
  const asked = withList(desk, ALL, ({ rows }) => rows.length)
  const changed = withLibrary(desk, async () => ok(undefined))
  await starting
  await current.ready
  for (const answer of [await asked, await changed])
    expect(answer).toMatchObject({ ok: false, error: { code: 'library-locked' } })
  got(await taken.close())
})
