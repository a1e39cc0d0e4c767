import { access, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Handlers } from '../../../../electron/ipc/answer.ts'
import { runCare } from '../../../../electron/main/care-jobs.ts'
import { libraryCareHandlers } from '../../../../electron/main/handlers/library-care.ts'
import { articlePath } from '../../../../electron/store/paths.ts'
import { verify } from '../../../../electron/store/verify.ts'
import { sampleId } from '../../core/library/samples.ts'
import { clip, plainState } from '../../store/backup/sample-library.ts'
import { got, opened, scratchFolder } from '../../store/scratch-library.ts'
import { careScene, endOf, openOf } from '../care-scene.ts'
import { dialogs } from '../electron-module.ts'

beforeEach(() => {
  dialogs.open = []
  dialogs.save = []
})

const caller = { window: 1, paste: () => {}, drag: () => {} }

async function scene() {
  const care = await careScene()
  await clip(openOf(care.current), 1)
  await clip(openOf(care.current), 2)
  const handlers: Pick<Handlers, keyof ReturnType<typeof libraryCareHandlers>> = libraryCareHandlers(
    care.desk,
  )
  return { ...care, handlers, before: plainState(openOf(care.current)) }
}

const there = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

describe('opening', () => {
  test('a library that the dialog names gives its state, and none where nothing was chosen', async () => {
    const { root, current, handlers } = await scene()
    const path = join(root, 'Other')
    await (await opened(path)).close()
    dialogs.open = [path]
    expect(got(await handlers['library:open']({}, caller)).library).toMatchObject({ path, state: 'open' })
    expect(got(await handlers['library:open']({}, caller))).toEqual({ library: null })
    expect(got(await handlers['library:new']({}, caller))).toEqual({ library: null })
    dialogs.save = [join(root, 'New')]
    expect(got(await handlers['library:new']({}, caller)).library).toMatchObject({
      name: 'New',
      clippings: 0,
    })
    expect(current.path).toBe(join(root, 'New'))
    const { libraries } = got(await handlers['library:recent']({}, caller))
    expect(libraries.map(({ name }) => name)).toEqual(['New', 'Other', 'Cuttings'])
  })

  test('what is no library is refused, and this one stays', async () => {
    const { root, current, handlers } = await scene()
    expect(await handlers['library:open']({ path: root }, caller)).toMatchObject({
      ok: false,
      error: { code: 'not-a-library' },
    })
    expect(got(await handlers['library:state']({}, caller))).toMatchObject({
      path: current.path,
      state: 'open',
      clippings: 2,
    })
  })
})

describe('moving and copying', () => {
  test('a library moves into the folder that was chosen, and the app goes on there', async () => {
    const { root, current, handlers, known, before, ...care } = await scene()
    const from = current.path
    await mkdir(join(root, 'disk'))
    dialogs.open = [join(root, 'disk')]
    const end = await endOf(care, await handlers['library:move']({}, caller))
    const to = join(root, 'disk', 'Cuttings')
    expect(end).toEqual({ kind: 'done', path: to, files: 0, report: { of: 'move' } })
    expect(current.state).toMatchObject({ path: to, state: 'open' })
    expect(plainState(openOf(current))).toEqual(before)
    expect(await there(from)).toBe(false)
    expect(known.newest).toBe(to)
    expect((await known.describe()).map(({ path }) => path)).toEqual([to])
    await clip(openOf(current), 3)
    expect((await verify(to)).problems).toEqual([])
  })

  test('a move that cannot be made leaves everything open where it was', async () => {
    const { root, current, handlers, before, ...care } = await scene()
    const from = current.path
    await mkdir(join(root, 'disk', 'Cuttings'), { recursive: true })
    await writeFile(join(root, 'disk', 'Cuttings', 'mine.txt'), 'mine')
    dialogs.open = [join(root, 'disk')]
    const end = await endOf(care, await handlers['library:move']({}, caller))
    expect(end).toMatchObject({ kind: 'failed', failure: { code: 'folder-not-empty' } })
    expect(current.state).toMatchObject({ path: from, state: 'open' })
    expect(plainState(openOf(current))).toEqual(before)
    await clip(openOf(current), 3)
  })

  test('a copy is a library of its own, and this one stays open', async () => {
    const { root, current, handlers, before, ...care } = await scene()
    await mkdir(join(root, 'disk'))
    dialogs.open = [join(root, 'disk')]
    const end = await endOf(care, await handlers['library:copy']({}, caller))
    expect(end).toMatchObject({ kind: 'done', report: { of: 'copy' } })
    expect(plainState(await opened(join(root, 'disk', 'Cuttings')))).toEqual(before)
    expect(current.path).toBe(join(root, 'Cuttings'))
  })

  test('nothing is begun where no folder was chosen', async () => {
    const { handlers } = await scene()
    for (const channel of [
      'library:move',
      'library:copy',
      'library:archive',
      'library:import-archive',
    ] as const)
      expect(got(await handlers[channel]({}, caller))).toEqual({ job: null })
  })
})

