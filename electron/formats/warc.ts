import { constants, gunzipSync } from 'node:zlib'
import type { ItemRead } from '../core/model/import-item.ts'
import { ok } from '../core/result.ts'
import { readHtml } from './html.ts'
import type { FormatReader } from './import-file.ts'
import { pageBase, picturesOf } from './page-addresses.ts'
import { failedRead, LINK, NOTHING_STATED } from './reads.ts'
import { instantOf, webAddress } from './stated-values.ts'
import { emptyIndex, enterWarc, pictureAt, readRecord, type WarcIndex, type WarcPage } from './warc-index.ts'
import { zstdHeader, zstdStart } from './zstd.ts'

/** What is said about a page beside its record. */
export interface PageNote {
  readonly title?: string | undefined
  readonly savedAt?: string | undefined
}

const keyOf = (page: WarcPage): string => `record ${page.number}`

/** One page of an archive as an item, with the pictures that the archive has of it. */
export async function pageItem(index: WarcIndex, page: WarcPage, note: PageNote = {}): Promise<ItemRead> {
  const key = keyOf(page)
  const read = await readRecord(page.place)
  if (!read.ok) return failedRead(key, page.url, read.error)
  const { record, head, content } = read.value
  const html = readHtml(content, head.charset)
  if (!html.ok) return failedRead(key, page.url, html.error === 'empty' ? 'no-text' : 'damaged')
  const text = html.value.html
  const base = pageBase(text, webAddress(page.url))
  return ok({
    key,
    name: note.title ?? page.url,
    content: {
      kind: 'html',
      html: text,
      extent: 'page',
      base,
      resources: await picturesOf(text, base, (_asWritten, resolved) => pictureAt(index, resolved)),
    },
    stated: {
      ...NOTHING_STATED,
      url: webAddress(page.url),
      savedAt: instantOf(page.date) ?? instantOf(note.savedAt),
    },
    original: { bytes: record, mediaType: 'application/warc', name: `record-${page.number}.warc` },
  })
}

/**
 * Visits that found a page unchanged have no content of their own: where the archive has the page, they add nothing;
 * where it does not, its address is all that is known.
 */
export function* unchangedPages(index: WarcIndex): Generator<ItemRead> {
  const known = new Set(index.pages.map(({ url }) => url))
  for (const page of index.revisits) {
    const { url, date } = page
    if (known.has(url)) continue
    known.add(url)
    const name = `record-${page.number}.txt`
    yield ok({
      key: keyOf(page),
      name: url,
      content: LINK,
      stated: { ...NOTHING_STATED, url: webAddress(url), savedAt: instantOf(date) },
      original: { bytes: Buffer.from(`${url}\n`), mediaType: 'text/plain', name },
    })
  }
}

const unpackedHead = (head: Uint8Array): Uint8Array => {
  if (zstdHeader(head) !== undefined) return zstdStart(head)
  try {
    const start = head.subarray(0, 2048)
    return gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1024 * 1024 * 4 })
  } catch {
    return head
  }
}

/** Whether a file is a web archive, packed or not: a record stands at its start. */
export const isWarc = (head: Uint8Array, name: string): boolean => {
  const isZstd = zstdHeader(head) !== undefined
  const start = isZstd || (head[0] === 0x1f && head[1] === 0x8b) ? unpackedHead(head) : head
  // One that needs a dictionary cannot be looked into.
  if (isZstd && start.length === 0) return /\.warc\.zst$/iu.test(name)
  return /^\s*WARC\/\d/u.test(Buffer.from(start.subarray(0, 16)).toString('latin1'))
}

/**
 * Each page of a web archive (WARC, ISO 28500), packed or not: responses of status 200 that are HTML. Pictures go
 * under their absolute addresses. The archive is gone through once for where things are, then read page by page.
 */
export const readWarc: FormatReader = async function* (file) {
  if (file.size === 0) return yield failedRead('', file.name, 'empty')
  const index = emptyIndex()
  const entered = await enterWarc(index, file)
  for (const page of index.pages) yield await pageItem(index, page)
  yield* unchangedPages(index)
  if (!entered.ok) yield failedRead('', file.name, entered.error)
  else if (index.pages.length + index.revisits.length === 0)
    yield failedRead('', file.name, 'no-text', `${index.records} records, none of them a page`)
}
