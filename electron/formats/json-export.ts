import type { z } from 'zod'
import type { ItemContent, ItemRead, ReadFailureReason, StatedByFile } from '../core/model/import-item.ts'
import type { ImportFile } from './import-file.ts'
import { type JsonElement, parsedJson } from './json-elements.ts'
import { failedRead, itemOf } from './reads.ts'

export interface JsonReading {
  readonly content: ItemContent
  readonly stated: StatedByFile
}

/**
 * Reads an export that is a JSON array: one item an element. An element that is cut off, or not of the service's shape,
 * fails under its number, counted from 1, behind that of the part of the file that it is in.
 */
export async function* readJsonExport<T>(
  file: ImportFile,
  elements: AsyncIterable<JsonElement>,
  schema: z.ZodType<T>,
  read: (element: T, within: number) => JsonReading | ReadFailureReason,
  partOf: (within: number) => string = () => '',
): AsyncGenerator<ItemRead> {
  for await (const { index, within, bytes, reason } of elements) {
    const key = `${partOf(within)}entry ${index + 1}`
    const name = `${file.name}, ${key}`
    const parsed = reason === undefined ? schema.safeParse(parsedJson(bytes)) : undefined
    const reading = parsed?.success === true ? read(parsed.data, within) : (reason ?? 'damaged')
    if (typeof reading === 'string') yield failedRead(key, name, reading)
    else
      yield itemOf(
        { key, bytes, mediaType: 'application/json', originalName: `${name}.json` },
        reading.content,
        reading.stated,
      )
  }
}

/** The same, with a failure of the whole file where it has no entry at all. */
export async function* orNothingInIt(
  file: ImportFile,
  reads: AsyncIterable<ItemRead>,
): AsyncGenerator<ItemRead> {
  if (file.size === 0) return yield failedRead('', file.name, 'empty')
  let count = 0
  for await (const read of reads) {
    count += 1
    yield read
  }
  if (count === 0) yield failedRead('', file.name, 'damaged', 'no entry in it')
}

const startOf = (head: Uint8Array): string => new TextDecoder('utf-8').decode(head)

/** Whether the start of a JSON file has keys, in any order and wherever they stand. */
export function hasKeys(head: Uint8Array, opening: '[' | '{', ...keys: readonly string[]): boolean {
  const start = startOf(head).trimStart()
  return start.startsWith(opening) && keys.every(key => start.includes(`"${key}"`))
}
