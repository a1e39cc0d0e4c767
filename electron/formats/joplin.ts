import type { ItemRead, Resource, StatedByFile } from '../core/model/import-item.ts'
import { folderPaths, type NamedFolder } from './folder-paths.ts'
import type { FormatReader, ImportFile } from './import-file.ts'
import {
  JOPLIN_FOLDER,
  JOPLIN_NOTE,
  JOPLIN_NOTE_TAG,
  JOPLIN_RESOURCE,
  JOPLIN_TAG,
  type JoplinItem,
  joplinItem,
} from './joplin-item.ts'
import { htmlOfMarkdown, parsedMarkdown } from './markdown-html.ts'
import { pictureType } from './picture-type.ts'
import { failedRead, itemOf, NOTHING_STATED } from './reads.ts'
import { instantOf, namesIn, textOf, webAddress } from './stated-values.ts'
import { type TarEntry, tarEntries } from './tar-entries.ts'

const RECORD = /^(?<id>[0-9a-f]{32})\.md$/u
const RESOURCE_FILE = /^resources\/(?<id>[0-9a-f]{32})(?:\.[^/]*)?$/u
/** How notes refer to resources: `![](:/id)` in Markdown, `src=":/id"` in HTML. */
const REFERENCE = /(?<before>[("'<]\s*):\/(?<id>[0-9a-f]{32})/gu

/** What a record is stands in its last line. */
const TAIL = 256
const LARGEST_RECORD = 64 * 1024 * 1024
const LARGEST_PICTURE = 128 * 1024 * 1024

interface Contents {
  readonly notes: TarEntry[]
  readonly folders: NamedFolder[]
  readonly tagNames: Map<string, string>
  readonly tagsOfNote: Map<string, string[]>
  readonly files: Map<string, TarEntry>
  readonly failures: ItemRead[]
  isWhole: boolean
}

const textAt = async (file: ImportFile, { start, size }: TarEntry): Promise<string> =>
  new TextDecoder('utf-8').decode(await file.slice(start, start + size))

function take(contents: Contents, item: JoplinItem): void {
  const property = (name: string): string => item.properties.get(name) ?? ''
  const id = property('id')
  if (item.type === JOPLIN_FOLDER)
    contents.folders.push({ id, name: item.title, parentId: textOf(property('parent_id')) })
  if (item.type === JOPLIN_TAG) contents.tagNames.set(id, item.title)
  if (item.type === JOPLIN_NOTE_TAG) {
    const note = property('note_id')
    contents.tagsOfNote.set(note, [...(contents.tagsOfNote.get(note) ?? []), property('tag_id')])
  }
}

/** Folders, tags and resources come in any order, before their notes or after. */
async function contentsOf(file: ImportFile): Promise<Contents> {
  const contents: Contents = {
    notes: [],
    folders: [],
    tagNames: new Map(),
    tagsOfNote: new Map(),
    files: new Map(),
    failures: [],
    isWhole: true,
  }
  const entries = tarEntries(file)
  for (let next = await entries.next(); ; next = await entries.next()) {
    if (next.done === true) {
      contents.isWhole = next.value
      return contents
    }
    const entry = next.value
    const resource = RESOURCE_FILE.exec(entry.path)?.groups?.['id']
    if (resource !== undefined) contents.files.set(resource, entry)
    if (!RECORD.test(entry.path)) continue
    const end = entry.start + entry.size
    const tail = new TextDecoder('utf-8').decode(await file.slice(Math.max(entry.start, end - TAIL), end))
    const type = Number(/^type_:\s*(?<type>\d+)\s*$/mu.exec(tail)?.groups?.['type'])
    if (type === JOPLIN_NOTE) contents.notes.push(entry)
    else if (Number.isNaN(type)) contents.failures.push(failedRead(entry.path, entry.path, 'damaged'))
    else if (entry.size <= LARGEST_RECORD && type !== JOPLIN_RESOURCE) {
      const item = joplinItem(await textAt(file, entry))
      if (item !== undefined) take(contents, item)
    }
  }
}

async function picturesIn(html: string, file: ImportFile, files: Contents['files']): Promise<Resource[]> {
  const pictures: Resource[] = []
  for (const id of new Set(
    [...html.matchAll(/cid:(?<id>[0-9a-f]{32})/gu)].map(({ groups }) => groups?.['id'] ?? ''),
  )) {
    const entry = files.get(id)
    if (entry === undefined || entry.size > LARGEST_PICTURE) continue
    const bytes = await file.slice(entry.start, entry.start + entry.size)
    const mediaType = pictureType(bytes)
    if (mediaType !== undefined) pictures.push({ address: `cid:${id}`, mediaType, bytes })
  }
  return pictures
}

/** Times are ISO 8601; a time that is not set is the epoch, or nothing. */
function statedBy(
  item: JoplinItem,
  contents: Contents,
  paths: ReadonlyMap<string, readonly string[]>,
): StatedByFile {
  const property = (name: string): string | undefined => textOf(item.properties.get(name))
  const author = property('author')
  const folder = paths.get(property('parent_id') ?? '')
  const tags = contents.tagsOfNote.get(property('id') ?? '') ?? []
  return {
    ...NOTHING_STATED,
    title: textOf(item.title),
    url: webAddress(property('source_url')),
    bylines: author === undefined ? undefined : [author],
    savedAt: instantOf(property('user_created_time')) ?? instantOf(property('created_time')),
    tags: namesIn(tags.flatMap(id => contents.tagNames.get(id) ?? [])),
    folders: folder === undefined || folder.length === 0 ? [] : [folder],
    // In milliseconds, unlike the others; 0 for what is not in the trash.
    trashed: (property('deleted_time') ?? '0') !== '0',
  }
}

const HTML = '2'

async function readNote(
  file: ImportFile,
  entry: TarEntry,
  contents: Contents,
  paths: ReadonlyMap<string, readonly string[]>,
): Promise<ItemRead> {
  if (entry.size > LARGEST_RECORD) return failedRead(entry.path, entry.path, 'too-large')
  const bytes = await file.slice(entry.start, entry.start + entry.size)
  const item = joplinItem(new TextDecoder('utf-8').decode(bytes))
  if (item === undefined) return failedRead(entry.path, entry.path, 'damaged')
  if (item.properties.get('encryption_applied') === '1')
    return failedRead(entry.path, entry.path, 'encrypted')
  const body = item.body.replace(REFERENCE, '$<before>cid:$<id>')
  const stated = statedBy(item, contents, paths)
  const place = { key: entry.path, bytes, mediaType: 'text/markdown', originalName: entry.path }
  const html = item.properties.get('markup_language') === HTML ? body : htmlOf(body)
  if (html === undefined) return itemOf(place, { kind: 'text', text: body }, stated)
  const resources = await picturesIn(html, file, contents.files)
  return itemOf(place, { kind: 'html', html, extent: 'article', base: stated.url, resources }, stated)
}

function htmlOf(markdown: string): string | undefined {
  const root = parsedMarkdown(markdown)
  return root === undefined ? undefined : htmlOfMarkdown(root)
}

async function* readArchive(file: ImportFile): AsyncGenerator<ItemRead> {
  if (file.size === 0) return yield failedRead('', file.name, 'empty')
  const contents = await contentsOf(file)
  const paths = folderPaths(contents.folders)
  yield* contents.failures
  for (const entry of contents.notes) yield await readNote(file, entry, contents, paths)
  if (!contents.isWhole) yield failedRead('', file.name, 'damaged', 'the archive is cut off or damaged')
}

export const isJoplinArchive = (head: Uint8Array): boolean => {
  const latin = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 512)).toString('latin1')
  const [name = ''] = latin.split('\0')
  return (
    latin.slice(257, 262) === 'ustar' &&
    (RECORD.test(name.replace(/^\.\//u, '')) || /^(?:\.\/)?resources\//u.test(name))
  )
}

/**
 * Joplin's JEX: a tar archive of records in files named by their identifiers (see joplin-item.ts) and of resources in
 * `resources/`. Notebooks become folders, tags are joined through their own records, and pictures have the address
 * `cid:` and their identifier. Only one note is held in memory, with its pictures.
 */
export const readJoplinArchive: FormatReader = readArchive
