import { Readable } from 'node:stream'
import {
  type Entry,
  fromRandomAccessReaderPromise,
  RandomAccessReader,
  validateFileName,
  type ZipFile,
} from 'yauzl'
import type { ReadFailureReason } from '../core/model/import-item.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { ImportFile } from './import-file.ts'
import { unzstd } from './zstd.ts'

export interface ZipEntry {
  /** With `/` between folders, below the archive, never leading outside it. */
  readonly path: string
  /** As the archive claims it; reading ends with `unsafe` where there turns out to be more. */
  readonly size: number
}

export interface ZipFailure {
  readonly reason: ReadFailureReason
  readonly detail?: string | undefined
}

export interface ZipEntries {
  /** Files in the archive's order; folders, and entries whose names lead outside, are left out. */
  readonly entries: readonly ZipEntry[]
  /** How many names led outside. */
  readonly leftOut: number
  read(entry: ZipEntry): Promise<Result<Uint8Array, ZipFailure>>
  /** A file that is stored without compression, to be read in pieces where it lies; undefined where it is packed. */
  stored(entry: ZipEntry): Promise<ImportFile | undefined>
}

const MOST_ENTRIES = 200_000
/** One entry is held in memory. */
const LARGEST_ENTRY = 256 * 1024 * 1024
/** DEFLATE reaches 1,032 to 1; text and its markup stay below 100 to 1. Small archives may do as they like. */
const HIGHEST_RATIO = 200
const SMALL = 64 * 1024 * 1024
/** The directory is read entry by entry: so much is taken at once. */
const READ_AHEAD = 256 * 1024

class FileReader extends RandomAccessReader {
  readonly #file: ImportFile
  #start = 0
  #ahead: Uint8Array = new Uint8Array(0)

  constructor(file: ImportFile) {
    super()
    this.#file = file
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const file = this.#file
    return Readable.from(
      (async function* () {
        for (let at = start; at < end; at += READ_AHEAD)
          yield await file.slice(at, Math.min(end, at + READ_AHEAD))
      })(),
    )
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#take(position, length).then(
      bytes => {
        if (bytes.length < length) return callback(new Error('unexpected end of file'))
        buffer.set(bytes, offset)
        callback(null)
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    )
  }

  async #take(position: number, length: number): Promise<Uint8Array> {
    if (position < this.#start || position + length > this.#start + this.#ahead.length) {
      this.#ahead = await this.#file.slice(position, position + Math.max(length, READ_AHEAD))
      this.#start = position
    }
    return this.#ahead.subarray(position - this.#start, position - this.#start + length)
  }
}

const UTF8_FLAG = 0x800

/** Names without the flag are in the code page of the machine that packed them: on Chinese Windows GBK. */
function nameOf(entry: Entry): string {
  const unicode = entry.extraFields.find(({ id, data }) => id === 0x7075 && data.length > 5)
  const raw = unicode === undefined ? entry.fileNameRaw : unicode.data.subarray(5)
  for (const encoding of (entry.generalPurposeBitFlag & UTF8_FLAG) === 0 ? ['utf-8', 'gb18030'] : ['utf-8']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(raw).replaceAll('\\', '/')
    } catch {
      // Not in this encoding.
    }
  }
  return raw.toString('latin1').replaceAll('\\', '/')
}

async function listed(
  zip: ZipFile,
): Promise<{ entries: Map<ZipEntry, Entry>; leftOut: number } | ZipFailure> {
  const entries = new Map<ZipEntry, Entry>()
  let leftOut = 0
  for await (const entry of zip.eachEntry()) {
    if (entries.size >= MOST_ENTRIES) return { reason: 'unsafe', detail: 'more entries than an archive has' }
    const path = nameOf(entry)
    if (path.endsWith('/')) continue
    if (validateFileName(path) !== null || path.includes('\0')) leftOut += 1
    else entries.set({ path, size: entry.uncompressedSize }, entry)
  }
  return { entries, leftOut }
}

