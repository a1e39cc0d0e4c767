import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planUndoImport } from '../../../electron/core/library/import-plan.ts'
import { createArchive } from '../../../electron/store/archive/create-archive.ts'
import { extractArchive } from '../../../electron/store/archive/extract-archive.ts'
import { restoreLibrary } from '../../../electron/store/backup/restore-library.ts'
import { takeBackup } from '../../../electron/store/backup/take-backup.ts'
import { filesUnder } from '../../../electron/store/files-under.ts'
import { importLedgers } from '../../../electron/store/import-ledger-files.ts'
import { repairLibrary } from '../../../electron/store/repair/repair.ts'
import { systemClock } from '../../../electron/store/system-ports.ts'
import { verify } from '../../../electron/store/verify.ts'
import { clippingsOf } from '../../../electron/work/import-write.ts'
import { got } from '../store/scratch-library.ts'
import { importScene, PORTS, page } from './import-scene.ts'

/** The smallest PNG: one grey pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)

/** Every file below a folder, with its size and time, but for the lock, which says that the library is open. */
async function contentsOf(folder: string) {
  const files: unknown[] = []
  for await (const each of filesUnder(folder)) if (!each.path.endsWith('/lock')) files.push(each)
  return files
}

const outcomes = (entries: readonly { file: string; outcome: string }[]) =>
  Object.fromEntries(entries.map(({ file, outcome }) => [file.split('/').at(-1), outcome]))

