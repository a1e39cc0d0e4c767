import { access, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { planMark } from '../../../electron/core/library/mark.ts'
import { careDaily } from '../../../electron/main/daily-care.ts'
import type { Library } from '../../../electron/store/library.ts'
import { originalPath } from '../../../electron/store/paths.ts'
import { sampleId } from '../core/library/samples.ts'
import { clip } from '../store/backup/sample-library.ts'
import { got } from '../store/scratch-library.ts'
import { careScene, openOf } from './care-scene.ts'

const DAY = 86_400_000

const there = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

async function trash(library: Library, number: number, at: number): Promise<void> {
  const when = new Date(at).toISOString()
  const change = got(planMark(library.pending, [sampleId(number)], { mark: 'trashed', on: true }, when))
  if (change !== undefined) got(await library.commit(change))
}

/** Two clippings in the trash, for 31 days and for 29, and an original that no clipping names. */
async function scene(trashDays: number | null) {
  const { current, desk } = await careScene()
  const library = openOf(current)
  const now = desk.clock.now()
  for (const number of [1, 2, 3]) await clip(library, number)
  await trash(library, 1, now - 31 * DAY)
  await trash(library, 2, now - 29 * DAY)
  const { sha256 } = got(await library.putOriginal(Uint8Array.of(7), 'text/plain', 'a.txt'))
  await current.close()
  got(await current.open(current.path))
  const orphan = join(current.path, ...originalPath(sha256).split('/'))
  await utimes(orphan, (now - 2 * DAY) / 1000, (now - 2 * DAY) / 1000)
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] })
  const reopened = openOf(current)
  const stop = careDaily(reopened, { clock: desk.clock, carePool: desk.carePool, trashDays: () => trashDays })
  vi.advanceTimersByTime(60_000)
  vi.useRealTimers()
  return { library: reopened, orphan, stop }
}

test('what was in the trash for longer than the user wants goes, and undo passes that over', async () => {
  const { library, stop } = await scene(30)
  await expect.poll(() => library.state.clippings.size).toBe(2)
  stop()
  expect([...library.state.clippings.keys()].sort()).toEqual([sampleId(2), sampleId(3)])
  expect(library.history.undo).toMatchObject({ kind: 'trash', count: 1 })
  expect(got(await library.undo()).label.kind).toBe('trash')
  expect([...library.state.clippings.keys()].sort()).toEqual([sampleId(2), sampleId(3)])
  expect(library.state.clippings.get(sampleId(2))?.trashedAt).toBeUndefined()
  // What the user did before is taken back whole: that a clipping was put into the trash, too.
  got(await library.undo())
  const back = library.state.clippings.get(sampleId(1))
  expect(back).toMatchObject({ id: sampleId(1) })
  expect(back?.trashedAt).toBeUndefined()
  if (back !== undefined) got(await library.readArticle(back))
})

test('what an unfinished clip left is removed, and nothing that the history names', async () => {
  const { library, orphan, stop } = await scene(30)
  await expect.poll(() => there(orphan)).toBe(false)
  stop()
  got(await library.undo())
  for (const { originals } of library.state.clippings.values())
    for (const { sha256 } of originals) got(await library.readOriginal(sha256))
})

test('the trash keeps everything where the user wants it kept for ever', async () => {
  const { library, orphan, stop } = await scene(null)
  await expect.poll(() => there(orphan)).toBe(false)
  stop()
  expect(library.state.clippings.size).toBe(3)
})