/** APPNOTE 6.3.7, section 4.4.5: what 7-Zip and WinZip may pack with. */
const ZSTD = 93

async function unpacked(zip: ZipFile, entry: Entry): Promise<Result<Uint8Array, ZipFailure>> {
  const isZstd = entry.compressionMethod === ZSTD
  const pieces: Uint8Array[] = []
  for await (const piece of await zip.openReadStreamPromise(entry, isZstd ? { decodeFileData: false } : {}))
    pieces.push(piece)
  if (!isZstd) return ok(Buffer.concat(pieces))
  const unpacked = unzstd(Buffer.concat(pieces), entry.uncompressedSize)
  if (unpacked.ok) return unpacked
  // There is more than it claims.
  return fail({ reason: unpacked.error === 'too-large' ? 'unsafe' : unpacked.error })
}

/**
 * The files of a ZIP archive, each read when it is asked for. What an archive may unpack to is bounded: by the size
 * of an entry, and by all entries together against the archive's own size, so that a bomb ends with `unsafe` before
 * it is unpacked (yauzl ends an entry that is larger than it claims).
 */
export async function openZip(file: ImportFile): Promise<Result<ZipEntries, ZipFailure>> {
  if (file.size === 0) return fail({ reason: 'empty' })
  try {
    // Names are decoded here, so that one that leads outside does not end the reading of the others.
    const zip = await fromRandomAccessReaderPromise(new FileReader(file), file.size, {
      decodeStrings: false,
      autoClose: false,
    })
    const found = await listed(zip)
    if ('reason' in found) return fail(found)
    const total = [...found.entries.keys()].reduce((sum, { size }) => sum + size, 0)
    if (total > SMALL && total > file.size * HIGHEST_RATIO)
      return fail({ reason: 'unsafe', detail: `${file.size} bytes would unpack to ${total}` })
    return ok({
      entries: [...found.entries.keys()],
      leftOut: found.leftOut,
      read: readerOf(zip, found.entries),
      stored: storedIn(file, zip, found.entries),
    })
  } catch (error) {
    return fail({ reason: 'damaged', detail: messageOf(error) })
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const readerOf =
  (zip: ZipFile, entries: ReadonlyMap<ZipEntry, Entry>): ZipEntries['read'] =>
  async wanted => {
    const entry = entries.get(wanted)
    if (entry === undefined) throw new Error('not an entry of this archive')
    if (entry.isEncrypted()) return fail({ reason: 'encrypted' })
    if (entry.uncompressedSize > LARGEST_ENTRY) return fail({ reason: 'too-large' })
    try {
      return await unpacked(zip, entry)
    } catch (error) {
      const detail = messageOf(error)
      return fail({ reason: /too many bytes/u.test(detail) ? 'unsafe' : 'damaged', detail })
    }
  }

const storedIn =
  (file: ImportFile, zip: ZipFile, entries: ReadonlyMap<ZipEntry, Entry>): ZipEntries['stored'] =>
  async wanted => {
    const entry = entries.get(wanted)
    if (entry === undefined) throw new Error('not an entry of this archive')
    if (entry.isEncrypted() || entry.compressionMethod !== 0) return undefined
    try {
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
      return partOf(file, fileDataStart, wanted)
    } catch {
      return undefined
    }
  }

function partOf(file: ImportFile, from: number, { path, size: claimed }: ZipEntry): ImportFile {
  const size = Math.max(0, Math.min(claimed, file.size - from))
  const slice: ImportFile['slice'] = (start, end) => file.slice(from + start, from + Math.min(end, size))
  return {
    name: path.split('/').at(-1) ?? path,
    size,
    bytes: () => slice(0, size),
    slice,
    stream: async function* () {
      for (let at = 0; at < size; at += READ_AHEAD) yield await slice(at, at + READ_AHEAD)
    },
    beside: async () => undefined,
  }
}
