import { expect, test } from 'vitest'
import { listBackups } from '../../electron/store/backup/backup-folder.ts'
import { filesOfBackup } from '../../electron/store/backup/files-of-backup.ts'
import { takeBackup } from '../../electron/store/backup/take-backup.ts'
import { durableFiles } from '../../electron/store/durable-files.ts'
import { openLibrary } from '../../electron/store/open-library.ts'
import { verifyFiles } from '../../electron/store/verify.ts'
import { clip, tag } from '../unit/store/backup/sample-library.ts'
import { MemoryDisk } from '../unit/store/memory-disk.ts'
import { got, samplePorts } from '../unit/store/scratch-library.ts'
import { type CrashState, crashStates } from './crash-states.ts'

const [LIBRARY, BACKUPS] = ['/library', '/disk/backups']
const YEAR = 365 * 24 * 3_600_000

/** A state that a crash could leave, and the backups that were acknowledged before. */
interface Moment {
  readonly state: CrashState
  readonly acknowledged: readonly string[]
}

test('a loss of power at any moment of a backup or a rotation leaves every listed backup whole', async () => {
  const disk = new MemoryDisk()
  const { fileSystem } = disk
  const ports = { ...samplePorts(), fileSystem }
  const library = got(await openLibrary(LIBRARY, ports))
  await clip(library, 1)
  const moments: Moment[] = []
  const seen = new Set<string>()
  const acknowledged: string[] = []
  /** Those that the rotation may be removing just now. */
  let removable: readonly string[] = []
  const backUp = async (recorded: boolean): Promise<void> => {
    ports.advance(YEAR)
    removable = acknowledged.slice(0, -9)
    disk.onStep = () => {
      if (!recorded) return
      const kept = acknowledged.filter(name => !removable.includes(name))
      for (const state of crashStates(disk, 2003)) {
        const key = `${state.disk.fingerprint} ${/hole|zeros/.test(state.how) ? state.how : ''} ${kept.length}`
        if (seen.has(key)) continue
        seen.add(key)
        moments.push({ state, acknowledged: kept })
      }
    }
    const taken = got(
      await takeBackup({ library: LIBRARY, backups: BACKUPS, clock: ports.clock, fileSystem }),
    )
    disk.onStep = () => {}
    if (taken !== undefined) acknowledged.push(taken.name)
  }
  await backUp(true)
  await clip(library, 2)
  await backUp(true)
  for (let years = 0; years < 8; years++) {
    await tag(library, 1, `tag ${years}`)
    await backUp(false)
  }
  await tag(library, 2, 'rotated')
  await backUp(true)
  await library.close()

  expect(moments.length).toBeGreaterThan(1000)
  for (const [index, { state, acknowledged: kept }] of moments.entries()) {
    const store = durableFiles(state.disk.fileSystem, BACKUPS)
    const { backups, unreadable } = got(await listBackups(store))
    const names = backups.map(({ name }) => name)
    expect(unreadable, state.how).toEqual([])
    expect(names, state.how).toEqual(expect.arrayContaining([...kept]))
    // The newest, and the oldest, which a rotation is the most likely to have harmed.
    for (const { backup } of [backups.at(0), backups.at(-1)].filter(each => each !== undefined))
      expect((await verifyFiles(filesOfBackup(store, backup))).problems, state.how).toEqual([])
    if (index % 50 !== 0) continue
    ports.advance(1)
    const next = got(
      await takeBackup({
        library: LIBRARY,
        backups: BACKUPS,
        clock: ports.clock,
        fileSystem: state.disk.fileSystem,
      }),
    )
    if (next !== undefined)
      expect((await verifyFiles(filesOfBackup(store, next.backup))).problems, state.how).toEqual([])
  }
}, 120_000)
