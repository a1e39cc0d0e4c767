import { Parser } from 'htmlparser2'
import type { Resource } from '../core/model/import-item.ts'
import { type FileProperties, statedByProperties } from './file-properties.ts'
import type { FormatReader } from './import-file.ts'
import { OdtStyles } from './odt/odt-styles.ts'
import { OdtDepthError, OdtText } from './odt/odt-text.ts'
import { pictureType } from './picture-type.ts'
import { failedRead } from './reads.ts'
import { elementsNamed, xmlTree } from './xml-tree.ts'
import { openZip, type ZipEntries, type ZipFailure } from './zip-entries.ts'

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text'
/** The text of a long book has 8 MB. */
const LARGEST_TEXT = 12 * 1024 * 1024
const PIECE = 64 * 1024
const MOST_PICTURES_BYTES = 256 * 1024 * 1024

export const isOdt = (head: Uint8Array, _name: string, inside: readonly string[]): boolean =>
  inside.includes('content.xml') &&
  /mimetypeapplication\/(?:vnd\.oasis\.opendocument\.text|vnd\.sun\.xml\.writer)/u.test(
    Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 256)).toString('latin1'),
  )

async function entryBytes(zip: ZipEntries, path: string): Promise<Uint8Array | ZipFailure | undefined> {
  const entry = zip.entries.find(each => each.path === path)
  if (entry === undefined) return undefined
  if (entry.size > LARGEST_TEXT) return { reason: 'too-large', detail: path }
  const read = await zip.read(entry)
  return read.ok ? read.value : read.error
}

const isFailure = (value: Uint8Array | ZipFailure | undefined): value is ZipFailure =>
  value !== undefined && 'reason' in value

function parse(bytes: Uint8Array, handler: OdtStyles | OdtText): void {
  // Entities that a document defines itself stay as they are written: none expands.
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handler.open(name, attributes),
      ontext: words => handler.words(words),
      onclosetag: name => handler.close(name),
    },
    { xmlMode: true },
  )
  const decoder = new TextDecoder()
  for (let at = 0; at < bytes.length; at += PIECE)
    parser.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }))
  parser.end(decoder.decode())
}

function propertiesOf(bytes: Uint8Array): FileProperties {
  const tree = xmlTree(new TextDecoder().decode(bytes))
  if (!tree.ok) return {}
  const value = (name: string): string | undefined => [...elementsNamed(tree.value, name)][0]?.text
  return { title: value('title'), author: value('initial-creator') ?? value('creator') }
}

async function picturesOf(zip: ZipEntries, paths: ReadonlySet<string>): Promise<Resource[]> {
  const resources: Resource[] = []
  let total = 0
  for (const entry of zip.entries) {
    if (!paths.has(entry.path)) continue
    total += entry.size
    if (total > MOST_PICTURES_BYTES) break
    const read = await zip.read(entry)
    if (!read.ok) continue
    const mediaType = pictureType(read.value) ?? 'application/octet-stream'
    resources.push({ address: entry.path, mediaType, bytes: read.value })
  }
  return resources
}

/** The text of an unpacked document as markup, or why there is none. */
async function textIn(zip: ZipEntries): Promise<OdtText | ZipFailure> {
  const styles = new OdtStyles()
  const stylesBytes = await entryBytes(zip, 'styles.xml')
  const content = await entryBytes(zip, 'content.xml')
  if (isFailure(content)) return content
  if (content === undefined) return { reason: 'damaged', detail: 'no content.xml' }
  const text = new OdtText(styles)
  try {
    if (stylesBytes !== undefined && !isFailure(stylesBytes)) parse(stylesBytes, styles)
    parse(content, styles)
    parse(content, text)
  } catch (error) {
    if (!(error instanceof OdtDepthError)) throw error
    return { reason: 'unsafe', detail: 'nested too deeply' }
  }
  return text
}

/**
 * OpenDocument text: headings, lists, tables, notes and emphasis by their styles, pictures as resources by their path in
 * the archive; title and author from meta.xml. Its one item has the key `document`.
 */
export const readOdt: FormatReader = async function* (file) {
  const failed = ({ reason, detail }: ZipFailure) => failedRead('', file.name, reason, detail)
  const opened = await openZip(file)
  if (!opened.ok) return yield failed(opened.error)
  const zip = opened.value
  const manifest = await entryBytes(zip, 'META-INF/manifest.xml')
  if (manifest !== undefined && !isFailure(manifest) && Buffer.from(manifest).includes('encryption-data'))
    return yield failed({ reason: 'encrypted' })
  const text = await textIn(zip)
  if (!(text instanceof OdtText)) return yield failed(text)
  const html = text.html()
  if (html.replace(/<(?!img)[^>]*>/gu, '').trim() === '') return yield failed({ reason: 'no-text' })
  const meta = await entryBytes(zip, 'meta.xml')
  const properties = meta === undefined || isFailure(meta) ? {} : propertiesOf(meta)
  const bytes = await file.bytes()
  yield {
    ok: true,
    value: {
      key: 'document',
      name: file.name,
      content: { kind: 'html', extent: 'article', html, resources: await picturesOf(zip, text.pictures) },
      stated: statedByProperties(properties, { fileName: file.name, hasTitle: /<h1>/u.test(html) }),
      original: { bytes, mediaType: MEDIA_TYPE, name: file.name },
    },
  }
}
