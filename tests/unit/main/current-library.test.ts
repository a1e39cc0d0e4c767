import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { clip, plainState } from '../store/backup/sample-library.ts'
import { got, opened } from '../store/scratch-library.ts'
import { careScene, openOf } from './care-scene.ts'

const there = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Another library with a clipping, closed. */
async function other(root: string): Promise<string> {
  const path = join(root, 'Other')
  const library = await opened(path)
  await clip(library, 7)
  await library.close()
  return path
}

describe('the library that is open', () => {
  test('gives way to another, is closed whole, and both are known', async () => {
    const { root, current, known, states } = await careScene()
    await clip(openOf(current), 1)
    const first = current.path
    const before = plainState(openOf(current))
    const path = await other(root)
    got(await current.open(path))
    expect(current.state).toMatchObject({ path, name: 'Other', state: 'open', clippings: 1 })
    expect(states.at(-1)).toMatchObject({ path, state: 'open' })
    expect(await there(join(first, 'lock'))).toBe(false)
    expect(await known.describe()).toMatchObject([
      { path, name: 'Other', isPresent: true },
      { path: first, name: 'Cuttings', isPresent: true },
    ])
    expect(plainState(await opened(first))).toEqual(before)
  })

  test('stays open where the other is none, is not there, or is locked, and the failure says which', async () => {
    const { root, current, states } = await careScene()
    const path = current.path
    await mkdir(join(root, 'letters'))
    await writeFile(join(root, 'letters', 'a.txt'), 'a')
    await opened(join(root, 'Taken'))
    const told = states.length
    for (const [name, code] of [
      ['letters', 'not-a-library'],
      ['gone', 'library-missing'],
      ['Taken', 'library-locked'],
    ] as const) {
      expect(await current.open(join(root, name))).toMatchObject({ ok: false, error: { code } })
      expect(current.path).toBe(path)
      await clip(openOf(current), openOf(current).version + 1)
    }
    expect(await readdir(join(root, 'letters'))).toEqual(['a.txt'])
    expect(states).toHaveLength(told)
  })

  test('is the one of the last time when the app starts again', async () => {
    const { root, current } = await careScene()
    const path = await other(root)
    got(await current.open(path))
    await current.close()
    const again = await careScene({ root })
    expect(again.current.path).toBe(path)
    expect(again.current.state.state).toBe('open')
  })

  test('is not made anew in the place of one whose disk is not there, and opens when it is back', async () => {
    const { root, current } = await careScene()
    await clip(openOf(current), 1)
    await current.close()
    await rename(current.path, `${current.path}-elsewhere`)
    const again = await careScene({ root })
    expect(again.current.state).toMatchObject({ state: 'closed', failure: { code: 'library-missing' } })
    expect(await there(current.path)).toBe(false)
    expect(await again.current.open(current.path)).toMatchObject({
      ok: false,
      error: { code: 'library-missing' },
    })
    await rename(`${current.path}-elsewhere`, current.path)
    got(await again.current.open(current.path))
    expect(again.current.state).toMatchObject({ state: 'open', clippings: 1 })
    expect(again.current.state.failure).toBeUndefined()
  })

  test('is made in a new folder, and in no other', async () => {
    const { root, current } = await careScene()
    const taken = await other(root)
    expect(await current.create(taken)).toMatchObject({ ok: false, error: { code: 'folder-not-empty' } })
    got(await current.create(join(root, 'Second')))
    expect(current.state).toMatchObject({ name: 'Second', state: 'open', clippings: 0 })
  })

  test('says that it is busy while it is closed for work on its files', async () => {
    const { current, states } = await careScene()
    const path = current.path
    got(
      await current.whileClosed(async folder => {
        expect(current.opened).toMatchObject({ ok: false, error: { code: 'library-busy' } })
        expect(await there(join(folder, 'lock'))).toBe(false)
        return folder
      }),
    )
    expect(states.map(({ state }) => state)).toEqual(['open', 'busy', 'open'])
    expect(current.path).toBe(path)
  })

  test('tells that it takes no changes when its disk stops taking them, and takes them when opened again', async () => {
    const { current, states } = await careScene()
    await clip(openOf(current), 1)
    const path = current.path
    // The journal cannot be begun anew: a file is in the place of its folder.
    got(await openOf(current).compact())
    await rename(join(path, 'articles'), join(path, 'articles-elsewhere'))
    await writeFile(join(path, 'articles'), 'no folder')
    await expect(clip(openOf(current), 2)).rejects.toThrow()
    expect(states.at(-1)?.readOnly).toMatchObject({ code: expect.stringMatching(/write-failed|read-only/) })
    expect(openOf(current).state.clippings.size).toBe(1)
    await rm(join(path, 'articles'))
    await rename(join(path, 'articles-elsewhere'), join(path, 'articles'))
    got(await current.open(path))
    expect(current.state.readOnly).toBeUndefined()
    await clip(openOf(current), 2)
    expect(openOf(current).state.clippings.size).toBe(2)
  })

  test('is not made anew where its folder went while it was closed', async () => {
    const { current } = await careScene()
    const reopened = await current.whileClosed(async folder => {
      await rename(folder, `${folder}-elsewhere`)
      return folder
    })
    expect(reopened).toMatchObject({ ok: false, error: { code: 'library-missing' } })
    expect(current.state).toMatchObject({ state: 'closed', failure: { code: 'library-missing' } })
    expect(await there(current.path)).toBe(false)
  })

  test('says when its disk is taken out and when it is back, and keeps nothing on another disk meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const { current, states } = await careScene()
    await clip(openOf(current), 1)
    await rename(current.path, `${current.path}-elsewhere`)
    vi.advanceTimersByTime(15_000)
    await expect.poll(() => states.at(-1)?.readOnly?.code).toBe('library-missing')
    await expect(clip(openOf(current), 2)).rejects.toThrow()
    expect(await there(current.path)).toBe(false)
    await rename(`${current.path}-elsewhere`, current.path)
    got(await current.open(current.path))
    expect(current.state).toMatchObject({ state: 'open', clippings: 1 })
    expect(current.state.readOnly).toBeUndefined()
    await clip(openOf(current), 2)
  })

  test('says what looking at its folder found: copies of a syncing program, size and newest backup', async () => {
    const { current } = await careScene()
    await clip(openOf(current), 1)
    await openOf(current).compact()
    await writeFile(join(current.path, "library (Ann's conflicted copy 2025-07-19).json"), '{}')
    await current.look()
    expect(current.state).toMatchObject({
      place: { kind: 'local' },
      conflictCopies: [{ path: "library (Ann's conflicted copy 2025-07-19).json", of: 'library.json' }],
      bytes: expect.any(Number),
    })
    expect(current.state.bytes).toBeGreaterThan(500)
    expect(current.state.lastBackup).toBeUndefined()
  })
})
