import { createReadStream } from 'node:fs'
import { open, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import type { ItemRead } from '../core/model/import-item.ts'

/** A file to import, wherever its bytes are: readers take from it only what they need. */
export interface ImportFile {
  /** Its own name, without folders. */
  readonly name: string
  readonly size: number
  /** All of it; readers of formats that can be large use `slice` or `stream`. */
  bytes(): Promise<Uint8Array>
  /** From `start` up to and not including `end`. */
  slice(start: number, end: number): Promise<Uint8Array>
  stream(): AsyncIterable<Uint8Array>
  /**
   * A file beside it, by a path with `/` from its folder; undefined where there is none or it leads out of that folder, or
   * out of the one that is imported where that is known.
   */
  beside(path: string): Promise<Uint8Array | undefined>
  /** The folders it lies in below the one that is imported, from the outermost down. */
  readonly folders?: readonly string[] | undefined
}

/**
 * Reads the documents of a file one after another, without holding more than one of them. What cannot be read is
 * an item with its reason, and the rest goes on; a reader throws nothing but bugs and the disk's own errors.
 */
export type FormatReader = (file: ImportFile) => AsyncIterable<ItemRead>

/** Pictures beside a page are small; something larger is not one. */
const LARGEST_BESIDE = 256 * 1024 * 1024

/** On Windows `\` parts folders and `:` names a drive. */
const isRelative = (path: string): boolean => path !== '' && !/[\\:\0]/u.test(path) && !path.startsWith('/')

async function readBeside(path: string, name: string, root: string): Promise<Uint8Array | undefined> {
  if (!isRelative(name)) return undefined
  try {
    const within = await realpath(root)
    const target = await realpath(join(dirname(path), name))
    const way = relative(within, target)
    // A link in the folder may lead out of it, as `..` does.
    if (way.startsWith('..') || isAbsolute(way)) return undefined
    const found = await stat(target)
    return found.isFile() && found.size <= LARGEST_BESIDE ? await readFile(target) : undefined
  } catch {
    return undefined
  }
}

/**
 * The file at a path as it is now; rejects with the disk's own error where there is none or it is a folder. `root` is the
 * folder that is imported, where one is.
 */
export async function fileOnDisk(path: string, root = dirname(path)): Promise<ImportFile> {
  const handle = await open(path)
  const { size } = await handle.stat().finally(() => handle.close())
  return {
    name: basename(path),
    size,
    bytes: () => readFile(path),
    slice: async (start, end) => {
      const wanted = Math.max(0, Math.min(end, size) - start)
      const reader = await open(path)
      try {
        const { bytesRead, buffer } = await reader.read(Buffer.allocUnsafe(wanted), 0, wanted, start)
        return buffer.subarray(0, bytesRead)
      } finally {
        await reader.close()
      }
    },
    stream: () => createReadStream(path, { highWaterMark: 256 * 1024 }),
    beside: name => readBeside(path, name, root),
    folders: relative(root, dirname(path))
      .split(sep)
      .filter(name => name !== ''),
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Bytes that have a name and no place: from the clipboard, or out of an archive. */
export function fileInMemory(name: string, bytes: Uint8Array): ImportFile {
  return {
    name,
    size: bytes.length,
    bytes: async () => bytes,
    slice: async (start, end) => bytes.subarray(start, end),
    stream: () => once(bytes),
    beside: async () => undefined,
  }
}
