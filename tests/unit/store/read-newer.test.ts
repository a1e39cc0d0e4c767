import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planCreateTag } from '../../../electron/core/library/tags.ts'
import { crc32c } from '../../../electron/store/crc32c.ts'
import { SCHEMA_VERSION } from '../../../electron/store/library-file.ts'
import { openForReading } from '../../../electron/store/open-for-reading.ts'
import { openLibrary } from '../../../electron/store/open-library.ts'
import { articlePath } from '../../../electron/store/paths.ts'
import { sealedJsonBytes } from '../../../electron/store/sealed-json.ts'
import { sampleArticle, sampleClipping, sampleId } from '../core/library/samples.ts'
import { got, opened, samplePorts, scratchFolder } from './scratch-library.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A journal line of any content, with the checksum that belongs to it. */
function sealedLine(record: object): string {
  const open = JSON.stringify(record).slice(0, -1)
  const crc = crc32c(bytes(open), bytes('}')).toString(16).padStart(8, '0')
  return `${open},"crc":"${crc}"}\n`
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

const ferry = {
  ...sampleClipping(1, { title: '渡轮停航', note: '核实' }),
  mood: 'calm',
  ratings: { user: 5 },
}
/** Its language is no longer a text, and one of its sources is of a new kind. */
const tram = {
  ...sampleClipping(2, { title: 'Tram' }),
  language: { tag: 'en', sure: true },
  sources: [{ name: 'Daily' }, { outlet: 7 }],
}
const undated = { ...sampleClipping(3), clippedAt: { day: 9 } }

const line = (seq: number, ...ops: object[]) =>
  sealedLine({
    seq,
    at: '2026-01-01T00:00:00.000Z',
    by: 'robot',
    label: { kind: 'dream', count: 1 },
    ops,
    undo: [],
  })

/** A library of the next version, with all that may be new in it: fields, records, operations, blocks. */
async function newerLibrary(): Promise<string> {
  const folder = await scratchFolder()
  for (const name of ['clippings', 'journal']) await mkdir(join(folder, name))
  const file = {
    schemaVersion: SCHEMA_VERSION + 1,
    id: sampleId(90),
    createdAt: '2026-01-01T00:00:00.000Z',
    seq: 3,
    months: [ferry.clippedAt.slice(0, 7)],
    tags: [{ name: '港口', colour: 'ultraviolet', icon: 'anchor' }],
    collections: [],
    savedSearches: [{ id: sampleId(91), name: 'ferries', query: 'ferry', order: 'mood' }],
    moods: [{ name: 'calm' }],
  }
  await writeFile(join(folder, 'library.json'), sealedJsonBytes(file))
  const month = join(folder, 'clippings', `${ferry.clippedAt.slice(0, 7)}.json`)
  await writeFile(month, sealedJsonBytes({ clippings: [ferry, tram, undated], moods: [] }))
  const journal = [
    line(
      4,
      { op: 'put-tag', tag: { name: 'new', colour: 'red' } },
      { op: 'put-mood', mood: { name: 'calm' } },
    ),
    line(5, { op: 'put-clipping', clipping: { ...tram, title: 'Tram again' } }),
    '{"seq":6,"at":"2026-',
  ]
  await writeFile(join(folder, 'journal', '000004.jsonl'), journal.join(''))
  return folder
}

const article = sampleArticle(1, '第一段。')

async function withArticle(folder: string): Promise<void> {
  const poem = {
    type: 'element',
    tagName: 'poem',
    properties: { dataOrder: 1, metre: 'iamb' },
    children: [{ type: 'element', tagName: 'verse', children: [{ type: 'text', value: '潮来' }] }],
  }
  const body = { type: 'root', children: [...article.body.children, poem] }
  const path = join(folder, articlePath(article.id, 1))
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, sealedJsonBytes({ ...article, body, extractorVersion: '9-beta' }))
}

