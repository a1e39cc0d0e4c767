import type { Stats } from 'node:fs'
import { opendir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { PAGE_FOLDER } from '../formats/page-folder.ts'

/** A file to import, or a place that the disk does not give. */
export type FoundFile =
  | {
      readonly ok: true
      readonly path: string
      readonly size: number
      /** When it was written or came to its place, in milliseconds since the epoch. */
      readonly changedAt: number
    }
  | { readonly ok: false; readonly path: string; readonly code: string }

/** Pictures that notes show: they come with the note, and are no items of their own. */
const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|bmp|svg|heic)$/iu
const NOTE = /\.(?:md|markdown)$/iu
/** Where Joplin lays the pictures of all notebooks. */
const RESOURCES = '_resources'

const PAGE = /\.(?:html?|xhtml|mht|mhtml)$/iu

const codeOf = (error: unknown): string => {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  throw error
}

/** Deeper folders are a loop of links that the system does not tell. */
const DEEPEST = 64

async function* below(folder: string, depth: number, isAmongNotes: boolean): AsyncGenerator<FoundFile> {
  const names: { name: string; isFolder: boolean }[] = []
  try {
    for await (const entry of await opendir(folder)) {
      const { name } = entry
      if (name.startsWith('.') || entry.isSymbolicLink()) continue
      if (entry.isDirectory() || entry.isFile()) names.push({ name, isFolder: entry.isDirectory() })
    }
  } catch (error) {
    yield { ok: false, path: folder, code: codeOf(error) }
    return
  }
  names.sort((a, b) => (a.name < b.name ? -1 : 1))
  const hasNotes = isAmongNotes || names.some(({ name, isFolder }) => !isFolder && NOTE.test(name))
  const isPictureOfNotes = (name: string): boolean =>
    (hasNotes || basename(folder) === RESOURCES) && PICTURE.test(name)
  const pages = new Set(names.filter(({ name }) => PAGE.test(name)).map(({ name }) => name.replace(PAGE, '')))
  for (const { name, isFolder } of names) {
    const path = join(folder, name)
    if (!isFolder) {
      if (!isPictureOfNotes(name)) yield await found(path)
    }
    // The pictures of a page that is saved beside are its own, not items.
    else if (!pages.has(name.replace(PAGE_FOLDER, '')) || !PAGE_FOLDER.test(name))
      if (depth < DEEPEST) yield* below(path, depth + 1, hasNotes)
  }
}

const foundAs = (path: string, { size, mtimeMs, ctimeMs, birthtimeMs }: Stats): FoundFile => ({
  ok: true,
  path,
  size,
  // One that was copied or moved here keeps the time at which it was written.
  changedAt: Math.max(mtimeMs, ctimeMs, birthtimeMs),
})

async function found(path: string): Promise<FoundFile> {
  try {
    return foundAs(path, await stat(path))
  } catch (error) {
    return { ok: false, path, code: codeOf(error) }
  }
}

/**
 * The files that a path stands for: itself, or everything below it, sorted by name in each folder. Passed over are
 * hidden files, links, the folders of pictures that browsers save beside a page, and pictures beside or below notes. Paths stay as they were given.
 */
export async function* filesIn(path: string): AsyncGenerator<FoundFile> {
  try {
    const stats = await stat(path)
    if (stats.isDirectory()) yield* below(path, 0, false)
    else yield foundAs(path, stats)
  } catch (error) {
    yield { ok: false, path, code: codeOf(error) }
  }
}
