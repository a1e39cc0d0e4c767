import { readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planDeleteCollection } from '../../../../electron/core/library/collections.ts'
import { planEdit } from '../../../../electron/core/library/edit.ts'
import { planDeleteTag } from '../../../../electron/core/library/tags.ts'
import { previewClipping, restoreClipping } from '../../../../electron/store/backup/restore-clipping.ts'
import { findBackup, restoreInPlace } from '../../../../electron/store/backup/restore-library.ts'
import { takeBackup } from '../../../../electron/store/backup/take-backup.ts'
import { durableFiles } from '../../../../electron/store/durable-files.ts'
import { nodeFileSystem } from '../../../../electron/store/file-system.ts'
import type { Library } from '../../../../electron/store/library.ts'
import { originalPath } from '../../../../electron/store/paths.ts'
import { verify } from '../../../../electron/store/verify.ts'
import { sampleArticle, sampleId } from '../../core/library/samples.ts'
import { got, opened, samplePorts, scratchFolder } from '../scratch-library.ts'
import { AT, clip, collect, filesIn, plainState, tag } from './sample-library.ts'

/** A library with a backup of clipping 1, tagged and in a collection. */
async function scene() {
  const folder = join(await scratchFolder(), 'library')
  const ports = samplePorts()
  const library = await opened(folder, ports)
  const sha256 = await clip(library, 1)
  await tag(library, 1, 'ports/北极')
  await collect(library, 900, 'Case', 1)
  const backups = join(folder, 'backups')
  got(await takeBackup({ library: folder, backups, clock: ports.clock }))
  const store = durableFiles(nodeFileSystem, backups)
  const backup = got(await findBackup(store, 'latest'))
  const preview = (id = sampleId(1)) => previewClipping(store, backup, library, id)
  const restore = (id = sampleId(1)) => restoreClipping(store, backup, library, id, ports.clock)
  return { folder, ports, library, sha256, backups, preview, restore }
}

async function rewrite(library: Library, words: string): Promise<void> {
  const article = got(await library.keepArticle(sampleArticle(1, words)))
  const change = got(planEdit(library.pending, sampleId(1), { title: 'Rewritten' }, AT, article))
  if (change !== undefined) got(await library.commit(change))
}

/** A change after which nothing can be redone. */
const NOTHING = { label: { kind: 'edit' as const, count: 0 }, ops: [] }

describe('restoring one clipping', () => {
  test('changes nothing where it is as it was', async () => {
    const { library, preview, restore } = await scene()
    expect(got(await preview())).toMatchObject({ fields: [], article: 'same', lostOriginals: [] })
    const before = library.version
    expect(got(await restore())).toBeUndefined()
    expect(library.version).toBe(before)
  })

  test('says which fields differ, and gives them back with the text; undo takes it back', async () => {
    const { library, preview, restore } = await scene()
    await rewrite(library, 'Other words.')
    expect(got(await preview())).toMatchObject({
      past: { title: 'Clipping 1' },
      present: { title: 'Rewritten' },
      fields: ['title'],
      article: 'differs',
    })
    got(await restore())
    const clipping = library.state.clippings.get(sampleId(1))
    expect(clipping).toMatchObject({ title: 'Clipping 1', articleRevision: 3 })
    if (clipping !== undefined)
      expect(JSON.stringify(got(await library.readArticle(clipping)).body)).toContain('Words of 1.')
    got(await library.undo())
    expect(library.state.clippings.get(sampleId(1))).toMatchObject({ title: 'Rewritten', articleRevision: 2 })
  })

  test('brings back a clipping that is gone, with its tag, collection and original', async () => {
    const { folder, library, sha256, preview, restore } = await scene()
    const was = plainState(library)
    for (let step = 0; step < 3; step++) got(await library.undo())
    got(await library.commit(NOTHING))
    await rm(join(folder, originalPath(sha256)))
    expect(library.state.clippings.size).toBe(0)
    expect(got(await preview())).toMatchObject({ present: undefined, lostOriginals: [sha256] })
    got(await restore())
    const { clippings, tags, collections } = plainState(library)
    expect({ tags, collections }).toEqual({ tags: was.tags, collections: was.collections })
    expect(clippings[sampleId(1)]).toMatchObject({
      tags: ['ports/北极'],
      collections: [sampleId(900)],
      articleRevision: 2,
    })
    expect(String(got(await library.readOriginal(sha256)))).toBe('original 1')
    await library.close()
    expect((await verify(folder)).problems).toEqual([])
  })

  test('puts it into the collection that has taken the name of its own', async () => {
    const { library, restore } = await scene()
    got(await library.commit(got(planDeleteCollection(library.pending, sampleId(900)))))
    got(await library.commit(got(planDeleteTag(library.pending, 'ports/北极'))))
    await clip(library, 2)
    await collect(library, 901, 'CASE', 2)
    got(await restore())
    expect(library.state.clippings.get(sampleId(1))?.collections).toEqual([sampleId(901)])
    expect([...library.state.collections.keys()]).toEqual([sampleId(901)])
  })

  test('says that the backup has no such clipping', async () => {
    const { preview, restore } = await scene()
    for (const outcome of [await preview(sampleId(5)), await restore(sampleId(5))])
      expect(outcome).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})

describe('restoring in place', () => {
  test('moves the library aside whole, and keeps its backups with the restored one', async () => {
    const { folder, ports, library, backups } = await scene()
    await rewrite(library, 'Other words.')
    await library.close()
    const before = await filesIn(folder)
    const { movedTo, problems } = got(await restoreInPlace(backups, 'latest', folder, ports.clock))
    expect(problems).toEqual([])
    expect(await filesIn(movedTo)).toEqual(before)
    const restored = await opened(folder, ports)
    expect(restored.state.clippings.get(sampleId(1))?.title).toBe('Clipping 1')
    expect(restored.repairs).toEqual([])
    expect(await readdir(backups)).toContain('objects')
    expect((await readdir(dirname(folder))).sort()).toEqual(
      [folder, movedTo].map(each => each.slice(dirname(folder).length + 1)).sort(),
    )
  })

  test('does nothing while the library is open, nor where the backup is damaged', async () => {
    const { folder, ports, library, backups } = await scene()
    const locked = await restoreInPlace(backups, 'latest', folder, ports.clock)
    expect(locked).toMatchObject({ ok: false, error: { code: 'library-locked' } })
    await library.close()
    const before = await filesIn(folder)
    const { backup } = got(await findBackup(durableFiles(nodeFileSystem, backups), 'latest'))
    const root = backup.folders['.'] ?? ''
    await writeFile(join(backups, 'objects', root.slice(0, 2), root), '{}')
    const failed = await restoreInPlace(backups, 'latest', folder, ports.clock)
    expect(failed).toMatchObject({ ok: false, error: { code: 'library-damaged' } })
    expect(await filesIn(folder)).toEqual(before)
    expect(await readdir(dirname(folder))).toEqual(['library'])
  })
})
