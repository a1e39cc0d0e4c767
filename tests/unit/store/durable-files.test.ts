import { describe, expect, test } from 'vitest'
import { type DurableFiles, durableFiles } from '../../../electron/store/durable-files.ts'
import type { FileSystem } from '../../../electron/store/file-system.ts'
import { crashStates } from '../../properties/crash-states.ts'
import { MemoryDisk } from './memory-disk.ts'
import { got } from './scratch-library.ts'

const PATH = 'originals/ab/abcd'
const BYTES = new TextEncoder().encode('the same article, clipped twice')

/** The disk, where the file that is opened as the `slow`-th to be created is not synced before it is told to be. */
function slowlySynced(disk: MemoryDisk, slow: number): { fileSystem: FileSystem; sync: () => void } {
  let sync = (): void => {}
  const told = new Promise<void>(resolve => {
    sync = resolve
  })
  let opened = 0
  const fileSystem: FileSystem = {
    ...disk.fileSystem,
    open: async (path, how) => {
      const file = await disk.fileSystem.open(path, how)
      if (how !== 'create' || ++opened !== slow) return file
      return { ...file, fsync: () => told.then(() => file.fsync()) }
    },
  }
  return { fileSystem, sync }
}

async function onDisk(): Promise<{ disk: MemoryDisk; made: (fileSystem: FileSystem) => DurableFiles }> {
  const disk = new MemoryDisk()
  disk.put('/library/library.json', BYTES)
  const files = durableFiles(disk.fileSystem, '/library')
  got(await files.ensureFolder('originals/ab'))
  return { disk, made: fileSystem => durableFiles(fileSystem, '/library') }
}

const create = (files: DurableFiles, bytes = BYTES) =>
  files.create([() => ({ path: PATH, bytes, mayBeThere: true })])

/** What the file holds in every state in which a loss of power could leave the disk now. */
async function afterPowerLoss(disk: MemoryDisk): Promise<Set<string>> {
  const held = new Set<string>()
  for (const state of crashStates(disk, 1)) {
    const bytes = got(await durableFiles(state.disk.fileSystem, '/library').read(PATH))
    held.add(bytes === undefined ? 'nothing' : new TextDecoder().decode(bytes))
  }
  return held
}

describe('a file that two make at once', () => {
  test.each([1, 2])('survives a loss of power from when the first of them was told so', async slow => {
    const { disk, made } = await onDisk()
    const { fileSystem, sync } = slowlySynced(disk, slow)
    const files = made(fileSystem)
    const both = [create(files), create(files)]
    const rest = Promise.all(both)
    const first = await Promise.race([...both, new Promise(resolve => setTimeout(resolve, 20))])
    if (first !== undefined)
      expect(await afterPowerLoss(disk)).toEqual(new Set([new TextDecoder().decode(BYTES)]))
    sync()
    for (const each of await rest) got(each)
    expect(await afterPowerLoss(disk)).toEqual(new Set([new TextDecoder().decode(BYTES)]))
  })

  test('survives a loss of power, where the first of them makes it with many others', async () => {
    const { disk, made } = await onDisk()
    // The last of the many is not on the disk for a while, so that their names are not settled.
    const { fileSystem, sync } = slowlySynced(disk, 9)
    const files = made(fileSystem)
    const others = Array.from({ length: 8 }, (_, index) => () => ({
      path: `originals/cd/${index}`,
      bytes: BYTES,
    }))
    const many = files.create([() => ({ path: PATH, bytes: BYTES, mayBeThere: true }), ...others])
    got(await create(files))
    expect(await afterPowerLoss(disk)).toEqual(new Set([new TextDecoder().decode(BYTES)]))
    sync()
    got(await many)
  })

  test('holds what the later one wrote, where they do not write the same', async () => {
    const { disk, made } = await onDisk()
    const files = made(disk.fileSystem)
    const other = new TextEncoder().encode('something else')
    for (const each of await Promise.all([create(files), create(files, other)])) got(each)
    expect(await afterPowerLoss(disk)).toEqual(new Set(['something else']))
  })
})

describe('a file that is made', () => {
  test('is whole for whoever reads meanwhile, or not there', async () => {
    const { disk, made } = await onDisk()
    const read = new Set<string>()
    const reading: Promise<void>[] = []
    disk.onStep = () => {
      const then = durableFiles(disk.copy().fileSystem, '/library').read(PATH)
      reading.push(
        then.then(bytes => void read.add(new TextDecoder().decode(got(bytes) ?? Buffer.from('nothing')))),
      )
    }
    got(await create(made(disk.fileSystem)))
    await Promise.all(reading)
    expect(read).toEqual(new Set(['nothing', new TextDecoder().decode(BYTES)]))
  })

  test('takes the place of what a killed process left under its name, whole or not at all', async () => {
    const { disk, made } = await onDisk()
    disk.put(`/library/${PATH}`, BYTES.slice(0, 5))
    const seen = new Set<string>()
    const files = made(disk.fileSystem)
    const checks: Promise<void>[] = []
    disk.onStep = () => {
      const copy = disk.copy()
      checks.push(afterPowerLoss(copy).then(held => held.forEach(each => void seen.add(each))))
    }
    got(await create(files))
    await Promise.all(checks)
    expect(seen).toEqual(new Set(['the s', new TextDecoder().decode(BYTES)]))
  })
})
