import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { takeBackup } from '../../../../electron/store/backup/take-backup.ts'
import { articlePath, originalPath } from '../../../../electron/store/paths.ts'
import { conflictCopyOf } from '../../../../electron/store/repair/conflict-copies.ts'
import { repairLibrary } from '../../../../electron/store/repair/repair.ts'
import { verify } from '../../../../electron/store/verify.ts'
import { sampleId } from '../../core/library/samples.ts'
import { clip, filesIn, plainState } from '../backup/sample-library.ts'
import { got, opened, samplePorts, scratchFolder } from '../scratch-library.ts'

const ID = sampleId(1)
const SHA = 'a1'.repeat(32)

describe('a conflict copy', () => {
  test.each([
    ['library (conflicted copy 2025-07-19 081122).json', 'library.json', 'Dropbox'],
    ["library (Anna's conflicted copy 2025-07-19).json", 'library.json', 'Dropbox'],
    ['clippings/2025-07 (王芳 的冲突副本 2025-07-19).json', 'clippings/2025-07.json', 'Dropbox'],
    ['library.sync-conflict-20250719-081122-ABCDEF2.json', 'library.json', 'Syncthing'],
    [`originals/a1/${SHA}.sync-conflict-20250719-081122-ABCDEF2`, `originals/a1/${SHA}`, 'Syncthing'],
    ['library-DESKTOP-ABC.json', 'library.json', 'OneDrive'],
    ['clippings/2025-07-DESKTOP-4F2A1.json', 'clippings/2025-07.json', 'OneDrive'],
    ['clippings/2025-07-王芳的电脑.json', 'clippings/2025-07.json', 'OneDrive'],
    ['journal/000123-DESKTOP-ABC-2.jsonl', 'journal/000123.jsonl', 'OneDrive'],
    [`articles/01/${ID}-DESKTOP-ABC.json`, `articles/01/${ID}.json`, 'OneDrive'],
    ['journal/000123 2.jsonl', 'journal/000123.jsonl', 'iCloud'],
    [`articles/01/${ID}.2 2.json`, `articles/01/${ID}.2.json`, 'iCloud'],
    ['library (1).json', 'library.json', 'Google Drive'],
  ])('is known by its name: %s', (path, of, service) => {
    expect(conflictCopyOf(path)).toEqual({ of, service })
  })

  test.each([
    'library.json',
    'clippings/2025-07.json',
    'clippings/2025-07.json.tmp-4711-3',
    'journal/000123.cut-at-99-20250719T080000000Z',
    `articles/01/${ID}.2.json`,
    `originals/a1/${SHA}`,
    `originals/a1/${SHA}.tmp-12-1`,
    'lock',
    'lock.heartbeat',
    '.DS_Store',
    'clippings/desktop.ini',
    'my library.json',
  ])('is not any other file: %s', path => {
    expect(conflictCopyOf(path)).toBeUndefined()
  })

  test('is listed by verify, and neither opened, merged, repaired away nor backed up', async () => {
    const folder = await scratchFolder()
    const ports = samplePorts()
    const library = await opened(folder, ports)
    const sha256 = await clip(library, 1)
    const state = plainState(library)
    await library.close()
    const copies = {
      'library-DESKTOP-ABC.json': 'library.json',
      'journal/000001.sync-conflict-20250719-081122-ABCDEF2.jsonl': 'journal/000001.jsonl',
      [`${originalPath(sha256)} 2`]: originalPath(sha256),
      [articlePath(ID, 1).replace('.json', ' (conflicted copy 2025-07-19).json')]: articlePath(ID, 1),
    }
    for (const [copy, of] of Object.entries(copies)) await copyFile(join(folder, of), join(folder, copy))
    await writeFile(
      join(folder, 'library-DESKTOP-ABC.json'),
      `${await readFile(join(folder, 'library.json'))} `,
    )
    await writeFile(join(folder, 'originals', '.DS_Store'), 'x')
    await writeFile(join(folder, 'articles', ID.slice(-2), 'desktop.ini'), 'x')
    const report = await verify(folder)
    expect(report).toMatchObject({ ok: true, problems: [], unreferenced: [] })
    expect(Object.fromEntries(report.conflictCopies.map(({ path, of }) => [path, of]))).toEqual(copies)
    expect(report.conflictCopies.filter(({ same }) => !same).map(({ path }) => path)).toEqual([
      'library-DESKTOP-ABC.json',
    ])
    const before = await filesIn(folder)
    expect(got(await repairLibrary({ library: folder, clock: ports.clock })).mended).toEqual([])
    const taken = got(
      await takeBackup({ library: folder, backups: join(folder, 'backups'), clock: ports.clock }),
    )
    expect(taken?.backup.fileCount).toBe(5)
    expect(await filesIn(folder)).toEqual(before)
    expect(plainState(await opened(folder, ports))).toEqual(state)
  })
})