describe('an import of a folder', () => {
  it('accounts for every file: pages, texts, bad ones and what is there already', async () => {
    const { from, file, run, library } = await importScene()
    await file('a.html', page('Avon', { url: 'https://news.example/avon' }))
    await file('b/again.html', page('Avon', { url: 'https://news.example/avon?utm_source=mail' }))
    await file('b/later.html', page('Avon upon Sea', { url: 'https://news.example/avon' }))
    await file('same.html', page('Avon', { url: 'https://news.example/avon' }))
    await file('note.txt', `A note\n\n${'The ferry sails later in the evening than it did. '.repeat(8)}\n`)
    await file('broken.bin', Uint8Array.of(0, 1, 2, 3))
    await file('empty.html', '')
    await file('.hidden.html', page('Nowhere'))
    const { summary, entries } = await run({ paths: [from] })
    expect(outcomes(entries)).toEqual({
      'a.html': 'imported',
      'again.html': 'duplicate',
      'later.html': 'version',
      'same.html': 'duplicate',
      'note.txt': 'imported',
      'broken.bin': 'failed',
      'empty.html': 'failed',
    })
    expect(summary).toMatchObject({
      state: 'done',
      counts: { imported: 2, version: 1, duplicate: 2, 'link-only': 0, failed: 2 },
    })
    const first = entries.find(({ file: path }) => path.endsWith('a.html'))?.clipping ?? ''
    const later = entries.find(({ outcome }) => outcome === 'version')
    expect(library.state.clippings.get(later?.clipping ?? '')?.previousVersion).toBe(first)
    expect(entries.find(({ file: path }) => path.endsWith('empty.html'))?.reason).toBe('empty')
    const original = library.state.clippings.get(first)?.originals[0]
    expect(Buffer.from(got(await library.readOriginal(original?.sha256 ?? ''))).toString()).toBe(
      page('Avon', { url: 'https://news.example/avon' }),
    )
    expect((await verify(library.directory)).problems).toEqual([])
  })

  it('imports nothing twice when it is made again', async () => {
    const { from, file, run, library } = await importScene()
    for (let each = 0; each < 5; each += 1) await file(`${each}.html`, page(`Place ${each}`))
    await run({ paths: [from] })
    const { summary } = await run({ paths: [from, join(from, '1.html')] })
    expect(summary.counts).toMatchObject({ imported: 0, duplicate: 5 })
    expect(library.state.clippings.size).toBe(5)
  })

  it('takes in the pictures saved beside a page, which are no items of their own', async () => {
    const { from, file, run, library } = await importScene()
    await file('ferry.html', page('Avon', { picture: 'ferry_files/ferry.png' }))
    await file('ferry_files/ferry.png', PIXEL)
    await file('ferry_files/frame.html', page('an advertisement'))
    const { entries } = await run({ paths: [from] })
    expect(outcomes(entries)).toEqual({ 'ferry.html': 'imported' })
    const clipping = library.state.clippings.get(entries[0]?.clipping ?? '')
    expect(clipping?.assets).toMatchObject([{ mediaType: 'image/png' }])
    const sha256 = clipping?.assets?.[0]?.sha256 ?? ''
    const article = clipping && got(await library.readArticle(clipping))
    expect(article?.figures).toEqual([{ caption: 'The ferry at noon', credit: null, asset: sha256 }])
    expect(Buffer.from(got(await library.readAsset(sha256)).bytes)).toEqual(PIXEL)
    const path = join(library.directory, 'assets', sha256.slice(0, 2), `${sha256}.png`)
    expect(await readFile(path)).toEqual(PIXEL)
    const sound = await verify(library.directory)
    expect([sound.problems, sound.unreferenced]).toEqual([[], []])
    await writeFile(path, 'no picture')
    expect((await verify(library.directory)).problems).toMatchObject([{ kind: 'damaged-asset' }])
  })

  it('brings pictures and its ledger into backups and archives, which give them back', async () => {
    const { from, file, run, library, folder } = await importScene()
    await file('ferry.html', page('Avon', { picture: 'ferry_files/ferry.png' }))
    await file('ferry_files/ferry.png', PIXEL)
    const { id } = await run({ paths: [from] })
    const [clipping] = [...library.state.clippings.values()]
    const sha256 = clipping?.assets?.[0]?.sha256 ?? ''
    const asset = `assets/${sha256.slice(0, 2)}/${sha256}.png`
    expect(got(await library.collectOrphans(async () => ({ ok: true, value: [] })))).toEqual([])
    await library.close()
    const backups = join(folder, 'backups')
    const taken = got(await takeBackup({ library: library.directory, backups, clock: systemClock }))
    const archive = join(folder, 'library.zip')
    got(await createArchive(library.directory, archive, systemClock))
    const restored = join(folder, 'restored')
    expect(got(await restoreLibrary(backups, taken?.name ?? '', restored))).toMatchObject({
      lost: [],
      problems: [],
    })
    const extracted = join(folder, 'extracted')
    expect(got(await extractArchive(archive, extracted))).toMatchObject({ lost: [], problems: [] })
    for (const made of [restored, extracted]) {
      expect(await readFile(join(made, asset))).toEqual(PIXEL)
      expect(await readFile(join(made, `imports/${id}.jsonl`))).toEqual(
        await readFile(join(library.directory, `imports/${id}.jsonl`)),
      )
    }
    await rm(join(library.directory, asset))
    const mended = got(await repairLibrary({ library: library.directory, backups, ...PORTS }))
    expect(mended.mended).toMatchObject([{ kind: 'asset-restored', what: asset }])
    expect(await readFile(join(library.directory, asset))).toEqual(PIXEL)
  })

  it('keeps no picture of a kind that runs something, whatever it is called', async () => {
    const { file, run, library } = await importScene()
    const svg = `data:image/png;base64,${Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>').toString('base64')}`
    const { entries } = await run({ paths: [await file('ferry.html', page('Avon', { picture: svg }))] })
    expect(library.state.clippings.get(entries[0]?.clipping ?? '')?.assets).toBeUndefined()
  })

  it('writes nothing in a dry run, and says what an import then does', async () => {
    const { from, file, run, library, folder } = await importScene()
    await file('a.html', page('Avon', { url: 'https://news.example/avon' }))
    await file('b.html', page('Avon', { url: 'https://news.example/avon' }))
    await file('c.bin', Uint8Array.of(0, 1))
    const before = await contentsOf(folder)
    const dry = await run({ paths: [from], isDry: true })
    expect(await contentsOf(folder)).toEqual(before)
    expect(library.version).toBe(0)
    const done = await run({ paths: [from] })
    expect(dry.summary.counts).toEqual(done.summary.counts)
    expect(outcomes(dry.entries)).toEqual(outcomes(done.entries))
  })

  it('is undone as one change, with the collections and tags that it made, and redone', async () => {
    const { from, file, run, library } = await importScene()
    await file('a.html', page('Avon'))
    await file('b.html', page('Bath'))
    const { id } = await run({ paths: [from], options: { tags: ['ferries'] } })
    expect(library.state.tags.has('ferries')).toBe(true)
    const { entries, collections, tags } = got(await importLedgers(library.directory).read(id))
    const change = planUndoImport(
      library.pending,
      { clippings: clippingsOf(entries), collections, tags },
      'saved',
    )
    if (change === undefined) throw new Error('nothing to undo')
    got(await library.commit(change))
    expect([library.state.clippings.size, library.state.tags.size]).toEqual([0, 0])
    got(await library.undo())
    expect([library.state.clippings.size, library.state.tags.size]).toEqual([2, 1])
  })

  it('stops when it is cancelled, keeps what it wrote, and goes on when it is resumed', async () => {
    const { from, file, run, library } = await importScene()
    for (let each = 0; each < 400; each += 1)
      await file(`${each}.txt`, `Note ${each}\n\n${`The ferry ${each} sails later. `.repeat(12)}\n`)
    const controller = new AbortController()
    const stop = library.onChange(() => controller.abort())
    const cancelled = await run({ paths: [from] }, undefined, controller)
    stop()
    expect(cancelled.summary.state).toBe('cancelled')
    const kept = library.state.clippings.size
    expect(kept).toBeGreaterThan(0)
    expect(kept).toBeLessThan(400)
    const resumed = await run({ paths: [from], resume: cancelled.id })
    expect(resumed.summary).toMatchObject({ state: 'done', counts: { imported: 400, duplicate: 0 } })
    expect(library.state.clippings.size).toBe(400)
  })

  it('leaves the library itself out of a folder that holds it', async () => {
    const { folder, file, run } = await importScene()
    await file('a.html', page('Avon'))
    await run({ paths: [folder] })
    const { summary } = await run({ paths: [folder] })
    expect(summary.counts).toEqual({ imported: 0, version: 0, duplicate: 1, 'link-only': 0, failed: 0 })
  })

  it('tells of a path that is not there, and imports the others', async () => {
    const { from, file, run } = await importScene()
    await file('a.html', page('Avon'))
    await mkdir(join(from, 'none'))
    const { entries } = await run({ paths: [join(from, 'gone.html'), join(from, 'none'), from] })
    expect(outcomes(entries)).toEqual({ 'gone.html': 'failed', 'a.html': 'imported' })
    expect(entries[0]).toMatchObject({ reason: 'unreadable', detail: 'ENOENT' })
  })
})

it('keeps one ledger an import, and names of files that are no ledgers do not matter', async () => {
  const { from, file, run, library } = await importScene()
  await file('a.html', page('Avon'))
  const { id } = await run({ paths: [from] })
  await writeFile(join(library.directory, 'imports', 'notes.txt'), 'mine')
  expect(await readdir(join(library.directory, 'imports'))).toEqual([`${id}.jsonl`, 'notes.txt'])
  const listed = got(await importLedgers(library.directory).list())
  expect(listed).toMatchObject([{ id, state: 'done', paths: [from], counts: { imported: 1 } }])
})
