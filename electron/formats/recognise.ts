import type { ItemRead } from '../core/model/import-item.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { isBookmarks, readBookmarks } from './bookmarks.ts'
import { isCompound, openCompound } from './compound-file.ts'
import { isDocx, readDocx } from './docx.ts'
import { emailReader, isEmail } from './email.ts'
import { isEnex, readEnex } from './enex.ts'
import { isEpub, readEpub } from './epub.ts'
import type { FormatReader, ImportFile } from './import-file.ts'
import { isInstapaper, readInstapaper } from './instapaper.ts'
import { isInternetShortcut, readInternetShortcut } from './internet-shortcut.ts'
import { isJoplinArchive, readJoplinArchive } from './joplin.ts'
import { isKarakeep, readKarakeep } from './karakeep.ts'
import { isLinkwarden, readLinkwarden } from './linkwarden.ts'
import { isMarkdownNote, readMarkdownNote } from './markdown-note.ts'
import { isMhtml, readMhtml } from './mhtml.ts'
import { isOdt, readOdt } from './odt.ts'
import { isOmnivore, readOmnivore } from './omnivore.ts'
import { isOutlookMessage, LARGEST_MESSAGE, outlookReader } from './outlook-message.ts'
import { isPdf, readPdf } from './pdf.ts'
import { isPocketCsv, readPocketCsv } from './pocket-csv.ts'
import { isPocketHtml, readPocketHtml } from './pocket-html.ts'
import { isPocketZip, readPocketZip } from './pocket-zip.ts'
import { isRaindrop, readRaindrop } from './raindrop.ts'
import {
  isReadwiseHighlights,
  isReadwiseReader,
  readReadwiseHighlights,
  readReadwiseReader,
} from './readwise.ts'
import { isRtf, readRtf } from './rtf.ts'
import { isSavedPage, readSavedPage } from './saved-page.ts'
import { isWacz, readWacz } from './wacz.ts'
import { isWallabag, readWallabag } from './wallabag.ts'
import { isWarc, readWarc } from './warc.ts'
import { isWebArchive, readWebArchive } from './webarchive.ts'
import { openZip } from './zip-entries.ts'
import { isCslJson, readCslJson } from './zotero-csl.ts'
import { isZoteroRdf, readZoteroRdf } from './zotero-rdf.ts'
import { isRis, readRis } from './zotero-ris.ts'

export interface Format {
  readonly name: string
  /**
   * Whether a file is of this format, by its first {@link HEAD} bytes before its name. `inside` has the paths in a
   * ZIP archive or the names in a compound file, and is empty for everything else.
   */
  readonly recognises: (head: Uint8Array, fileName: string, inside: readonly string[]) => boolean
  readonly read: FormatReader
}

const HEAD = 64 * 1024

/** One line a format, the special before the general: the first that recognises a file reads it. */
export const FORMATS: readonly Format[] = [
  // Archives, by what is in them.
  { name: 'omnivore', recognises: isOmnivore, read: readOmnivore },
  { name: 'pocket', recognises: isPocketZip, read: readPocketZip },
  { name: 'wacz', recognises: isWacz, read: readWacz },
  { name: 'epub', recognises: isEpub, read: readEpub },
  // Documents, by their first bytes.
  { name: 'pdf', recognises: isPdf, read: readPdf },
  { name: 'docx', recognises: isDocx, read: readDocx },
  { name: 'odt', recognises: isOdt, read: readOdt },
  { name: 'rtf', recognises: isRtf, read: readRtf },
  { name: 'outlook-message', recognises: isOutlookMessage, read: outlookReader(readRecognised) },
  // Tables, by their columns.
  { name: 'pocket', recognises: isPocketCsv, read: readPocketCsv },
  { name: 'instapaper', recognises: isInstapaper, read: readInstapaper },
  { name: 'readwise-reader', recognises: isReadwiseReader, read: readReadwiseReader },
  { name: 'readwise-highlights', recognises: isReadwiseHighlights, read: readReadwiseHighlights },
  { name: 'raindrop', recognises: isRaindrop, read: readRaindrop },
  // Records, by their keys.
  { name: 'wallabag', recognises: isWallabag, read: readWallabag },
  { name: 'karakeep', recognises: isKarakeep, read: readKarakeep },
  { name: 'linkwarden', recognises: isLinkwarden, read: readLinkwarden },
  { name: 'csl-json', recognises: isCslJson, read: readCslJson },
  { name: 'enex', recognises: isEnex, read: readEnex },
  { name: 'zotero-rdf', recognises: isZoteroRdf, read: readZoteroRdf },
  { name: 'ris', recognises: isRis, read: readRis },
  { name: 'joplin', recognises: isJoplinArchive, read: readJoplinArchive },
  // Saved pages and mails, by how they start.
  { name: 'warc', recognises: isWarc, read: readWarc },
  { name: 'webarchive', recognises: isWebArchive, read: readWebArchive },
  { name: 'internet-shortcut', recognises: isInternetShortcut, read: readInternetShortcut },
  { name: 'mhtml', recognises: isMhtml, read: readMhtml },
  { name: 'email', recognises: isEmail, read: emailReader(readRecognised) },
  // Lists that are written as HTML, before pages.
  { name: 'pocket', recognises: isPocketHtml, read: readPocketHtml },
  { name: 'bookmarks', recognises: isBookmarks, read: readBookmarks },
  { name: 'saved-page', recognises: isSavedPage, read: readSavedPage },
  // By its name at last: it looks like any text.
  { name: 'markdown', recognises: isMarkdownNote, read: readMarkdownNote },
]

const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b && (head[2] ?? 0) < 9

async function namesInside(file: ImportFile, head: Uint8Array): Promise<string[]> {
  if (isZip(head)) {
    const zip = await openZip(file)
    return zip.ok ? zip.value.entries.map(({ path }) => path) : []
  }
  if (!isCompound(head) || file.size > LARGEST_MESSAGE) return []
  const compound = openCompound(await file.bytes())
  return compound.ok ? [...compound.value.streams.keys()] : []
}

/** The format of a file, by its content first and its extension second. */
export async function recognise(
  file: ImportFile,
): Promise<Result<Format, 'empty' | 'damaged' | 'not-recognised'>> {
  if (file.size === 0) return fail('empty')
  const head = await file.slice(0, HEAD)
  const inside = await namesInside(file, head)
  const format = FORMATS.find(({ recognises }) => recognises(head, file.name, inside))
  if (format !== undefined) return ok(format)
  // An archive that is cut off has no list of what is in it.
  return fail(isZip(head) && inside.length === 0 ? 'damaged' : 'not-recognised')
}

/** The documents of a file that a format recognises; of any other none. */
async function* readRecognised(file: ImportFile): AsyncGenerator<ItemRead> {
  const format = await recognise(file)
  if (format.ok) yield* format.value.read(file)
}
