import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freeFolder, writeExportedFile, writeExportedFolder } from '../../../electron/store/export-target.ts'

let parent: string

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'cuttings-export-target-'))
})
afterEach(() => rm(parent, { recursive: true, force: true }))

const files = [
  { path: 'index.md', text: 'contents' },
  { path: '2025-07-19 标题.md', text: '正文\n' },
]

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
    expect(await readdir(path)).toEqual(['a folder of that name'])
  })
})

describe('an exported folder', () => {
  it('holds every file and nothing else, also where an empty folder was', async () => {
    const folder = join(parent, 'Chips')
    await mkdir(folder)
    expect(await writeExportedFolder(folder, files)).toEqual({ ok: true, value: 2 })
    expect((await readdir(folder)).sort()).toEqual(['2025-07-19 标题.md', 'index.md'])
    expect(await readFile(join(folder, '2025-07-19 标题.md'), 'utf8')).toBe('正文\n')
    expect(await readdir(parent)).toEqual(['Chips'])
  })

  it('is not mixed with what is there', async () => {
    const folder = join(parent, 'Chips')
    await mkdir(folder)
    await writeFile(join(folder, 'mine.md'), 'mine')
    expect(await writeExportedFolder(folder, files)).toMatchObject({
      ok: false,
      error: { code: 'write-failed' },
    })
    expect(await readdir(folder)).toEqual(['mine.md'])
  })

  it('is not there where the export was cancelled between two files', async () => {
    const controller = new AbortController()
    function* cancelling() {
      yield { path: 'one.md', text: 'one' }
      controller.abort()
      yield { path: 'two.md', text: 'two' }
    }
    const folder = join(parent, 'Chips')
    expect(await writeExportedFolder(folder, cancelling(), controller.signal)).toEqual({
      ok: true,
      value: undefined,
    })
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
