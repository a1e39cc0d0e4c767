import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ExportedFile } from '../../../electron/core/export/writer.ts'
import {
  type ExportPlace,
  type ExportWriting,
  freeFolder,
  placeOfExport,
  removeLeftExports,
  writeExportedArchive,
  writeExportedFile,
  writeExportedFolder,
  writeExportedPieces,
} from '../../../electron/store/export-target.ts'
import { failingFileSystem } from './failing-file-system.ts'
import { filesBelow } from './files-below.ts'

let parent: string

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'cuttings-export-target-'))
})
afterEach(() => rm(parent, { recursive: true, force: true }))

async function* pieces() {
  yield 'contents\n'
  yield new TextEncoder().encode('正文')
  yield 'x'.repeat(300_000)
}

async function* files(): AsyncGenerator<ExportedFile> {
  yield { path: 'index.md', content: 'contents' }
  yield { path: '2025/07/2025-07-19 标题.md', content: '正文\n' }
  yield { path: '2025/pictures/one.png', content: new Uint8Array([1, 2, 3]) }
  yield { path: '2025/long.txt', content: pieces() }
}

const placeOf = (name: string) => placeOfExport(join(parent, name), '1')

describe('an exported file', () => {
  it('takes the place of one of that name and leaves nothing beside it', async () => {
    const path = join(parent, 'book.pdf')
    await writeFile(path, 'older')
    expect(await writeExportedFile(path, new TextEncoder().encode('newer'))).toMatchObject({ ok: true })
    expect(await readFile(path, 'utf8')).toBe('newer')
    expect(await readdir(parent)).toEqual(['book.pdf'])
  })

  it('fails with a reason and leaves nothing where it cannot be put in place', async () => {
    const path = join(parent, 'book.pdf')
    await mkdir(join(path, 'a folder of that name'), { recursive: true })
    const written = await writeExportedFile(path, new Uint8Array(4))
    expect(written).toMatchObject({
      ok: false,
      error: { code: expect.stringMatching(/write-failed|read-only/) },
    })
    expect(await filesBelow(parent)).toEqual({ 'book.pdf/a folder of that name/': '' })
  })

  it('is made of all its pieces', async () => {
    expect(await writeExportedPieces(placeOf('all.txt'), pieces())).toEqual({ ok: true, value: 1 })
    expect(await filesBelow(parent)).toEqual({ 'all.txt': `contents\n正文${'x'.repeat(300_000)}` })
  })
})

describe('an exported folder', () => {
  it('holds every file at its level and nothing else, also where an empty folder was', async () => {
    const place = placeOf('Chips')
    await mkdir(place.path)
    expect(await writeExportedFolder(place, files())).toEqual({ ok: true, value: 4 })
    expect(Object.keys(await filesBelow(parent))).toEqual([
      'Chips/2025/07/2025-07-19 标题.md',
      'Chips/2025/long.txt',
      'Chips/2025/pictures/one.png',
      'Chips/index.md',
    ])
    expect(await readFile(join(place.path, '2025/07/2025-07-19 标题.md'), 'utf8')).toBe('正文\n')
  })

  it('is not mixed with what is there', async () => {
    const place = placeOf('Chips')
    await mkdir(place.path)
    await writeFile(join(place.path, 'mine.md'), 'mine')
    expect(await writeExportedFolder(place, files())).toMatchObject({
      ok: false,
      error: { code: 'write-failed' },
    })
    expect(await filesBelow(parent)).toEqual({ 'Chips/mine.md': 'mine' })
  })

  it('makes the folders above it, and leaves none of them where it fails', async () => {
    const place = placeOf('one/two/Chips')
    async function* failing(): AsyncGenerator<ExportedFile> {
      yield { path: 'a.md', content: 'a' }
      throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    }
    expect(await writeExportedFolder(place, failing())).toMatchObject({
      ok: false,
      error: { code: 'disk-full' },
    })
    expect(await readdir(parent)).toEqual([])
    expect(await writeExportedFolder(place, files())).toEqual({ ok: true, value: 4 })
  })

  it.each(['../out.md', '/etc/x', 'a//b', 'a/./b', 'c:/x', 'a\\b', ''])('has no file at %j', async path => {
    const writing = writeExportedFolder(placeOf('Chips'), [{ path, content: '' }])
    await expect(writing).rejects.toThrow('not the path of an exported file')
    expect(await readdir(parent)).toEqual([])
  })

  it('gets a name that nobody has', async () => {
    expect(await freeFolder(parent, 'Chips')).toBe(join(parent, 'Chips'))
    await mkdir(join(parent, 'Chips'))
    await writeFile(join(parent, 'Chips 2'), 'a file')
    expect(await freeFolder(parent, 'Chips')).toBe(join(parent, 'Chips 3'))
    expect((await readdir(parent)).sort()).toEqual(['Chips', 'Chips 2'])
  })
})

