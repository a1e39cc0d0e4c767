import { fail, ok, type Result } from '../core/result.ts'

export interface CompoundStream {
  readonly name: string
  readonly size: number
  /** Undefined where the file has not all of it. */
  bytes(): Uint8Array | undefined
}

/** A folder of a compound file. What is in it goes by its name in lower case: names differ in more than case. */
export interface CompoundStorage {
  readonly name: string
  /** 16 bytes that say which program's it is. */
  readonly classId: Uint8Array
  readonly storages: ReadonlyMap<string, CompoundStorage>
  readonly streams: ReadonlyMap<string, CompoundStream>
}

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const HEADER = 512
const ENTRY = 128
/** A message that is attached to another is two storages deeper than that. */
const DEEPEST = 128
const MINI_SECTOR = 64
/** Numbers from here on are signs, and no sectors. */
const NOT_A_SECTOR = 0xfffffffa
const STORAGE = 1
const STREAM = 2
const ROOT = 5

export const isCompound = (head: Uint8Array): boolean => MAGIC.every((byte, at) => head[at] === byte)

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The chain that starts with a sector. One that runs in a circle ends with the `most` that are asked for. */
function chain(table: Uint32Array, start: number, most: number): number[] {
  const numbers: number[] = []
  for (let at = start; at < NOT_A_SECTOR && numbers.length < most; at = table[at] ?? NOT_A_SECTOR)
    numbers.push(at)
  return numbers
}

/** Sectors put together to `size` bytes; undefined where they are fewer. */
function joined(pieces: readonly Uint8Array[], size: number): Uint8Array | undefined {
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    const part = piece.subarray(0, size - at)
    whole.set(part, at)
    at += part.length
  }
  return at === size ? whole : undefined
}

class Sectors {
  readonly size: number
  readonly count: number
  readonly #bytes: Uint8Array
  readonly #table: Uint32Array

  constructor(bytes: Uint8Array, shift: number) {
    this.#bytes = bytes
    this.size = 2 ** shift
    this.count = Math.max(0, Math.ceil(bytes.length / this.size) - 1)
    this.#table = this.#allocation()
  }

