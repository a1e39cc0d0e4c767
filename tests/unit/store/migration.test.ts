import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planCreateCollection } from '../../../electron/core/library/collections.ts'
import { planAddEvent } from '../../../electron/core/library/events.ts'
import { planMoveSearch, planSaveSearch } from '../../../electron/core/library/saved-searches.ts'
import { createArchive } from '../../../electron/store/archive/create-archive.ts'
import { extractArchive } from '../../../electron/store/archive/extract-archive.ts'
import { restoreLibrary } from '../../../electron/store/backup/restore-library.ts'
import { takeBackup } from '../../../electron/store/backup/take-backup.ts'
import { nodeFileSystem } from '../../../electron/store/file-system.ts'
import { SCHEMA_VERSION } from '../../../electron/store/library-file.ts'
import { openLibrary } from '../../../electron/store/open-library.ts'
import { verify } from '../../../electron/store/verify.ts'
import { sampleId } from '../core/library/samples.ts'
import { failingFileSystem } from './failing-file-system.ts'
import { got, opened, samplePorts, scratchFolder } from './scratch-library.ts'

const VERSION_1 = join(import.meta.dirname, '../../libraries/v1')

async function copyOfVersion1(): Promise<string> {
  const folder = await scratchFolder()
  await cp(VERSION_1, folder, { recursive: true })
  return folder
}

describe('a library of schema version 1', () => {
  test('opens as one of now with everything that it held', async () => {
    const folder = await copyOfVersion1()
    const library = await opened(folder)
    expect(library.repairs).toEqual(['migrated'])
    const clippings = [...library.state.clippings.values()].sort((a, b) =>
      a.clippedAt < b.clippedAt ? -1 : 1,
    )
    const [strike, ferry, empty] = clippings
    expect(strike).toMatchObject({
      title: '港口罢工进入第三周',
      bylines: ['林晓'],
      source: { name: '海岸日报' },
      sources: [{ name: '海岸日报' }],
      url: 'https://coast.example/strike',
      published: {
        edtf: '2024-11-05T08:30:00+08:00',
        origin: 'file',
        evidence: '2024-11-05T08:30:00.000+08:00',
      },
      clippedAt: '2024-11-05T02:14:09.120Z',
      tags: ['劳工/罢工', '港口'],
      note: '核实货轮数字',
      starred: true,
    })
    expect(ferry).toMatchObject({
      published: 'not-looked-for',
      note: 'publishedAt: November 2024',
      tags: ['ports'],
    })
    expect(empty).toMatchObject({ title: '', length: 0, published: 'not-looked-for' })
    expect([...library.state.tags.keys()].sort()).toEqual(['ports', '劳工/罢工', '港口'])
    if (strike === undefined) throw new Error('the first clipping is missing')
    const article = got(await library.readArticle(strike))
    expect(article.body.children.map(({ children }) => children)).toEqual([
      [{ type: 'text', value: '码头工人周一投票决定继续罢工。' }],
      [{ type: 'text', value: '船公司说,已有十二艘货轮改道。' }],
    ])
    const [original] = strike.originals
    const text = new TextDecoder().decode(got(await library.readOriginal(original?.sha256 ?? '')))
    expect(text).toBe('码头工人周一投票决定继续罢工。\n\n船公司说,已有十二艘货轮改道。')
    expect(library.history.undo).toBeUndefined()
  })

  test('keeps the old file, opens normally from then on, and verifies', async () => {
    const folder = await copyOfVersion1()
    await (await opened(folder)).close()
    const again = await opened(folder)
    expect(again.repairs).toEqual([])
    expect(again.state.clippings.size).toBe(3)
    const [backup = ''] = await readdir(join(folder, 'backups'))
    expect(await readFile(join(folder, 'backups', backup, 'library.json'), 'utf8')).toBe(
      await readFile(join(VERSION_1, 'library.json'), 'utf8'),
    )
    expect(await verify(folder)).toMatchObject({ ok: true, unreferenced: [], checked: { clippings: 3 } })
  })

  test('stays version 1 until the migration is complete, wherever the disk fails', async () => {
    const { fileSystem, count } = failingFileSystem({ at: Number.POSITIVE_INFINITY, code: 'EIO' })
    await openLibrary(await copyOfVersion1(), { ...samplePorts(), fileSystem })
    const operations = count()
    expect(operations).toBeGreaterThan(40)
    const migrateWithFailure = async (at: number) => {
      const folder = await copyOfVersion1()
      const disk = failingFileSystem({ at, code: 'EIO' })
      const broken = await openLibrary(folder, { ...samplePorts(), fileSystem: disk.fileSystem })
      if (broken.ok) await broken.value.close()
      const library = await opened(folder)
      expect(library.state.clippings.size, `after a failure of operation ${at}`).toBe(3)
      await library.close()
      expect((await verify(folder)).problems, `after a failure of operation ${at}`).toEqual([])
      return broken.ok
    }
    const outcomes = await Promise.all(Array.from({ length: operations }, (_, at) => migrateWithFailure(at)))
    expect(outcomes.filter(opens => !opens).length).toBeGreaterThan(40)
  }, 20_000)
})