type Write = (place: ExportPlace, writing: ExportWriting) => ReturnType<typeof writeExportedPieces>
const WRITES: readonly [string, Write][] = [
  ['pieces', (place, writing) => writeExportedPieces(place, pieces(), writing)],
  ['a folder', (place, writing) => writeExportedFolder(place, files(), writing)],
  ['an archive', (place, writing) => writeExportedArchive(place, files(), writing)],
]

describe.each(WRITES)('an export of %s', (_kind, write) => {
  it('leaves everything as it was, whichever writing fails, and says why', async () => {
    await writeFile(join(parent, 'mine.md'), 'mine')
    for (const code of ['ENOSPC', 'EIO', 'EROFS'] as const) {
      for (let at = 0; ; at += 1) {
        const { fileSystem, log } = failingFileSystem({ at, code })
        const written = await write(placeOf('Chips'), { fileSystem })
        if (written.ok) {
          await rm(join(parent, 'Chips'), { recursive: true })
          expect(at).toBeGreaterThan(3)
          break
        }
        expect(written.error.code).toBe(
          { ENOSPC: 'disk-full', EIO: 'write-failed', EROFS: 'read-only' }[code],
        )
        // Only after it is in place, when the disk is asked to keep its name, is it there all the same.
        const isThere = log.at(-1) === `fsyncDirectory ${parent}`
        expect(Object.keys(await filesBelow(parent)).some(path => path.startsWith('Chips'))).toBe(isThere)
        await rm(join(parent, 'Chips'), { recursive: true, force: true })
        expect(await filesBelow(parent)).toEqual({ 'mine.md': 'mine' })
      }
    }
  })

  it('fails with a reason where a file stands in the place of the folder above it', async () => {
    await writeFile(join(parent, 'file'), 'kept')
    expect(await write(placeOf('file/export'), {})).toMatchObject({
      ok: false,
      error: { code: 'write-failed' },
    })
    expect(await readFile(join(parent, 'file'), 'utf8')).toBe('kept')
  })

  it('is not begun where it is cancelled before', async () => {
    const signal = AbortSignal.abort()
    expect(await write(placeOf('Chips'), { signal })).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    })
    expect(await readdir(parent)).toEqual([])
  })
})

describe('what a killed app has left', () => {
  it('is removed by a later export to that place when it is a day old, and nothing else is', async () => {
    const old = new Date(Date.now() - 25 * 60 * 60 * 1000)
    const left = '.cuttings-export-0199c000-0000-7000-8000-000000000001'
    const others = ['.cuttings-export.json', '.cuttings-export-mine', 'notes', '.cuttings-export-4711']
    for (const name of [left, '.cuttings-export-12-3', ...others]) {
      await mkdir(join(parent, name))
      await writeFile(join(parent, name, 'a.md'), 'a')
      if (name !== '.cuttings-export-4711') await utimes(join(parent, name), old, old)
    }
    await removeLeftExports(placeOf('book.pdf'))
    expect((await readdir(parent)).sort()).toEqual([...others].sort())
  })
})
