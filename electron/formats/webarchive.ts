import type { ItemRead } from '../core/model/import-item.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { readHtml } from './html.ts'
import type { FormatReader, ImportFile } from './import-file.ts'
import type { ArchivedPage, ArchiveFailure } from './mhtml.ts'
import { addressIn, pageBase, picturesOf } from './page-addresses.ts'
import { readPlist } from './plist.ts'
import { bytesIn, listIn, type PlistValue, textIn } from './plist-value.ts'
import { failedRead, NOTHING_STATED } from './reads.ts'
import { webAddress } from './stated-values.ts'

const LARGEST = 128 * 1024 * 1024
const DEEPEST = 16

const mainOf = (archive: PlistValue): PlistValue =>
  archive instanceof Map ? archive.get('WebMainResource') : undefined

/** The resources of an archive and of the frames in it, by address. */
function resourcesOf(archive: PlistValue): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>()
  const collect = (each: PlistValue, depth: number): void => {
    for (const resource of listIn(each, 'WebSubresources')) {
      const url = textIn(resource, 'WebResourceURL')
      const bytes = bytesIn(resource, 'WebResourceData')
      if (url !== undefined && bytes !== undefined && !found.has(url)) found.set(url, bytes)
    }
    if (depth < DEEPEST) for (const frame of listIn(each, 'WebSubframeArchives')) collect(frame, depth + 1)
  }
  collect(archive, 0)
  return found
}

/** A page of frames has its words in the largest of them. */
function withWords(archive: PlistValue): PlistValue {
  const main = mainOf(archive)
  const head = Buffer.from(bytesIn(main, 'WebResourceData') ?? []).toString('latin1')
  if (!/<frameset[\s>]/iu.test(head)) return main
  const frames = listIn(archive, 'WebSubframeArchives').map(mainOf)
  const sizeOf = (frame: PlistValue): number => bytesIn(frame, 'WebResourceData')?.length ?? 0
  return frames.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0] ?? main
}

/** Opens the page of an archive; a failure says what is wrong with the bytes. */
export function openWebArchive(bytes: Uint8Array): Result<ArchivedPage, ArchiveFailure> {
  const archive = readPlist(bytes)
  if (!archive.ok) return fail({ reason: archive.error })
  const main = withWords(archive.value)
  const content = bytesIn(main, 'WebResourceData')
  if (content === undefined) return fail({ reason: 'damaged', detail: 'no main resource' })
  const page = readHtml(content, textIn(main, 'WebResourceTextEncodingName'))
  if (!page.ok) return fail({ reason: page.error === 'empty' ? 'no-text' : 'damaged' })
  const { html } = page.value
  const url = webAddress(textIn(mainOf(archive.value), 'WebResourceURL'))
  const base = pageBase(html, webAddress(textIn(main, 'WebResourceURL')))
  const resources = resourcesOf(archive.value)
  return ok({
    html,
    url,
    base,
    find: address => resources.get(addressIn(base, address)) ?? resources.get(addressIn(url, address)),
    savedAt: undefined,
  })
}

async function readArchive(file: ImportFile): Promise<ItemRead> {
  if (file.size === 0) return failedRead('', file.name, 'empty')
  if (file.size > LARGEST) return failedRead('', file.name, 'too-large')
  const bytes = await file.bytes()
  const page = openWebArchive(bytes)
  if (!page.ok) return failedRead('', file.name, page.error.reason, page.error.detail)
  const { html, url, base, find } = page.value
  return ok({
    key: 'page',
    name: file.name,
    content: { kind: 'html', html, extent: 'page', base, resources: await picturesOf(html, base, find) },
    stated: { ...NOTHING_STATED, url },
    original: { bytes, mediaType: 'application/x-webarchive', name: file.name },
  })
}

/** Whether a property list is Safari's archive: its one key stands at the start. */
export const isWebArchive = (head: Uint8Array, name: string): boolean => {
  const text = Buffer.from(head).toString('latin1')
  const isList =
    text.startsWith('bplist00') || /^\s*(?:\xef\xbb\xbf)?<(?:\?xml|!DOCTYPE plist|plist)/u.test(text)
  return isList && (text.includes('WebMainResource') || /\.webarchive$/iu.test(name))
}

/**
 * A page as Safari saves it: a property list, binary or XML, of the page and its resources. Pictures go under their
 * absolute addresses. It does not say when it was saved.
 */
export const readWebArchive: FormatReader = async function* (file) {
  yield await readArchive(file)
}
