import { Buffer, isUtf8 } from 'node:buffer'
import type { Adapter } from 'lowdb'
import type { z } from 'zod'
import type { DurableFiles } from './durable-files.ts'
import { parseListedJson } from './listed-json.ts'
import { isIntact, sealedJsonInTurns } from './sealed-json.ts'
import { damaged, StoreError } from './store-failure.ts'

const encoder = new TextEncoder()

/** JSON as the library keeps it: two spaces, the keys in the order of their schema, one newline at the end. */
export const jsonBytes = (value: unknown): Uint8Array => encoder.encode(`${JSON.stringify(value, null, 2)}\n`)

/** The text of UTF-8 bytes, without a byte order mark; undefined where they are not UTF-8. Quicker than TextDecoder. */
export function utf8(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

/**
 * The bytes as a record of the schema, or what is wrong with them; where they have a checksum, they must have the
 * right one. `isPlain` may say of what the schema would
 * give back as it is that it need not be asked.
 */
export function parseJson<T>(
  bytes: Uint8Array,
  schema: z.ZodType<T>,
  isPlain?: (json: unknown) => json is T,
): { value: T } | { problem: string } {
  if (!isIntact(bytes)) return { problem: 'not as it was written: its checksum is another' }
  return parseDamagedJson(bytes, schema, isPlain)
}

/** As {@link parseJson}, of what can be read of a file whatever its checksum. */
export function parseDamagedJson<T>(
  bytes: Uint8Array,
  schema: z.ZodType<T>,
  isPlain?: (json: unknown) => json is T,
): { value: T } | { problem: string } {
  if (!isUtf8(bytes)) return { problem: 'not UTF-8' }
  let json: unknown
  try {
    json = parseListedJson(bytes) ?? JSON.parse(utf8(bytes) ?? '')
  } catch (error) {
    return { problem: String(error) }
  }
  if (isPlain?.(json) === true) return { value: json }
  const parsed = schema.safeParse(json)
  if (parsed.success) return { value: parsed.data }
  const issue = parsed.error.issues[0]
  return { problem: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not fit its schema'}` }
}

/**
 * lowdb's adapter for one file of the library. Unlike lowdb's own it validates what it reads, writes a checksum,
 * and is durable when `write` resolves. Both throw a {@link StoreError}, because lowdb has no other way to pass a failure on.
 */
export class JsonFile<T> implements Adapter<T> {
  readonly #files: DurableFiles
  readonly #path: string
  readonly #schema: z.ZodType<T>
  readonly #isPlain: ((json: unknown) => json is T) | undefined

  /** See {@link parseJson}. */
  constructor(
    files: DurableFiles,
    path: string,
    schema: z.ZodType<T>,
    isPlain?: (json: unknown) => json is T,
  ) {
    this.#files = files
    this.#path = path
    this.#schema = schema
    this.#isPlain = isPlain
  }

  async read(): Promise<T | null> {
    const bytes = await this.#files.read(this.#path)
    if (!bytes.ok) throw new StoreError(bytes.error)
    if (bytes.value === undefined) return null
    const parsed = parseJson(bytes.value, this.#schema, this.#isPlain)
    if ('problem' in parsed) throw new StoreError(damaged(`${this.#path} is not readable`, parsed.problem))
    return parsed.value
  }

  async write(data: T): Promise<void> {
    const written = await this.#files.replace(this.#path, await sealedJsonInTurns(data))
    if (!written.ok) throw new StoreError(written.error)
  }
}
