import { appendFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { restoreLibrary } from '../../../../electron/store/backup/restore-library.ts'
import { takeBackup } from '../../../../electron/store/backup/take-backup.ts'
import {
  articlePath,
  journalPath,
  LIBRARY_FILE,
  monthPath,
  originalPath,
} from '../../../../electron/store/paths.ts'
import { repairLibrary } from '../../../../electron/store/repair/repair.ts'
import { verify } from '../../../../electron/store/verify.ts'
import { sampleArticle, sampleId } from '../../core/library/samples.ts'
import { clip, collect, filesIn, plainState, tag } from '../backup/sample-library.ts'
import { failingFileSystem } from '../failing-file-system.ts'
import { got, opened, samplePorts, scratchFolder } from '../scratch-library.ts'

/**
 * A closed library: changes 1 to 3 in the first journal file, 4 and 5 in the second, 6 and 7 in the third, which
 * the snapshot holds; clippings of two months. With a backup of all of it where asked.
 */
async function scene(backedUp = false) {
  const folder = await scratchFolder()
  const ports = samplePorts()
  const first = await opened(folder, ports)
  const sha256 = await clip(first, 1, '2025-06-01T00:00:00.000Z')
  await clip(first, 2)
  await collect(first, 900, 'Case', 1)
  await first.close()
  const second = await opened(folder, ports)
  await tag(second, 1, '公司/英伟达')
  await clip(second, 3)
  await second.close()
  const third = await opened(folder, ports)
  await tag(third, 3, 'a')
  await tag(third, 2, 'b')
  const state = plainState(third)
  await third.close()
  const backups = join(folder, 'backups')
  if (backedUp) got(await takeBackup({ library: folder, backups, clock: ports.clock }))
  const before = await filesIn(folder)
  const path = (name: string) => join(folder, ...name.split('/'))
  const repair = async () => got(await repairLibrary({ library: folder, clock: ports.clock }))
  /** What opening gives afterwards; it must be writable, and verify as sound once more. */
  const reopened = async () => {
    const library = await opened(folder, ports)
    expect(library.readOnly).toBeUndefined()
    const now = plainState(library)
    await tag(library, 2, 'after')
    await library.close()
    return now
  }
  return { folder, ports, state, sha256, before, path, repair, reopened, backups }
}

async function swap(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, 'utf8')
  expect(text).toContain(from)
  await writeFile(path, text.replace(from, to))
}

const withoutAside = async (folder: string) =>
  Object.fromEntries(Object.entries(await filesIn(folder)).filter(([path]) => !path.startsWith('repairs/')))

