import type { Element } from 'xast'
import type { ExportHead } from '../plan.ts'
import { wordsOf } from '../words.ts'
import { xml } from '../xml.ts'

/** A file of the book, with the name that the package has for it. */
export interface BookItem {
  readonly id: string
  /** Relative to the package's own file. */
  readonly href: string
  readonly mediaType: string
  readonly properties?: string
  /** It is read in the order of the list; the others are shown from these. */
  readonly isRead: boolean
}

interface BookFacts extends ExportHead {
  readonly identifier: string
  /** The languages of its articles. */
  readonly languages: readonly string[]
  readonly items: readonly BookItem[]
  readonly hasPictures: boolean
}

/** The package document of an EPUB 3 publication: what it is, which files it has, in which order they are read. */
export function packageOf({
  title,
  language,
  createdAt,
  identifier,
  languages,
  items,
  hasPictures,
}: BookFacts): Element {
  const meta = (property: string, value: string) => xml('meta', { property }, value)
  const others = languages.filter(each => each !== language && each !== 'und')
  return xml(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'identifier',
      'xml:lang': language,
    },
    xml(
      'metadata',
      { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
      xml('dc:identifier', { id: 'identifier' }, identifier),
      xml('dc:title', {}, title),
      ...[language, ...new Set(others)].map(each => xml('dc:language', {}, each)),
      // To the second, as the specification has it.
      meta('dcterms:modified', createdAt.replace(/\.\d+Z$/u, 'Z')),
      meta('schema:accessMode', 'textual'),
      ...(hasPictures ? [meta('schema:accessMode', 'visual')] : []),
      ...['tableOfContents', 'structuralNavigation', 'readingOrder', 'displayTransformability'].map(feature =>
        meta('schema:accessibilityFeature', feature),
      ),
      meta('schema:accessibilityHazard', 'none'),
      meta('schema:accessibilitySummary', wordsOf(language).accessibility),
    ),
    xml(
      'manifest',
      {},
      ...items.map(({ id, href, mediaType, properties }) =>
        xml('item', { id, href, 'media-type': mediaType, ...(properties !== undefined && { properties }) }),
      ),
    ),
    xml('spine', {}, ...items.filter(({ isRead }) => isRead).map(({ id }) => xml('itemref', { idref: id }))),
  )
}

/** Says where the package's own file is. */
export const containerOf = (path: string): Element =>
  xml(
    'container',
    { xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container', version: '1.0' },
    xml(
      'rootfiles',
      {},
      xml('rootfile', { 'full-path': path, 'media-type': 'application/oebps-package+xml' }),
    ),
  )
