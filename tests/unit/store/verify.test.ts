import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planClip } from '../../../electron/core/library/clip.ts'
import { planCreateCollection } from '../../../electron/core/library/collections.ts'
import { planMark } from '../../../electron/core/library/mark.ts'
import type { Library } from '../../../electron/store/library.ts'
import { articlePath, monthPath, originalPath } from '../../../electron/store/paths.ts'
import { type Problem, verify } from '../../../electron/store/verify.ts'
import { sampleArticle, sampleClipping, sampleId } from '../core/library/samples.ts'
import { got, opened, scratchFolder } from './scratch-library.ts'

const AT = '2025-07-20T08:00:00.000Z'

async function clip(library: Library, number: number): Promise<string> {
  const bytes = new TextEncoder().encode(`original ${number}`)
  const original = got(await library.putOriginal(bytes, 'text/plain', ''))
  got(await library.keepArticle(sampleArticle(number, 'Words.')))
  got(await library.commit(planClip(library.pending, [sampleClipping(number, { originals: [original] })])))
  return original.sha256
}

/** A closed library of two clippings in two journal files, with a tag and a collection; and the hash of the first original. */
async function soundLibrary(): Promise<{ folder: string; sha256: string }> {
  const folder = await scratchFolder()
  const first = await opened(folder)
  const sha256 = await clip(first, 1)
  got(await first.commit(got(planCreateCollection(first.pending, sampleId(900), 'Case', [sampleId(1)], AT))))
  await first.close()
  const second = await opened(folder)
  await clip(second, 2)
  const tagged = got(planMark(second.pending, [sampleId(2)], { mark: 'tag', tag: 'a', on: true }, AT))
  if (tagged !== undefined) got(await second.commit(tagged))
  await second.close()
  return { folder, sha256 }
}

/** Changes the one place of a text file where `from` stands. */
async function change(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, 'utf8')
  expect(text.split(from)).toHaveLength(2)
  await writeFile(path, text.replace(from, to))
}

const kinds = (problems: readonly Problem[]) => problems.map(({ kind, what }) => `${kind} ${what}`)

describe('verifying a library', () => {
  test('finds nothing wrong with a sound one, and says how much it checked', async () => {
    const { folder } = await soundLibrary()
    expect(await verify(folder)).toEqual({
      ok: true,
      checked: { changes: 4, clippings: 2, articles: 2, originals: 2 },
      problems: [],
      unreferenced: [],
      conflictCopies: [],
    })
  })

  test('writes nothing, not even a lock', async () => {
    const { folder } = await soundLibrary()
    const before = (await readdir(folder, { recursive: true })).sort()
    await verify(folder)
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(before)
  })

  test('finds a value of the snapshot that is not what the history made', async () => {
    const { folder } = await soundLibrary()
    const month = join(folder, monthPath('2025-07'))
    // As version 2 wrote it: without a checksum.
    await writeFile(month, (await readFile(month, 'utf8')).replace(/ {2}"crc".*\n/, ''))
    await change(month, '"title": "Clipping 1"', '"title": "Clipping l"')
    const report = await verify(folder)
    expect(report.ok).toBe(false)
    expect(kinds(report.problems)).toEqual([`snapshot-differs ${sampleId(1)}`])
  })

  test('finds files of the snapshot that are missing or not readable', async () => {
    const { folder } = await soundLibrary()
    await truncate(join(folder, monthPath('2025-07')), 100)
    expect(kinds((await verify(folder)).problems)).toEqual(['unreadable-snapshot library.json'])
    await rm(join(folder, monthPath('2025-07')))
    const [problem] = (await verify(folder)).problems
    expect(problem).toMatchObject({
      kind: 'unreadable-snapshot',
      detail: 'clippings/2025-07.json is missing',
    })
  })

  test('finds damage in journal files that opening no longer reads', async () => {
    const { folder } = await soundLibrary()
    await change(join(folder, 'journal', '000001.jsonl'), '"kind":"clip"', '"kind":"edit"')
    expect((await opened(folder)).readOnly).toBeUndefined()
    expect(kinds((await verify(folder)).problems)).toContain('damaged-journal journal/000001.jsonl')
  })

  test('finds a journal file that is missing, in the middle or at the end', async () => {
    const { folder } = await soundLibrary()
    await rm(join(folder, 'journal', '000003.jsonl'))
    expect(kinds((await verify(folder)).problems)).toEqual(['missing-journal journal/000003.jsonl'])
    const other = await soundLibrary()
    await rm(join(other.folder, 'journal', '000001.jsonl'))
    expect(kinds((await verify(other.folder)).problems)).toEqual(['missing-journal journal/000001.jsonl'])
  })

  test('finds articles and originals that are missing or changed', async () => {
    const { folder, sha256 } = await soundLibrary()
    const article = articlePath(sampleId(1), 1)
    await change(join(folder, article), '"revision": 1', '"revision": 2')
    await writeFile(join(folder, originalPath(sha256)), 'other words')
    expect(kinds((await verify(folder)).problems)).toEqual([
      `damaged-article ${article}`,
      `damaged-original ${originalPath(sha256)}`,
    ])
    await rm(join(folder, article))
    await rm(join(folder, originalPath(sha256)))
    expect(kinds((await verify(folder)).problems)).toEqual([
      `missing-article ${sampleId(1)}`,
      `missing-original ${sampleId(1)}`,
    ])
  })

  test('names files that nothing refers to, which is no problem', async () => {
    const { folder } = await soundLibrary()
    const library = await opened(folder)
    got(await library.keepArticle(sampleArticle(7, 'Never committed.')))
    await library.close()
    const report = await verify(folder)
    expect(report.ok).toBe(true)
    expect(report.unreferenced).toEqual([articlePath(sampleId(7), 1)])
  })

  test('says of an empty folder that there is no library', async () => {
    const report = await verify(await scratchFolder())
    expect(report.problems).toMatchObject([
      { kind: 'unreadable-snapshot', detail: 'library.json is missing' },
    ])
  })
})
