import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planCreateTag } from '../../electron/core/library/tags.ts'
import { type FileSystem, nodeFileSystem } from '../../electron/store/file-system.ts'
import { scanJournal } from '../../electron/store/journal-line.ts'
import { openLibrary } from '../../electron/store/open-library.ts'
import { got, opened, samplePorts, scratchFolder } from '../unit/store/scratch-library.ts'

/** Nothing here crashes the computer, so waiting for the disk would only take time. */
const withoutSync: FileSystem = {
  ...nodeFileSystem,
  fsyncDirectory: async () => {},
  async open(path, how) {
    const file = await nodeFileSystem.open(path, how)
    return { ...file, fsync: async () => {}, fdatasync: async () => {} }
  },
}

const NAMES = ['港口', 'a/b', 'c']

/** The files of a library that was killed after a few changes: its snapshot, its journal, and where lines end. */
async function killedLibrary() {
  const folder = await scratchFolder()
  const library = await opened(folder)
  const snapshot = await readFile(join(folder, 'library.json'))
  for (const name of NAMES) got(await library.commit(got(planCreateTag(library.pending, name))))
  const journal = await readFile(join(folder, 'journal', '000001.jsonl'))
  const ends = scanJournal(journal, 1).lines.map(({ end }) => end)
  return { snapshot, journal, ends }
}

/** Opens a library of those files, and hands it over. */
async function openFrom(folder: string, snapshot: Uint8Array, journal: Uint8Array) {
  await mkdir(join(folder, 'journal'), { recursive: true })
  await writeFile(join(folder, 'library.json'), snapshot)
  await writeFile(join(folder, 'journal', '000001.jsonl'), journal)
  return got(await openLibrary(folder, { ...samplePorts(), fileSystem: withoutSync }))
}

describe('a journal cut off at any byte', () => {
  test('opens with every change whose line is whole, says so, and takes new changes', async () => {
    const { snapshot, journal, ends } = await killedLibrary()
    for (let length = 0; length <= journal.length; length++) {
      const folder = await scratchFolder()
      const whole = ends.filter(end => end <= length).length
      const library = await openFrom(folder, snapshot, journal.subarray(0, length))
      const cut = length > (ends[whole - 1] ?? 0)
      expect(library.readOnly, `cut at ${length}`).toBeUndefined()
      expect([...library.state.tags.keys()], `cut at ${length}`).toEqual(NAMES.slice(0, whole))
      expect(library.repairs, `cut at ${length}`).toEqual(cut ? ['torn-tail-cut'] : [])
      expect(got(await library.commit(got(planCreateTag(library.pending, 'new')))).seq).toBe(whole + 1)
      await library.close()
      // The second opening reads what the first one wrote; it hardly depends on the byte.
      if (length % 7 !== 0) continue
      const again = got(await openLibrary(folder, { ...samplePorts(), fileSystem: withoutSync }))
      expect([...again.state.tags.keys()].sort()).toEqual([...NAMES.slice(0, whole), 'new'].sort())
      await again.close()
    }
  }, 60_000)

  test('keeps the bytes that were cut in a file beside it', async () => {
    const { snapshot, journal, ends } = await killedLibrary()
    const folder = await scratchFolder()
    const at = ends[1] ?? 0
    const library = await openFrom(folder, snapshot, journal.subarray(0, at + 10))
    const names = await readdir(join(folder, 'journal'))
    const kept = names.find(name => name.startsWith(`000001.cut-at-${at}-`)) ?? ''
    expect(await readFile(join(folder, 'journal', kept))).toEqual(journal.subarray(at, at + 10))
    await library.close()
  })
})

describe('a journal with a flipped bit', () => {
  test('never reads as a change that was not made', async () => {
    const { journal } = await killedLibrary()
    const { lines } = scanJournal(journal, 1)
    const intact = lines.map(({ line }) => line)
    const last = lines.at(-1)
    for (let index = 0; index < journal.length; index++)
      for (let bit = 0; bit < 8; bit++) {
        const bytes = Uint8Array.from(journal)
        bytes[index] = (bytes[index] ?? 0) ^ (1 << bit)
        const scan = scanJournal(bytes, 1)
        expect(scan.lines.map(({ line }) => line)).toEqual(intact.slice(0, scan.lines.length))
        // Only in the last line can it pass for an interrupted write, and there it is reported as one.
        expect(scan.end).toBe(index >= (last?.start ?? 0) ? 'torn' : 'damaged')
      }
  }, 60_000)

  test('before the last line opens for reading, with the changes before it, and is not touched', async () => {
    const { snapshot, journal, ends } = await killedLibrary()
    const lastStart = ends.at(-2) ?? 0
    const places = fc.record({ index: fc.nat(lastStart - 1), bit: fc.nat(7) })
    await fc.assert(
      fc.asyncProperty(places, async ({ index, bit }) => {
        const folder = await scratchFolder()
        const bytes = Uint8Array.from(journal)
        bytes[index] = (bytes[index] ?? 0) ^ (1 << bit)
        const library = await openFrom(folder, snapshot, bytes)
        const before = ends.filter(end => end <= index).length
        expect(library.readOnly?.code).toBe('library-damaged')
        expect([...library.state.tags.keys()]).toEqual(NAMES.slice(0, before))
        const refused = await library.commit(got(planCreateTag(library.pending, 'new')))
        expect(refused).toMatchObject({ ok: false, error: { code: 'library-damaged' } })
        await library.close()
        expect(new Uint8Array(await readFile(join(folder, 'journal', '000001.jsonl')))).toEqual(bytes)
      }),
      { seed: 20250719, numRuns: 60 },
    )
  })
})
