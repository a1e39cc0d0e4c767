import { Buffer } from 'node:buffer'

/**
 * Text of this many bytes is made and thrown away again and again in the same memory. A file's worth of it would be
 * memory of its own for each file, and finding that takes longer than reading the JSON in it.
 */
const PIECE_BYTES = 32 * 1024

const BEFORE_FIRST = Buffer.from('": [\n    {')
const BETWEEN = Buffer.from('},\n    {')
const AFTER_LAST = Buffer.from('\n  ]\n}\n')

/** From its bracket on, what stands in {@link BEFORE_FIRST} belongs to the first record of the list. */
const BRACKET = '": ['.length

/**
 * `JSON.parse` of a record whose last key is a list of records, laid out as the library lays it out, read piece by
 * piece; undefined where it is not laid out so, or is no JSON. The bytes are UTF-8.
 *
 * It is the same value whatever the bytes are: a line of JSON ends outside its strings, so that the head with the list
 * left empty and each piece in brackets of its own are JSON only where all of it is, of these very records.
 */
export function parseListedJson(bytes: Uint8Array): unknown {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const opening = buffer.indexOf(BEFORE_FIRST)
  const end = buffer.length - AFTER_LAST.length
  if (opening < 0 || end <= opening || !buffer.subarray(end).equals(AFTER_LAST)) return undefined
  const start = opening + BRACKET
  try {
    const record: unknown = JSON.parse(`${buffer.toString('utf8', 0, start)}]}`)
    const list = listAt(record, buffer.toString('utf8', buffer.lastIndexOf('"', opening - 1) + 1, opening))
    if (list === undefined) return undefined
    for (let from = start, to = start; from < end; from = to + 1) {
      const cut = from + PIECE_BYTES < end ? buffer.indexOf(BETWEEN, from + PIECE_BYTES) : -1
      to = cut < 0 ? end : cut + 1
      for (const each of JSON.parse(`[${buffer.toString('utf8', from, to)}]`)) list.push(each)
    }
    return record
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The empty list that the record has under the key, which has to be its last: JSON may say a key twice. */
function listAt(record: unknown, key: string): unknown[] | undefined {
  if (typeof record !== 'object' || record === null) return undefined
  const [last, list]: readonly unknown[] = Object.entries(record).at(-1) ?? []
  return last === key && Array.isArray(list) && list.length === 0 ? list : undefined
}
