import { mkdir, mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ExportedFile } from '../../../electron/core/export/writer.ts'
import { EXPORT_MANIFEST } from '../../../electron/store/export-manifest.ts'
import { placeOfExport } from '../../../electron/store/export-target.ts'
import { nodeFileSystem } from '../../../electron/store/file-system.ts'
import {
  folderBeside,
  THE_FILE,
  type UpdateWriting,
  writeFileWithFolder,
} from '../../../electron/store/update-export.ts'
import { failingRenames } from './failing-renames.ts'
import { filesBelow } from './files-below.ts'

let parent: string

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'cuttings-file-with-folder-'))
})
afterEach(() => rm(parent, { recursive: true, force: true }))

/** Writes a text, and pictures by their names in the folder beside it. */
async function write(
  text: string,
  pictures: Readonly<Record<string, string>>,
  { name = 'Chips.md', ...writing }: UpdateWriting & { readonly name?: string } = {},
) {
  const path = join(parent, name)
  const folder = await folderBeside(path)
  async function* files(): AsyncGenerator<ExportedFile> {
    for (const [picture, content] of Object.entries(pictures)) yield { path: `${folder}/${picture}`, content }
    yield { path: THE_FILE, content: text }
  }
  return writeFileWithFolder(placeOfExport(path, 'x'), folder, files(), writing)
}

/** What is there but the manifests; nothing that was being written is left. */
async function there(): Promise<Record<string, string>> {
  const all = await filesBelow(parent)
  expect(Object.keys(all).filter(name => name.includes('.cuttings-export-'))).toEqual([])
  return Object.fromEntries(Object.entries(all).filter(([name]) => !name.endsWith(EXPORT_MANIFEST)))
}

