import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { planEdit } from '../../../../electron/core/library/edit.ts'
import { planMark } from '../../../../electron/core/library/mark.ts'
import type { Handlers } from '../../../../electron/ipc/answer.ts'
import { backupHandlers } from '../../../../electron/main/handlers/backup.ts'
import { trashHandlers } from '../../../../electron/main/handlers/trash.ts'
import { sampleArticle, sampleId } from '../../core/library/samples.ts'
import { AT, clip, collect, plainState, tag } from '../../store/backup/sample-library.ts'
import { got, opened } from '../../store/scratch-library.ts'
import { careScene, endOf, openOf } from '../care-scene.ts'
import { dialogs } from '../electron-module.ts'

beforeEach(() => {
  dialogs.save = []
})

const caller = { window: 1, paste: () => {}, drag: () => {} }

/** Two clippings and a backup of them. */
async function scene() {
  const care = await careScene()
  const library = openOf(care.current)
  await clip(library, 1)
  await clip(library, 2)
  await tag(library, 1, 'ports')
  await collect(library, 900, 'Case', 1)
  const handlers: Pick<
    Handlers,
    keyof ReturnType<typeof backupHandlers> | keyof ReturnType<typeof trashHandlers>
  > = { ...backupHandlers(care.desk), ...trashHandlers(care.desk) }
  const backUp = async () => endOf(care, await handlers['backup:take']({}, caller))
  const taken = await backUp()
  const { backups } = got(await handlers['backup:list']({}, caller))
  return { ...care, library, handlers, backUp, taken, id: backups[0]?.id ?? '' }
}

async function rewrite({ library }: Awaited<ReturnType<typeof scene>>, title: string): Promise<void> {
  const article = got(await library.keepArticle(sampleArticle(1, `Words of ${title}.`)))
  const change = got(planEdit(library.pending, sampleId(1), { title }, AT, article))
  if (change !== undefined) got(await library.commit(change))
}

async function remove(
  { library, handlers }: Awaited<ReturnType<typeof scene>>,
  number: number,
): Promise<void> {
  const change = got(planMark(library.pending, [sampleId(number)], { mark: 'trashed', on: true }, AT))
  if (change !== undefined) got(await library.commit(change))
  got(await handlers['trash:empty']({}, caller))
}