describe('repairing a library without backups', () => {
  test('does nothing to a sound one', async () => {
    const { folder, before, repair } = await scene()
    expect(await repair()).toEqual({ mended: [], remaining: [], aside: undefined })
    expect(await filesIn(folder)).toEqual(before)
  })

  test.each([
    ['a month file that is missing', (path: (name: string) => string) => rm(path(monthPath('2025-06')))],
    [
      'a month file that is cut',
      (path: (name: string) => string) => truncate(path(monthPath('2025-07')), 99),
    ],
    [
      'a value that is not what was written',
      (path: (name: string) => string) => swap(path(monthPath('2025-07')), 'Clipping 2', 'Clipping Z'),
    ],
    ['a library file that is missing', (path: (name: string) => string) => rm(path(LIBRARY_FILE))],
    [
      'a library file that is no JSON',
      (path: (name: string) => string) => writeFile(path(LIBRARY_FILE), '{'),
    ],
  ])('rebuilds the snapshot from the journal after %s', async (_what, harm) => {
    const { folder, state, before, path, repair, reopened } = await scene()
    await harm(path)
    expect((await verify(folder)).ok).toBe(false)
    const report = await repair()
    expect(report).toMatchObject({ mended: [{ kind: 'snapshot-rebuilt', count: 3 }], remaining: [] })
    const after = await withoutAside(folder)
    delete after[LIBRARY_FILE]
    const { [LIBRARY_FILE]: _library, ...others } = before
    expect(after).toEqual(others)
    expect(await reopened()).toEqual(state)
    expect((await verify(folder)).problems).toEqual([])
  })

  test('keeps what it replaces', async () => {
    const { path, repair } = await scene()
    await swap(path(monthPath('2025-07')), 'Clipping 2', 'Clipping Z')
    const damaged = await readFile(path(monthPath('2025-07')))
    const { aside } = await repair()
    expect(await readFile(join(aside ?? '', monthPath('2025-07')))).toEqual(damaged)
  })

  test('cuts off what an interrupted write left at the end of the journal', async () => {
    const { folder, state, path, repair, reopened } = await scene()
    await appendFile(path(journalPath(6)), '{"seq":8,"at":"2025-')
    const report = await repair()
    expect(report).toMatchObject({
      mended: [{ kind: 'journal-end-cut', what: journalPath(6) }],
      remaining: [],
    })
    expect(String(await readFile(join(report.aside ?? '', journalPath(6))))).toContain('{"seq":8,"at":"2025-')
    expect(await reopened()).toEqual(state)
    expect((await verify(folder)).ok).toBe(true)
  })

  test('says that changes which nobody has are lost, and leaves a library that works', async () => {
    const { state, path, repair, reopened } = await scene()
    await swap(path(journalPath(1)), '"kind":"clip"', '"kind":"edit"')
    await rm(path(journalPath(4)))
    const { remaining } = await repair()
    expect(remaining.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      `damaged-journal ${journalPath(1)}`,
      `missing-journal ${journalPath(1)}`,
    ])
    expect(await reopened()).toEqual(state)
  })

  test('makes a library writable again whose newest journal file is damaged past the snapshot', async () => {
    const { folder, ports, path, repair, reopened } = await scene()
    const library = await opened(folder, ports)
    await tag(library, 1, 'lost')
    await tag(library, 2, 'kept')
    const inJournal = await filesIn(folder)
    await library.close()
    // As a crash leaves it: the snapshot is older than the journal's last file.
    for (const [name, bytes] of Object.entries(inJournal)) await writeFile(path(name), bytes, 'latin1')
    await swap(path(journalPath(8)), '"kind":"tag"', '"kind":"gat"')
    expect((await opened(folder, ports)).readOnly?.code).toBe('library-damaged')
    const { mended, remaining } = await repairAfterClose()
    expect(mended).toMatchObject([{ kind: 'snapshot-salvaged' }])
    expect(remaining).toMatchObject([{ kind: 'damaged-journal', what: journalPath(8) }])
    const { clippings } = await reopened()
    expect(clippings[sampleId(1)]?.tags).toEqual(['公司/英伟达'])
    expect(clippings[sampleId(2)]?.tags).toEqual(['b', 'kept'])

    async function repairAfterClose() {
      await rm(path('lock'), { force: true })
      return repair()
    }
  })

  test('puts a library together from its months where snapshot and journal are both gone', async () => {
    const { state, path, repair, reopened } = await scene()
    await rm(path('journal'), { recursive: true })
    await rm(path(LIBRARY_FILE))
    await rm(path(monthPath('2025-06')))
    const { mended, remaining } = await repair()
    expect(mended).toMatchObject([{ kind: 'snapshot-salvaged', count: 2 }])
    expect(remaining).toEqual([])
    const { clippings, tags } = await reopened()
    expect(Object.keys(tags).sort()).toEqual(['a', 'b'])
    expect(clippings[sampleId(2)]).toEqual(state.clippings[sampleId(2)])
    // What was salvaged is in the journal now: the next repair must not take it for an error.
    await rm(path(monthPath('2025-07')))
    expect((await repair()).mended).toMatchObject([{ kind: 'snapshot-rebuilt', count: 2 }])
  })

  test('takes from the months what a journal without its last file does not know', async () => {
    const { state, path, repair, reopened } = await scene()
    await rm(path(journalPath(6)))
    await rm(path(LIBRARY_FILE))
    expect((await repair()).mended).toMatchObject([{ kind: 'snapshot-salvaged', count: 3 }])
    expect((await reopened()).clippings).toEqual(state.clippings)
  })

  test('does not bring back from a month what an undo has taken back', async () => {
    const { folder, ports, path, repair } = await scene()
    const library = await opened(folder, ports)
    await tag(library, 1, 'undone')
    got(await library.compact())
    got(await library.undo())
    const state = plainState(library)
    const files = await filesIn(folder)
    await library.close()
    for (const [name, bytes] of Object.entries(files)) await writeFile(path(name), bytes, 'latin1')
    await rm(path(LIBRARY_FILE))
    expect((await repair()).mended).toMatchObject([{ kind: 'snapshot-rebuilt' }])
    expect(plainState(await opened(folder, ports))).toEqual(state)
  })

  test('says which article and which original are lost', async () => {
    const { path, sha256, before, folder, repair } = await scene()
    await rm(path(articlePath(sampleId(1), 1)))
    await writeFile(path(originalPath(sha256)), 'other')
    const { mended, remaining } = await repair()
    expect(mended).toEqual([])
    expect(remaining.map(({ kind }) => kind)).toEqual(['missing-article', 'damaged-original'])
    expect(Object.keys(await filesIn(folder))).toHaveLength(Object.keys(before).length - 1)
  })
})

