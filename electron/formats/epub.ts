import type { ItemRead, Resource } from '../core/model/import-item.ts'
import { ok, type Result } from '../core/result.ts'
import { archiveAddress, chapterHtml } from './epub-chapter.ts'
import { isEncrypted, packagePath, readPackage } from './epub-package.ts'
import type { FormatReader, ImportFile } from './import-file.ts'
import { pictureType } from './picture-type.ts'
import { failedRead, NOTHING_STATED } from './reads.ts'
import { publishedOf, textOf, webAddress } from './stated-values.ts'
import { openZip, type ZipEntries, type ZipFailure } from './zip-entries.ts'

const LARGEST = 256 * 1024 * 1024
/** A long novel has 2 MB of text; an anthology of a year's articles ten times that. */
const LARGEST_TEXT = 48 * 1024 * 1024
const LARGEST_PICTURES = 128 * 1024 * 1024
const MOST_PICTURES = 2000

type Read = (path: string) => Promise<Result<Uint8Array, ZipFailure> | undefined>

/** Reads a file of the archive by its path, in another case where that is how it is packed. */
function byPath(zip: ZipEntries): Read {
  const exact = new Map(zip.entries.map(entry => [entry.path.normalize('NFC'), entry]))
  const folded = new Map(zip.entries.map(entry => [entry.path.normalize('NFC').toLowerCase(), entry]))
  return async path => {
    const name = path.normalize('NFC')
    const entry = exact.get(name) ?? folded.get(name.toLowerCase())
    return entry === undefined ? undefined : zip.read(entry)
  }
}

async function picturesIn(read: Read, paths: ReadonlySet<string>): Promise<Resource[]> {
  const resources: Resource[] = []
  let size = 0
  for (const path of paths) {
    const found = await read(path)
    const mediaType = found?.ok === true ? pictureType(found.value) : undefined
    if (found?.ok !== true || mediaType === undefined || size + found.value.length > LARGEST_PICTURES)
      continue
    if (resources.length === MOST_PICTURES) break
    size += found.value.length
    resources.push({ address: archiveAddress(path), mediaType, bytes: found.value })
  }
  return resources
}

/** Programs write `en` where nobody chose a language: text that is mostly Han is in none that is written otherwise. */
function isLikely(language: string | undefined, chapters: readonly string[]): boolean {
  const words = chapters
    .join(' ')
    .slice(0, 200_000)
    .replace(/<[^<>]*>/gu, '')
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0
  const letters = words.match(/\p{Script=Latin}/gu)?.length ?? 0
  return /^(?:zh|ja|ko|yue|wuu|lzh)\b/iu.test(language ?? '') || han <= letters
}

async function readBook(file: ImportFile): Promise<ItemRead> {
  if (file.size === 0) return failedRead('', file.name, 'empty')
  if (file.size > LARGEST) return failedRead('', file.name, 'too-large')
  const zip = await openZip(file)
  if (!zip.ok) return failedRead('', file.name, zip.error.reason, zip.error.detail)
  const read = byPath(zip.value)
  const encryption = await read('META-INF/encryption.xml')
  if (encryption?.ok === true && isEncrypted(encryption.value)) return failedRead('', file.name, 'encrypted')
  const container = await read('META-INF/container.xml')
  if (container?.ok !== true)
    return failedRead('', file.name, container?.error.reason ?? 'damaged', 'META-INF/container.xml')
  const path = packagePath(container.value)
  if (!path.ok) return failedRead('', file.name, path.error, 'META-INF/container.xml')
  const packageBytes = await read(path.value)
  if (packageBytes?.ok !== true)
    return failedRead('', file.name, packageBytes?.error.reason ?? 'damaged', 'package document')
  const book = readPackage(path.value, packageBytes.value)
  if (!book.ok) return failedRead('', file.name, book.error, 'package document')
  const pictures = new Set<string>()
  const chapters: string[] = []
  let size = 0
  for (const each of book.value.spine) {
    const chapter = await read(each)
    if (chapter?.ok !== true) return failedRead('', file.name, chapter?.error.reason ?? 'damaged', 'chapter')
    size += chapter.value.length
    if (size > LARGEST_TEXT) return failedRead('', file.name, 'too-large')
    const markup = chapterHtml(each, chapter.value, pictures)
    if (markup === undefined) return failedRead('', file.name, 'unsafe', 'chapter')
    chapters.push(`<section>${markup}</section>`)
  }
  const { title, creators, publisher, language, date, sources } = book.value
  return ok({
    key: 'book',
    name: title ?? file.name,
    content: {
      kind: 'html',
      html: `<!DOCTYPE html><html><body>${chapters.join('\n')}</body></html>`,
      extent: 'article',
      resources: await picturesIn(read, pictures),
    },
    stated: {
      ...NOTHING_STATED,
      title: textOf(title),
      bylines: creators,
      source: textOf(publisher),
      language: isLikely(language, chapters) ? textOf(language) : undefined,
      published: publishedOf(date),
      url: sources.map(webAddress).find(each => each !== undefined),
    },
    original: { bytes: await file.bytes(), mediaType: 'application/epub+zip', name: file.name },
  })
}

/** Whether a file is a book: an archive that says where its package document is, or a damaged one that is called so. */
export const isEpub = (head: Uint8Array, name: string, inside: readonly string[]): boolean =>
  inside.includes('META-INF/container.xml')
    ? inside.some(path => path.endsWith('.opf')) || /\.epub$/iu.test(name)
    : head[0] === 0x50 && head[1] === 0x4b && inside.length === 0 && /\.epub$/iu.test(name)

/**
 * A book or an article packed as one (EPUB 2 and 3): its chapters in the order of the spine are one item. Pictures go
 * under `epub:/` and their path in the archive, which is what the markup then calls them.
 */
export const readEpub: FormatReader = async function* (file) {
  yield await readBook(file)
}
