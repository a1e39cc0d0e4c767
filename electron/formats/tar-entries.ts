import type { ImportFile } from './import-file.ts'

export interface TarEntry {
  readonly path: string
  /** Where its bytes start in the file. */
  readonly start: number
  readonly size: number
}

const BLOCK = 512
/** Headers of small files stand close together: so much is read at once. */
const READ_AHEAD = 128 * 1024
const LONGEST_NAME = 64 * 1024

const text = (bytes: Uint8Array, start: number, length: number): string => {
  const field = bytes.subarray(start, start + length)
  const end = field.indexOf(0)
  return new TextDecoder('utf-8').decode(end === -1 ? field : field.subarray(0, end))
}

/** Octal, or GNU's base 256 for sizes of more than 8 GB. */
function numberAt(header: Uint8Array, start: number, length: number): number {
  if (((header[start] ?? 0) & 0x80) === 0)
    return Number.parseInt(text(header, start, length).trim() || '0', 8)
  return header.subarray(start + 4, start + length).reduce((sum, byte) => sum * 256 + byte, 0)
}

/** The checksum counts its own field as blanks. */
function isHeader(header: Uint8Array): boolean {
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0)
  return header.length === BLOCK && sum === numberAt(header, 148, 8)
}

/** The `path` of a pax header: records `length key=value` and a line feed. */
const paxPath = (records: string): string | undefined =>
  /^\d+ path=(?<path>.*)$/mu.exec(records)?.groups?.['path']

/**
 * The files of a tar archive (POSIX ustar with pax and GNU long names) and where they are, without their bytes. Ends with
 * `false` where the archive is damaged or cut off.
 */
export async function* tarEntries(file: ImportFile): AsyncGenerator<TarEntry, boolean> {
  let ahead: Uint8Array = new Uint8Array(0)
  let aheadStart = 0
  const take = async (start: number, length: number): Promise<Uint8Array> => {
    if (start < aheadStart || start + length > aheadStart + ahead.length) {
      ahead = await file.slice(start, start + Math.max(length, READ_AHEAD))
      aheadStart = start
    }
    return ahead.subarray(start - aheadStart, start - aheadStart + length)
  }
  let longName: string | undefined
  for (let at = 0; at + BLOCK <= file.size; ) {
    const header = await take(at, BLOCK)
    if (header.every(byte => byte === 0)) return true
    const size = numberAt(header, 124, 12)
    if (!isHeader(header) || !Number.isSafeInteger(size) || at + BLOCK + size > file.size) return false
    const type = String.fromCharCode(header[156] ?? 0)
    const start = at + BLOCK
    at = start + Math.ceil(size / BLOCK) * BLOCK
    if (type === 'x' || type === 'L') {
      if (size > LONGEST_NAME) return false
      const body = text(await take(start, size), 0, size)
      longName = type === 'L' ? body : (paxPath(body) ?? longName)
      continue
    }
    const prefix = text(header, 345, 155)
    const name = text(header, 0, 100)
    const path = longName ?? (prefix === '' || text(header, 257, 5) !== 'ustar' ? name : `${prefix}/${name}`)
    longName = undefined
    if (type === '0' || type === '\0') yield { path: path.replace(/^\.\//u, ''), start, size }
  }
  return false
}