describe('backups', () => {
  test('are taken and listed, with what is in them and what they are kept for', async () => {
    const { current, handlers, taken, id } = await scene()
    expect(taken).toMatchObject({ kind: 'done', report: { of: 'backup', id } })
    expect(got(await handlers['backup:list']({}, caller))).toEqual({
      folder: join(current.path, 'backups'),
      backups: [
        {
          id,
          at: expect.stringMatching(/^\d{4}-/),
          clippings: 2,
          bytes: expect.any(Number),
          kind: 'hourly',
          verified: true,
        },
      ],
      unreadable: [],
    })
    await expect.poll(() => current.state.lastBackup).toMatch(/^\d{4}-/)
  })

  test('say after a check which of them is not whole any more', async () => {
    const { current, handlers, library, id, ...care } = await scene()
    const sound = await endOf(care, await handlers['backup:verify']({}, caller))
    expect(sound).toMatchObject({ report: { of: 'verify-backups', backups: 1, mended: 0, lost: [] } })
    const original = library.state.clippings.get(sampleId(2))?.originals[0]?.sha256 ?? ''
    await rm(join(current.backups, 'objects', original.slice(0, 2), original))
    await rm(join(current.path, 'originals', original.slice(0, 2), original))
    const end = await endOf(care, await handlers['backup:verify']({}, caller))
    expect(end).toMatchObject({ report: { lost: [{ backup: id, path: expect.stringContaining(original) }] } })
    expect(got(await handlers['backup:list']({}, caller)).backups).toMatchObject([{ id, verified: false }])
    await writeFile(join(current.path, 'originals', original.slice(0, 2), original), 'original 2')
    const mended = await endOf(care, await handlers['backup:verify']({}, caller))
    expect(mended).toMatchObject({ report: { mended: 1, lost: [] } })
    expect(got(await handlers['backup:list']({}, caller)).backups).toMatchObject([{ id, verified: true }])
  })

  test('are compared with the library as it is now', async () => {
    const all = await scene()
    await rewrite(all, 'Rewritten')
    await remove(all, 2)
    await clip(all.library, 3)
    await clip(all.library, 4)
    expect(got(await all.handlers['backup:preview']({ id: all.id }, caller))).toEqual({
      clippings: { added: 2, changed: 1, removed: 1 },
      onlyInBackup: [{ id: sampleId(2), title: 'Clipping 2' }],
    })
    expect(await all.handlers['backup:preview']({ id: 'none' }, caller)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
  })

  test('are restored into a new folder, and nothing of the open library changes', async () => {
    const { root, current, library, handlers, id, ...care } = await scene()
    const then = plainState(library)
    await clip(library, 3)
    const now = plainState(library)
    expect(got(await handlers['backup:restore']({ id }, caller))).toEqual({ job: null })
    dialogs.save = [join(root, 'Restored')]
    const end = await endOf(care, await handlers['backup:restore']({ id }, caller))
    expect(end).toMatchObject({
      kind: 'done',
      path: join(root, 'Restored'),
      report: { of: 'restore', lost: [] },
    })
    expect(plainState(await opened(join(root, 'Restored')))).toEqual(then)
    expect(plainState(openOf(current))).toEqual(now)
  })

  test('that are cancelled on the way to a new folder leave nothing there', async () => {
    const { root, handlers, id, jobs, ...care } = await scene()
    dialogs.save = [join(root, 'Restored')]
    const started = await handlers['backup:restore']({ id }, caller)
    jobs.cancel(got(started).job ?? '')
    expect(await endOf(care, started)).toEqual({ kind: 'cancelled' })
    expect((await readdir(root)).sort()).toEqual(['Cuttings', 'profile'])
  })
})

describe('earlier versions of a clipping', () => {
  test('are those that differ from now, each once, by the newest backup that has it', async () => {
    const all = await scene()
    const { handlers, backUp } = all
    const versions = async (id = sampleId(1)) =>
      got(await handlers['backup:clipping-versions']({ id }, caller)).versions
    expect(await versions()).toEqual([])
    await clip(all.library, 3)
    await backUp()
    await rewrite(all, 'Second')
    await backUp()
    await rewrite(all, 'Third')
    expect(await versions()).toMatchObject([
      { title: 'Second', fields: ['title'], text: 'differs' },
      { title: 'Clipping 1', fields: ['title'], text: 'differs' },
    ])
    const ids = got(await handlers['backup:list']({}, caller)).backups.map(({ id }) => id)
    expect((await versions()).map(({ backup }) => backup)).toEqual(ids.slice(0, 2))
    expect(await versions(sampleId(2))).toEqual([])
  })

  test('show how it was marked, whether the backup has that in a month or in its journal', async () => {
    const { library, handlers, backUp } = await scene()
    const tags = async () =>
      got(await handlers['backup:clipping-versions']({ id: sampleId(2) }, caller)).versions.map(
        ({ fields }) => fields,
      )
    await tag(library, 2, 'docks')
    await backUp()
    got(await library.compact())
    await tag(library, 2, 'cranes')
    await backUp()
    expect(await tags()).toEqual([['tags'], ['tags']])
    await tag(library, 2, 'ships')
    expect(await tags()).toEqual([['tags'], ['tags'], ['tags']])
  })

  test('give it back with tag, collection, text and original, as one change that can be undone', async () => {
    const all = await scene()
    const { library, handlers, id } = all
    const then = plainState(library).clippings[sampleId(1)]
    await rewrite(all, 'Rewritten')
    const now = plainState(library)
    const restored = await handlers['backup:restore-clipping']({ backup: id, clipping: sampleId(1) }, caller)
    expect(got(restored)).toMatchObject({ label: { kind: 'restore-version', count: 1 } })
    expect(library.state.clippings.get(sampleId(1))).toMatchObject({ title: then?.title, tags: ['ports'] })
    got(await library.undo())
    expect(plainState(library)).toEqual(now)
  })

  test('bring back one that was removed for good', async () => {
    const all = await scene()
    await remove(all, 1)
    expect(all.library.state.clippings.has(sampleId(1))).toBe(false)
    const input = { backup: all.id, clipping: sampleId(1) }
    expect(got(await all.handlers['backup:restore-clipping'](input, caller)).label.kind).toBe(
      'restore-version',
    )
    const clipping = all.library.state.clippings.get(sampleId(1))
    expect(clipping?.trashedAt).toBeUndefined()
    expect(clipping).toBeDefined()
    if (clipping !== undefined) got(await all.library.readArticle(clipping))
  })

  test('change nothing where it is as it was', async () => {
    const { library, handlers, id } = await scene()
    const input = { backup: id, clipping: sampleId(1) }
    const changed = got(await handlers['backup:restore-clipping'](input, caller))
    expect(changed).toEqual({ seq: library.version, label: { kind: 'restore-version', count: 0 } })
  })
})

describe('emptying the trash', () => {
  test('removes all that is in it as one change, which undo takes back with text and original', async () => {
    const all = await scene()
    const { library, handlers } = all
    expect(got(await handlers['trash:empty']({}, caller)).label).toEqual({ kind: 'empty-trash', count: 0 })
    const marked = got(
      planMark(
        library.pending,
        [1, 2].map(each => sampleId(each)),
        { mark: 'trashed', on: true },
        AT,
      ),
    )
    if (marked !== undefined) got(await library.commit(marked))
    const before = plainState(library)
    expect(got(await handlers['trash:empty']({}, caller)).label).toEqual({ kind: 'empty-trash', count: 2 })
    expect(library.state.clippings.size).toBe(0)
    got(await library.undo())
    expect(plainState(library)).toEqual(before)
    for (const clipping of library.state.clippings.values()) {
      got(await library.readArticle(clipping))
      for (const { sha256 } of clipping.originals) got(await library.readOriginal(sha256))
    }
  })
})
