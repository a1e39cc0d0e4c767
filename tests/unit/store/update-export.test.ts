import { mkdir, mkdtemp, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ExportedFile } from '../../../electron/core/export/writer.ts'
import type { EditedAnswer } from '../../../electron/core/model/edited-file.ts'
import { EXPORT_MANIFEST } from '../../../electron/store/export-manifest.ts'
import { placeOfExport } from '../../../electron/store/export-target.ts'
import {
  isUpdatable,
  type UpdateWriting,
  writeUpdatableFolder,
} from '../../../electron/store/update-export.ts'
import { failingRenames } from './failing-renames.ts'
import { filesBelow } from './files-below.ts'

let parent: string
let folder: string

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'cuttings-update-export-'))
  folder = join(parent, 'notes')
})
afterEach(() => rm(parent, { recursive: true, force: true }))

async function* of(files: Readonly<Record<string, string>>): AsyncGenerator<ExportedFile> {
  for (const [path, content] of Object.entries(files)) yield { path, content }
}

const write = (files: Readonly<Record<string, string>>, writing: UpdateWriting = {}) =>
  writeUpdatableFolder(placeOfExport(folder, 'x'), of(files), writing)

/** What is in the folder but the manifest; nothing of ours is beside it. */
async function notes(): Promise<Record<string, string>> {
  const all = await filesBelow(parent)
  expect(Object.keys(all).filter(name => name.includes('.cuttings-export-'))).toEqual([])
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, text]) =>
      name.endsWith(EXPORT_MANIFEST) ? [] : [[name.replace(/^notes\//u, ''), text]],
    ),
  )
}

const FIRST = { 'index.md': 'a b', 'a.md': 'A', 'b.md': 'B', 'pictures/1.png': 'one' }

