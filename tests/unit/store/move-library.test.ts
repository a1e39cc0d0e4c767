import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { takeBackup } from '../../../electron/store/backup/take-backup.ts'
import { copyLibraryTo, moveLibrary, removeMoved } from '../../../electron/store/move-library.ts'
import { verify } from '../../../electron/store/verify.ts'
import { clip, filesIn, plainState } from './backup/sample-library.ts'
import { got, opened, samplePorts, scratchFolder } from './scratch-library.ts'

const otherDisk = async (): Promise<void> => {
  throw Object.assign(new Error('cross-device link'), { code: 'EXDEV' })
}

/** A closed library of three clippings with a backup, a note that somebody put beside, and where it is to go. */
async function scene() {
  const root = await scratchFolder()
  const from = join(root, 'Cuttings')
  const to = join(root, 'disk', 'Cuttings')
  await mkdir(join(root, 'disk'))
  const ports = samplePorts()
  const library = await opened(from, ports)
  for (const number of [1, 2, 3]) await clip(library, number)
  got(await takeBackup({ library: from, backups: join(from, 'backups'), clock: ports.clock }))
  const state = plainState(library)
  await mkdir(join(from, 'cache'))
  await writeFile(join(from, 'cache', 'search.sqlite'), 'derived')
  await writeFile(join(from, 'read me.txt'), 'mine')
  return { root, from, to, ports, library, state, request: { from, to, clock: ports.clock } }
}

const exists = (folder: string): Promise<boolean> =>
  readdir(folder).then(
    () => true,
    () => false,
  )

describe('moving a library', () => {
  test('on one disk moves its folder, with backups and whatever else is in it', async () => {
    const { from, to, ports, library, state, request } = await scene()
    await library.close()
    expect(got(await moveLibrary(request))).toEqual({ files: 0, copied: undefined })
    expect(await exists(from)).toBe(false)
    expect(await readFile(join(to, 'read me.txt'), 'utf8')).toBe('mine')
    expect(await readdir(join(to, 'backups'))).toHaveLength(2)
    expect(plainState(await opened(to, ports))).toEqual(state)
    expect((await verify(to)).ok).toBe(true)
  })

  test('to another disk copies every file but lock and caches, and leaves the old one until told', async () => {
    const { from, to, ports, library, state, request } = await scene()
    await library.close()
    const before = await filesIn(from)
    const moved = got(await moveLibrary({ ...request, rename: otherDisk }))
    expect(await filesIn(from)).toEqual(before)
    const { 'cache/search.sqlite': _derived, ...kept } = before
    expect(await filesIn(to)).toEqual(kept)
    expect(plainState(await opened(to, ports))).toEqual(state)
    expect(got(await removeMoved(from, moved.copied ?? new Map()))).toBe(true)
    expect(await exists(from)).toBe(false)
  })

  test.each([
    ['something was written since', (from: string) => writeFile(join(from, 'read me.txt'), 'changed'), 1],
    ['there is something new', (from: string) => writeFile(join(from, 'new.txt'), 'new'), 1],
  ])('keeps the old folder whole where %s', async (_what, change) => {
    const { from, library, request } = await scene()
    await library.close()
    const moved = got(await moveLibrary({ ...request, rename: otherDisk }))
    await new Promise(resolve => setTimeout(resolve, 20))
    await change(from)
    const before = await filesIn(from)
    expect(got(await removeMoved(from, moved.copied ?? new Map()))).toBe(false)
    expect(await filesIn(from)).toEqual(before)
  })

  test('leaves nothing at the new place where it is cancelled on the way', async () => {
    const { root, from, library, request } = await scene()
    await library.close()
    const before = await filesIn(from)
    const controller = new AbortController()
    let files = 0
    const onFile = () => {
      files += 1
      if (files === 3) controller.abort()
    }
    const watch = { signal: controller.signal, onFile }
    const outcome = await moveLibrary({ ...request, rename: otherDisk, watch })
    expect(outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(await readdir(join(root, 'disk'))).toEqual([])
    expect(await filesIn(from)).toEqual(before)
  })

  test('is refused into a folder that has something in it, into itself, and while it is open', async () => {
    const { from, to, library, request } = await scene()
    expect(await moveLibrary(request)).toMatchObject({ ok: false, error: { code: 'library-locked' } })
    await library.close()
    const inside = await moveLibrary({ ...request, to: join(from, 'inside') })
    expect(inside).toMatchObject({ ok: false, error: { code: 'folder-not-empty' } })
    await mkdir(to)
    await writeFile(join(to, 'x'), '')
    expect(await moveLibrary(request)).toMatchObject({ ok: false, error: { code: 'folder-not-empty' } })
    expect(await readdir(to)).toEqual(['x'])
  })
})

describe('copying a library', () => {
  test('gives one of its own that opens with the same clippings, while the first is open and without its backups', async () => {
    const { from, to, ports, library, state } = await scene()
    const { files } = got(await copyLibraryTo(from, to))
    expect(Object.keys(await filesIn(to))).toHaveLength(files)
    await clip(library, 4)
    expect(plainState(await opened(to, ports))).toEqual(state)
    expect(await exists(join(to, 'backups'))).toBe(false)
    expect((await verify(to)).ok).toBe(true)
  })
})
