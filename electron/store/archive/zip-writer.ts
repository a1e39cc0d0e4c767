import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

const deflate = promisify(deflateRaw)

/** Names are UTF-8 (APPNOTE.TXT 4.4.4, bit 11). */
const UTF8_NAMES = 0x0800
const STORED = 0
const DEFLATED = 8
const VERSION = 20
const VERSION_ZIP64 = 45
const UNIX = 3 << 8
const REGULAR_FILE = (0o100644 << 16) >>> 0
/** 1 January 1980, before which a ZIP has no days: one day for all, so that equal libraries make equal archives. */
const DAY = 0x21
const MOST_16 = 0xffff
const MOST_32 = 0xffffffff
/** Small pieces are written together. */
const CHUNK = 1024 * 1024

/**
 * Writes a ZIP file from its beginning to its end, entry by entry, in ZIP64 where there are more than 65,534
 * entries or 4 GiB (APPNOTE.TXT 4.3 and 4.5.3). An entry's bytes are in memory, so none is larger than Node's
 * buffers, and its sizes always fit 32 bits. The cost of an entry does not grow with their number.
 */
export class ZipWriter {
  readonly #write: (bytes: Uint8Array) => Promise<void>
  readonly #directory: Uint8Array[] = []
  #waiting: Uint8Array[] = []
  #waitingLength = 0
  #offset = 0

  constructor(write: (bytes: Uint8Array) => Promise<void>) {
    this.#write = write
  }

  async add(path: string, bytes: Uint8Array): Promise<void> {
    const name = Buffer.from(path, 'utf8')
    const deflated = await deflate(bytes)
    const [method, data] = deflated.length < bytes.length ? [DEFLATED, deflated] : [STORED, bytes]
    /** What both headers say of the entry, from the version to the length of the name. */
    const facts = Buffer.alloc(24)
    facts.writeUInt16LE(VERSION, 0)
    facts.writeUInt16LE(UTF8_NAMES, 2)
    facts.writeUInt16LE(method, 4)
    facts.writeUInt16LE(DAY, 8)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(data.length, 14)
    facts.writeUInt32LE(bytes.length, 18)
    facts.writeUInt16LE(name.length, 22)
    this.#directory.push(Buffer.concat(directoryRecord(facts, name, this.#offset)))
    await this.#put(signature(0x04034b50), facts, uint16(0), name, data)
  }

  /** Writes the directory, and whatever still waits. */
  async finish(): Promise<void> {
    const start = this.#offset
    const count = this.#directory.length
    for (const record of this.#directory) await this.#put(record)
    const length = this.#offset - start
    if (count >= MOST_16 || start >= MOST_32 || length >= MOST_32)
      await this.#put(...zip64End(count, length, start))
    await this.#put(...end(count, length, start))
    await this.#flush()
  }

  async #put(...pieces: readonly Uint8Array[]): Promise<void> {
    for (const piece of pieces) {
      this.#waiting.push(piece)
      this.#waitingLength += piece.length
      this.#offset += piece.length
    }
    if (this.#waitingLength >= CHUNK) await this.#flush()
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#waitingLength = 0
    await this.#write(bytes)
  }
}

const uint16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const uint64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

const signature = uint32

function directoryRecord(facts: Uint8Array, name: Uint8Array, offset: number): Uint8Array[] {
  const far = offset >= MOST_32
  const extra = far ? [uint16(1), uint16(8), uint64(offset)] : []
  return [
    signature(0x02014b50),
    uint16(UNIX | (far ? VERSION_ZIP64 : VERSION)),
    facts,
    uint16(far ? 12 : 0),
    // Length of the comment, number of the disk, internal attributes.
    Buffer.alloc(6),
    uint32(REGULAR_FILE),
    uint32(Math.min(offset, MOST_32)),
    name,
    ...extra,
  ]
}

/** The ZIP64 end of the directory, and the locator that points to it. */
const zip64End = (count: number, length: number, start: number): Uint8Array[] => [
  signature(0x06064b50),
  uint64(44),
  uint16(UNIX | VERSION_ZIP64),
  uint16(VERSION_ZIP64),
  Buffer.alloc(8),
  uint64(count),
  uint64(count),
  uint64(length),
  uint64(start),
  signature(0x07064b50),
  uint32(0),
  uint64(start + length),
  uint32(1),
]

const end = (count: number, length: number, start: number): Uint8Array[] => [
  signature(0x06054b50),
  Buffer.alloc(4),
  uint16(Math.min(count, MOST_16)),
  uint16(Math.min(count, MOST_16)),
  uint32(Math.min(length, MOST_32)),
  uint32(Math.min(start, MOST_32)),
  uint16(0),
]
