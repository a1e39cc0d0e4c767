import { fail, ok, type Result } from '../core/result.ts'
import { decodeHtml } from './html-charset.ts'
import { elementsNamed, type XmlElement, xmlTree } from './xml-tree.ts'

/** What an EPUB's package document says (EPUB 3.3, section 5; EPUB 2's is read the same way). */
export interface EpubPackage {
  readonly title: string | undefined
  readonly creators: readonly string[]
  readonly publisher: string | undefined
  readonly language: string | undefined
  readonly date: string | undefined
  /** `dc:source`, then `dc:identifier`, where they are addresses. */
  readonly sources: readonly string[]
  /** Paths of the documents in their reading order, below the archive. */
  readonly spine: readonly string[]
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A reference of a document in the archive as a path below the archive; undefined where it leads out of it. */
export function pathIn(document: string, reference: string): string | undefined {
  const plain = reference.replace(/[?#].*$/su, '')
  if (plain === '' || /^[a-z][a-z\d+.-]*:|^\/\//iu.test(plain)) return undefined
  const parts = plain.startsWith('/') ? [] : document.split('/').slice(0, -1)
  for (const part of decoded(plain).split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

const xmlOf = (bytes: Uint8Array): Result<XmlElement, 'damaged' | 'unsafe'> =>
  xmlTree(decodeHtml(bytes).text.trim())

/** Where `META-INF/container.xml` says the package document is. */
export function packagePath(container: Uint8Array): Result<string, 'damaged' | 'unsafe'> {
  const root = xmlOf(container)
  if (!root.ok) return root
  const [file] = elementsNamed(root.value, 'rootfile')
  const path = file?.attributes.get('full-path')
  return path === undefined ? fail('damaged') : ok(path)
}

/** Obfuscated fonts are not encryption of the text (EPUB 3.3, section 4.4; Adobe's older way). */
const FONTS = /^https?:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/u

/** Whether `META-INF/encryption.xml` speaks of more than fonts. */
export function isEncrypted(encryption: Uint8Array): boolean {
  const root = xmlOf(encryption)
  if (!root.ok) return true
  return [...elementsNamed(root.value, 'EncryptedData')].some(data => {
    const [method] = elementsNamed(data, 'EncryptionMethod')
    return !FONTS.test(method?.attributes.get('Algorithm') ?? '')
  })
}

export function readPackage(path: string, bytes: Uint8Array): Result<EpubPackage, 'damaged' | 'unsafe'> {
  const root = xmlOf(bytes)
  if (!root.ok) return root
  const textsOf = (name: string): string[] =>
    [...elementsNamed(root.value, name)]
      .map(({ text }) => text.replace(/\s+/gu, ' ').trim())
      .filter(text => text !== '')
  const paths = new Map(
    [...elementsNamed(root.value, 'item')].map(({ attributes }) => [
      attributes.get('id'),
      pathIn(path, attributes.get('href') ?? ''),
    ]),
  )
  const [spine] = elementsNamed(root.value, 'spine')
  const order = (spine?.children ?? [])
    .filter(({ attributes }) => attributes.get('linear') !== 'no')
    .map(({ attributes }) => paths.get(attributes.get('idref')))
    .filter(each => each !== undefined)
  if (order.length === 0) return fail('damaged')
  return ok({
    title: textsOf('title')[0],
    creators: textsOf('creator'),
    publisher: textsOf('publisher')[0],
    language: textsOf('language')[0],
    date: textsOf('date')[0],
    sources: [...textsOf('source'), ...textsOf('identifier')],
    spine: [...new Set(order)],
  })
}