describe('a file with a folder beside it', () => {
  it('has the folder where there is anything for it, and no folder where there is not', async () => {
    expect(await write('no pictures', {})).toEqual({ ok: true, value: 1 })
    expect(await filesBelow(parent)).toEqual({ 'Chips.md': 'no pictures' })
    expect(await write('two', { '1.png': 'one', '2.png': 'two' })).toEqual({ ok: true, value: 3 })
    expect(await there()).toEqual({
      'Chips.md': 'two',
      'Chips files/1.png': 'one',
      'Chips files/2.png': 'two',
    })
  })

  it('makes the folders that it is in, and takes them back where it fails', async () => {
    const name = join('deep', 'down', 'a.md')
    const disk = failingRenames(1, false)
    expect(await write('x', { '1.png': 'one' }, { name, fileSystem: disk })).toMatchObject({ ok: false })
    expect(await filesBelow(parent)).toEqual({})
    expect(await write('x', { '1.png': 'one' }, { name })).toMatchObject({ ok: true })
    expect(await there()).toEqual({ 'deep/down/a.md': 'x', 'deep/down/a files/1.png': 'one' })
  })

  it('is not written where a file stands in place of its folder, and says so', async () => {
    await writeFile(join(parent, 'taken'), 'mine')
    const written = await write('one', { 'a.png': 'a' }, { name: 'taken/Chips.md' })
    expect(written).toMatchObject({ ok: false, error: { code: 'write-failed' } })
    expect(await there()).toEqual({ taken: 'mine' })
  })

  it('is brought up to date: the file replaced, pictures left alone, added, removed, and at last the folder', async () => {
    await write('first', { '1.png': 'one', '2.png': 'two' })
    const then = new Date('2020-01-01')
    await utimes(join(parent, 'Chips files', '2.png'), then, then)
    await writeFile(join(parent, 'Chips.md'), 'changed by hand, and the dialog has asked')
    expect(await write('second', { '2.png': 'two', '3.png': 'three' })).toEqual({ ok: true, value: 2 })
    expect(await there()).toEqual({
      'Chips.md': 'second',
      'Chips files/2.png': 'two',
      'Chips files/3.png': 'three',
    })
    expect((await stat(join(parent, 'Chips files', '2.png'))).mtime).toEqual(then)
    expect(await write('second', { '2.png': 'two', '3.png': 'three' })).toEqual({ ok: true, value: 0 })
    expect(await write('third', {})).toEqual({ ok: true, value: 1 })
    expect(await filesBelow(parent)).toEqual({ 'Chips.md': 'third' })
  })

  it('asks about a picture that was changed by hand, and changes nothing until it is answered', async () => {
    await write('first', { '1.png': 'one', '2.png': 'two' })
    await writeFile(join(parent, 'Chips files', '1.png'), 'cropped')
    const before = await filesBelow(parent)
    const asked = await write('second', { '1.png': 'one' })
    expect(asked).toMatchObject({
      ok: false,
      error: { code: 'export-edited', edited: [{ path: 'Chips files/1.png' }] },
    })
    expect(await filesBelow(parent)).toEqual(before)
    const answers = (asked.ok ? [] : (asked.error.edited ?? [])).map(each => ({
      ...each,
      answer: 'mine' as const,
    }))
    expect(await write('second', { '1.png': 'one' }, { answers })).toMatchObject({ ok: true })
    expect(await there()).toEqual({ 'Chips.md': 'second', 'Chips files/1.png': 'cropped' })
  })

  it('takes another folder where one of its name is somebody else’s, and that one the next time too', async () => {
    await mkdir(join(parent, 'Chips files'))
    await writeFile(join(parent, 'Chips files', 'mine.txt'), 'mine')
    await write('first', { '1.png': 'one' })
    await write('second', { '2.png': 'two' })
    expect(await there()).toEqual({
      'Chips.md': 'second',
      'Chips files/mine.txt': 'mine',
      'Chips files 2/2.png': 'two',
    })
  })

  it('knows nothing of files outside its folder, whatever was copied or renamed', async () => {
    await write('first', { '1.png': 'one' })
    await nodeFileSystem.rename(join(parent, 'Chips files'), join(parent, 'Copy files'))
    await write('copy', { '2.png': 'two' }, { name: 'Copy.md' })
    expect(await there()).toEqual({
      'Chips.md': 'first',
      'Copy.md': 'copy',
      'Copy files/2.png': 'two',
    })
  })

  it('names the folder so that every system and every address takes it', async () => {
    const named = (name: string) => folderBeside(join(parent, name))
    expect(await named('a:b [x] #1 50%.md')).toBe('a b x 1 50% files')
    expect(await named('.md')).toBe('md files')
    expect(await named('港口.md')).toBe('港口 files')
    expect(Buffer.byteLength(await named(`${'长'.repeat(83)}.md`))).toBeLessThan(140)
  })

  it('is as it was where the disk refuses at any step, the first time and later', async () => {
    for (const isFirst of [true, false])
      for (let at = 1; ; at += 1) {
        await rm(parent, { recursive: true, force: true })
        await mkdir(parent)
        await writeFile(join(parent, 'Chips.md'), 'before')
        if (!isFirst) await write('first', { '1.png': 'one', '2.png': 'two' })
        const before = await filesBelow(parent)
        const fileSystem = failingRenames(at, false)
        const written = await write('second', { '2.png': 'TWO', '3.png': 'three' }, { fileSystem })
        if (written.ok) break
        expect({ at, files: await filesBelow(parent) }).toEqual({ at, files: before })
        expect(at).toBeLessThan(20)
      }
  })

  it('that a crash left half new has whole files, and the next export ends it without asking', async () => {
    for (let at = 1; ; at += 1) {
      await rm(parent, { recursive: true, force: true })
      await mkdir(parent)
      await write('first', { '1.png': 'one', '2.png': 'two' })
      const fileSystem = failingRenames(at, true)
      const written = await write('second', { '2.png': 'TWO', '3.png': 'three' }, { fileSystem })
      for (const text of Object.values(await there()))
        expect(['first', 'second', 'one', 'two', 'TWO', 'three']).toContain(text)
      expect(await write('second', { '2.png': 'TWO', '3.png': 'three' })).toMatchObject({ ok: true })
      expect(await there()).toEqual({
        'Chips.md': 'second',
        'Chips files/2.png': 'TWO',
        'Chips files/3.png': 'three',
      })
      if (written.ok) break
      expect(at).toBeLessThan(20)
    }
  })

  it('is as it was where it is cancelled at any moment', async () => {
    await writeFile(join(parent, 'Chips.md'), 'before')
    const before = await filesBelow(parent)
    const outcomes = new Set<string>()
    for (let after = 0; after < 40; after += 1) {
      const controller = new AbortController()
      let asked = 0
      const signal = new Proxy(controller.signal, {
        get(target, name) {
          if (name === 'aborted' && ++asked > after) controller.abort()
          return Reflect.get(target, name, target)
        },
      })
      const written = await write('second', { '1.png': 'one', '2.png': 'two' }, { signal })
      outcomes.add(written.ok ? 'done' : written.error.code)
      if (written.ok) break
      expect(await filesBelow(parent)).toEqual(before)
    }
    expect([...outcomes].sort()).toEqual(['cancelled', 'done'])
  })
})