/** As a kill left it: five changes are in the journal alone. */
const VERSION_2 = join(import.meta.dirname, '../../libraries/v2')

async function copyOfVersion2(): Promise<string> {
  const folder = await scratchFolder()
  await cp(VERSION_2, folder, { recursive: true })
  return folder
}

const libraryFileOf = async (folder: string): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, 'library.json'), 'utf8'))

describe('a library of schema version 2', () => {
  test('opens as one of now, with everything that it held, its history, and an id', async () => {
    const folder = await copyOfVersion2()
    const library = await opened(folder)
    expect(library.repairs).toEqual(['migrated'])
    expect(library.version).toBe(13)
    expect(library.history.undo).toEqual({ kind: 'rename-tag', count: 2, name: '港口/工潮' })
    expect([...library.state.tags.values()]).toEqual([{ name: '港口/工潮', colour: 'red' }])
    expect([...library.state.collections.values()]).toMatchObject([{ name: 'Harbour' }])
    expect(library.state.savedSearches.size).toBe(0)
    const [strike, ferry, budget, chips] = [...library.state.clippings.values()].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    )
    expect(strike).toMatchObject({ title: '港口罢工进入第三周', tags: ['港口/工潮'], starred: false })
    expect(ferry).toMatchObject({ title: 'Ferry timetable cut again', note: '核实班次' })
    expect(budget).toMatchObject({ articleRevision: 2 })
    expect(chips?.trashedAt).toBeDefined()
    for (const clipping of library.state.clippings.values()) {
      got(await library.readArticle(clipping))
      for (const { sha256 } of clipping.originals) got(await library.readOriginal(sha256))
    }
    got(await library.undo())
    expect([...library.state.tags.keys()]).toEqual(['港口/罢工'])
    got(await library.close())
    expect(await verify(folder)).toMatchObject({ ok: true, unreferenced: [], checked: { clippings: 4 } })
    expect(await libraryFileOf(folder)).toMatchObject({
      schemaVersion: SCHEMA_VERSION,
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
      createdAt: '2025-07-20T08:00:03.000Z',
      savedSearches: [],
    })
  })

  test('keeps the old file, and its id from then on', async () => {
    const folder = await copyOfVersion2()
    const first = await opened(folder)
    const given = await libraryFileOf(folder)
    const [backup = ''] = await readdir(join(folder, 'backups'))
    expect(await readFile(join(folder, 'backups', backup, 'library.json'), 'utf8')).toBe(
      await readFile(join(VERSION_2, 'library.json'), 'utf8'),
    )
    got(await first.close())
    const again = await opened(folder)
    expect(again.repairs).toEqual([])
    got(await again.commit(got(planSaveSearch(again.pending, sampleId(950), '港口', 'tag:港口'))))
    got(await again.close())
    expect(await libraryFileOf(folder)).toMatchObject({ id: Object(given).id, savedSearches: [{}] })
  })

  test('stays version 2 until the migration is complete, wherever the disk fails, and is read meanwhile', async () => {
    const { fileSystem, count } = failingFileSystem({ at: Number.POSITIVE_INFINITY, code: 'EIO' })
    await openLibrary(await copyOfVersion2(), { ...samplePorts(), fileSystem })
    const operations = count()
    const migrateWithFailure = async (at: number) => {
      const folder = await copyOfVersion2()
      const disk = failingFileSystem({ at, code: 'EIO' })
      const broken = await openLibrary(folder, { ...samplePorts(), fileSystem: disk.fileSystem })
      if (broken.ok) {
        expect(broken.value.state.clippings.size, `in a failure of operation ${at}`).toBe(4)
        await broken.value.close()
      }
      const library = await opened(folder)
      expect(library.version, `after a failure of operation ${at}`).toBe(13)
      expect(library.state.clippings.size, `after a failure of operation ${at}`).toBe(4)
      await library.close()
      expect((await verify(folder)).problems, `after a failure of operation ${at}`).toEqual([])
      return broken.ok && broken.value.readOnly !== undefined
    }
    const outcomes = await Promise.all(Array.from({ length: operations }, (_, at) => migrateWithFailure(at)))
    expect(outcomes.filter(Boolean).length).toBeGreaterThan(4)
  }, 20_000)

  test('on a disk that takes no writes opens for reading, and is not touched', async () => {
    const folder = await copyOfVersion2()
    const fileSystem = {
      ...nodeFileSystem,
      open: () => Promise.reject(Object.assign(new Error('read-only'), { code: 'EROFS' })),
    }
    const library = await opened(folder, { ...samplePorts(), fileSystem })
    expect(library.readOnly?.code).toBe('read-only')
    expect(library.state.clippings.size).toBe(4)
    await library.close()
    expect(await readFile(join(folder, 'library.json'), 'utf8')).toBe(
      await readFile(join(VERSION_2, 'library.json'), 'utf8'),
    )
  })

  test('is backed up and archived before its migration, and comes back from both', async () => {
    const folder = await copyOfVersion2()
    const backups = join(await scratchFolder(), 'backups')
    expect(await verify(folder)).toMatchObject({ ok: true })
    const ports = { clock: samplePorts().clock }
    got(await takeBackup({ library: folder, backups, ...ports }))
    const restored = join(await scratchFolder(), 'restored')
    expect(got(await restoreLibrary(backups, 'latest', restored)).problems).toEqual([])
    const archive = join(await scratchFolder(), 'library.zip')
    got(await createArchive(folder, archive, ports.clock))
    const extracted = join(await scratchFolder(), 'extracted')
    expect(got(await extractArchive(archive, extracted)).problems).toEqual([])
    for (const each of [restored, extracted])
      expect((await opened(each)).state.clippings.get(sampleId(2))?.note).toBe('核实班次')
  })
})

