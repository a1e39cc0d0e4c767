import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Clipping } from '../../../electron/core/model/clipping.ts'
import { verify } from '../../../electron/store/verify.ts'
import { zipOfFixture } from '../../formats/reading.ts'
import { got } from '../store/scratch-library.ts'
import { importScene } from './import-scene.ts'

const FORMATS = join(import.meta.dirname, '../../formats')

/** How many of its rows are kept, with an article or as a link, and how many fail. */
const EXPORTS: ReadonlyArray<readonly [path: string, kept: number, failed: number]> = [
  ['instapaper/instapaper-export.csv', 5, 1],
  ['readwise/reader.csv', 3, 1],
  ['readwise/highlights.csv', 2, 1],
  ['raindrop/raindrop.csv', 4, 1],
  ['bookmarks/bookmarks.html', 5, 1],
  ['wallabag/export.json', 3, 2],
  ['karakeep/karakeep.json', 3, 2],
  ['linkwarden/backup.json', 2, 1],
  ['enex/Harbour desk.enex', 3, 2],
  ['joplin/notes.jex', 2, 1],
  ['zotero/references.ris', 2, 2],
  ['zotero/references.json', 2, 2],
  ['zotero/library.rdf', 3, 1],
]

async function imported(path: string | readonly [name: string, bytes: Buffer]) {
  const { from, run, library } = await importScene()
  await mkdir(from, { recursive: true })
  const name = typeof path === 'string' ? basename(path) : path[0]
  if (typeof path === 'string') await copyFile(join(FORMATS, path), join(from, name))
  else await writeFile(join(from, name), path[1])
  const { entries } = await run({ paths: [join(from, name)] })
  const clippings: Clipping[] = entries.flatMap(
    ({ clipping }) => library.state.clippings.get(clipping ?? '') ?? [],
  )
  const collections = (clipping: Clipping) =>
    clipping.collections.map(id => library.state.collections.get(id)?.name)
  return { entries, clippings, collections, library }
}

const titled = (clippings: readonly Clipping[], title: string): Clipping => {
  const found = clippings.find(clipping => clipping.title === title)
  if (found === undefined) throw new Error(`nothing is called ${title}`)
  return found
}

describe('an import of an export', () => {
  it.each(EXPORTS)('%s accounts for each row in the ledger', async (path, kept, failed) => {
    const { entries, library } = await imported(path)
    const outcomes = entries.map(({ outcome }) => outcome)
    expect(outcomes.filter(outcome => outcome === 'failed')).toHaveLength(failed)
    expect(outcomes.filter(outcome => outcome !== 'failed')).toHaveLength(kept)
    expect((await verify(library.directory)).problems).toEqual([])
  })

  it('keeps time, tags and state of links', async () => {
    const { entries, clippings } = await imported(['pocket.zip', await zipOfFixture('pocket')])
    expect(entries.filter(({ outcome }) => outcome === 'link-only')).toHaveLength(7)
    const clipping = titled(clippings, '南湖水位连续三日下降')
    expect(clipping).toMatchObject({ tags: ['水利', '南湖 水位'], clippedAt: '2023-11-14T22:13:20.000Z' })
    expect(clipping.readAt).toBeDefined()
    expect(titled(clippings, 'Harbour ferries return to the winter timetable').readAt).toBeUndefined()
  })

  it('keeps text, author, note and star of articles', async () => {
    const { clippings } = await imported('wallabag/export.json')
    expect(titled(clippings, 'Harbour ferries return')).toMatchObject({
      bylines: ['Ann Reed', 'Bo Lind'],
      tags: ['transport', 'harbour'],
      note: 'Not about a passage',
      starred: true,
      readAt: '2024-01-05T07:00:00.000Z',
      url: 'https://news.example/ferries',
    })
  })

  it('makes collections of folders', async () => {
    const { clippings, collections } = await imported('bookmarks/bookmarks.html')
    expect(collections(titled(clippings, '渡轮恢复冬季班次'))).toEqual(['Transport & harbour / 渡轮'])
  })

  it.each([
    ['enex/Harbour desk.enex', 'Harbour ferries & the winter timetable'],
    ['joplin/notes.jex', 'Harbour ferries return'],
  ])('%s has its pictures in the article', async (path, title) => {
    const { clippings, library } = await imported(path)
    const article = got(await library.readArticle(titled(clippings, title)))
    expect(article.figures.map(({ asset }) => typeof asset)).toEqual(['string'])
  })
})
