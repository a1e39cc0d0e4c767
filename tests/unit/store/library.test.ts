import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planClip } from '../../../electron/core/library/clip.ts'
import { planMark } from '../../../electron/core/library/mark.ts'
import { planRenameTag } from '../../../electron/core/library/tags.ts'
import { clippingIdSchema } from '../../../electron/core/model/identifiers.ts'
import type { Library } from '../../../electron/store/library.ts'
import { openLibrary } from '../../../electron/store/open-library.ts'
import { uuidIdentifiers } from '../../../electron/store/system-ports.ts'
import { sampleArticle, sampleClipping, sampleId } from '../core/library/samples.ts'
import { failingFileSystem } from './failing-file-system.ts'
import { got, opened, samplePorts, scratchFolder } from './scratch-library.ts'

const clip = (library: Library, number: number, over = {}) =>
  library.commit(planClip(library.pending, [sampleClipping(number, over)]))

const star = (library: Library, number: number, at = '2025-07-20T08:00:00.000Z') => {
  const change = got(planMark(library.pending, [sampleId(number)], { mark: 'starred', on: true }, at))
  if (change === undefined) throw new Error('nothing to star')
  return library.commit(change)
}

describe('a library on disk', () => {
  test('is made where there is none, and opens empty', async () => {
    const folder = join(await scratchFolder(), 'new', 'library')
    const library = await opened(folder)
    expect(library.state.clippings.size).toBe(0)
    expect(library.version).toBe(0)
    expect(library.repairs).toEqual([])
    expect(await readFile(join(folder, 'library.json'), 'utf8')).toMatch(
      /^\{\n {2}"crc": "[0-9a-f]{8}",\n {2}"schemaVersion": 7,\n/,
    )
  })

  test('gives back after a restart what was committed, with and without a compaction', async () => {
    const folder = await scratchFolder()
    const first = await opened(folder)
    expect(got(await clip(first, 1, { tags: ['公司/英伟达'] }))).toEqual({
      seq: 1,
      label: { kind: 'clip', count: 1, name: 'Clipping 1' },
    })
    await star(first, 1)
    const { state } = first
    expect(state.clippings.get(sampleId(1))?.starred).toBe(true)
    expect(state.tags.get('公司/英伟达')?.colour).toBe('grey')
    got(await first.close())
    const second = await opened(folder)
    expect(second.state).toEqual(state)
    expect(second.version).toBe(2)
    got(await clip(second, 2))
    got(await second.compact())
    got(await clip(second, 3))
    got(await second.close())
    const third = await opened(folder)
    expect([...third.state.clippings.keys()]).toEqual([1, 2, 3].map(number => sampleId(number)))
    expect(third.version).toBe(4)
    expect((await readdir(join(folder, 'journal'))).sort()).toEqual([
      '000001.jsonl',
      '000003.jsonl',
      '000004.jsonl',
    ])
  })

  test('shows a change only once it is on the disk, and plans the next one on it at once', async () => {
    const library = await opened(await scratchFolder())
    const changes: number[] = []
    library.onChange(() => changes.push(library.version))
    const clipped = clip(library, 1)
    expect(library.state.clippings.size).toBe(0)
    expect(library.pending.clippings.size).toBe(1)
    const starred = star(library, 1)
    got(await clipped)
    got(await starred)
    expect(library.state.clippings.get(sampleId(1))?.starred).toBe(true)
    expect(changes).toEqual([1, 2])
  })

  test('compacts by itself when its journal is long, while changes go on', async () => {
    const folder = await scratchFolder()
    const library = await opened(folder)
    const note = 'long '.repeat(400_000)
    for (let number = 1; number <= 5; number++) got(await clip(library, number, { note }))
    const during = [6, 7, 8].map(number => clip(library, number))
    for (const each of during) got(await each)
    const snapshotSeq = async () => JSON.parse(await readFile(join(folder, 'library.json'), 'utf8')).seq
    await expect.poll(snapshotSeq).toBeGreaterThanOrEqual(5)
    const journalFiles = async () => {
      got(await clip(library, 9))
      return (await readdir(join(folder, 'journal'))).length
    }
    await expect.poll(journalFiles).toBeGreaterThan(1)
    const { state } = library
    await library.close()
    const again = await opened(folder)
    expect(new Map(again.state.clippings)).toEqual(new Map(state.clippings))
  })

  test('is open in one place at a time', async () => {
    const folder = await scratchFolder()
    const library = await opened(folder)
    const second = await openLibrary(folder, samplePorts())
    expect(second).toMatchObject({ ok: false, error: { code: 'library-locked' } })
    got(await library.close())
    await opened(folder)
  })

  test('refuses changes once it is closed', async () => {
    const library = await opened(await scratchFolder())
    await library.close()
    expect(await clip(library, 1)).toMatchObject({ ok: false, error: { code: 'read-only' } })
  })

  test('takes a record that does not fit its schema for a bug, and stays as it was', async () => {
    const library = await opened(await scratchFolder())
    await expect(clip(library, 1, { tags: ['/'] })).rejects.toThrow()
    expect(library.pending.clippings.size).toBe(0)
    got(await clip(library, 2))
    expect(library.version).toBe(1)
  })
})

describe('undo and redo', () => {
  test('take changes back one by one, and survive restarts', async () => {
    const folder = await scratchFolder()
    let library = await opened(folder)
    const restart = async () => {
      got(await library.close())
      library = await opened(folder)
    }
    got(await clip(library, 1))
    got(await clip(library, 2, { tags: ['a'] }))
    const before = library.state
    const rename = got(planRenameTag(library.pending, 'a', 'b'))
    if (rename === undefined) throw new Error('nothing to rename')
    got(await library.commit(rename))
    const after = library.state
    await restart()
    expect(library.history).toEqual({ undo: { kind: 'rename-tag', count: 1, name: 'b' }, redo: undefined })
    expect(got(await library.undo()).label.kind).toBe('rename-tag')
    expect(library.state).toEqual(before)
    await restart()
    expect(library.state).toEqual(before)
    expect(library.history.undo?.name).toBe('Clipping 2')
    expect(library.history.redo?.kind).toBe('rename-tag')
    got(await library.redo())
    expect(library.state).toEqual(after)
    await restart()
    for (let steps = 0; steps < 3; steps++) got(await library.undo())
    expect(library.state.clippings.size).toBe(0)
    expect(await library.undo()).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } })
    await restart()
    for (let steps = 0; steps < 3; steps++) got(await library.redo())
    expect(library.state).toEqual(after)
    expect(await library.redo()).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } })
  })

  test('a change after an undo leaves nothing to redo', async () => {
    const library = await opened(await scratchFolder())
    got(await clip(library, 1))
    got(await library.undo())
    got(await clip(library, 2))
    expect(library.history.redo).toBeUndefined()
    expect(await library.redo()).toMatchObject({ ok: false })
  })

  test('asked for twice at once take two changes back', async () => {
    const library = await opened(await scratchFolder())
    got(await clip(library, 1))
    got(await clip(library, 2))
    const [first, second] = await Promise.all([library.undo(), library.undo()])
    expect(got(first).label.name).toBe('Clipping 2')
    expect(got(second).label.name).toBe('Clipping 1')
    expect(library.state.clippings.size).toBe(0)
  })
})