/** As a kill left it: marks are in the journal alone, each with the whole clipping. */
const VERSION_3 = join(import.meta.dirname, '../../libraries/v3')

async function copyOfVersion3(): Promise<string> {
  const folder = await scratchFolder()
  await cp(VERSION_3, folder, { recursive: true })
  return folder
}

describe('a library of schema version 3', () => {
  test('opens as one of now, with everything that it held and its history', async () => {
    const folder = await copyOfVersion3()
    const library = await opened(folder)
    expect(library.repairs).toEqual(['migrated'])
    expect(library.version).toBe(18)
    expect(library.history.undo).toEqual({ kind: 'mark-read', count: 1 })
    expect([...library.state.savedSearches.values()]).toMatchObject([{ query: 'tag:港口' }])
    expect([...library.state.outletRules.values()]).toMatchObject([{ action: { name: '本报讯' } }])
    const ids = [...library.state.clippings.keys()].sort()
    const marks = ids.map(id => library.state.clippings.get(id))
    expect(marks).toMatchObject([
      { tags: ['港口/工潮', 'desk/三号'], starred: true },
      { tags: ['港口/工潮', 'desk/三号'], starred: true, readAt: expect.any(String) },
      { tags: ['desk/三号'], starred: false },
      { tags: ['desk/三号'], starred: false, trashedAt: expect.any(String) },
    ])
    for (let back = 0; back < 3; back++) got(await library.undo())
    expect([...library.state.clippings.values()].some(({ tags }) => tags.includes('desk/三号'))).toBe(false)
    got(await library.redo())
    got(await library.close())
    expect(await verify(folder)).toMatchObject({ ok: true, unreferenced: [], checked: { clippings: 4 } })
    const old = JSON.parse(await readFile(join(VERSION_3, 'library.json'), 'utf8'))
    expect(await libraryFileOf(folder)).toMatchObject({ schemaVersion: SCHEMA_VERSION, id: old.id })
  })

  test('is read as it is on a disk that takes no writes', async () => {
    const folder = await copyOfVersion3()
    const fileSystem = {
      ...nodeFileSystem,
      open: () => Promise.reject(Object.assign(new Error('read-only'), { code: 'EROFS' })),
    }
    const library = await opened(folder, { ...samplePorts(), fileSystem })
    expect(library.readOnly?.code).toBe('read-only')
    expect(library.state.clippings.size).toBe(4)
    await library.close()
    expect(await readFile(join(folder, 'library.json'), 'utf8')).toBe(
      await readFile(join(VERSION_3, 'library.json'), 'utf8'),
    )
  })
})

/** As a kill left it: the last two marks are in the journal alone, each with the marks that it set. */
const VERSION_4 = join(import.meta.dirname, '../../libraries/v4')

