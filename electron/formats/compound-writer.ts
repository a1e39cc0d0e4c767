import type { CompoundStorage } from './compound-file.ts'

/** Version 4 of the format: its table needs no second one below 400 MB. */
const SECTOR = 4096
const MINI_SECTOR = 64
const SMALLEST = 4096
const [FREE, END, FAT] = [0xffffffff, 0xfffffffe, 0xfffffffd]
const LISTED_IN_HEADER = 109

interface Entry {
  readonly name: string
  readonly type: number
  readonly classId: Uint8Array
  readonly content: Uint8Array
  readonly place: number
  left: number
  right: number
  child: number
  start: number
}

/** Siblings are ordered by length, then by their letters in upper case ([MS-CFB], 2.6.4). */
const byName = (a: Entry, b: Entry): number =>
  a.name.length - b.name.length || (a.name.toUpperCase() < b.name.toUpperCase() ? -1 : 1)

/** The entries of a storage and all below it, each storage with a balanced tree of its own. */
function entriesOf(root: CompoundStorage): Entry[] {
  const entries: Entry[] = []
  const add = (name: string, type: number, classId: Uint8Array, content: Uint8Array): Entry => {
    const place = entries.length
    const entry = { name, type, classId, content, place, left: FREE, right: FREE, child: FREE, start: 0 }
    entries.push(entry)
    return entry
  }
  const treeOf = (sorted: readonly Entry[]): number => {
    const middle = sorted[sorted.length >> 1]
    if (middle === undefined) return FREE
    middle.left = treeOf(sorted.slice(0, sorted.length >> 1))
    middle.right = treeOf(sorted.slice((sorted.length >> 1) + 1))
    return middle.place
  }
  const fill = (entry: Entry, { storages, streams }: CompoundStorage): void => {
    const own = [...streams.values()].map(stream =>
      add(stream.name, 2, new Uint8Array(16), stream.bytes() ?? new Uint8Array(0)),
    )
    const inner = [...storages.values()].map(storage => ({
      storage,
      entry: add(storage.name, 1, storage.classId, new Uint8Array(0)),
    }))
    entry.child = treeOf([...own, ...inner.map(each => each.entry)].toSorted(byName))
    for (const each of inner) fill(each.entry, each.storage)
  }
  fill(add('Root Entry', 5, root.classId, new Uint8Array(0)), root)
  return entries
}

class Table {
  readonly numbers: number[] = []

  /** Appends a chain of so many sectors; where it starts. */
  chain(count: number): number {
    if (count === 0) return END
    const start = this.numbers.length
    for (let at = 1; at < count; at += 1) this.numbers.push(start + at)
    this.numbers.push(END)
    return start
  }
}

const padded = (bytes: Uint8Array, unit: number): Uint8Array => {
  const whole = new Uint8Array(Math.ceil(bytes.length / unit) * unit)
  whole.set(bytes)
  return whole
}

const numbersAsBytes = (numbers: readonly number[]): Uint8Array => {
  const bytes = Buffer.alloc(Math.ceil((numbers.length * 4) / SECTOR) * SECTOR, 0xff)
  for (const [at, number] of numbers.entries()) bytes.writeUInt32LE(number, at * 4)
  return bytes
}

function directoryOf(entries: readonly Entry[], miniSize: number): Uint8Array {
  const bytes = Buffer.alloc(Math.ceil((entries.length * 128) / SECTOR) * SECTOR)
  for (let at = 0; at < bytes.length; at += 128)
    for (const link of [68, 72, 76]) bytes.writeUInt32LE(FREE, at + link)
  for (const [place, entry] of entries.entries()) {
    const at = place * 128
    const name = entry.name.slice(0, 31)
    bytes.write(name, at, 'utf16le')
    bytes.writeUInt16LE(name.length * 2 + 2, at + 64)
    bytes.writeUInt8(entry.type, at + 66)
    // Black: every search finds its way in a tree of one colour.
    bytes.writeUInt8(1, at + 67)
    bytes.writeUInt32LE(entry.left, at + 68)
    bytes.writeUInt32LE(entry.right, at + 72)
    bytes.writeUInt32LE(entry.child, at + 76)
    bytes.set(entry.classId, at + 80)
    bytes.writeUInt32LE(entry.type === 1 ? 0 : entry.start, at + 116)
    bytes.writeUInt32LE(entry.type === 5 ? miniSize : entry.content.length, at + 120)
  }
  return bytes
}

function headerOf(table: {
  readonly fat: readonly number[]
  readonly directory: number
  readonly directorySectors: number
  readonly mini: number
  readonly miniSectors: number
}): Uint8Array {
  const header = Buffer.alloc(SECTOR)
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  for (const [at, value] of [
    [24, 0x3e],
    [26, 4],
    [28, 0xfffe],
    [30, 12],
    [32, 6],
  ] as const)
    header.writeUInt16LE(value, at)
  const fields = [
    [40, table.directorySectors],
    [44, table.fat.length],
    [48, table.directory],
    [56, SMALLEST],
    [60, table.mini],
    [64, table.miniSectors],
    [68, END],
    [72, 0],
  ] as const
  for (const [at, value] of fields) header.writeUInt32LE(value, at)
  for (let at = 0; at < LISTED_IN_HEADER; at += 1) header.writeUInt32LE(table.fat[at] ?? FREE, 76 + at * 4)
  return header
}

/** A compound file ([MS-CFB]) of a storage with all that is in it, the same bytes for the same storage. */
export function compoundFile(root: CompoundStorage): Uint8Array {
  const entries = entriesOf(root)
  const [fat, miniFat] = [new Table(), new Table()]
  const [large, small]: [Uint8Array[], Uint8Array[]] = [[], []]
  for (const entry of entries) {
    if (entry.type !== 2) continue
    const isSmall = entry.content.length < SMALLEST
    const unit = isSmall ? MINI_SECTOR : SECTOR
    entry.start = (isSmall ? miniFat : fat).chain(Math.ceil(entry.content.length / unit))
    const pieces = isSmall ? small : large
    pieces.push(padded(entry.content, unit))
  }
  const mini = Buffer.concat(small)
  const [first] = entries
  if (first !== undefined) first.start = fat.chain(Math.ceil(mini.length / SECTOR))
  const directory = directoryOf(entries, mini.length)
  const directoryStart = fat.chain(directory.length / SECTOR)
  const miniTable = numbersAsBytes(miniFat.numbers)
  const miniStart = fat.chain(miniTable.length / SECTOR)
  const each = SECTOR / 4
  const own = Math.ceil(fat.numbers.length / (each - 1))
  const fatSectors = Array.from({ length: own }, (_, at) => fat.numbers.length + at)
  const table = numbersAsBytes([...fat.numbers, ...fatSectors.map(() => FAT)])
  const header = headerOf({
    fat: fatSectors,
    directory: directoryStart,
    directorySectors: directory.length / SECTOR,
    mini: miniStart,
    miniSectors: miniTable.length / SECTOR,
  })
  return Buffer.concat([header, ...large, padded(mini, SECTOR), directory, miniTable, table])
}
