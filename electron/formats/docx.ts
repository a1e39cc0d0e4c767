import mammoth from 'mammoth'
import type { Resource } from '../core/model/import-item.ts'
import { type FileProperties, statedByProperties } from './file-properties.ts'
import type { FormatReader } from './import-file.ts'
import { pictureType } from './picture-type.ts'
import { failedRead } from './reads.ts'
import { elementsNamed, xmlTree } from './xml-tree.ts'
import { openZip, type ZipEntries, type ZipFailure } from './zip-entries.ts'

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const MAIN = 'word/document.xml'
/** The library takes all of the file, and makes a tree of the text. */
const LARGEST = 128 * 1024 * 1024
const LARGEST_TEXT = 12 * 1024 * 1024
/** Time goes by tags: a long book has half of this. */
const MOST_TAGS = 400_000
/** Tables in tables are three elements a step; the library takes seconds over more, and then has no more stack. */
const DEEPEST = 1000
const LESS_THAN = 0x3c
const GREATER_THAN = 0x3e
const SLASH = 0x2f
const EXCLAMATION = 0x21
const QUESTION = 0x3f

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  'r[style-name="Emphasis"] => em',
]

const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Word keeps a document with a password in a container of its own (MS-OFFCRYPTO), whatever the file is called. */
const isLocked = (head: Uint8Array): boolean =>
  OLE.every((byte, at) => head[at] === byte) && bufferOf(head).includes(ENCRYPTED)

export const isDocx = (head: Uint8Array, _name: string, inside: readonly string[]): boolean =>
  inside.includes(MAIN) ||
  (inside.includes('[Content_Types].xml') && inside.some(path => /^word\/document\d*\.xml$/u.test(path))) ||
  isLocked(head)

/** How many tags there are, and how many elements lie in one another at most. */
function sizeOf(xml: Uint8Array): { readonly tags: number; readonly depth: number } {
  let tags = 0
  let open = 0
  let depth = 0
  let end = -1
  for (let at = xml.indexOf(LESS_THAN); at >= 0; at = xml.indexOf(LESS_THAN, at + 1)) {
    tags += 1
    const next = xml[at + 1]
    if (next === SLASH) open -= 1
    else if (next !== EXCLAMATION && next !== QUESTION) {
      // Looked for once, also where there is none.
      if (end < at) end = xml.indexOf(GREATER_THAN, at)
      if (end === -1) end = xml.length
      if (xml[end - 1] !== SLASH) open += 1
    }
    depth = Math.max(depth, open)
  }
  return { tags, depth }
}

async function propertiesIn(zip: ZipEntries): Promise<FileProperties> {
  const entry = zip.entries.find(({ path }) => path === 'docProps/core.xml')
  const bytes = entry === undefined ? undefined : await zip.read(entry)
  if (bytes?.ok !== true) return {}
  const tree = xmlTree(new TextDecoder().decode(bytes.value))
  if (!tree.ok) return {}
  const value = (name: string): string | undefined => [...elementsNamed(tree.value, name)][0]?.text
  return { title: value('title'), author: value('creator') }
}

interface Converted {
  readonly html: string
  readonly resources: readonly Resource[]
}

async function converted(bytes: Uint8Array): Promise<Converted | ZipFailure> {
  const resources: Resource[] = []
  const convertImage = mammoth.images.imgElement(async image => {
    const picture = new Uint8Array(await image.readAsArrayBuffer())
    const address = `picture-${resources.length + 1}`
    resources.push({ address, mediaType: pictureType(picture) ?? image.contentType, bytes: picture })
    return { src: address }
  })
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: bufferOf(bytes) },
      { styleMap: STYLES, convertImage, externalFileAccess: false, includeEmbeddedStyleMap: false },
    )
    return { html: withoutJumps(value), resources }
  } catch (error) {
    // The library goes down the tree by calling itself.
    if (error instanceof RangeError) return { reason: 'unsafe', detail: 'nested too deeply' }
    return { reason: 'damaged', detail: error instanceof Error ? error.message.slice(0, 120) : undefined }
  }
}

/** Links within the document lead nowhere in an article: a mark of a note stays, the arrow back from it goes. */
const withoutJumps = (html: string): string =>
  html
    .replace(/\s*<a href="#[^"]*">↑<\/a>/gu, '')
    .replace(/<a(?: href="#[^"]*")?(?: id="[^"]*")?>(?<words>[^<]*)<\/a>/gu, '$<words>')

/**
 * Word documents: headings, lists, tables, notes and emphasis by their styles, pictures as resources with the addresses
 * `picture-1`, `picture-2` …; title and author from the properties. Its one item has the key `document`.
 */
export const readDocx: FormatReader = async function* (file) {
  const failed = ({ reason, detail }: ZipFailure) => failedRead('', file.name, reason, detail)
  if (file.size > LARGEST) return yield failed({ reason: 'too-large' })
  if (isLocked(await file.slice(0, 65_536))) return yield failed({ reason: 'encrypted' })
  const zip = await openZip(file)
  if (!zip.ok) return yield failed(zip.error)
  for (const entry of zip.value.entries.filter(({ path }) => path.endsWith('.xml')))
    if (entry.size > LARGEST_TEXT) return yield failed({ reason: 'too-large', detail: entry.path })
  // Reading it here as well finds an entry that unpacks to more than it says.
  for (const entry of zip.value.entries) {
    const sound = await zip.value.read(entry)
    if (!entry.path.endsWith('.xml')) continue
    if (!sound.ok) return yield failed(sound.error)
    const { tags, depth } = sizeOf(sound.value)
    if (depth > DEEPEST) return yield failed({ reason: 'unsafe', detail: 'nested too deeply' })
    if (tags > MOST_TAGS) return yield failed({ reason: 'too-large', detail: entry.path })
  }
  const bytes = await file.bytes()
  const properties = await propertiesIn(zip.value)
  const read = await converted(bytes)
  if ('reason' in read) return yield failed(read)
  if (read.html.replace(/<(?!img)[^>]*>/gu, '').trim() === '') return yield failed({ reason: 'no-text' })
  const stated = statedByProperties(properties, { fileName: file.name, hasTitle: /<h1[ >]/u.test(read.html) })
  yield {
    ok: true,
    value: {
      key: 'document',
      name: file.name,
      content: { kind: 'html', extent: 'article', html: read.html, resources: read.resources },
      stated,
      original: { bytes, mediaType: MEDIA_TYPE, name: file.name },
    },
  }
}