describe('a folder that is exported again', () => {
  it('knows that it was, and what it was', async () => {
    expect(await isUpdatable(folder)).toBe(false)
    expect(await write(FIRST)).toEqual({ ok: true, value: 4 })
    expect(await isUpdatable(folder)).toBe(true)
    await mkdir(join(parent, 'mine'))
    await writeFile(join(parent, 'mine', 'x.md'), 'mine')
    const other = placeOfExport(join(parent, 'mine'), 'x')
    expect(await writeUpdatableFolder(other, of(FIRST))).toMatchObject({
      ok: false,
      error: { code: 'write-failed' },
    })
  })

  it('gets what is new, loses what is gone, and keeps the times of what is as it was', async () => {
    await write(FIRST)
    await writeFile(join(folder, 'my own.md'), 'mine')
    const then = new Date('2020-01-01')
    for (const path of Object.keys(FIRST)) await utimes(join(folder, path), then, then)
    expect(await write({ 'index.md': 'a c', 'a.md': 'A', 'c/index.md': 'C' })).toEqual({ ok: true, value: 2 })
    expect(await notes()).toEqual({ 'index.md': 'a c', 'a.md': 'A', 'c/index.md': 'C', 'my own.md': 'mine' })
    expect((await stat(join(folder, 'a.md'))).mtime).toEqual(then)
    expect((await stat(join(folder, 'index.md'))).mtime).not.toEqual(then)
    expect(await write({ 'index.md': 'a c', 'a.md': 'A', 'c/index.md': 'C' })).toEqual({ ok: true, value: 0 })
  })

  it('touches no file where all that is new is the time', async () => {
    const [first, second, third] = ['2026-01-01', '2026-01-02', '2026-01-03'].map(
      day => `${day}T00:00:00.000Z`,
    )
    const dated = (createdAt = '', articles: Readonly<Record<string, string>> = {}) => {
      async function* files(): AsyncGenerator<ExportedFile> {
        const contentAt = (at: string) => `${at} ${Object.keys(articles).join(' ')}`
        yield { path: 'index.md', content: contentAt(createdAt), contentAt }
        yield* of(articles)
      }
      return writeUpdatableFolder(placeOfExport(folder, 'x'), files(), { createdAt })
    }
    const article = { 'a.md': 'A' }
    await dated(first, article)
    const before = await filesBelow(parent)
    expect(await dated(second, article)).toEqual({ ok: true, value: 0 })
    expect(await filesBelow(parent)).toEqual(before)
    expect(await dated(second, { 'a.md': 'AA' })).toEqual({ ok: true, value: 2 })
    expect(await notes()).toEqual({ 'index.md': `${second} a.md`, 'a.md': 'AA' })
    expect(await dated(third, { 'a.md': 'AA' })).toEqual({ ok: true, value: 0 })
    await writeFile(join(folder, 'index.md'), 'mine')
    expect(await dated(third, { 'a.md': 'AA' })).toMatchObject({
      ok: false,
      error: { code: 'export-edited' },
    })
  })

  it('changes nothing where a file was changed by hand, and says which', async () => {
    await write(FIRST)
    await writeFile(join(folder, 'a.md'), 'A, and my thoughts')
    await writeFile(join(folder, 'c.md'), 'mine')
    const before = await filesBelow(parent)
    expect(await write({ 'index.md': 'a c', 'a.md': 'AA', 'c.md': 'C' })).toMatchObject({
      ok: false,
      error: { code: 'export-edited', edited: [{ path: 'a.md' }, { path: 'c.md' }] },
    })
    expect(await filesBelow(parent)).toEqual(before)
  })

  const editedNow = async (files: Readonly<Record<string, string>>, answer: EditedAnswer['answer']) => {
    const asked = await write(files)
    return asked.ok ? [] : (asked.error.edited ?? []).map(each => ({ ...each, answer }))
  }

  it.each([
    ['mine', { 'a.md': 'mine', 'index.md': 'new' }],
    ['new', { 'a.md': 'AA', 'index.md': 'new' }],
    ['beside', { 'a.md': 'mine', 'a (2).md': 'AA', 'index.md': 'new' }],
  ] as const)('does with it as is answered: %s', async (answer, expected) => {
    await write({ 'index.md': 'old', 'a.md': 'A' })
    await writeFile(join(folder, 'a.md'), 'mine')
    const next = { 'index.md': 'new', 'a.md': 'AA' }
    const answers = await editedNow(next, answer)
    expect(answers).toHaveLength(1)
    expect(await write(next, { answers })).toMatchObject({ ok: true })
    expect(await notes()).toEqual(expected)
    // What stayed as it is is asked for again, whatever was answered before.
    expect(await editedNow({ ...next, 'a.md': 'AAA' }, 'new')).toHaveLength(answer === 'new' ? 0 : 1)
  })

  it('takes an answer for the file as it was asked for, and no other', async () => {
    await write({ 'a.md': 'A' })
    await writeFile(join(folder, 'a.md'), 'mine')
    const answers = await editedNow({ 'a.md': 'AA' }, 'new')
    await writeFile(join(folder, 'a.md'), 'mine, and more')
    expect(await write({ 'a.md': 'AA' }, { answers })).toMatchObject({
      ok: false,
      error: { code: 'export-edited' },
    })
    expect(await notes()).toEqual({ 'a.md': 'mine, and more' })
  })

  it('never removes what somebody changed, nor the file that has another case now', async () => {
    await write({ 'a.md': 'A', 'b.md': 'B' })
    await writeFile(join(folder, 'b.md'), 'B, and mine')
    await rename(join(folder, 'a.md'), join(folder, 'A.md'))
    expect(await write({ 'A.md': 'A' })).toMatchObject({ ok: true })
    expect(await notes()).toEqual({ 'A.md': 'A', 'b.md': 'B, and mine' })
  })

  it('takes no manifest that leads out of the folder', async () => {
    await write({ 'a.md': 'A' })
    const manifest = join(folder, EXPORT_MANIFEST)
    await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('a.md', '../outside.md'))
    expect(await isUpdatable(folder)).toBe(false)
  })

  const SECOND = { 'index.md': 'a c', 'a.md': 'AA', 'c/index.md': 'C' }
  const FINAL = { 'index.md': 'a c', 'a.md': 'AA', 'c/index.md': 'C' }

  it('is as it was where the disk refuses at any step', async () => {
    for (let at = 1; ; at += 1) {
      await rm(folder, { recursive: true, force: true })
      await write(FIRST)
      const before = await filesBelow(folder)
      const written = await write(SECOND, { fileSystem: failingRenames(at, false) })
      if (written.ok) break
      expect({ at, files: await filesBelow(folder) }).toEqual({ at, files: before })
      expect(at).toBeLessThan(20)
    }
    expect(await notes()).toEqual(FINAL)
  })

  it('that a crash left half new has whole files, and the next export ends it without asking', async () => {
    for (let at = 1; ; at += 1) {
      await rm(folder, { recursive: true, force: true })
      await write(FIRST)
      await writeFile(join(folder, 'my own.md'), 'mine')
      const written = await write(SECOND, { fileSystem: failingRenames(at, true) })
      const whole = new Set([...Object.values(FIRST), ...Object.values(SECOND), 'mine'])
      for (const text of Object.values(await notes())) expect([...whole, '']).toContain(text)
      expect(await write(SECOND)).toMatchObject({ ok: true })
      expect(await notes()).toEqual({ ...FINAL, 'my own.md': 'mine' })
      if (written.ok) break
      expect(at).toBeLessThan(20)
    }
  })

  it('is as it was where it is cancelled at any moment', async () => {
    await write(FIRST)
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
      const written = await write(SECOND, { signal })
      outcomes.add(written.ok ? 'done' : written.error.code)
      if (written.ok) break
      expect(await filesBelow(parent)).toEqual(before)
    }
    expect([...outcomes].sort()).toEqual(['cancelled', 'done'])
  })
})
