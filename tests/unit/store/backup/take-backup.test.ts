import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { listBackups } from '../../../../electron/store/backup/backup-folder.ts'
import { newestJournalIn } from '../../../../electron/store/backup/copy-library.ts'
import { filesOfBackup } from '../../../../electron/store/backup/files-of-backup.ts'
import { restoreLibrary } from '../../../../electron/store/backup/restore-library.ts'
import { takeBackup } from '../../../../electron/store/backup/take-backup.ts'
import { verifyBackups } from '../../../../electron/store/backup/verify-backups.ts'
import { durableFiles } from '../../../../electron/store/durable-files.ts'
import { type FileSystem, nodeFileSystem } from '../../../../electron/store/file-system.ts'
import { importLedgers } from '../../../../electron/store/import-ledger-files.ts'
import { articlePath, originalPath } from '../../../../electron/store/paths.ts'
import { uuidIdentifiers } from '../../../../electron/store/system-ports.ts'
import { verify, verifyFiles } from '../../../../electron/store/verify.ts'
import { sampleArticle, sampleId } from '../../core/library/samples.ts'
import { failingFileSystem } from '../failing-file-system.ts'
import { got, opened, samplePorts, scratchFolder } from '../scratch-library.ts'
import { AT, clip, collect, filesIn, plainState, tag } from './sample-library.ts'

const HOUR = 3_600_000

/** A library of two clippings, open, and a way to back it up an hour later each time. */
async function scene() {
  const folder = await scratchFolder()
  const ports = samplePorts()
  const library = await opened(folder, ports)
  await clip(library, 1)
  await clip(library, 2, '2025-06-01T00:00:00.000Z')
  await collect(library, 900, 'Case', 1)
  const backups = join(folder, 'backups')
  const request = { library: folder, backups, clock: ports.clock }
  const backUp = async () => {
    ports.advance(HOUR)
    const taken = got(await takeBackup(request))
    if (taken === undefined) throw new Error('no backup was taken')
    return taken
  }
  const store = durableFiles(nodeFileSystem, backups)
  return { folder, ports, library, backups, request, backUp, store }
}

