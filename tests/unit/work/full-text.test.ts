import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { jsonBytes } from '../../../electron/store/json-file.ts'
import { articlePath } from '../../../electron/store/paths.ts'
import { findInBodies } from '../../../electron/work/find-in-bodies.ts'
import { findFullText, numberFullText, openFullText, putFullText } from '../../../electron/work/full-text.ts'
import { findSnippets } from '../../../electron/work/snippets.ts'
import { sampleArticle, sampleClipping } from '../core/library/samples.ts'

let library: string

beforeEach(async () => {
  library = await mkdtemp(join(tmpdir(), 'cuttings-full-text-'))
})
afterEach(() => rm(library, { recursive: true, force: true }))

async function writeArticle(number: number, bytes: Uint8Array | string): Promise<void> {
  const path = join(library, articlePath(sampleClipping(number).id, 1))
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
}

const clippings = [1, 2, 3, 4].map(number => sampleClipping(number, { title: `Harbour report ${number}` }))
const idsOf = (...numbers: number[]) => numbers.map(number => sampleClipping(number).id)

/** One sound article, one that is missing, one that was cut short, one that is something else. */
async function damagedLibrary(): Promise<void> {
  await writeArticle(1, jsonBytes(sampleArticle(1, 'The pilots voted.')))
  await writeArticle(3, '{"id": "01')
  await writeArticle(4, '{"recipe": "soup"}')
}

it('goes on indexing beside articles that are missing or damaged, and finds those by their fields', async () => {
  await damagedLibrary()
  expect(openFullText({ library })).toEqual({ state: 'empty' })
  expect(await putFullText({ library, clippings, removed: [], collections: [], seq: 4 })).toBe(true)
  numberFullText({ ids: idsOf(1, 2, 3, 4), first: 1 })
  const today = '2025-07-19'
  expect(findFullText({ query: 'pilots', today })).toEqual(Int32Array.of(1))
  expect(findFullText({ query: 'harbour', today })?.sort()).toEqual(Int32Array.of(1, 2, 3, 4))
})

it('scans articles beside those that are missing or damaged, in the query language', async () => {
  await damagedLibrary()
  const asked = { library, today: '2025-07-19', clippings, collections: [] }
  expect(await findInBodies({ ...asked, query: 'text:pilots -soup' })).toEqual(idsOf(1))
  expect(await findInBodies({ ...asked, query: 'soup' })).toEqual([])
  expect(await findInBodies({ ...asked, query: 'title:harbour -pilots' })).toEqual(idsOf(2, 3, 4))
  expect(await findInBodies({ ...asked, query: 'date:32' })).toEqual([])
})

it('shows the passage of each article that the query is about, and leaves out what cannot be read', async () => {
  await damagedLibrary()
  const clippings = idsOf(1, 2, 3, 4).map(id => ({ id, revision: 1 }))
  const asked = { library, today: '2025-07-19', clippings }
  const passage = { text: 'The pilots voted.', cutBefore: false, cutAfter: false }
  const [id] = idsOf(1)
  expect(await findSnippets({ ...asked, query: 'pil' })).toEqual([{ id, ...passage, marks: [[4, 10]] }])
  expect(await findSnippets({ ...asked, query: 'is:nothing' })).toEqual([{ id, ...passage, marks: [] }])
})

it('answers with the best first, also right after it was opened again', async () => {
  await writeArticle(1, jsonBytes(sampleArticle(1, 'The pilots voted.')))
  openFullText({ library })
  await putFullText({ library, clippings, removed: [], collections: [], seq: 4 })
  expect(openFullText({ library })).toEqual({ state: 'ready', seq: 4 })
  numberFullText({ ids: idsOf(2, 3), first: 0 })
  numberFullText({ ids: idsOf(1), first: 2 })
  const found = findFullText({ query: 'report OR pilots', today: '2025-07-19', byRelevance: true })
  expect([found?.[0], found?.length]).toEqual([2, 3])
})