describe('a library of schema version 4', () => {
  test('opens as one of now, with everything that it held and its history', async () => {
    const folder = await scratchFolder()
    await cp(VERSION_4, folder, { recursive: true })
    const library = await opened(folder)
    expect(library.repairs).toEqual(['migrated'])
    expect(library.version).toBe(20)
    expect(library.history.undo).toEqual({ kind: 'mark-read', count: 1 })
    expect(library.state.clippings.get(sampleId(3))?.tags).toContain('码头')
    for (const clipping of library.state.clippings.values())
      expect(got(await library.readArticle(clipping)).id).toBe(clipping.id)
    got(await library.undo())
    got(await library.undo())
    expect(library.state.clippings.get(sampleId(3))?.tags).not.toContain('码头')
    got(await library.close())
    expect(await verify(folder)).toMatchObject({ ok: true, unreferenced: [], checked: { clippings: 4 } })
    const old = JSON.parse(await readFile(join(VERSION_4, 'library.json'), 'utf8'))
    expect(await libraryFileOf(folder)).toMatchObject({ schemaVersion: SCHEMA_VERSION, id: old.id })
  })
})

/** As a kill left it: a highlight and a tag are in the journal alone, whose article is there. */
const VERSION_5 = join(import.meta.dirname, '../../libraries/v5')

describe('a library of schema version 5', () => {
  test('opens as one of now, with its highlights and its history, and takes a chronology', async () => {
    const folder = await scratchFolder()
    await cp(VERSION_5, folder, { recursive: true })
    const library = await opened(folder)
    expect(library.repairs).toEqual(['migrated'])
    expect(library.version).toBe(22)
    expect(library.history.undo).toEqual({ kind: 'tag', count: 1, name: '码头' })
    const marked = library.state.clippings.get(sampleId(3))
    expect(marked).toMatchObject({ articleRevision: 3, highlights: 1 })
    const article = got(await library.readArticle(marked ?? { id: '', articleRevision: 0 }))
    expect(article.highlights).toMatchObject([{ quote: { exact: 'Two members' }, colour: 'green' }])
    const [collection = ''] = library.state.collections.keys()
    const event = { id: sampleId(77), collection, mentions: [] }
    const added = planAddEvent(library.pending, event, { date: '2025-05', words: 'Two members were absent' })
    got(await library.commit(got(added)))
    got(await library.close())
    const again = await opened(folder)
    expect(again.repairs).toEqual([])
    expect([...again.state.events.values()]).toMatchObject([{ date: '2025-05', status: 'accepted' }])
    got(await again.close())
    expect(await verify(folder)).toMatchObject({ ok: true, unreferenced: [], checked: { clippings: 4 } })
    const old = JSON.parse(await readFile(join(VERSION_5, 'library.json'), 'utf8'))
    expect(await libraryFileOf(folder)).toMatchObject({ schemaVersion: SCHEMA_VERSION, id: old.id })
  })
})

/** As a kill left it: a rejected event and a saved search are in the journal alone. */
const VERSION_6 = join(import.meta.dirname, '../../libraries/v6')

describe('a library of schema version 6', () => {
  test('opens as one of now, with its chronology and its history, and puts collections into others', async () => {
    const folder = await scratchFolder()
    await cp(VERSION_6, folder, { recursive: true })
    const library = await opened(folder)
    expect(library.repairs).toEqual(['migrated'])
    expect(library.version).toBe(25)
    expect(library.history.undo).toEqual({ kind: 'save-search', count: 0, name: '码头' })
    expect([...library.state.events.values()]).toMatchObject([{ date: '2025-05', status: 'rejected' }])
    const [harbour = ''] = library.state.collections.keys()
    const inside = sampleId(90)
    got(
      await library.commit(
        got(
          planCreateCollection(library.pending, inside, 'Ferries', [], '2025-11-29T08:00:00.000Z', harbour),
        ),
      ),
    )
    const move = planMoveSearch(library.pending, sampleId(78), { parent: inside })
    got(await library.commit(got(move) ?? { label: { kind: 'move-search', count: 0 }, ops: [] }))
    got(await library.close())
    const again = await opened(folder)
    expect(again.repairs).toEqual([])
    expect(again.state.collections.get(inside)).toMatchObject({ parent: harbour })
    expect(again.state.savedSearches.get(sampleId(78))).toMatchObject({ parent: inside, place: 0 })
    got(await again.close())
    expect(await verify(folder)).toMatchObject({ ok: true, unreferenced: [], checked: { clippings: 4 } })
    const old = JSON.parse(await readFile(join(VERSION_6, 'library.json'), 'utf8'))
    expect(await libraryFileOf(folder)).toMatchObject({ schemaVersion: SCHEMA_VERSION, id: old.id })
  })
})