const objectsIn = async (backups: string): Promise<string[]> =>
  (await readdir(join(backups, 'objects'), { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => entry.name)

describe('a backup', () => {
  test('holds a sound library with everything of the moment it was taken, while the library is open', async () => {
    const { library, backUp, store } = await scene()
    const { backup } = await backUp()
    await clip(library, 3)
    expect(backup.library.seq).toBe(3)
    expect(await verifyFiles(filesOfBackup(store, backup))).toMatchObject({
      problems: [],
      checked: { changes: 3, clippings: 2, articles: 2, originals: 2 },
    })
  })

  test('adds only what is new: an edit costs a line of the journal, and nothing where nothing changed', async () => {
    const { library, backUp, backups } = await scene()
    const first = await backUp()
    expect(first.added).toBe(first.backup.fileCount)
    const objects = (await objectsIn(backups)).length
    expect((await backUp()).added).toBe(0)
    expect(await objectsIn(backups)).toHaveLength(objects)
    await tag(library, 1, 'a')
    expect((await backUp()).added).toBe(1)
    // The journal and its listing.
    expect(await objectsIn(backups)).toHaveLength(objects + 2)
    await clip(library, 3)
    expect((await backUp()).added).toBe(3)
  })

  test('does not read again what never changes, so that damage stays out of the backups', async () => {
    const { folder, library, backUp, store } = await scene()
    await backUp()
    await library.close()
    await writeFile(join(folder, articlePath(sampleId(1), 1)), 'not what it was')
    const { backup, added } = await backUp()
    expect(added).toBeLessThan(5)
    expect((await verifyFiles(filesOfBackup(store, backup))).problems).toEqual([])
  })

  test('still holds what the library has lost and its clippings name', async () => {
    const { folder, library, backUp, store } = await scene()
    const sha256 = await clip(library, 3)
    await backUp()
    await rm(join(folder, originalPath(sha256)))
    await rm(join(folder, articlePath(sampleId(3), 1)))
    const { backup } = await backUp()
    expect((await verifyFiles(filesOfBackup(store, backup))).problems).toEqual([])
  })

  test('takes a file that no change has named yet, and lets it go with the library', async () => {
    const { folder, library, backUp, store } = await scene()
    got(await library.keepArticle(sampleArticle(7, 'Not committed yet.')))
    const path = articlePath(sampleId(7), 1)
    const first = await backUp()
    expect(got(await filesOfBackup(store, first.backup).read(path))).toBeDefined()
    await writeFile(join(folder, path), 'other words')
    const second = await backUp()
    expect(String(got(await filesOfBackup(store, second.backup).read(path)))).toBe('other words')
    await rm(join(folder, path))
    expect(got(await filesOfBackup(store, (await backUp()).backup).read(path))).toBeUndefined()
  })

  test('of a moment in an import says of no item that it is kept which it does not hold', async () => {
    const { folder, library, backups, request, ports } = await scene()
    const id = uuidIdentifiers.next(ports.clock.now())
    const ledger = got(
      await importLedgers(folder).begin({
        line: 'begun',
        id,
        at: AT,
        kind: 'chosen',
        paths: ['/saved'],
        options: { tags: [] },
      }),
    )
    let isImported = false
    /** An item is imported while the backup is between the journal and what it takes after it. */
    const fileSystem: FileSystem = {
      ...nodeFileSystem,
      async read(path) {
        const bytes = await nodeFileSystem.read(path)
        if (!isImported && path.startsWith(join(folder, 'journal'))) {
          isImported = true
          const item = {
            file: 'a.txt',
            key: '',
            name: 'a.txt',
            outcome: 'imported',
            clipping: sampleId(3),
          } as const
          got(await ledger.append([{ line: 'item', item }]))
          await clip(library, 3)
          got(await ledger.append([{ line: 'kept' }]))
        }
        return bytes
      },
    }
    got(await takeBackup({ ...request, fileSystem }))
    await ledger.close()
    expect(isImported).toBe(true)
    const restored = join(folder, 'restored')
    got(await restoreLibrary(backups, 'latest', restored))
    const { entries } = got(await importLedgers(restored).read(id))
    const again = await opened(restored, ports)
    expect(entries.filter(({ clipping }) => !again.state.clippings.has(clipping ?? ''))).toEqual([])
  })

  test('starts anew where the library went back to an earlier state and took another way from there', async () => {
    const { folder, ports, library, backups, backUp, store } = await scene()
    const early = await backUp()
    got(await library.keepArticle(sampleArticle(1, 'The first way.')))
    await tag(library, 1, 'first way')
    await backUp()
    await library.close()
    const other = await scratchFolder()
    got(await restoreLibrary(backups, early.name, other))
    await rm(join(folder, 'journal'), { recursive: true })
    const again = await opened(other, ports)
    got(await again.keepArticle(sampleArticle(1, 'The second way.')))
    await tag(again, 1, 'second way')
    ports.advance(HOUR)
    const taken = got(await takeBackup({ library: other, backups, clock: ports.clock }))
    const read = await filesOfBackup(store, taken?.backup ?? early.backup).read(articlePath(sampleId(1), 2))
    expect(String(got(read))).toContain('The second way.')
  })

  test('is not listed when it was interrupted, at whatever call, and the next one is whole', async () => {
    const { folder, ports, library } = await scene()
    await library.close()
    const counting = failingFileSystem({ at: -1, code: 'EIO' })
    const probe = join(await scratchFolder(), 'b')
    got(await takeBackup({ library: folder, backups: probe, clock: ports.clock, ...counting }))
    const calls = counting.count()
    expect(calls).toBeGreaterThan(20)
    for (let at = 0; at < calls; at++) {
      const backups = join(await scratchFolder(), 'b')
      await mkdir(backups)
      const { fileSystem } = failingFileSystem({ at, code: 'ENOSPC' })
      const failed = await takeBackup({ library: folder, backups, clock: ports.clock, fileSystem })
      const store = durableFiles(nodeFileSystem, backups)
      const listed = got(await listBackups(store)).backups
      for (const { backup } of listed)
        expect((await verifyFiles(filesOfBackup(store, backup))).problems, `call ${at}`).toEqual([])
      if (failed.ok) expect(listed, `call ${at}`).toHaveLength(1)
      ports.advance(HOUR)
      const next = got(await takeBackup({ library: folder, backups, clock: ports.clock }))
      expect(next, `call ${at}`).toBeDefined()
      if (next !== undefined)
        expect((await verifyFiles(filesOfBackup(store, next.backup))).problems).toEqual([])
    }
  })

  test('fails where the disk does not give back what was written', async () => {
    const { folder, ports } = await scene()
    const backups = join(await scratchFolder(), 'b')
    const fileSystem = {
      ...nodeFileSystem,
      read: async (path: string) => {
        const bytes = await nodeFileSystem.read(path)
        return path.includes('objects') ? bytes.subarray(1) : bytes
      },
    }
    const failed = await takeBackup({ library: folder, backups, clock: ports.clock, fileSystem })
    expect(failed).toMatchObject({ ok: false, error: { code: 'write-failed' } })
    expect(got(await listBackups(durableFiles(nodeFileSystem, backups))).backups).toEqual([])
  })

  test('is not taken of a damaged library, and the earlier ones stay', async () => {
    const { folder, library, backUp, request, store } = await scene()
    await backUp()
    await library.close()
    const path = join(folder, 'journal', '000001.jsonl')
    await writeFile(path, (await readFile(path, 'utf8')).replace('"kind":"clip"', '"kind":"edit"'))
    expect(await takeBackup(request)).toMatchObject({ ok: false, error: { code: 'library-damaged' } })
    expect(got(await listBackups(store)).backups).toHaveLength(1)
  })

  test('is not put among those of another library', async () => {
    const { backups, backUp, ports } = await scene()
    await backUp()
    const other = await scratchFolder()
    ports.advance(1)
    await clip(await opened(other, ports), 1)
    expect(await takeBackup({ library: other, backups, clock: ports.clock })).toMatchObject({
      ok: false,
      error: { message: 'the folder has the backups of another library' },
    })
  })

  test('is not due within the hour, nor where nothing changed', async () => {
    const { library, backUp, request, ports } = await scene()
    await backUp()
    await tag(library, 1, 'a')
    expect(got(await takeBackup({ ...request, onlyIfDue: true }))).toBeUndefined()
    ports.advance(HOUR)
    expect(got(await takeBackup({ ...request, onlyIfDue: true }))).toBeDefined()
    ports.advance(HOUR)
    expect(got(await takeBackup({ ...request, onlyIfDue: true }))).toBeUndefined()
  })

  test('that has had its time is removed, with what only it needed', async () => {
    const { folder, library, backUp, backups, store, ports } = await scene()
    got(await library.keepArticle(sampleArticle(7, 'Not committed.')))
    await backUp()
    await rm(join(folder, articlePath(sampleId(7), 1)))
    for (let hours = 0; hours < 10; hours++) await backUp()
    ports.advance(400 * 24 * HOUR)
    const { rotated } = await backUp()
    expect(rotated.backups).toHaveLength(2)
    // The article, its listing, the library file's and the journal's listings are shared; so is all else.
    expect(rotated.objects).toBeGreaterThanOrEqual(2)
    for (const { backup } of got(await listBackups(store)).backups)
      expect((await verifyFiles(filesOfBackup(store, backup))).problems).toEqual([])
    expect((await objectsIn(backups)).length).toBeGreaterThan(0)
  })

  test('that cannot be read keeps every object where it is', async () => {
    const { library, backUp, backups, store, ports } = await scene()
    const { name } = await backUp()
    for (let hours = 0; hours < 11; hours++) {
      await tag(library, 1, `tag ${hours}`)
      await backUp()
    }
    await writeFile(join(backups, `${name}.json`), '{')
    const before = await objectsIn(backups)
    ports.advance(400 * 24 * HOUR)
    const { rotated } = await backUp()
    expect(rotated).toMatchObject({ backups: [expect.any(String), expect.any(String)], objects: 0 })
    expect(await objectsIn(backups)).toEqual(expect.arrayContaining(before))
    expect(got(await listBackups(store)).unreadable).toEqual([`${name}.json`])
  })

  test('taken again and again while edits and compactions go on is sound each time', async () => {
    const { library, backUp, store } = await scene()
    let busy = true
    const edits = (async () => {
      for (let number = 10; busy; number++) {
        await clip(library, number, number % 2 ? '2025-07-01T00:00:00.000Z' : '2025-05-01T00:00:00.000Z')
        if (number % 5 === 0) got(await library.compact())
        await delay(20)
      }
    })()
    const seqs: number[] = []
    for (let round = 0; round < 6; round++) {
      const before = library.version
      const { backup } = await backUp()
      expect(backup.library.seq).toBeGreaterThanOrEqual(before)
      expect((await verifyFiles(filesOfBackup(store, backup))).problems).toEqual([])
      seqs.push(backup.library.seq)
    }
    busy = false
    await edits
    expect(new Set(seqs).size).toBeGreaterThan(1)
  })
})

describe('backups that a failing disk has damaged', () => {
  const harm = (backups: string, sha256: string) =>
    writeFile(join(backups, 'objects', sha256.slice(0, 2), sha256), 'other bytes')

  test('are mended from the library where it has the same bytes, and otherwise said', async () => {
    const { folder, library, backups, backUp, store } = await scene()
    const [kept, lost] = [await clip(library, 3), await clip(library, 4)]
    const { name } = await backUp()
    await harm(backups, kept)
    await rm(join(backups, 'objects', lost.slice(0, 2), lost))
    await rm(join(folder, originalPath(lost)))
    const files = durableFiles(nodeFileSystem, folder)
    const gone = [{ backup: name, path: originalPath(lost) }]
    expect(got(await verifyBackups(store, files))).toMatchObject({ backups: 1, mended: 1, lost: gone })
    expect(got(await verifyBackups(store, files))).toMatchObject({ mended: 0, lost: gone, unreadable: [] })
  })

  test('do not keep the next from being whole where a listing is lost', async () => {
    const { backups, backUp, store } = await scene()
    const { backup } = await backUp()
    for (const sha256 of Object.values(backup.folders)) await harm(backups, sha256)
    const next = await backUp()
    expect((await verifyFiles(filesOfBackup(store, next.backup))).problems).toEqual([])
  })
})

test('the newest journal file is known by its number, also past a million changes', () => {
  const paths = ['journal/999999.jsonl', 'journal/1000000.jsonl', 'journal/000001.jsonl', 'library.json']
  expect(newestJournalIn(paths)).toBe('journal/1000000.jsonl')
  expect(newestJournalIn(['library.json'])).toBeUndefined()
})

describe('restoring everything', () => {
  test('gives a library with the same files, clippings and history', async () => {
    const { folder, library, backups, backUp } = await scene()
    await tag(library, 2, '公司/英伟达')
    const state = plainState(library)
    await library.close()
    const { name } = await backUp()
    const target = join(await scratchFolder(), 'restored')
    expect(got(await restoreLibrary(backups, name, target))).toMatchObject({ lost: [], problems: [] })
    expect(await filesIn(target)).toEqual(await filesIn(folder))
    const restored = await opened(target)
    expect(plainState(restored)).toEqual(state)
    expect(restored.history).toEqual({
      undo: { kind: 'tag', count: 1, name: '公司/英伟达' },
      redo: undefined,
    })
    got(await restored.undo())
    await restored.close()
    expect((await verify(target)).ok).toBe(true)
  })

  test('never writes over what is in the folder', async () => {
    const { backups, backUp } = await scene()
    await backUp()
    const target = await scratchFolder()
    await writeFile(join(target, 'mine.txt'), 'mine')
    expect(await restoreLibrary(backups, 'latest', target)).toMatchObject({
      ok: false,
      error: { message: 'the folder is not empty' },
    })
    expect(await readdir(target)).toEqual(['mine.txt'])
  })

  test('restores the rest where an object is damaged, and says which file is lost', async () => {
    const { library, backups, backUp } = await scene()
    const sha256 = await clip(library, 3)
    await backUp()
    await writeFile(join(backups, 'objects', sha256.slice(0, 2), sha256), 'other bytes')
    const target = join(await scratchFolder(), 'restored')
    expect(got(await restoreLibrary(backups, 'latest', target))).toMatchObject({
      lost: [originalPath(sha256)],
      problems: [{ kind: 'missing-original', what: sampleId(3) }],
    })
  })
})