  #at(sector: number): Uint8Array {
    return this.#bytes.subarray((sector + 1) * this.size, (sector + 2) * this.size)
  }

  #numbersAt(sector: number): Uint32Array {
    const numbers = new Uint32Array(this.size / 4).fill(NOT_A_SECTOR)
    const view = viewOf(this.#at(sector))
    for (let at = 0; at + 4 <= view.byteLength; at += 4) numbers[at / 4] = view.getUint32(at, true)
    return numbers
  }

  /** Which sector follows which: the table's own sectors are listed in the header, and after the first 109 in others. */
  #allocation(): Uint32Array {
    const each = this.size / 4
    const most = Math.ceil(this.count / each)
    const header = viewOf(this.#bytes)
    const own: number[] = []
    for (let at = 76; at < HEADER; at += 4) own.push(header.getUint32(at, true))
    let next = header.getUint32(68, true)
    for (let turn = 0; next < this.count && turn < most; turn += 1) {
      const numbers = this.#numbersAt(next)
      own.push(...numbers.subarray(0, -1))
      next = numbers.at(-1) ?? NOT_A_SECTOR
    }
    const listed = own.filter(sector => sector < this.count).slice(0, most)
    const table = new Uint32Array(listed.length * each)
    for (const [place, sector] of listed.entries()) table.set(this.#numbersAt(sector), place * each)
    return table
  }

  read(start: number, size: number): Uint8Array | undefined {
    if (size > this.#bytes.length) return undefined
    const numbers = chain(this.#table, start, Math.ceil(size / this.size))
    return joined(
      numbers.map(each => this.#at(each)),
      size,
    )
  }

  /** All of a chain, however long it is. */
  readAll(start: number): Uint8Array {
    const numbers = chain(this.#table, start, this.count)
    return Buffer.concat(numbers.map(each => this.#at(each)))
  }
}

/** The sectors of small streams lie in one stream of their own. */
function miniReader(
  sectors: Sectors,
  root: Entry,
  header: DataView,
): (entry: Entry) => Uint8Array | undefined {
  const table = viewOf(sectors.readAll(header.getUint32(60, true)))
  const numbers = Uint32Array.from({ length: Math.floor(table.byteLength / 4) }, (_, at) =>
    table.getUint32(at * 4, true),
  )
  const stream = sectors.read(root.start, root.size) ?? sectors.readAll(root.start)
  return ({ start, size }) => {
    if (size > stream.length) return undefined
    const pieces = chain(numbers, start, Math.ceil(size / MINI_SECTOR)).map(each =>
      stream.subarray(each * MINI_SECTOR, (each + 1) * MINI_SECTOR),
    )
    return joined(pieces, size)
  }
}

interface Entry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly classId: Uint8Array
  readonly start: number
  readonly size: number
}

function entriesOf(directory: Uint8Array): Entry[] {
  const view = viewOf(directory)
  const entries: Entry[] = []
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const length = Math.min(64, view.getUint16(at + 64, true))
    entries.push({
      name: Buffer.from(directory.subarray(at, at + Math.max(0, length - 2))).toString('utf16le'),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      classId: directory.slice(at + 80, at + 96),
      start: view.getUint32(at + 116, true),
      // The upper half says nothing in files of version 3.
      size: view.getUint32(at + 120, true),
    })
  }
  return entries
}

interface Storage extends CompoundStorage {
  readonly storages: Map<string, Storage>
  readonly streams: Map<string, CompoundStream>
}

const storageOf = ({ name, classId }: Entry): Storage => ({
  name,
  classId,
  storages: new Map(),
  streams: new Map(),
})

/**
 * The tree of the entries: siblings are a binary tree, gone through without recursion, each entry once, so that neither
 * a circle nor depth does harm. Together streams are no larger than the file, or some of them share their bytes.
 */
function treeOf(
  entries: readonly Entry[],
  read: (entry: Entry) => Uint8Array | undefined,
  fileSize: number,
): Storage | undefined {
  const [root] = entries
  if (root?.type !== ROOT) return undefined
  const tree = storageOf(root)
  const seen = new Set([0])
  const toVisit = [{ at: root.child, inside: tree, depth: 0 }]
  let total = 0
  for (let next = toVisit.pop(); next !== undefined; next = toVisit.pop()) {
    const { at, inside, depth } = next
    if (depth > DEEPEST) return undefined
    const entry = entries[at]
    if (entry === undefined || seen.has(at)) continue
    seen.add(at)
    toVisit.push({ at: entry.left, inside, depth }, { at: entry.right, inside, depth })
    const key = entry.name.toLowerCase()
    if (entry.type === STORAGE) {
      const storage = storageOf(entry)
      inside.storages.set(key, storage)
      toVisit.push({ at: entry.child, inside: storage, depth: depth + 1 })
    } else if (entry.type === STREAM) {
      total += entry.size
      inside.streams.set(key, { name: entry.name, size: entry.size, bytes: () => read(entry) })
    }
  }
  return total > fileSize ? undefined : tree
}

/**
 * The storages and streams of a compound file ([MS-CFB]), which Outlook's messages are; streams are put together when
 * they are asked for. `damaged` where it has no sound directory, nests without end, or claims to hold
 * more than it is.
 */
export function openCompound(bytes: Uint8Array): Result<CompoundStorage, 'damaged'> {
  if (bytes.length < HEADER || !isCompound(bytes)) return fail('damaged')
  const header = viewOf(bytes)
  const shift = header.getUint16(30, true)
  if (shift !== 9 && shift !== 12) return fail('damaged')
  const sectors = new Sectors(bytes, shift)
  const entries = entriesOf(sectors.readAll(header.getUint32(48, true)))
  const [root] = entries
  if (root === undefined) return fail('damaged')
  const smallest = header.getUint32(56, true)
  const readMini = miniReader(sectors, root, header)
  const read = (entry: Entry): Uint8Array | undefined =>
    entry.size < smallest ? readMini(entry) : sectors.read(entry.start, entry.size)
  const tree = treeOf(entries, read, bytes.length)
  return tree === undefined ? fail('damaged') : ok(tree)
}
