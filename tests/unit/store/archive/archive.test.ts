import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { ARCHIVE_FILE, SUMS_FILE, sumLine } from '../../../../electron/store/archive/archive-format.ts'
import { createArchive } from '../../../../electron/store/archive/create-archive.ts'
import { extractArchive } from '../../../../electron/store/archive/extract-archive.ts'
import { ZipWriter } from '../../../../electron/store/archive/zip-writer.ts'
import { sha256Of } from '../../../../electron/store/content-files.ts'
import { originalPath } from '../../../../electron/store/paths.ts'
import { verify } from '../../../../electron/store/verify.ts'
import { clip, collect, filesIn, plainState, tag } from '../backup/sample-library.ts'
import { failingFileSystem } from '../failing-file-system.ts'
import { got, opened, samplePorts, scratchFolder } from '../scratch-library.ts'

async function scene() {
  const folder = await scratchFolder()
  const ports = samplePorts()
  const library = await opened(folder, ports)
  const sha256 = await clip(library, 1)
  await clip(library, 2, '2025-06-01T00:00:00.000Z')
  await tag(library, 1, '公司/英伟达')
  await collect(library, 900, 'Case', 1)
  const file = join(await scratchFolder(), 'library.zip')
  const create = async () => got(await createArchive(folder, file, ports.clock))
  const target = join(await scratchFolder(), 'extracted')
  return { folder, ports, library, sha256, file, create, target }
}

/** A ZIP file with these entries, and the facts and checksums that an archive has. */
async function archiveOf(entries: readonly (readonly [string, Uint8Array])[]): Promise<string> {
  const pieces: Uint8Array[] = []
  const zip = new ZipWriter(async bytes => {
    pieces.push(bytes)
  })
  const facts = {
    archiveFormat: 1,
    takenAt: '2025-07-19T08:00:00.000Z',
    createdAt: '2025-07-19T08:00:00.000Z',
    seq: 0,
    fileCount: entries.length,
    byteLength: 0,
  }
  for (const [path, bytes] of entries) await zip.add(path, bytes)
  await zip.add(ARCHIVE_FILE, Buffer.from(JSON.stringify(facts)))
  const sums = entries.map(([path, bytes]) => sumLine(path, sha256Of(bytes)))
  await zip.add(SUMS_FILE, Buffer.from(sums.join('')))
  await zip.finish()
  const file = join(await scratchFolder(), 'made.zip')
  await writeFile(file, Buffer.concat(pieces))
  return file
}

const original = (words: string | Uint8Array): readonly [string, Uint8Array] => {
  const bytes = Buffer.from(words)
  return [originalPath(sha256Of(bytes)), bytes]
}

describe('an archive', () => {
  test('becomes the same library again: files, clippings, tags, collections and history', async () => {
    const { folder, library, file, create, target } = await scene()
    const state = plainState(library)
    await library.close()
    const facts = await create()
    expect(facts).toMatchObject({ seq: 4, fileCount: 8 })
    expect(got(await extractArchive(file, target))).toEqual({ facts, lost: [], problems: [] })
    expect(await filesIn(target)).toEqual(await filesIn(folder))
    const extracted = await opened(target)
    expect(plainState(extracted)).toEqual(state)
    expect(extracted.history.undo).toMatchObject({ kind: 'create-collection', name: 'Case' })
    expect(extracted.repairs).toEqual([])
  })

  test('is one moment of a library that changes meanwhile', async () => {
    const { library, create, file, target } = await scene()
    let busy = true
    const edits = (async () => {
      for (let number = 10; busy; number++) {
        await clip(library, number, number % 2 ? '2025-07-01T00:00:00.000Z' : '2025-05-01T00:00:00.000Z')
        if (number % 3 === 0) got(await library.compact())
        await delay(5)
      }
    })()
    await delay(100)
    const { seq } = await create()
    busy = false
    await edits
    expect(got(await extractArchive(file, target))).toMatchObject({ lost: [], problems: [] })
    expect((await opened(target)).version).toBe(seq)
  })

  test('is the same bytes for the same library, but for when it was made', async () => {
    const { folder, library, ports, file, create } = await scene()
    await library.close()
    await create()
    const second = join(dirname(file), 'second.zip')
    got(await createArchive(folder, second, ports.clock))
    expect(await readFile(second)).toEqual(await readFile(file))
  })

  test('is not put over a file, nor left half-written on a full disk', async () => {
    const { folder, library, ports, file, create } = await scene()
    await library.close()
    await create()
    const { mtimeMs } = await stat(file)
    expect(await createArchive(folder, file, ports.clock)).toMatchObject({ ok: false })
    expect((await stat(file)).mtimeMs).toBe(mtimeMs)
    const { fileSystem } = failingFileSystem({
      at: 0,
      code: 'ENOSPC',
      only: { operation: 'append', path: 'b.zip' },
    })
    const failed = await createArchive(folder, join(dirname(file), 'b.zip'), ports.clock, fileSystem)
    expect(failed).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    expect(await readdir(dirname(file))).toEqual(['library.zip'])
  })

  test('gives the rest where a byte of it has changed, and says which file is lost', async () => {
    const { library, sha256, file, create, target } = await scene()
    await library.close()
    await create()
    const bytes = await readFile(file)
    const at = bytes.indexOf('original 1')
    bytes[at] = (bytes[at] ?? 0) ^ 1
    await writeFile(file, bytes)
    expect(got(await extractArchive(file, target))).toMatchObject({
      lost: [originalPath(sha256)],
      problems: [{ kind: 'missing-original' }],
    })
  })

  test('is recognised as damaged wherever it is cut, and never leaves half a library', async () => {
    const { library, file, create } = await scene()
    await library.close()
    await create()
    const bytes = await readFile(file)
    for (let length = 0; length < bytes.length; length += 97) {
      await writeFile(file, bytes.subarray(0, length))
      const folder = join(await scratchFolder(), 'x')
      expect(await extractArchive(file, folder)).toMatchObject({
        ok: false,
        error: { code: 'library-damaged' },
      })
      expect(await readdir(dirname(folder))).toEqual([])
    }
  })
})