describe('a library of a newer version', () => {
  test('opens for reading with all that this version understands, and says how much it does not', async () => {
    const library = await opened(await newerLibrary())
    expect(library.readOnly).toMatchObject({ code: 'library-newer', leftOut: 2 })
    expect(library.version).toBe(5)
    const { clippings, tags, savedSearches } = library.state
    expect([...clippings.keys()].sort()).toEqual([ferry.id, tram.id].sort())
    expect(clippings.get(ferry.id)).toEqual(sampleClipping(1, { title: '渡轮停航', note: '核实' }))
    expect(clippings.get(tram.id)).toMatchObject({
      title: 'Tram again',
      language: 'und',
      sources: [{ name: 'Daily' }],
    })
    expect([...tags.values()]).toEqual([
      { name: '港口', colour: 'grey' },
      { name: 'new', colour: 'red' },
    ])
    expect([...savedSearches.values()]).toEqual([{ id: sampleId(91), name: 'ferries', query: 'ferry' }])
  })

  test('shows an article with every word of the blocks that are new', async () => {
    const folder = await newerLibrary()
    await withArticle(folder)
    const library = await opened(folder)
    const read = got(await library.readArticle({ id: article.id, articleRevision: 1 }))
    expect(read.body.children.map(({ children }) => children)).toEqual([
      [{ type: 'text', value: '第一段。' }],
      [{ type: 'text', value: '潮来' }],
    ])
    const missing = await library.readArticle({ id: tram.id, articleRevision: 1 })
    expect(missing).toMatchObject({ error: { code: 'not-found' } })
    await writeFile(join(folder, articlePath(article.id, 1)), '[]')
    expect(await library.readArticle({ id: article.id, articleRevision: 1 })).toMatchObject({
      error: { code: 'library-newer' },
    })
  })

  test('is never written to, not even its lock, and needs none', async () => {
    const folder = await newerLibrary()
    await writeFile(join(folder, 'lock'), 'the lock of a newer version')
    const before = await contentsOf(folder)
    const library = await opened(folder)
    const second = await opened(folder)
    const refused = { ok: false, error: { code: 'library-newer' } }
    expect(await library.commit(got(planCreateTag(library.pending, 'x')))).toMatchObject(refused)
    expect(await library.undo()).toMatchObject(refused)
    expect(library.history).toEqual({ undo: undefined, redo: undefined })
    expect(await library.putOriginal(bytes('x'), 'text/plain', 'x')).toMatchObject(refused)
    expect(await library.keepArticle(article)).toMatchObject(refused)
    expect(await library.collectOrphans(async () => ({ ok: true, value: ['journal/x'] }))).toMatchObject(
      refused,
    )
    expect(await library.compact()).toMatchObject(refused)
    await second.close()
    await library.close()
    expect(await contentsOf(folder)).toEqual(before)
  })

  test('is read by the command line too, which hears of what was left out', async () => {
    const read = got(await openForReading(await newerLibrary()))
    expect(read).toMatchObject({ version: 5, newer: { code: 'library-newer', leftOut: 2 } })
    expect(read?.state.clippings.size).toBe(2)
  })

  test('stops at a line of the journal that it cannot check, and counts it with those after it', async () => {
    const folder = await newerLibrary()
    const path = join(folder, 'journal', '000004.jsonl')
    const [first = '', second = ''] = (await readFile(path, 'utf8')).split('\n')
    await writeFile(path, `${first.replace('"crc"', '"sum"')}\n${second}\n`)
    const library = await opened(folder)
    expect(library.version).toBe(3)
    expect(library.readOnly).toMatchObject({ leftOut: 3 })
    expect(library.state.clippings.get(tram.id)?.title).toBe('Tram')
  })

  test('that was made by raising the version of one of ours opens with everything', async () => {
    const folder = await scratchFolder()
    const mine = await opened(folder)
    got(await mine.commit(got(planCreateTag(mine.pending, 'a'))))
    got(await mine.close())
    const { crc: _, ...file } = JSON.parse(await readFile(join(folder, 'library.json'), 'utf8'))
    await writeFile(join(folder, 'library.json'), sealedJsonBytes({ ...file, schemaVersion: 99 }))
    const library = await opened(folder)
    expect(library.readOnly).toMatchObject({ code: 'library-newer', leftOut: 0 })
    expect([...library.state.tags.keys()]).toEqual(['a'])
  })

  test('is not opened where a file of it is damaged or says nothing to this version', async () => {
    for (const content of [
      `{"schemaVersion": ${SCHEMA_VERSION + 1}}`,
      `{"schemaVersion": 99, "seq": "three"}`,
    ]) {
      const folder = await scratchFolder()
      await writeFile(join(folder, 'library.json'), content)
      expect(await openLibrary(folder, samplePorts())).toMatchObject({ error: { code: 'library-newer' } })
      expect(await readdir(folder)).toEqual(['library.json'])
    }
    const folder = await newerLibrary()
    const month = join(folder, 'clippings', `${ferry.clippedAt.slice(0, 7)}.json`)
    await writeFile(month, (await readFile(month, 'utf8')).replace('渡轮', '火车'))
    expect(await openLibrary(folder, samplePorts())).toMatchObject({ error: { code: 'library-newer' } })
  })
})
