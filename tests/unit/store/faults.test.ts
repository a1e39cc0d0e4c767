import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planClip } from '../../../electron/core/library/clip.ts'
import { type FileSystem, nodeFileSystem } from '../../../electron/store/file-system.ts'
import type { Library } from '../../../electron/store/library.ts'
import { openLibrary } from '../../../electron/store/open-library.ts'
import { verify } from '../../../electron/store/verify.ts'
import { sampleArticle, sampleClipping, sampleId } from '../core/library/samples.ts'
import { type Fault, failingFileSystem } from './failing-file-system.ts'
import { got, opened, samplePorts, scratchFolder } from './scratch-library.ts'

const clip = (library: Library, number: number) =>
  library.commit(planClip(library.pending, [sampleClipping(number)]))

describe('a write to the journal that fails', () => {
  const cases: [Fault['code'], 'append' | 'fdatasync', string][] = [
    ['ENOSPC', 'append', 'disk-full'],
    ['EIO', 'append', 'write-failed'],
    ['EROFS', 'append', 'read-only'],
    ['ENOSPC', 'fdatasync', 'disk-full'],
    ['EIO', 'fdatasync', 'write-failed'],
  ]
  test.each(cases)('with %s in %s is final: %s', async (code, operation, expected) => {
    const folder = await scratchFolder()
    const { fileSystem } = failingFileSystem({ at: 1, code, only: { operation, path: 'journal' } })
    const library = await opened(folder, { ...samplePorts(), fileSystem })
    let told = 0
    got(await clip(library, 1))
    library.onChange(() => told++)
    const together = await Promise.all([clip(library, 2), clip(library, 3)])
    for (const result of together) expect(result).toMatchObject({ ok: false, error: { code: expected } })
    // The disk works again by now, but nobody knows what it holds.
    expect(await clip(library, 4)).toMatchObject({ ok: false, error: { code: expected } })
    expect(library.readOnly?.code).toBe(expected)
    expect(told).toBe(1)
    expect([...library.state.clippings.keys()]).toEqual([sampleId(1)])
    expect(library.pending).toBe(library.state)
    expect(library.history).toEqual({ undo: undefined, redo: undefined })
    await library.close()
    const again = await opened(folder)
    expect(again.state.clippings.has(sampleId(1))).toBe(true)
    got(await clip(again, 5))
  })
})

test('a change that waits while another fails to be written fails with it, and is not written', async () => {
  const folder = await scratchFolder()
  let late: ReturnType<typeof clip> | undefined
  const fileSystem: FileSystem = {
    ...nodeFileSystem,
    async open(path, how) {
      const file = await nodeFileSystem.open(path, how)
      const fdatasync = async (): Promise<void> => {
        late ??= clip(library, 2)
        throw Object.assign(new Error('injected'), { code: 'EIO' })
      }
      return path.endsWith('.jsonl') ? { ...file, fdatasync } : file
    },
  }
  const library = await opened(folder, { ...samplePorts(), fileSystem })
  expect(await clip(library, 1)).toMatchObject({ ok: false, error: { code: 'write-failed' } })
  expect(await late).toMatchObject({ ok: false, error: { code: 'write-failed' } })
  expect(await readFile(join(folder, 'journal', '000001.jsonl'), 'utf8')).not.toContain('"seq":2')
})

describe('a write beside the journal that fails', () => {
  test('for want of space leaves the library as it was, and writing goes on when there is space', async () => {
    const folder = await scratchFolder()
    const only = { operation: 'append', path: 'originals' } as const
    const { fileSystem } = failingFileSystem({ at: 0, code: 'ENOSPC', only })
    const library = await opened(folder, { ...samplePorts(), fileSystem })
    const bytes = new TextEncoder().encode('kept')
    expect(await library.putOriginal(bytes, 'text/plain', '')).toMatchObject({ error: { code: 'disk-full' } })
    expect(library.readOnly).toBeUndefined()
    const original = got(await library.putOriginal(bytes, 'text/plain', ''))
    expect(await readdir(join(folder, 'originals', original.sha256.slice(0, 2)))).toEqual([original.sha256])
  })

  test('for another reason is final', async () => {
    const only = { operation: 'rename', path: 'articles' } as const
    const { fileSystem } = failingFileSystem({ at: 0, code: 'EIO', only })
    const library = await opened(await scratchFolder(), { ...samplePorts(), fileSystem })
    expect(await library.keepArticle(sampleArticle(1, 'words'))).toMatchObject({
      error: { code: 'write-failed' },
    })
    expect(await clip(library, 1)).toMatchObject({ ok: false, error: { code: 'write-failed' } })
  })
})

