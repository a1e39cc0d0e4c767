import { z } from 'zod'
import type { FormatReader } from './import-file.ts'
import { fileInMemory } from './import-file.ts'
import { failedRead } from './reads.ts'
import { textOf } from './stated-values.ts'
import { type PageNote, pageItem, unchangedPages } from './warc.ts'
import { emptyIndex, enterWarc, type WarcIndex, type WarcPage } from './warc-index.ts'
import { openZip, type ZipEntries, type ZipEntry } from './zip-entries.ts'

/** A line of `pages/pages.jsonl` (WACZ 1.1.1, section 5.1.3). */
const pageLine = z.object({ url: z.string(), ts: z.string().optional(), title: z.string().nullish() })

const LARGEST_LIST = 64 * 1024 * 1024

function parsedLine(line: string): z.infer<typeof pageLine> | undefined {
  try {
    return pageLine.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}

/** What the lists of pages say, by address. Their first line says what they are and has no address. */
async function pageNotes(zip: ZipEntries): Promise<ReadonlyMap<string, PageNote>> {
  const notes = new Map<string, PageNote>()
  for (const entry of zip.entries) {
    if (!/^pages\/[^/]+\.jsonl$/u.test(entry.path) || entry.size > LARGEST_LIST) continue
    const list = await zip.read(entry)
    if (!list.ok) continue
    for (const line of Buffer.from(list.value).toString('utf8').split('\n')) {
      const page = line.trim() === '' ? undefined : parsedLine(line)
      if (page !== undefined && !notes.has(page.url))
        notes.set(page.url, { title: textOf(page.title), savedAt: page.ts })
    }
  }
  return notes
}

/** Enters a WARC file of the archive: in place where it is stored, as the format asks; else unpacked in memory. */
async function enterArchive(
  index: WarcIndex,
  zip: ZipEntries,
  entry: ZipEntry,
): ReturnType<typeof enterWarc> {
  const stored = await zip.stored(entry)
  if (stored !== undefined) return enterWarc(index, stored)
  const bytes = await zip.read(entry)
  if (bytes.ok) return enterWarc(index, fileInMemory(entry.path, bytes.value))
  const { reason } = bytes.error
  return { ok: false, error: reason === 'unsafe' || reason === 'too-large' ? reason : 'damaged' }
}

/** Whether a ZIP archive is a web archive: by where its records lie, or by its name where it is damaged. */
export const isWacz = (head: Uint8Array, name: string, inside: readonly string[]): boolean =>
  inside.some(path => /^archive\/.*\.warc(?:\.gz|\.zst)?$/u.test(path)) ||
  (head[0] === 0x50 && head[1] === 0x4b && inside.length === 0 && /\.wacz$/iu.test(name))

/**
 * The pages of a packed web archive (WACZ): those that its list of pages names, or every page where it names none that
 * is there. Frames and pages that were only looked up on the way are thereby left out.
 */
export const readWacz: FormatReader = async function* (file) {
  if (file.size === 0) return yield failedRead('', file.name, 'empty')
  const zip = await openZip(file)
  if (!zip.ok) return yield failedRead('', file.name, zip.error.reason, zip.error.detail)
  const archives = zip.value.entries.filter(({ path }) => /^archive\/.*\.warc(?:\.gz|\.zst)?$/u.test(path))
  if (archives.length === 0) return yield failedRead('', file.name, 'damaged', 'no archive/*.warc.gz')
  const notes = await pageNotes(zip.value)
  const index = emptyIndex()
  const failures = []
  for (const entry of archives) {
    const entered = await enterArchive(index, zip.value, entry)
    if (!entered.ok) failures.push(failedRead(entry.path, entry.path, entered.error))
  }
  const isNamed = ({ url }: WarcPage): boolean => notes.has(url)
  const pages = index.pages.some(isNamed) ? index.pages.filter(isNamed) : index.pages
  for (const page of pages) yield await pageItem(index, page, notes.get(page.url))
  yield* unchangedPages(index)
  yield* failures
  if (failures.length === 0 && pages.length + index.revisits.length === 0)
    yield failedRead('', file.name, 'no-text', `${index.records} records, none of them a page`)
}