describe('articles and originals', () => {
  test('an article gets the next free revision, also after an undo', async () => {
    const library = await opened(await scratchFolder())
    const first = got(await library.keepArticle(sampleArticle(1, 'one')))
    expect(first.revision).toBe(1)
    const [second, third] = await Promise.all([
      library.keepArticle(sampleArticle(1, 'two')),
      library.keepArticle(sampleArticle(1, 'three')),
    ])
    expect([got(second).revision, got(third).revision]).toEqual([2, 3])
    const read = await library.readArticle({ id: sampleId(1), articleRevision: 2 })
    expect(got(read)).toEqual({ ...sampleArticle(1, 'two'), revision: 2 })
    expect(await library.readArticle({ id: sampleId(2), articleRevision: 1 })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
  })

  test('an original is kept byte for byte under its SHA-256', async () => {
    const folder = await scratchFolder()
    const library = await opened(folder)
    const bytes = new TextEncoder().encode('abc')
    const original = got(await library.putOriginal(bytes, 'text/plain', 'paste.txt'))
    // FIPS 180-2, appendix B.1.
    expect(original.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(original.byteLength).toBe(3)
    expect(got(await library.putOriginal(bytes, 'text/plain', 'again.txt')).sha256).toBe(original.sha256)
    expect(new Uint8Array(got(await library.readOriginal(original.sha256)))).toEqual(bytes)
    expect(await readdir(join(folder, 'originals', 'ba'))).toEqual([original.sha256])
  })
})

test('an original whose bytes changed on the disk is not handed out, and is mended by the same bytes', async () => {
  const folder = await scratchFolder()
  const library = await opened(folder)
  const bytes = new TextEncoder().encode('abc')
  const { sha256 } = got(await library.putOriginal(bytes, 'text/plain', ''))
  await writeFile(join(folder, 'originals', 'ba', sha256), 'abd')
  expect(await library.readOriginal(sha256)).toMatchObject({ ok: false, error: { code: 'library-damaged' } })
  got(await library.putOriginal(bytes, 'text/plain', ''))
  expect(new Uint8Array(got(await library.readOriginal(sha256)))).toEqual(bytes)
  expect(await library.readOriginal('../library.json')).toMatchObject({ error: { code: 'not-found' } })
})

describe('a library that cannot be written', () => {
  test('opens for reading from a disk that takes no writes', async () => {
    const folder = await scratchFolder()
    const library = await opened(folder)
    got(await clip(library, 1))
    const { state } = library
    await library.close()
    const { fileSystem } = failingFileSystem({
      at: 0,
      code: 'EROFS',
      only: { operation: 'create', path: 'lock' },
    })
    const readOnly = await opened(folder, { ...samplePorts(), fileSystem })
    expect(readOnly.readOnly?.code).toBe('read-only')
    expect([...readOnly.state.clippings]).toEqual([...state.clippings])
    expect(await clip(readOnly, 2)).toMatchObject({ ok: false, error: { code: 'read-only' } })
  })

  test('does not open, and is not made anew, where its library file is lost or unreadable', async () => {
    const folder = await scratchFolder()
    const library = await opened(folder)
    got(await clip(library, 1))
    await library.close()
    await writeFile(join(folder, 'library.json'), '{')
    expect(await openLibrary(folder, samplePorts())).toMatchObject({ error: { code: 'library-damaged' } })
    await rm(join(folder, 'library.json'))
    expect(await openLibrary(folder, samplePorts())).toMatchObject({ error: { code: 'library-damaged' } })
    expect(await readdir(folder)).not.toContain('lock')
  })
})

test('identifiers are UUIDv7 of the time that is asked for', () => {
  const id = uuidIdentifiers.next(Date.UTC(2025, 6, 19))
  expect(clippingIdSchema.safeParse(id).success).toBe(true)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2025, 6, 19))
  expect(uuidIdentifiers.next(0)).not.toBe(uuidIdentifiers.next(0))
})
