import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileInMemory } from '../../electron/formats/import-file.ts'
import { recognise } from '../../electron/formats/recognise.ts'
import { placeInFile } from '../formats/damaged.ts'
import { zipOfFixture } from '../formats/reading.ts'

const FOLDERS = [
  'pocket',
  'instapaper',
  'readwise',
  'raindrop',
  'bookmarks',
  'wallabag',
  'karakeep',
  'linkwarden',
  'enex',
  'zotero',
  'joplin',
]
const ROOT = join(import.meta.dirname, '../formats')

async function exports(): Promise<{ name: string; bytes: Buffer }[]> {
  const files = await Promise.all(
    FOLDERS.map(async folder => {
      const names = await readdir(join(ROOT, folder), { withFileTypes: true })
      const own = names.filter(entry => entry.isFile() && !/\.md$/u.test(entry.name))
      return Promise.all(
        own.map(async ({ name }) => ({ name, bytes: await readFile(join(ROOT, folder, name)) })),
      )
    }),
  )
  const zips = ['pocket', 'omnivore'].map(async folder => ({
    name: `${folder}.zip`,
    bytes: await zipOfFixture(folder),
  }))
  return [...files.flat(), ...(await Promise.all(zips))]
}

/** What a failing disk or a cut connection does to a file, and what somebody who means harm does. */
const damage = fc.record({
  flips: fc.array(fc.tuple(fc.nat(), fc.constantFrom(0x00, 0x22, 0x3c, 0x3e, 0x5b, 0x7d, 0x2c, 0x0a, 0xff)), {
    maxLength: 6,
  }),
  keep: fc.option(placeInFile, { nil: undefined }),
  doubled: fc.option(fc.tuple(fc.nat(), fc.nat({ max: 200 })), { nil: undefined }),
})

describe('an export that is damaged', () => {
  it('is read without an exception, and each item has a key of its own', async () => {
    const files = await exports()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        damage,
        async ({ name, bytes }, { flips, keep, doubled }) => {
          const cut = keep === undefined ? bytes.length : Math.floor(keep * bytes.length)
          let damaged = Buffer.from(bytes.subarray(0, cut))
          for (const [at, byte] of flips) if (damaged.length > 0) damaged[at % damaged.length] = byte
          if (doubled !== undefined && damaged.length > 0) {
            const at = doubled[0] % damaged.length
            damaged = Buffer.concat([damaged.subarray(0, at + doubled[1]), damaged.subarray(at)])
          }
          const file = fileInMemory(name, damaged)
          const format = await recognise(file)
          if (!format.ok) return
          const keys: string[] = []
          for await (const read of format.value.read(file))
            keys.push(read.ok ? read.value.key : read.error.key)
          expect(keys.length).toBeGreaterThan(0)
          expect(new Set(keys).size).toBe(keys.length)
        },
      ),
      { seed: 4, numRuns: 2000 },
    )
  })
})
