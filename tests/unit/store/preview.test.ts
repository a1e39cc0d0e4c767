import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planClip } from '../../../electron/core/library/clip.ts'
import { planMark } from '../../../electron/core/library/mark.ts'
import type { Clipping } from '../../../electron/core/model/clipping.ts'
import type { Preview } from '../../../electron/store/library.ts'
import { openLibrary } from '../../../electron/store/open-library.ts'
import { sampleClipping, sampleId } from '../core/library/samples.ts'
import { failingFileSystem } from './failing-file-system.ts'
import { got, opened, samplePorts, scratchFolder } from './scratch-library.ts'

const inMonth = (number: number, month: string): Clipping =>
  sampleClipping(number, { clippedAt: `${month}-10T08:00:00.000Z` })

/** Fifty clippings in each of so many months, of which the last is 2025-12. */
async function libraryOf(months: number): Promise<string> {
  const folder = await scratchFolder()
  const library = await opened(folder)
  const clippings = Array.from({ length: 50 * months }, (_, number) =>
    inMonth(number + 1, `2025-${String(12 - (number % months)).padStart(2, '0')}`),
  )
  const [first, ...rest] = clippings
  if (first !== undefined) got(await library.commit(planClip(library.pending, [first, ...rest])))
  got(await library.close())
  return folder
}

async function previewOf(
  folder: string,
): Promise<{ previews: Preview[]; clippings: ReadonlyMap<string, Clipping> }> {
  const previews: Preview[] = []
  const library = await opened(folder, { ...samplePorts(), onPreview: preview => previews.push(preview) })
  return { previews, clippings: library.state.clippings }
}

const monthsOf = (clippings: ReadonlyMap<string, Clipping>): string[] =>
  [...new Set([...clippings.values()].map(({ clippedAt }) => clippedAt.slice(0, 7)))].sort()

describe('the preview of a library that opens', () => {
  test('has the newest months whole, as many as fill a screen, and says that there is more', async () => {
    const { previews, clippings } = await previewOf(await libraryOf(6))
    expect(previews).toHaveLength(1)
    expect(previews[0]?.isPart).toBe(true)
    const shown = previews[0]?.state.clippings ?? new Map()
    expect(monthsOf(shown)).toEqual(['2025-09', '2025-10', '2025-11', '2025-12'])
    expect(shown.size).toBe(200)
    for (const [id, clipping] of shown) expect(clippings.get(id)).toEqual(clipping)
  })

  test('of a small library is the library', async () => {
    const { previews, clippings } = await previewOf(await libraryOf(2))
    expect(previews.map(({ isPart }) => isPart)).toEqual([false])
    expect(new Map(previews[0]?.state.clippings)).toEqual(new Map(clippings))
  })

  test('has what the journal says of its months, and of no others', async () => {
    const folder = await libraryOf(6)
    const { fileSystem } = failingFileSystem({
      at: 0,
      code: 'EIO',
      only: { operation: 'create', path: 'library.json' },
    })
    const library = await opened(folder, { ...samplePorts(), fileSystem })
    const [newest, oldest] = ['2025-12', '2025-07'].map(month =>
      [...library.state.clippings.values()].find(({ clippedAt }) => clippedAt.startsWith(month)),
    )
    const ids = [newest?.id ?? '', oldest?.id ?? '']
    const star = got(
      planMark(library.pending, ids, { mark: 'starred', on: true }, '2026-01-01T00:00:00.000Z'),
    )
    if (star === undefined) throw new Error('nothing to star')
    got(await library.commit(star))
    got(await library.commit(planClip(library.pending, [inMonth(900, '2026-01')])))
    // Its compaction fails, as a crash would have it.
    expect((await library.close()).ok).toBe(false)
    const { previews } = await previewOf(folder)
    const shown = previews[0]?.state.clippings
    expect(shown?.get(newest?.id ?? '')?.starred).toBe(true)
    expect(shown?.has(oldest?.id ?? '')).toBe(false)
    expect(shown?.has(sampleId(900))).toBe(true)
  })
})

test('a record that is not as the product writes it is parsed by its schema, and refused where it does not fit', async () => {
  const folder = await libraryOf(1)
  const path = join(folder, 'clippings', '2025-12.json')
  // As another program writes it: without a checksum.
  const text = (await readFile(path, 'utf8')).replace(/ {2}"crc".*\n/, '')
  const reordered = text
    .replace(/("title": "[^"]*"),\n(\s*)("bylines": \[\])/, '$3,\n$2$1')
    .replace('"starred"', '"stranger": 1,\n"starred"')
  expect(reordered).not.toBe(text)
  await writeFile(path, reordered)
  const library = await opened(folder)
  expect(library.state.clippings.size).toBe(50)
  expect(JSON.stringify([...library.state.clippings.values()])).not.toContain('stranger')
  await library.close()
  await writeFile(path, text.replace('"starred": false', '"starred": "no"'))
  expect(await openLibrary(folder, samplePorts())).toMatchObject({
    ok: false,
    error: { code: 'library-damaged' },
  })
})