describe('an archive from a stranger', () => {
  const hostile = (paths: string[]) => paths.map(path => [path] as const)

  test.each(
    hostile([
      '../outside.json',
      'articles/../../outside.json',
      '/tmp/outside.json',
      'C:/outside.json',
      'clippings\\..\\..\\outside.json',
      'originals/ab/con',
      'library.json/',
      'LIBRARY.JSON',
      'lock',
      'cache/index.db',
      `originals/ab/${'a'.repeat(63)}`,
      'clippings/2025-07.json\u0000.json',
      'articles/ab/../../../../../../../../tmp/outside.json',
    ]),
  )('writes nothing for the path %j', async path => {
    const file = await archiveOf([original('fine'), [path, Buffer.from('{}')]])
    const folder = join(await scratchFolder(), 'x')
    const refused = await extractArchive(file, folder)
    expect(refused).toMatchObject({ ok: false, error: { code: 'library-damaged' } })
    expect(await readdir(dirname(folder))).toEqual([])
  })

  test('is refused where it has a file twice', async () => {
    const file = await archiveOf([original('fine'), original('fine')])
    const refused = await extractArchive(file, join(await scratchFolder(), 'x'))
    expect(refused).toMatchObject({ ok: false, error: { message: expect.stringContaining('twice') } })
  })

  test('is refused where it would take up far more space than its size, or has too many or too large files', async () => {
    const file = await archiveOf([original(new Uint8Array(5_000_000)), original('fine')])
    const limits = { entries: 10, file: 10_000_000, ratio: 100, slack: 100_000 }
    const refused = {
      ok: false,
      error: { code: 'library-damaged', message: expect.stringContaining('space') },
    }
    const extract = async (over: Partial<typeof limits>) =>
      extractArchive(file, join(await scratchFolder(), 'x'), { ...limits, ...over })
    expect(await extract({})).toMatchObject(refused)
    expect(await extract({ ratio: 1000 })).toMatchObject({ ok: true })
    expect(await extract({ ratio: 1000, entries: 3 })).toMatchObject(refused)
    expect(await extract({ ratio: 1000, file: 4_999_999 })).toMatchObject(refused)
  })

  test('that lies about the size of a file does not get that file written', async () => {
    const zeros = original(new Uint8Array(5_000_000))
    const file = await archiveOf([zeros, original('fine')])
    const bytes = await readFile(file)
    const size = Buffer.alloc(4)
    size.writeUInt32LE(5_000_000)
    const lie = Buffer.alloc(4)
    lie.writeUInt32LE(10)
    for (let at = bytes.indexOf(size); at !== -1; at = bytes.indexOf(size, at)) lie.copy(bytes, at)
    await writeFile(file, bytes)
    const folder = join(await scratchFolder(), 'x')
    expect(got(await extractArchive(file, folder)).lost).toEqual([zeros[0]])
  })

  test('that is none is refused', async () => {
    const folder = await scratchFolder()
    const file = join(folder, 'a.zip')
    const missing = await extractArchive(file, join(folder, 'x'))
    expect(missing).toMatchObject({ ok: false, error: { code: 'not-found' } })
    await writeFile(file, 'PK? no')
    expect(await extractArchive(file, join(folder, 'x'))).toMatchObject({
      ok: false,
      error: { code: 'library-damaged' },
    })
    const other = await archiveOf([])
    expect(got(await extractArchive(other, join(folder, 'x'))).problems).not.toEqual([])
    expect((await verify(join(folder, 'x'))).ok).toBe(false)
  })
})
