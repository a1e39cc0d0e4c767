import { expect, test } from 'vitest'
import { planClip } from '../../../electron/core/library/clip.ts'
import type { Filter } from '../../../electron/core/model/listing.ts'
import type { LibraryState } from '../../../electron/ipc/contract.ts'
import { appHandlers } from '../../../electron/main/handlers/app.ts'
import { libraryHandlers } from '../../../electron/main/handlers/library.ts'
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
  const told: LibraryState[] = []
  const { root, desk, current } = await careScene({
    isStarted: false,
    stateChanged: state => {
      told.push(state)
      if (state.isPart === undefined) return
      const { 'library:list': list, 'library:overview': overview } = libraryHandlers(desk)
      early.push(list(ALL), overview(), list({ ...ALL, query: 'clipping' }), appHandlers(desk)['app:start']())
    },
  })
  await fill(current.path)
  expect(root).not.toBe('')
  await current.start()
  const [list, overview, search, start] = await Promise.all(early)
  expect(list).toMatchObject({ ok: true, value: { total: 200, groups: { length: 4 } } })
  expect(overview).toMatchObject({ ok: true, value: { shelves: { all: 300 } } })
  expect(search).toMatchObject({ ok: true, value: { total: 300 } })
  expect(start).toMatchObject({ ok: true, value: { library: { state: 'open', isNew: false } } })
  expect(told.map(({ state, isPart }) => [state, isPart])).toEqual([
    ['open', true],
    ['open', undefined],
  ])
  expect(await libraryHandlers(desk)['library:list'](ALL)).toMatchObject({ ok: true, value: { total: 300 } })
})
