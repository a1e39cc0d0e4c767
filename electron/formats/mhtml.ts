import type { ItemRead, ReadFailure } from '../core/model/import-item.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { readHtml } from './html.ts'
import type { FormatReader, ImportFile } from './import-file.ts'
import { mailInstant } from './mail-date.ts'
import { decodeWords, parseHeaders } from './mime-headers.ts'
import { allParts, contentId, contentOf, type MimePart, parseMime } from './mime-parts.ts'
import { partFinder } from './mime-pictures.ts'
import { addressIn, pageBase, picturesOf } from './page-addresses.ts'
import { failedRead, NOTHING_STATED } from './reads.ts'
import { webAddress } from './stated-values.ts'

const LARGEST = 128 * 1024 * 1024

/** Why an archive has no page. */
export type ArchiveFailure = Pick<ReadFailure, 'reason' | 'detail'>

const isHtml = ({ type }: MimePart): boolean => /^(?:text\/html|application\/xhtml\+xml)$/u.test(type.value)

/**
 * The page itself: what `start` names (RFC 2387), else the first part where that is a page, else the first page
 * there is; in alternatives the last, which is the richest (RFC 2046, section 5.1.4).
 */
function rootOf(part: MimePart): MimePart | undefined {
  if (part.parts.length === 0) return isHtml(part) ? part : undefined
  const start = part.type.parameters.get('start')?.trim().replace(/^<|>$/gu, '')
  const named = start === undefined ? undefined : part.parts.find(each => contentId(each) === start)
  const inOrder = part.type.value === 'multipart/alternative' ? part.parts.toReversed() : part.parts
  for (const each of named === undefined ? inOrder : [named, ...inOrder]) {
    const found = rootOf(each)
    if (found !== undefined) return found
  }
  return undefined
}

/** A page of frames has its words in the largest of them. */
function withWords(root: MimePart, archive: MimePart): MimePart {
  const html = readHtml(contentOf(root), root.type.parameters.get('charset'))
  if (!html.ok || !/<frameset[\s>]/iu.test(html.value.html)) return root
  const frames = [...allParts(archive)].filter(part => part !== root && isHtml(part))
  return frames.toSorted((a, b) => b.body.length - a.body.length)[0] ?? root
}

const locationOf = (part: MimePart): string | undefined => {
  // Long addresses are folded like any header; Chrome writes those that are not ASCII as encoded words.
  const location = decodeWords(part.headers.get('content-location') ?? '').replace(/\s+/gu, '')
  return location === '' ? undefined : location
}

/** A page out of an archive, with what finds its parts by the addresses that its markup has. */
export interface ArchivedPage {
  readonly html: string
  readonly url: string | undefined
  /** What relative addresses are relative to, where that is on the web. */
  readonly base: string | undefined
  readonly find: (address: string) => Uint8Array | undefined
  readonly savedAt: string | undefined
}

/** Opens the page of an MHTML archive; a failure says what is wrong with the bytes. */
export function openMhtml(bytes: Uint8Array): Result<ArchivedPage, ArchiveFailure> {
  const archive = parseMime(bytes)
  if (!archive.ok) return fail({ reason: archive.error })
  const first = rootOf(archive.value)
  if (first === undefined) return fail({ reason: 'damaged', detail: 'no part of it is a page' })
  const root = withWords(first, archive.value)
  const page = readHtml(contentOf(root), root.type.parameters.get('charset'))
  if (!page.ok) return fail({ reason: page.error === 'empty' ? 'no-text' : 'damaged' })
  const { html, savedFrom } = page.value
  const snapshot = archive.value.headers.get('snapshot-content-location')?.replace(/\s+/gu, '')
  const url = webAddress(locationOf(first)) ?? webAddress(snapshot) ?? savedFrom
  const location = pageBase(html, addressIn(url, locationOf(root) ?? url ?? ''))
  return ok({
    html,
    url,
    base: webAddress(location),
    find: partFinder(archive.value, location),
    savedAt: mailInstant(archive.value.headers.get('date')),
  })
}

async function readArchive(file: ImportFile): Promise<ItemRead> {
  if (file.size === 0) return failedRead('', file.name, 'empty')
  if (file.size > LARGEST) return failedRead('', file.name, 'too-large')
  const bytes = await file.bytes()
  const page = openMhtml(bytes)
  if (!page.ok) return failedRead('', file.name, page.error.reason, page.error.detail)
  const { html, url, base, find, savedAt } = page.value
  return ok({
    key: 'page',
    name: file.name,
    content: { kind: 'html', html, extent: 'page', base, resources: await picturesOf(html, base, find) },
    stated: { ...NOTHING_STATED, url, savedAt },
    original: { bytes, mediaType: 'multipart/related', name: file.name },
  })
}

/** Whether a MIME message is a saved page: it says so, is called so, or is one thing that nobody sent to anybody. */
export function isMhtml(head: Uint8Array, name: string): boolean {
  const text = Buffer.from(head).toString('latin1')
  if (!/^(?:\xef\xbb\xbf)?\s*[A-Za-z][A-Za-z\d-]*:/u.test(text)) return false
  const headers = parseHeaders(Buffer.from(text.trimStart().split(/\r?\n\r?\n/u)[0] ?? '', 'latin1'))
  const type = headers.get('content-type') ?? ''
  if (!/^(?:multipart\/|text\/html)/iu.test(type)) return false
  if (headers.has('snapshot-content-location') || /\.mht(?:ml)?$/iu.test(name)) return true
  return !headers.has('to') && !headers.has('received') && /^Content-Location:/imu.test(text)
}

/**
 * A page with its pictures in one MIME message (RFC 2557), as Chrome, Edge, Internet Explorer and Word save it.
 * Pictures go under the address that the markup has: `cid:` as it is, others resolved against `base`; where the
 * page came from no web address (Word's do not), as they stand. The subject is the page's `<title>`, which
 * extraction reads, and is not stated again.
 */
export const readMhtml: FormatReader = async function* (file) {
  yield await readArchive(file)
}
