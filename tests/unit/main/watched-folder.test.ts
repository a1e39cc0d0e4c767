import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../electron/core/model/settings.ts'
import { openSettings } from '../../../electron/main/settings-file.ts'
import { WatchedFolder } from '../../../electron/main/watched-folder.ts'
import { systemClock } from '../../../electron/store/system-ports.ts'
import { got, samplePorts } from '../store/scratch-library.ts'
import { importsScene, note } from './imports-scene.ts'

/** So often the test's folder is looked at. */
const LOOK_MS = 40
/** As long as several looks take, on a busy machine too. */
const SEVERAL_LOOKS_MS = 600

async function scene() {
  const { folder, session, imports, file, library } = await importsScene()
  const settings = await openSettings(folder, samplePorts().clock)
  const current = { opened: { ok: true as const, value: session } }
  const watch = () => {
    const watched = new WatchedFolder(
      { settings, current, imports, clock: systemClock, profile: folder },
      LOOK_MS,
    )
    onTestFinished(() => watched.stop())
    return watched
  }
  const choose = async (watchedFolder: string | null) =>
    got(await settings.change({ ...DEFAULT_SETTINGS, watchedFolder }))
  const titles = () => [...library.state.clippings.values()].map(({ title }) => title).sort()
  return { folder, file, imports, library, watch, choose, titles }
}

it('clips what is saved into the folder after it was chosen, once, and nothing while it is off', async () => {
  const { folder, file, watch, choose, titles, imports, library } = await scene()
  await file('inbox/old.txt', note('old'))
  await file('elsewhere/moved.txt', note('moved'))
  const watched = watch()
  await delay(SEVERAL_LOOKS_MS)
  expect(titles()).toEqual([])
  await choose(join(folder, 'inbox'))
  await delay(SEVERAL_LOOKS_MS)
  await file('inbox/new.txt', note('new'))
  await file('inbox/loading.html.crdownload', note('loading'))
  await rename(join(folder, 'elsewhere/moved.txt'), join(folder, 'inbox/moved.txt'))
  await expect.poll(titles, { timeout: 20_000 }).toEqual(['Note moved', 'Note new'])
  await delay(SEVERAL_LOOKS_MS)
  expect(library.state.clippings.size).toBe(2)
  await choose(null)
  await delay(SEVERAL_LOOKS_MS)
  await file('inbox/off.txt', note('off'))
  await choose(join(folder, 'inbox'))
  await delay(SEVERAL_LOOKS_MS)
  expect(titles()).toEqual(['Note moved', 'Note new'])
  await watched.stop()
  const listed = got(await imports.list(library))
  expect(new Set(listed.map(({ kind }) => kind))).toEqual(new Set(['watched']))
})

it('clips after a restart what was saved meanwhile, and not again what was clipped before', async () => {
  const { folder, file, watch, choose, titles, library } = await scene()
  await choose(join(folder, 'inbox'))
  await file('inbox/first.txt', note('first'))
  const before = watch()
  await delay(SEVERAL_LOOKS_MS)
  await file('inbox/second.txt', note('second'))
  await expect.poll(titles, { timeout: 20_000 }).toContain('Note second')
  await before.stop()
  await file('inbox/meanwhile.txt', note('meanwhile'))
  watch()
  await expect.poll(titles, { timeout: 20_000 }).toContain('Note meanwhile')
  await delay(SEVERAL_LOOKS_MS)
  expect(titles().filter(title => title === 'Note second')).toHaveLength(1)
  expect(library.state.clippings.size).toBe(titles().length)
})
