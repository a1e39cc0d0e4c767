import { appendFile, cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planCreateTag } from '../../../electron/core/library/tags.ts'
import { SCHEMA_VERSION } from '../../../electron/store/library-file.ts'
import { openForReading } from '../../../electron/store/open-for-reading.ts'
import { sampleId } from '../core/library/samples.ts'
import { got, opened, scratchFolder } from './scratch-library.ts'

const LIBRARIES = join(import.meta.dirname, '../../libraries')

async function copyOf(version: 'v1' | 'v2'): Promise<string> {
  const folder = await scratchFolder()
  await cp(join(LIBRARIES, version), folder, { recursive: true })
  return folder
}

/** Every path of the folder with its bytes. */
async function contentsOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const contents = new Map<string, string>()
  for (const entry of entries.filter(each => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    contents.set(path, await readFile(path, 'base64'))
  }
  return contents
}

/** A closed library whose three tags are three lines of one journal file, with a snapshot of the first. */
async function threeTags(): Promise<string> {
  const folder = await scratchFolder()
  const library = await opened(folder)
  for (const name of ['a', 'b', 'c']) got(await library.commit(got(planCreateTag(library.pending, name))))
  const before = await readFile(join(folder, 'library.json'))
  got(await library.close())
  await writeFile(join(folder, 'library.json'), before)
  return folder
}

const journalOf = (folder: string): string => join(folder, 'journal', '000001.jsonl')

describe('reading a library', () => {
  test('gives its records, articles and originals, and writes nothing', async () => {
    const folder = await copyOf('v2')
    const before = await contentsOf(folder)
    const library = got(await openForReading(folder))
    expect(library).toMatchObject({ version: 13, damage: undefined })
    const clipping = library?.state.clippings.get(sampleId(3))
    if (library === undefined || clipping === undefined) throw new Error('not read')
    expect(got(await library.readArticle(clipping)).revision).toBe(2)
    const [original] = clipping.originals
    expect(got(await library.readOriginal(original?.sha256 ?? '')).byteLength).toBe(original?.byteLength)
    expect(await contentsOf(folder)).toEqual(before)
  })

  test('that is open in another process needs no lock, and shows what was acknowledged', async () => {
    const folder = await scratchFolder()
    const writer = await opened(folder)
    got(await writer.commit(got(planCreateTag(writer.pending, 'a'))))
    expect([...(got(await openForReading(folder))?.state.tags.keys() ?? [])]).toEqual(['a'])
    got(await writer.compact())
    got(await writer.commit(got(planCreateTag(writer.pending, 'b'))))
    expect([...(got(await openForReading(folder))?.state.tags.keys() ?? [])]).toEqual(['a', 'b'])
  })

  test('leaves a change out that is not whole yet, and does not cut it', async () => {
    const folder = await threeTags()
    await appendFile(journalOf(folder), '{"seq":4,"at":"2025-')
    const before = await contentsOf(folder)
    expect(got(await openForReading(folder))).toMatchObject({ version: 3, damage: undefined })
    expect(await contentsOf(folder)).toEqual(before)
  })

  test('stops at damage and says so', async () => {
    const folder = await threeTags()
    const [first = '', second = '', ...rest] = (await readFile(journalOf(folder), 'utf8')).split('\n')
    await writeFile(journalOf(folder), [first, second.replace('"b"', '"x"'), ...rest].join('\n'))
    const library = got(await openForReading(folder))
    expect(library).toMatchObject({ version: 1, damage: { code: 'library-damaged' } })
    expect([...(library?.state.tags.keys() ?? [])]).toEqual(['a'])
  })

  test('is refused where there is none, or nothing to make out of a newer product’s, and makes nothing', async () => {
    const folder = await scratchFolder()
    expect(await openForReading(folder)).toMatchObject({ error: { code: 'not-found' } })
    expect(await readdir(folder)).toEqual([])
    await writeFile(join(folder, 'library.json'), `{"schemaVersion": ${SCHEMA_VERSION + 1}}`)
    expect(await openForReading(folder)).toMatchObject({ error: { code: 'library-newer' } })
  })

  test('of version 1 is left to opening, which migrates it', async () => {
    const folder = await copyOf('v1')
    expect(await openForReading(folder)).toEqual({ ok: true, value: undefined })
    expect(await readdir(folder)).toEqual(['library.json'])
  })
})