describe('repairing a library with a backup', () => {
  test('restores articles and originals, and keeps the damaged ones', async () => {
    const { folder, before, path, sha256, repair } = await scene(true)
    await rm(path(articlePath(sampleId(1), 1)))
    await writeFile(path(articlePath(sampleId(2), 1)), '{}')
    await writeFile(path(originalPath(sha256)), 'other')
    const { mended, remaining, aside } = await repair()
    expect(mended.map(({ kind }) => kind).sort()).toEqual([
      'article-restored',
      'article-restored',
      'original-restored',
    ])
    expect(remaining).toEqual([])
    expect(await withoutAside(folder)).toEqual(before)
    expect(String(await readFile(join(aside ?? '', originalPath(sha256))))).toBe('other')
  })

  test.each([
    [
      'damaged in the middle',
      (path: (name: string) => string) => swap(path(journalPath(1)), '"kind":"clip"', '"kind":"edit"'),
    ],
    ['missing at the start', (path: (name: string) => string) => rm(path(journalPath(1)))],
    ['missing in the middle', (path: (name: string) => string) => rm(path(journalPath(4)))],
    ['missing at the end', (path: (name: string) => string) => rm(path(journalPath(6)))],
    [
      'damaged at the end',
      async (path: (name: string) => string) => swap(path(journalPath(6)), '"name":"b"', '"name":"c"'),
    ],
    ['gone', (path: (name: string) => string) => rm(path('journal'), { recursive: true })],
    [
      'gone with the library file',
      async (path: (name: string) => string) => {
        await rm(path(journalPath(6)))
        await rm(path(LIBRARY_FILE))
      },
    ],
  ])('restores a journal that is %s', async (_what, harm) => {
    const { folder, state, path, repair, reopened } = await scene(true)
    await harm(path)
    expect((await verify(folder)).ok).toBe(false)
    const { mended, remaining } = await repair()
    expect(remaining).toEqual([])
    expect(mended.map(({ kind }) => kind)).toContain('journal-lines-restored')
    expect(await reopened()).toEqual(state)
    expect((await verify(folder)).problems).toEqual([])
  })

  test('takes no change from a backup of another way that the library once went', async () => {
    const { folder, ports, path, backups, repair } = await scene(true)
    const early = await scratchFolder()
    got(await restoreLibrary(backups, 'latest', early))
    const other = await opened(folder, ports)
    await tag(other, 1, 'abandoned')
    await other.close()
    ports.advance(3_600_000)
    got(await takeBackup({ library: folder, backups, clock: ports.clock }))
    // Back to the early state, file by file.
    await rm(path('journal'), { recursive: true })
    await mkdir(path('journal'))
    for (const [name, bytes] of Object.entries(await filesIn(early)))
      await writeFile(path(name), bytes, 'latin1')
    await appendFile(path(journalPath(6)), '{"seq":8,"at":"2030-01-01T00:00:00.000Z","by":"user"')
    expect((await repair()).mended).toMatchObject([{ kind: 'journal-end-cut' }])
    const library = await opened(folder, ports)
    expect(library.state.tags.has('abandoned')).toBe(false)
  })

  test('is finished by the next repair where the disk refuses in the midst of it', async () => {
    const harmed = async () => {
      const made = await scene(true)
      await rm(made.path(articlePath(sampleId(1), 1)))
      await rm(made.path(monthPath('2025-06')))
      await swap(made.path(journalPath(1)), '"kind":"clip"', '"kind":"edit"')
      return made
    }
    const probe = await harmed()
    const counting = failingFileSystem({ at: -1, code: 'ENOSPC' })
    got(
      await repairLibrary({
        library: probe.folder,
        clock: probe.ports.clock,
        fileSystem: counting.fileSystem,
      }),
    )
    const calls = counting.count()
    for (let at = 0; at < calls; at += 3) {
      const { folder, ports, state, repair, reopened } = await harmed()
      const { fileSystem } = failingFileSystem({ at, code: 'ENOSPC' })
      await repairLibrary({ library: folder, clock: ports.clock, fileSystem })
      ports.advance(1)
      expect((await repair()).remaining, `call ${at}`).toEqual([])
      expect(await reopened(), `call ${at}`).toEqual(state)
    }
  })
})

describe('repairing', () => {
  test('leaves a library of a newer version, an open one and a folder without any as they are', async () => {
    const { folder, ports, path } = await scene()
    const request = { library: folder, clock: ports.clock }
    const library = await opened(folder, ports)
    expect(await repairLibrary(request)).toMatchObject({ ok: false, error: { code: 'library-locked' } })
    await library.close()
    await writeFile(path(LIBRARY_FILE), '{ "schemaVersion": 99 }')
    expect(await repairLibrary(request)).toMatchObject({ ok: false, error: { code: 'library-newer' } })
    const empty = await scratchFolder()
    expect(await repairLibrary({ ...request, library: empty })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
    expect(await readdir(empty)).toEqual([])
  })

  test('keeps an article that no clipping names', async () => {
    const { folder, ports, path, repair } = await scene()
    const library = await opened(folder, ports)
    got(await library.keepArticle(sampleArticle(7, 'Not committed.')))
    await library.close()
    await rm(path(monthPath('2025-06')))
    await repair()
    expect((await verify(folder)).unreferenced).toEqual([articlePath(sampleId(7), 1)])
  })
})
