import { gunzipSync } from 'node:zlib'
import { fail, ok, type Result } from '../core/result.ts'
import { gzipMembers } from './gzip-members.ts'
import { fileInMemory, type ImportFile } from './import-file.ts'
import { type WarcHead, warcContent, warcHead } from './warc-record.ts'
import { unzstd, type ZstdFailure, zstdHeader } from './zstd.ts'
import { zstdFrames } from './zstd-frames.ts'

type Packing = 'gzip' | 'zstd'

/** Where in which file a record lies. */
export interface WarcPlace {
  readonly file: ImportFile
  readonly start: number
  readonly end: number
  readonly packing: Packing | undefined
}

export interface WarcPage {
  readonly place: WarcPlace
  /** Counted from 1 over all records of all files. */
  readonly number: number
  readonly url: string
  readonly date: string | undefined
}

/** What of an archive is read later: its pages, and where its pictures are. Memory is that of the addresses. */
export interface WarcIndex {
  readonly pages: WarcPage[]
  readonly pictures: Map<string, WarcPlace>
  /** Pages that are recorded as unchanged since an earlier visit. */
  readonly revisits: WarcPage[]
  records: number
}

export const emptyIndex = (): WarcIndex => ({ pages: [], pictures: new Map(), revisits: [], records: 0 })

function packingOf(start: Uint8Array): Packing | undefined {
  if (start[0] === 0x1f && start[1] === 0x8b) return 'gzip'
  return zstdHeader(start) === undefined ? undefined : 'zstd'
}

const HEAD = 64 * 1024
/** One record is held in memory. */
const LARGEST_RECORD = 64 * 1024 * 1024
const isHtml = (mediaType: string): boolean => /^(?:text\/html|application\/xhtml\+xml)$/u.test(mediaType)

/** Without the fragment, which no server sees. */
const addressKey = (url: string): string => url.replace(/#.*$/su, '')

function enter(index: WarcIndex, head: WarcHead, place: WarcPlace): void {
  index.records += 1
  const { url, type, status = 200 } = head
  if (url === undefined || status !== 200 || !/^(?:https?|urn:embeds):/u.test(url)) return
  const isContent = type === 'response' || type === 'resource'
  const page = { place, number: index.records, url, date: head.date }
  if (isContent && isHtml(head.mediaType)) index.pages.push(page)
  else if (isContent && head.mediaType.startsWith('image/')) index.pictures.set(addressKey(url), place)
  else if (type === 'revisit' && isHtml(head.mediaType)) index.revisits.push(page)
}

async function enterPlain(index: WarcIndex, file: ImportFile): Promise<Result<undefined, 'damaged'>> {
  for (let start = 0; start < file.size; ) {
    const bytes = await file.slice(start, Math.min(file.size, start + HEAD))
    const head = warcHead(bytes)
    if (head === undefined) {
      const isRest = /^\s*$/u.test(Buffer.from(bytes).toString('latin1'))
      return isRest ? ok(undefined) : fail('damaged')
    }
    const end = start + head.blockStart + head.blockLength
    if (end > file.size) return fail('damaged')
    enter(index, head, { file, start, end, packing: undefined })
    start = end
  }
  return ok(undefined)
}

function unpacked(
  bytes: Uint8Array,
  packing: Packing,
  maxOutputLength: number,
): Result<Uint8Array, ZstdFailure> {
  if (packing === 'zstd') return unzstd(bytes, maxOutputLength)
  try {
    return ok(gunzipSync(bytes, { maxOutputLength }))
  } catch (error) {
    return fail(error instanceof RangeError ? 'too-large' : 'damaged')
  }
}

/**
 * Enters the records of a WARC file, packed record by record (`.warc.gz`, `.warc.zst`) or not packed. What was entered before a
 * failure can be read. A file that was packed as a whole is unpacked where memory allows.
 */
export async function enterWarc(
  index: WarcIndex,
  file: ImportFile,
): Promise<Result<undefined, ZstdFailure | 'unsafe'>> {
  const packing = packingOf(await file.slice(0, 18))
  if (packing === undefined) return enterPlain(index, file)
  for await (const member of packing === 'gzip' ? gzipMembers(file) : zstdFrames(file)) {
    if (!member.ok) return member
    const { start, end, size, head: bytes } = member.value
    const head = warcHead(bytes)
    if (head === undefined) return fail('damaged')
    const isMany = size > head.blockStart + head.blockLength + 64
    if (isMany && size > LARGEST_RECORD * 4) return fail('too-large')
    if (isMany) {
      const whole = unpacked(await file.slice(start, end), packing, LARGEST_RECORD * 4)
      if (!whole.ok) return whole
      const entered = await enterPlain(index, fileInMemory(file.name, whole.value))
      if (!entered.ok) return entered
    } else enter(index, head, { file, start, end, packing })
  }
  return ok(undefined)
}

export interface WarcContent {
  /** The record, unpacked, without the blank lines around it: WARC head, HTTP head and content. */
  readonly record: Uint8Array
  readonly head: WarcHead
  readonly content: Uint8Array
}

/** The record at a place with its content. */
export async function readRecord(place: WarcPlace): Promise<Result<WarcContent, ZstdFailure>> {
  if (place.end - place.start > LARGEST_RECORD) return fail('too-large')
  const bytes = await place.file.slice(place.start, place.end)
  const whole = place.packing === undefined ? ok(bytes) : unpacked(bytes, place.packing, LARGEST_RECORD)
  if (!whole.ok) return whole
  const record = whole.value
  const head = warcHead(record.subarray(0, HEAD))
  if (head === undefined) return fail('damaged')
  const content = warcContent(record, head)
  if (!content.ok) return content
  const own = record.subarray(head.start, head.blockStart + head.blockLength)
  return ok({ record: own, head, content: content.value })
}

/** The bytes of the picture that an archive has under an address. */
export async function pictureAt(index: WarcIndex, address: string): Promise<Uint8Array | undefined> {
  const place = index.pictures.get(addressKey(address))
  const read = place === undefined ? undefined : await readRecord(place)
  return read?.ok === true ? read.value.content : undefined
}
