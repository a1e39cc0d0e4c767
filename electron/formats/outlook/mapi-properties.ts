import type { CompoundStorage } from '../compound-file.ts'
import { decodeHtml } from '../html-charset.ts'

/** Where a storage's list of properties starts: after a header, which messages have a longer one of ([MS-OXMSG], 2.4). */
export type PropertyHeader = 32 | 24 | 8

const LIST = '__properties_version1.0'
const LISTED = 16
const [NUMBER, TEXT_8, TEXT_16, TIME, OBJECT, BINARY] = ['0003', '001e', '001f', '0040', '000d', '0102']
/** 1 January 1601 in milliseconds of the epoch; FILETIME counts 100 nanoseconds since then. */
const FILETIME_START = -11_644_473_600_000n

export const hasProperties = (storage: CompoundStorage): boolean => storage.streams.has(LIST)

const hex = (value: number): string => value.toString(16).padStart(4, '0')

/** The properties of a message or an attachment ([MS-OXPROPS] has their numbers). */
export class MapiProperties {
  readonly #storage: CompoundStorage
  /** Values of eight bytes that stand in the list itself, by number and type. */
  readonly #listed = new Map<string, DataView>()
  readonly #charset: string | undefined

  /** `charset` is the encoding of text that is not Unicode. */
  constructor(storage: CompoundStorage, header: PropertyHeader, charset?: string) {
    this.#storage = storage
    this.#charset = charset
    const list = storage.streams.get(LIST)?.bytes() ?? new Uint8Array(0)
    const view = new DataView(list.buffer, list.byteOffset, list.byteLength)
    for (let at: number = header; at + LISTED <= list.length; at += LISTED) {
      const key = `${hex(view.getUint16(at + 2, true))}${hex(view.getUint16(at, true))}`
      if (!this.#listed.has(key))
        this.#listed.set(key, new DataView(list.buffer, list.byteOffset + at + 8, 8))
    }
  }

  #stream(id: number, type: string): Uint8Array | undefined {
    return this.#storage.streams.get(`__substg1.0_${hex(id)}${type}`)?.bytes()
  }

  /** The same with the encoding that text is in. */
  withCharset(header: PropertyHeader, charset: string | undefined): MapiProperties {
    return new MapiProperties(this.#storage, header, charset)
  }

  bytes(id: number): Uint8Array | undefined {
    return this.#stream(id, BINARY)
  }

  /** Text without the zeros and blanks around it; undefined where there is none. */
  text(id: number): string | undefined {
    const wide = this.#stream(id, TEXT_16)
    const narrow = wide === undefined ? this.#stream(id, TEXT_8) : undefined
    const text =
      wide === undefined
        ? narrow && decodeHtml(narrow, this.#charset).text
        : Buffer.from(wide).toString('utf16le')
    const words = text?.replace(/\0+$/u, '').trim()
    return words === '' ? undefined : words
  }

  number(id: number): number | undefined {
    return this.#listed.get(`${hex(id)}${NUMBER}`)?.getUint32(0, true)
  }

  /** A moment as `2025-08-14T09:30:00Z`. */
  time(id: number): string | undefined {
    const ticks = this.#listed.get(`${hex(id)}${TIME}`)?.getBigUint64(0, true) ?? 0n
    const milliseconds = Number(ticks / 10_000n + FILETIME_START)
    const year = new Date(milliseconds).getUTCFullYear()
    // Zero is how programs write "never".
    if (ticks === 0n || !(year >= 1980 && year < 2100)) return undefined
    return new Date(milliseconds).toISOString().replace(/\.\d+Z$/u, 'Z')
  }

  storage(id: number): CompoundStorage | undefined {
    return this.#storage.storages.get(`__substg1.0_${hex(id)}${OBJECT}`)
  }
}
