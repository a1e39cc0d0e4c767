import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planClip } from '../../../electron/core/library/clip.ts'
import { type FileSystem, nodeFileSystem } from '../../../electron/store/file-system.ts'
import type { Library } from '../../../electron/store/library.ts'
import { articlePath, assetPath, originalPath } from '../../../electron/store/paths.ts'
import { verify } from '../../../electron/store/verify.ts'
import { sampleArticle, sampleClipping, sampleId } from '../core/library/samples.ts'
import { got, opened, samplePorts, scratchFolder } from './scratch-library.ts'

const TWO_DAYS_MS = 2 * 86_400_000
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** An original and an article that nothing names, and their paths. */
async function unfinishedClip(library: Library, number: number): Promise<string[]> {
  const original = got(await library.putOriginal(bytesOf(`original ${number}`), 'text/plain', ''))
  const article = got(await library.keepArticle(sampleArticle(number, 'words')))
  return [articlePath(article.id, article.revision), originalPath(original.sha256)]
}

async function finishedClip(library: Library, number: number): Promise<void> {
  const original = got(await library.putOriginal(bytesOf(`original ${number}`), 'text/plain', ''))
  got(await library.keepArticle(sampleArticle(number, 'words')))
  got(await library.commit(planClip(library.pending, [sampleClipping(number, { originals: [original] })])))
}

describe('collecting orphans', () => {
  test('removes pictures that no change names, and keeps those that one does', async () => {
    const folder = await scratchFolder()
    const first = await opened(folder)
    const [named, unnamed] = got(
      await first.putAssets(
        ['one', 'two'].map(text => ({ bytes: bytesOf(text), mediaType: 'image/png' as const })),
      ),
    )
    if (named === undefined || unnamed === undefined) throw new Error('no assets')
    got(await first.keepArticle(sampleArticle(1, 'words')))
    got(await first.commit(planClip(first.pending, [sampleClipping(1, { assets: [named] })])))
    await first.close()
    const ports = samplePorts()
    ports.advance(TWO_DAYS_MS)
    const library = await opened(folder, ports)
    expect(got(await library.collectOrphans())).toEqual([assetPath(unnamed)])
    expect(got(await library.readAsset(named.sha256))).toMatchObject({ mediaType: 'image/png' })
    expect(await library.readAsset(unnamed.sha256)).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  test('removes what no change ever named, once it is older than a day, and nothing else', async () => {
    const folder = await scratchFolder()
    const first = await opened(folder)
    await finishedClip(first, 1)
    got(await first.undo())
    const orphans = await unfinishedClip(first, 2)
    got(await first.close())
    const left = join(folder, `${orphans[1]}.tmp-77-1`)
    await writeFile(left, 'half')
    await writeFile(join(folder, 'originals', 'note.txt'), 'mine')
    await writeFile(join(folder, orphans[1] ?? '', '..', 'mine.txt'), 'mine')
    const young = await opened(folder)
    expect(got(await young.collectOrphans())).toEqual([])
    await young.close()
    const ports = samplePorts()
    ports.advance(TWO_DAYS_MS)
    const library = await opened(folder, ports)
    const removed = got(await library.collectOrphans())
    expect([...removed].sort()).toEqual([...orphans, `${orphans[1]}.tmp-77-1`].sort())
    // The undone clipping can come back.
    got(await library.redo())
    expect((await library.readArticle({ id: sampleId(1), articleRevision: 1 })).ok).toBe(true)
    await library.close()
    expect(await verify(folder)).toMatchObject({ problems: [], unreferenced: [] })
    expect(await readdir(join(folder, 'originals'))).toContain('note.txt')
  })

  test('spares an old orphan that a clip under way has put again', async () => {
    const folder = await scratchFolder()
    const first = await opened(folder)
    const [, original = ''] = await unfinishedClip(first, 1)
    got(await first.close())
    await utimes(join(folder, original), new Date(0), new Date(0))
    let library: Library | undefined
    let clipped: Promise<void> | undefined
    const fileSystem: FileSystem = {
      ...nodeFileSystem,
      async modifiedAt(path) {
        // By now the journal has been read, and does not name the original.
        if (library !== undefined) clipped ??= finishedClip(library, 1)
        await clipped
        return nodeFileSystem.modifiedAt(path)
      },
    }
    library = await opened(folder, { ...samplePorts(), fileSystem })
    got(await library.collectOrphans())
    await clipped
    await library.close()
    expect((await verify(folder)).problems.map(({ kind }) => kind)).toEqual([])
  })

  test('removes nothing where the journal is not whole', async () => {
    const folder = await scratchFolder()
    const first = await opened(folder)
    await finishedClip(first, 1)
    await unfinishedClip(first, 2)
    got(await first.close())
    await nodeFileSystem.rename(join(folder, 'journal', '000001.jsonl'), join(folder, 'journal', 'away'))
    const ports = samplePorts()
    ports.advance(TWO_DAYS_MS)
    const library = await opened(folder, ports)
    got(await library.commit(planClip(library.pending, [sampleClipping(3)])))
    expect(await library.collectOrphans()).toMatchObject({ ok: false, error: { code: 'library-damaged' } })
  })
})
