import type { ImportItem, ItemRead, ReadFailure } from '../core/model/import-item.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { fileOnDisk, type ImportFile } from '../formats/import-file.ts'
import { readAny } from './read-any.ts'
import { type ReadItem, readItem } from './read-item.ts'

/** Where an item stands, before its text is read; `at` is how far into the file, from 0 to 1. */
export type NextItem =
  | { readonly kind: 'item'; readonly key: string; readonly name: string; readonly at: number }
  | { readonly kind: 'failed'; readonly failure: ReadFailure; readonly at: number }
  | { readonly kind: 'end' }

interface Reading {
  readonly items: AsyncIterator<ItemRead>
  readonly at: () => number
  item: ImportItem | undefined
}

/** The file that this worker reads. */
let reading: Reading | undefined

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

const unreadable = (name: string, code: string): ReadFailure => ({
  key: '',
  name,
  reason: 'unreadable',
  detail: code,
})

/** The file, and how far into it bytes were asked for; a reader that asks for all of it at once has been everywhere. */
function followed(file: ImportFile): { file: ImportFile; at: () => number } {
  let furthest = 0
  const reached = (place: number) => {
    furthest = Math.max(furthest, Math.min(place, file.size))
  }
  return {
    at: () => (file.size === 0 ? 1 : furthest / file.size),
    file: {
      ...file,
      bytes: () => {
        reached(file.size)
        return file.bytes()
      },
      slice: (start, end) => {
        // The directory of an archive is at its end, and read first.
        if (start <= furthest + SKIP) reached(end)
        return file.slice(start, end)
      },
      async *stream() {
        let place = 0
        for await (const piece of file.stream()) {
          place += piece.length
          reached(place)
          yield piece
        }
      },
    },
  }
}

const SKIP = 64 * 1024 * 1024

/** Begins with a file, of the folder `root` where that is imported; the first `skip` of its items are passed over, because they were read before. */
export async function openImport({
  path,
  root,
  skip,
}: {
  path: string
  root: string | undefined
  skip: number
}): Promise<Result<null, ReadFailure>> {
  reading = undefined
  try {
    const { file, at } = followed(await fileOnDisk(path, root))
    const items = readAny(file)[Symbol.asyncIterator]()
    for (let passed = 0; passed < skip; passed += 1) if ((await items.next()).done === true) break
    reading = { items, at, item: undefined }
    return ok(null)
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) throw error
    return fail(unreadable(path, code))
  }
}

/** Takes the next item out of the file, and holds it for {@link readImported}. */
export async function nextImported(): Promise<NextItem> {
  if (reading === undefined) return { kind: 'end' }
  reading.item = undefined
  try {
    const next = await reading.items.next()
    if (next.done === true) {
      reading = undefined
      return { kind: 'end' }
    }
    const at = reading.at()
    if (!next.value.ok) return { kind: 'failed', failure: next.value.error, at }
    reading.item = next.value.value
    return { kind: 'item', key: next.value.value.key, name: next.value.value.name, at }
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) throw error
    // The disk does not give the rest of the file.
    reading = undefined
    return { kind: 'failed', failure: unreadable('', code), at: 1 }
  }
}

/** Reads the text of the item that was taken out last. */
export function readImported({ clippedAt }: { clippedAt: string }): Result<ReadItem, ReadFailure> {
  if (reading?.item === undefined) throw new Error('no item was taken out')
  return readItem(reading.item, clippedAt)
}

/** All items of one file, each read: for one that is opened by itself. */
export async function readWhole(
  file: ImportFile,
  clippedAt: string,
): Promise<Result<ReadItem, ReadFailure>[]> {
  const read: Result<ReadItem, ReadFailure>[] = []
  for await (const item of readAny(file)) read.push(item.ok ? readItem(item.value, clippedAt) : item)
  return read
}

/** The same for a file on the disk; one that the disk does not give is a failure too. */
export async function readWholeAt(path: string, clippedAt: string): Promise<Result<ReadItem, ReadFailure>[]> {
  try {
    return await readWhole(await fileOnDisk(path), clippedAt)
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) throw error
    return [fail(unreadable(path, code))]
  }
}
