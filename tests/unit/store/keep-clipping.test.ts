import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planCreateCollection, planDeleteCollection } from '../../../electron/core/library/collections.ts'
import { keepClippings, type NewSource } from '../../../electron/store/keep-clipping.ts'
import { verify } from '../../../electron/store/verify.ts'
import { sampleArticle, sampleClipping, sampleId } from '../core/library/samples.ts'
import { AT } from './backup/sample-library.ts'
import { failingFileSystem } from './failing-file-system.ts'
import { got, opened, samplePorts, scratchFolder } from './scratch-library.ts'

const bytesOf = (text: string) => ({
  bytes: new TextEncoder().encode(text),
  mediaType: 'text/plain',
  name: `${text}.txt`,
})

const SHARED = bytesOf('export')

function sourceOf(number: number): NewSource {
  const { id: _, revision: __, ...article } = sampleArticle(number, `Words ${number}`)
  const { id: ___, ...clipping } = sampleClipping(number)
  return {
    extraction: { clipping, article },
    originals: [SHARED, bytesOf(`own ${number}`)],
  }
}

describe('clippings that are kept together', () => {
  test('are in no collection that was deleted while their files were written', async () => {
    const library = await opened(await scratchFolder())
    const collections = [sampleId(900), sampleId(901)]
    for (const id of collections)
      got(await library.commit(got(planCreateCollection(library.pending, id, `Case ${id}`, [], AT))))
    const keeping = keepClippings(library, samplePorts(), [{ ...sourceOf(1), marks: { collections } }])
    got(await library.commit(got(planDeleteCollection(library.pending, sampleId(900)))))
    const [{ clipping }] = got(await keeping)
    expect(clipping.collections).toEqual([sampleId(901)])
    expect((await verify(library.directory)).problems).toEqual([])
  })

  test('come back in their order, each with its article and originals, as one change that one undo takes back', async () => {
    const folder = await scratchFolder()
    const library = await opened(folder)
    const rest = Array.from({ length: 40 }, (_, index) => sourceOf(index + 2))
    const kept = got(await keepClippings(library, samplePorts(), [sourceOf(1), ...rest], 'import'))
    expect(kept.map(({ clipping }) => clipping.title)).toEqual(
      Array.from({ length: 41 }, (_, index) => `Clipping ${index + 1}`),
    )
    expect(library.version).toBe(1)
    got(await library.close())

    const again = await opened(folder)
    for (const { clipping, article } of kept) {
      expect(again.state.clippings.get(clipping.id)).toEqual(clipping)
      expect(got(await again.readArticle(clipping))).toEqual(article)
      const [shared, own] = clipping.originals
      expect(got(await again.readOriginal(shared?.sha256 ?? ''))).toEqual(Buffer.from(SHARED.bytes))
      expect(own?.name).toBe(`own ${clipping.title.replace('Clipping ', '')}.txt`)
      expect(got(await again.readOriginal(own?.sha256 ?? '')).byteLength).toBe(own?.byteLength)
    }
    expect(await readdir(join(folder, 'originals'), { recursive: true })).toSatisfy(
      (names: string[]) => names.filter(name => /[0-9a-f]{64}$/.test(name)).length === 42,
    )
    got(await again.undo())
    expect(again.state.clippings.size).toBe(0)
  })

  test.each([
    ['originals', 5],
    ['articles', 7],
    ['journal', 0],
  ])('are all there or none, where the disk fails among the %s', async (path, at) => {
    const folder = await scratchFolder()
    const only = { operation: 'append', path } as const
    const { fileSystem } = failingFileSystem({ at, code: 'EIO', only })
    const library = await opened(folder, { ...samplePorts(), fileSystem })
    const rest = Array.from({ length: 10 }, (_, index) => sourceOf(index + 2))
    const kept = await keepClippings(library, samplePorts(), [sourceOf(1), ...rest])
    expect(kept).toMatchObject({ ok: false, error: { code: 'write-failed' } })
    expect(library.state.clippings.size).toBe(0)
    await library.close()
    expect((await opened(folder)).state.clippings.size).toBe(0)
  })
})