describe('checking and mending', () => {
  test('says how much was checked, and finds nothing in a sound library', async () => {
    const { handlers, ...care } = await scene()
    expect(await endOf(care, await handlers['library:verify']({}, caller))).toMatchObject({
      kind: 'done',
      report: {
        of: 'verify',
        findings: [],
        checked: { changes: 2, clippings: 2, articles: 2, originals: 2, bytes: expect.any(Number) },
      },
    })
  })

  test('names what is damaged, mends it from a backup, and opens the library again', async () => {
    const { current, handlers, before, ...care } = await scene()
    const places = { library: current.path, backups: current.backups }
    got(await runCare(care.desk, 'back-up', { ...places, onlyIfDue: false }))
    const article = join(current.path, ...articlePath(sampleId(1), 1).split('/'))
    const bytes = await readFile(article)
    await rm(article)
    const found = await endOf(care, await handlers['library:verify']({}, caller))
    expect(found).toMatchObject({
      report: { findings: [{ code: 'missing-article', count: 1, examples: [{ what: sampleId(1) }] }] },
    })
    const mended = await endOf(care, await handlers['library:repair']({}, caller))
    expect(mended).toMatchObject({
      kind: 'done',
      report: { of: 'repair', mended: [{ code: 'article-restored', count: 1 }], left: [] },
    })
    expect(await readFile(article)).toEqual(bytes)
    expect(current.state.state).toBe('open')
    expect(plainState(openOf(current))).toEqual(before)
    expect(care.states.map(({ state }) => state).slice(0, 3)).toEqual(['open', 'busy', 'open'])
  })

  test('a check can be cancelled', async () => {
    const { handlers, jobs, ...care } = await scene()
    const started = await handlers['library:verify']({}, caller)
    jobs.cancel(got(started).job ?? '')
    expect(await endOf(care, started)).toEqual({ kind: 'cancelled' })
  })
})

describe('a library in one file', () => {
  test('comes back whole from it in a new folder, which can be opened', async () => {
    const { root, current, handlers, before, ...care } = await scene()
    const file = join(root, 'library.zip')
    dialogs.save = [file]
    expect(await endOf(care, await handlers['library:archive']({}, caller))).toMatchObject({
      kind: 'done',
      path: file,
      report: { of: 'archive', clippings: 2 },
    })
    dialogs.open = [file]
    dialogs.save = [join(root, 'Back')]
    const end = await endOf(care, await handlers['library:import-archive']({}, caller))
    expect(end).toMatchObject({
      kind: 'done',
      path: join(root, 'Back'),
      report: { of: 'import-archive', lost: [], findings: [] },
    })
    expect(current.path).toBe(join(root, 'Cuttings'))
    got(await handlers['library:open']({ path: join(root, 'Back') }, caller))
    expect(plainState(openOf(current))).toEqual(before)
  })

  test('is not made of a file that is something else, and nothing is left', async () => {
    const { handlers, ...care } = await scene()
    const folder = await scratchFolder()
    await writeFile(join(folder, 'letters.zip'), 'not an archive')
    dialogs.open = [join(folder, 'letters.zip')]
    dialogs.save = [join(folder, 'Back')]
    const end = await endOf(care, await handlers['library:import-archive']({}, caller))
    expect(end).toMatchObject({ kind: 'failed', failure: { code: 'library-damaged' } })
    expect(await readdir(folder)).toEqual(['letters.zip'])
  })
})