describe('the order of writes', () => {
  test('an acknowledged change was appended, then synced, and a new journal file has its name synced', async () => {
    const folder = await scratchFolder()
    const { fileSystem, log } = failingFileSystem()
    const library = await opened(folder, { ...samplePorts(), fileSystem })
    log.length = 0
    got(await clip(library, 1))
    const journal = join(folder, 'journal', '000001.jsonl')
    const folderOfJournal = join(folder, 'journal')
    expect(log).toEqual([`append ${journal}`, `fdatasync ${journal}`, `fsyncDirectory ${folderOfJournal}`])
  })

  test('an original and its name are synced before it is acknowledged', async () => {
    const folder = await scratchFolder()
    const { fileSystem, log } = failingFileSystem()
    const library = await opened(folder, { ...samplePorts(), fileSystem })
    log.length = 0
    const { sha256 } = got(await library.putOriginal(new TextEncoder().encode('abc'), 'text/plain', ''))
    const shard = join(folder, 'originals', sha256.slice(0, 2))
    const steps = log.map(entry => entry.replace(/\.tmp-\d+-\d+$/, '.tmp'))
    expect(steps).toEqual([
      `mkdir ${join(folder, 'originals')}`,
      `fsyncDirectory ${folder}`,
      `mkdir ${shard}`,
      `fsyncDirectory ${join(folder, 'originals')}`,
      `create ${join(shard, sha256)}.tmp`,
      `append ${join(shard, sha256)}.tmp`,
      `rename ${join(shard, sha256)}`,
      `fsync ${join(shard, sha256)}.tmp`,
      `fsyncDirectory ${shard}`,
    ])
    log.length = 0
    got(await library.putOriginal(new TextEncoder().encode('abc'), 'text/plain', ''))
    // Not written again, but it may be there from before a crash, with bytes and name not yet on the disk.
    expect(log.filter(entry => entry.startsWith('fsync'))).toEqual([
      `fsync ${join(shard, sha256)}`,
      `fsyncDirectory ${shard}`,
    ])
  })

  test('changes that a killed process left are synced before they are shown', async () => {
    const folder = await scratchFolder()
    const killed = failingFileSystem()
    const library = await opened(folder, { ...samplePorts(), fileSystem: killed.fileSystem })
    got(await clip(library, 1))
    killed.arm({ at: 0, code: 'EIO', only: { operation: 'append', path: 'library.json' } })
    await library.close()
    const { fileSystem, log } = failingFileSystem()
    const again = await opened(folder, { ...samplePorts(), fileSystem })
    expect(again.state.clippings.size).toBe(1)
    expect(log).toContain(`fdatasync ${join(folder, 'journal', '000001.jsonl')}`)
  })

  test('changes that arrive together share one fdatasync', async () => {
    const { fileSystem, log } = failingFileSystem()
    const library = await opened(await scratchFolder(), { ...samplePorts(), fileSystem })
    log.length = 0
    await Promise.all(Array.from({ length: 50 }, (_, number) => clip(library, number).then(got)))
    expect(log.filter(entry => entry.startsWith('fdatasync'))).toHaveLength(1)
    expect(library.version).toBe(50)
  })

  test('a compaction writes the months that changed and no others, then the library file', async () => {
    const folder = await scratchFolder()
    const { fileSystem, log } = failingFileSystem()
    const library = await opened(folder, { ...samplePorts(), fileSystem })
    const inMonth = (number: number, clippedAt: string) =>
      library.commit(planClip(library.pending, [sampleClipping(number, { clippedAt })]))
    got(await inMonth(1, '2025-06-01T00:00:00.000Z'))
    got(await inMonth(2, '2025-07-01T00:00:00.000Z'))
    got(await library.compact())
    got(await inMonth(3, '2025-07-02T00:00:00.000Z'))
    log.length = 0
    got(await library.compact())
    const renamed = log
      .filter(entry => entry.startsWith('rename'))
      .map(entry => entry.slice('rename '.length))
    expect(renamed).toEqual([join(folder, 'clippings', '2025-07.json'), join(folder, 'library.json')])
    log.length = 0
    got(await library.compact())
    expect(log).toEqual([])
  })
})

describe('a read that fails', () => {
  test.each([['EIO'], ['EACCES']])('with %s is a failure to read, not damage', async code => {
    const folder = await scratchFolder()
    const library = await opened(folder)
    const original = got(await library.putOriginal(new TextEncoder().encode('kept'), 'text/plain', ''))
    await library.close()
    const refusing = (part: string): FileSystem => ({
      ...nodeFileSystem,
      async read(path) {
        if (path.includes(part)) throw Object.assign(new Error('injected'), { code })
        return nodeFileSystem.read(path)
      },
    })
    const failed = { ok: false, error: { code: 'read-failed', detail: 'injected' } }
    expect(
      await openLibrary(folder, { ...samplePorts(), fileSystem: refusing('library.json') }),
    ).toMatchObject(failed)
    const open = await opened(folder, { ...samplePorts(), fileSystem: refusing('originals') })
    expect(await open.readOriginal(original.sha256)).toMatchObject(failed)
    expect(open.readOnly).toBeUndefined()
  })
})

test('a compaction that fails anywhere loses nothing', async () => {
  for (let operation = 0; ; operation++) {
    const folder = await scratchFolder()
    const { fileSystem, count, arm } = failingFileSystem()
    const library = await opened(folder, { ...samplePorts(), fileSystem })
    got(await clip(library, 1))
    got(await library.compact())
    const changed = sampleClipping(1, { title: 'Changed' })
    got(await library.commit(planClip(library.pending, [changed, sampleClipping(2)])))
    arm({ at: operation, code: 'EIO' })
    const compacted = await library.compact()
    const operations = count()
    await clip(library, 3)
    const kept = library.state
    await library.close()
    const after = await opened(folder)
    for (const [id, clipping] of kept.clippings) expect(after.state.clippings.get(id)).toEqual(clipping)
    expect(after.state.clippings.get(sampleId(1))?.title).toBe('Changed')
    await after.close()
    const { problems } = await verify(folder)
    // These clippings have no articles; everything else is as it should be.
    const others = problems.filter(({ kind }) => kind !== 'missing-article')
    expect(others, `after a failure of operation ${operation}`).toEqual([])
    expect(compacted.ok).toBe(operations <= operation)
    if (compacted.ok) {
      expect(operation).toBeGreaterThan(8)
      return
    }
  }
})
