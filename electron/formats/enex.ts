import { createHash } from 'node:crypto'
import type { ItemRead, ReadFailureReason, Resource, StatedByFile } from '../core/model/import-item.ts'
import { ElementScan } from './element-scan.ts'
import { htmlOfEnml, type Medium } from './enml.ts'
import type { FormatReader, ImportFile } from './import-file.ts'
import { pictureType } from './picture-type.ts'
import { failedRead, itemOf, LINK, NOTHING_STATED } from './reads.ts'
import { instantOf, namesIn, textOf, webAddress } from './stated-values.ts'
import { type XmlElement, xmlTree } from './xml-tree.ts'

/** Evernote's own limit for a note is 200 MB, which is 270 MB in base64. */
const LARGEST_NOTE = 320 * 1024 * 1024
/** No note lies in another. */
const DEEPEST = 100

const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find(child => child.name === name)
const childText = (element: XmlElement | undefined, name: string): string | undefined =>
  textOf(childOf(element, name)?.text)

/** Base64 with its line breaks, decoded piece by piece into one buffer: a large attachment is not held twice. */
function decodedBase64(text: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(Math.ceil((text.length * 3) / 4) + 3)
  let length = 0
  let rest = ''
  for (let at = 0; at < text.length; at += 1024 * 1024) {
    const letters = rest + text.toString('latin1', at, at + 1024 * 1024).replace(/\s+/gu, '')
    const whole = letters.length - (letters.length % 4)
    length += bytes.write(letters.slice(0, whole), length, 'base64')
    rest = letters.slice(whole)
  }
  length += bytes.write(rest, length, 'base64')
  return bytes.subarray(0, length)
}

interface NoteParts {
  readonly note: XmlElement
  /** The bytes of the resources, in their order. */
  readonly data: readonly Buffer[]
}

/** Takes the resources' data out before the rest is parsed: it is nearly all of a note, and no markup. */
function partsOf(bytes: Buffer): NoteParts | undefined {
  const data: Buffer[] = []
  const skeleton: Buffer[] = []
  let at = 0
  for (const { innerStart, innerEnd } of new ElementScan('data').push(bytes)) {
    data.push(decodedBase64(bytes.subarray(innerStart, innerEnd)))
    skeleton.push(bytes.subarray(at, innerStart))
    at = innerEnd
  }
  skeleton.push(bytes.subarray(at))
  const tree = xmlTree(Buffer.concat(skeleton).toString('utf8'))
  return tree.ok ? { note: tree.value, data } : undefined
}

interface Media {
  readonly media: ReadonlyMap<string, Medium>
  readonly pictures: readonly Resource[]
}

/** `en-media` names a resource by the MD5 of its bytes. */
function mediaOf({ note, data }: NoteParts): Media {
  const media = new Map<string, Medium>()
  const pictures: Resource[] = []
  const resources = note.children.filter(({ name }) => name === 'resource')
  let index = 0
  for (const resource of resources) {
    const count = resource.children.filter(({ name }) => name === 'data').length
    const bytes = data[index]
    index += count
    if (count === 0 || bytes === undefined) continue
    const hash = createHash('md5').update(bytes).digest('hex')
    const mediaType = pictureType(bytes)
    media.set(hash, {
      isPicture: mediaType !== undefined,
      fileName: childText(childOf(resource, 'resource-attributes'), 'file-name'),
    })
    if (mediaType !== undefined) pictures.push({ address: `cid:${hash}`, mediaType, bytes })
  }
  return { media, pictures }
}

function statedBy(note: XmlElement, notebook: string | undefined): StatedByFile {
  const attributes = childOf(note, 'note-attributes')
  const author = childText(attributes, 'author')
  return {
    ...NOTHING_STATED,
    title: childText(note, 'title'),
    url: webAddress(childText(attributes, 'source-url')),
    bylines: author === undefined ? undefined : [author],
    savedAt: instantOf(childText(note, 'created')),
    tags: namesIn(note.children.filter(({ name }) => name === 'tag').map(({ text }) => text)),
    folders: notebook === undefined ? [] : [[notebook]],
  }
}

function readNote(bytes: Buffer, key: string, file: ImportFile, notebook: string | undefined): ItemRead {
  const name = `${file.name}, ${key}`
  const parts = partsOf(bytes)
  if (parts === undefined) return failedRead(key, name, 'damaged', 'not well-formed')
  const stated = statedBy(parts.note, notebook)
  const place = { key, bytes, mediaType: 'application/xml', originalName: `${name}.xml` }
  const enml = childText(parts.note, 'content')
  if (enml === undefined)
    return stated.url === undefined
      ? failedRead(key, stated.title ?? name, 'no-text')
      : itemOf(place, LINK, stated)
  const { media, pictures } = mediaOf(parts)
  const html = htmlOfEnml(enml, hash => media.get(hash))
  return itemOf(
    place,
    { kind: 'html', html, extent: 'article', base: stated.url, resources: pictures },
    stated,
  )
}

/** A notebook is exported under its name; Evernote's own names for a selection say nothing. */
function notebookOf(fileName: string): string | undefined {
  const name = fileName.replace(/\.enex$/iu, '').trim()
  return /^(?:my notes|evernote|export)?$/iu.test(name) ? undefined : name
}

async function* readNotes(file: ImportFile): AsyncGenerator<ItemRead> {
  if (file.size === 0) return yield failedRead('', file.name, 'empty')
  const notebook = notebookOf(file.name)
  const scan = new ElementScan('note')
  let count = 0
  for await (const chunk of file.stream()) {
    for (const { start, end } of scan.push(chunk)) {
      count += 1
      const key = `note ${count}`
      if (end - start > LARGEST_NOTE) yield failedRead(key, `${file.name}, ${key}`, 'too-large')
      else yield readNote(asBuffer(await file.slice(start, end)), key, file, notebook)
    }
    if (scan.depth > DEEPEST) return yield failedRead('', file.name, 'unsafe', 'notes in one another')
  }
  const rest: ReadFailureReason | undefined =
    scan.openSince === undefined && count > 0 ? undefined : 'damaged'
  if (rest !== undefined) {
    const key = scan.openSince === undefined ? '' : `note ${count + 1}`
    yield failedRead(key, key === '' ? file.name : `${file.name}, ${key}`, rest, 'the file ends in it')
  }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)

export const isEnex = (head: Uint8Array): boolean =>
  /^[^<]*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE\s+en-export[^>]*>\s*)?<en-export[\s>]/u.test(
    new TextDecoder('utf-8').decode(head.subarray(0, 4096)),
  )

/**
 * Evernote's ENEX: `<note>` with title, created, tag, note-attributes (author, source-url), content (ENML in CDATA) and
 * resources in base64 (xml.evernote.com/pub/evernote-export4.dtd). Each note is found in the stream and read by itself, so that a
 * file of any size needs the memory of one note, and a damaged note is one failure. No entity is expanded. The notebook is
 * the file's name, as Evernote names it. Pictures have the address `cid:` and the MD5 of their bytes.
 */
export const readEnex: FormatReader = readNotes
