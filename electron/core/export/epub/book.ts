import type { Element } from 'hast'
import style from '../../../../resources/export/e-book.css?raw'
import { ASSET_TYPES } from '../../model/asset.ts'
import type { Clipping } from '../../model/clipping.ts'
import { articleName, titleOf } from '../article-title.ts'
import { element } from '../book/element.ts'
import { coverOf } from '../book/front-pages.ts'
import { webArticle } from '../web/article.ts'
import { picturesOf } from '../web/pictures.ts'
import { type ExportLanguage, wordsOf } from '../words.ts'
import type { ExportedFile, ExportSource } from '../writer.ts'
import { xmlDocument } from '../xml.ts'
import { type BookItem, containerOf, packageOf } from './package.ts'
import { xhtmlDocument } from './xhtml.ts'

const FOLDER = 'EPUB'
const PACKAGE = `${FOLDER}/package.opf`

/** What the specification lets every reader of books show (EPUB 3.3, core media types). */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

const XHTML = 'application/xhtml+xml'

/**
 * A collection as an EPUB 3 publication: a cover page, the contents, a chapter an article with its pictures, highlights as
 * notes. The files come in the order in which they stand in the archive; `mimetype` is first, as the format demands, and
 * the package's own file last, when all that it names is known.
 */
export async function* epubBook(source: ExportSource): AsyncGenerator<ExportedFile> {
  const { language, clippings, title } = source
  const items: BookItem[] = []
  const page = (item: BookItem, heading: string, body: Element): ExportedFile => {
    items.push(item)
    return { path: `${FOLDER}/${item.href}`, content: xhtmlDocument(headOf(heading), body, language) }
  }
  yield { path: 'mimetype', content: 'application/epub+zip' }
  yield { path: 'META-INF/container.xml', content: xmlDocument(containerOf(PACKAGE)) }
  items.push({ id: 'style', href: 'book.css', mediaType: 'text/css', isRead: false })
  yield { path: `${FOLDER}/book.css`, content: style }
  yield page(
    { id: 'cover', href: 'cover.xhtml', mediaType: XHTML, isRead: true },
    title,
    element('body', {}, coverOf({ ...source, entries: clippings.map(clipping => ({ clipping })) })),
  )
  yield page(
    { id: 'nav', href: 'nav.xhtml', mediaType: XHTML, properties: 'nav', isRead: true },
    wordsOf(language).contents,
    element('body', {}, contentsOf(clippings, language), landmarksOf(language, clippings.length > 0)),
  )
  const pictures = new Set<string>()
  let index = 0
  for await (const entry of source.entries()) {
    const shown = new Map<string, string>()
    for await (const { sha256, mediaType, bytes } of picturesOf(entry.article, source)) {
      if (!SHOWN.has(mediaType)) continue
      const href = `pictures/${sha256}.${ASSET_TYPES[mediaType]}`
      shown.set(sha256, href)
      if (pictures.has(sha256)) continue
      pictures.add(sha256)
      items.push({ id: `picture-${sha256}`, href, mediaType, isRead: false })
      yield { path: `${FOLDER}/${href}`, content: bytes }
    }
    const name = articleName(index)
    const article = webArticle(entry, { language, name, image: sha256 => shown.get(sha256), level: 1 })
    yield page(
      { id: name, href: `${name}.xhtml`, mediaType: XHTML, isRead: true },
      titleOf(entry.clipping, language).text,
      element('body', {}, article),
    )
    index += 1
  }
  const languages = clippings.map(clipping => clipping.language)
  const identifier = uuidOf(
    source.digest(source.encode([title, source.createdAt, ...clippings.map(({ id }) => id)].join('\n'))),
  )
  const facts = { ...source, identifier, languages, items, hasPictures: pictures.size > 0 }
  yield { path: PACKAGE, content: xmlDocument(packageOf(facts)) }
}

const headOf = (title: string): Element =>
  element(
    'head',
    {},
    element('meta', { charSet: 'utf-8' }),
    element('title', {}, title),
    element('link', { rel: ['stylesheet'], type: 'text/css', href: 'book.css' }),
  )

const contentsOf = (clippings: readonly Clipping[], language: ExportLanguage): Element =>
  element(
    'nav',
    { role: 'doc-toc', className: ['contents'], id: 'toc' },
    element('h1', {}, wordsOf(language).contents),
    element(
      'ol',
      {},
      ...(clippings.length === 0 ? [pageLink('cover.xhtml', wordsOf(language).cover)] : []),
      ...clippings.map((clipping, index) => {
        const { text, lang } = titleOf(clipping, language)
        return element(
          'li',
          {},
          element(
            'a',
            { href: `${articleName(index)}.xhtml`, dir: 'auto', ...(lang !== '' && { lang }) },
            text,
          ),
        )
      }),
    ),
  )

const pageLink = (href: string, words: string): Element => element('li', {}, element('a', { href }, words))

/** Where readers of books find the parts that they have buttons for. */
function landmarksOf(language: ExportLanguage, hasArticles: boolean): Element {
  const words = wordsOf(language)
  const landmark = (type: string, href: string, label: string) =>
    element('li', {}, element('a', { 'epub:type': type, href }, label))
  return element(
    'nav',
    { 'epub:type': 'landmarks', hidden: true, id: 'landmarks' },
    element(
      'ol',
      {},
      landmark('cover', 'cover.xhtml', words.cover),
      landmark('toc', '#toc', words.contents),
      ...(hasArticles ? [landmark('bodymatter', `${articleName(0)}.xhtml`, words.beginning)] : []),
    ),
  )
}

/** A UUID of version 8 (RFC 9562): the same export has the same. */
function uuidOf(digest: Uint8Array): string {
  const bytes = [...digest.subarray(0, 16)]
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.map(byte => byte.toString(16).padStart(2, '0')).join('')
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5')}`
}
