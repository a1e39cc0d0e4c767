import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { planClip } from '../../../../electron/core/library/clip.ts'
import { planCreateCollection } from '../../../../electron/core/library/collections.ts'
import { planMark } from '../../../../electron/core/library/mark.ts'
import { planSaveSearch } from '../../../../electron/core/library/saved-searches.ts'
import type { Library } from '../../../../electron/store/library.ts'
import { sampleArticle, sampleClipping, sampleId } from '../../core/library/samples.ts'
import { got } from '../scratch-library.ts'

export const AT = '2025-07-20T08:00:00.000Z'

/** Keeps a clipping with an original and an article; resolves to the original's SHA-256. */
export async function clip(library: Library, number: number, clippedAt = AT): Promise<string> {
  const bytes = new TextEncoder().encode(`original ${number}`)
  const original = got(await library.putOriginal(bytes, 'text/plain', `${number}.txt`))
  got(await library.keepArticle(sampleArticle(number, `Words of ${number}.`)))
  const clipping = sampleClipping(number, { originals: [original], clippedAt })
  got(await library.commit(planClip(library.pending, [clipping])))
  return original.sha256
}

export async function tag(library: Library, number: number, name: string): Promise<void> {
  const change = got(planMark(library.pending, [sampleId(number)], { mark: 'tag', tag: name, on: true }, AT))
  if (change !== undefined) got(await library.commit(change))
}

export async function collect(library: Library, id: number, name: string, number: number): Promise<void> {
  got(
    await library.commit(
      got(planCreateCollection(library.pending, sampleId(id), name, [sampleId(number)], AT)),
    ),
  )
}

export async function saveSearch(library: Library, id: number, name: string, query: string): Promise<void> {
  got(await library.commit(got(planSaveSearch(library.pending, sampleId(id), name, query))))
}

/** Every file below the folder with its bytes, by its path; without lock and backups. */
export async function filesIn(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(folder.length + 1).replaceAll('\\', '/')
    if (!entry.isFile() || name === 'lock' || name.startsWith('backups/')) continue
    files[name] = await readFile(path, 'latin1')
  }
  return files
}

/** A state as plain data that compares by value. */
export const plainState = ({ state }: Pick<Library, 'state'>) => ({
  clippings: Object.fromEntries(state.clippings),
  tags: Object.fromEntries(state.tags),
  collections: Object.fromEntries(state.collections),
  savedSearches: Object.fromEntries(state.savedSearches),
  outletRules: Object.fromEntries(state.outletRules),
  events: Object.fromEntries(state.events),
})
