import type { ItemContent, ItemRead, Resource, StatedByFile } from '../core/model/import-item.ts'
import { noteText, statedByProperties } from './front-matter.ts'
import type { FormatReader, ImportFile } from './import-file.ts'
import { htmlOfMarkdown, parsedMarkdown, picturesOfMarkdown, withoutEmbedded } from './markdown-html.ts'
import { plainMarkdown } from './obsidian-markup.ts'
import { isOwnContents, isOwnExport, ownNote } from './own-export.ts'
import { pictureType } from './picture-type.ts'
import { readPlainText } from './plain-text.ts'
import { failedRead, itemOf, LINK } from './reads.ts'

/** In bytes, with the pictures that are written into a note. */
const LARGEST = 96 * 1024 * 1024
/** In characters, without them. */
const LONGEST = 16 * 1024 * 1024
const MOST_PICTURES = 500

/** Where vaults keep what is attached, seen from a note: beside it, or in a folder of any level above. */
const ATTACHMENTS = [
  '',
  'attachments/',
  'Attachments/',
  'assets/',
  '_resources/',
  'images/',
  'files/',
  '附件/',
]

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

async function pictureAt(address: string, file: ImportFile): Promise<Resource | undefined> {
  const path = decoded(address).replace(/[?#].*$/su, '')
  if (/^[a-z][a-z\d+.-]*:/iu.test(path) || path.startsWith('/')) return undefined
  const levels = file.folders?.length ?? 0
  for (let up = 0; up <= levels; up += 1)
    for (const folder of path.includes('/') ? [''] : ATTACHMENTS) {
      const bytes = await file.beside(`${'../'.repeat(up)}${folder}${path}`)
      const mediaType = bytes === undefined ? undefined : pictureType(bytes)
      if (bytes !== undefined && mediaType !== undefined) return { address, mediaType, bytes }
    }
  return undefined
}

/** The text, with the vault's pictures, each under an address that no page has. */
async function contentOf(markdown: string, base: string | undefined, file: ImportFile): Promise<ItemContent> {
  const root = parsedMarkdown(markdown)
  if (root === undefined) return { kind: 'text', text: markdown }
  const addresses = new Map<string, string>()
  const resources: Resource[] = []
  for (const address of new Set(picturesOfMarkdown(root).slice(0, MOST_PICTURES))) {
    const picture = await pictureAt(address, file)
    if (picture === undefined) continue
    const own = `cid:picture-${resources.length + 1}`
    addresses.set(address, own)
    resources.push({ ...picture, address: own })
  }
  const html = htmlOfMarkdown(root, addresses)
  return html === undefined
    ? { kind: 'text', text: markdown }
    : { kind: 'html', html, extent: 'article', base, resources }
}

function statedBy(
  properties: ReadonlyMap<string, readonly string[]>,
  body: string,
  file: ImportFile,
): StatedByFile {
  const stated = statedByProperties(properties)
  // A note that is headed by a title says it itself; another is called what its file is called.
  const isHeaded = /^\s*#\s+\S/u.test(body)
  const folders = file.folders ?? []
  return {
    ...stated,
    title: stated.title ?? (isHeaded ? undefined : file.name.replace(/\.[^.]*$/u, '')),
    folders: folders.length === 0 ? [] : [folders],
  }
}

async function* readNote(file: ImportFile): AsyncGenerator<ItemRead> {
  if (file.size === 0) return yield failedRead('', file.name, 'empty')
  if (file.size > LARGEST) return yield failedRead('', file.name, 'too-large')
  const bytes = await file.bytes()
  // What we exported is what the clipping has, whatever it looks like.
  const written = readPlainText(bytes, { isAsWritten: true })
  const isOwn = written.ok && isOwnExport(noteText(written.value).properties)
  const text = isOwn ? written : readPlainText(bytes)
  if (!text.ok) return yield failedRead('', file.name, text.error === 'empty' ? 'empty' : 'not-recognised')
  if (text.value.length > LONGEST && withoutEmbedded(text.value).length > LONGEST)
    return yield failedRead('', file.name, 'too-large')
  const { properties, body } = noteText(text.value)
  if (isOwnContents(properties, body)) return yield failedRead('', file.name, 'only-a-list')
  const own = isOwn ? parsedMarkdown(body, { isOurs: true }) : undefined
  const note = own === undefined ? undefined : await ownNote(own, properties, file)
  const whole = { key: 'note', bytes, mediaType: 'text/markdown', originalName: file.name }
  if (note !== undefined)
    return yield itemOf(whole, note.content, { ...statedBy(properties, body, file), ...note.stated })
  const { markdown, highlights } = plainMarkdown(body)
  const stated = { ...statedBy(properties, body, file), highlights }
  if (markdown.trim() === '')
    return yield stated.url === undefined ? failedRead('', file.name, 'no-text') : itemOf(whole, LINK, stated)
  yield itemOf(whole, await contentOf(markdown, stated.url, file), stated)
}

/** By properties that name a page, or by its name: Markdown itself looks like any text. */
export const isMarkdownNote = (head: Uint8Array, name: string): boolean => {
  const start = new TextDecoder('utf-8').decode(head)
  if (
    /^\ufeff?---[ \t]*\r?\n(?:.*\r?\n)*?(?:title|source|url|author|created|tags):/u.test(start.slice(0, 4096))
  )
    return true
  return /\.(?:md|markdown|mdown)$/iu.test(name) && !start.includes('\0')
}

/**
 * A note in Markdown: of an Obsidian vault (Web Clipper's among them), of Joplin's "MD + front matter" export, or of our own.
 * Folders below the one that is imported become the note's folder; pictures of the vault have the addresses
 * `cid:picture-1` and so on.
 */
export const readMarkdownNote: FormatReader = readNote
