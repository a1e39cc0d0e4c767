import type { Root as HastRoot, Element as HtmlElement } from 'hast'
import { toXast } from 'hast-util-to-xast'
import type { Element } from 'xast'
import { xmlDocument } from '../xml.ts'

const EPUB = 'http://www.idpf.org/2007/ops'

/** A page of a book as XHTML. */
export function xhtmlDocument(head: HtmlElement, body: HtmlElement, language: string): string {
  const tree: HastRoot = {
    type: 'root',
    children: [{ type: 'element', tagName: 'html', properties: { lang: language }, children: [head, body] }],
  }
  const root = toXast(tree)
  const html = root.type === 'root' ? root.children.find(child => child.type === 'element') : undefined
  if (html === undefined) throw new Error('a page has one element')
  html.attributes = { ...html.attributes, 'xmlns:epub': EPUB, 'xml:lang': language }
  return xmlDocument(withEpubTypes(html), 'html')
}

/** What readers of books know by EPUB's own names: they show a note where its number is. */
const EPUB_TYPES: Readonly<Record<string, string>> = {
  'doc-noteref': 'noteref',
  'doc-backlink': 'backlink',
  'doc-toc': 'toc',
}

function withEpubTypes(element: Element): Element {
  const type = EPUB_TYPES[element.attributes['role'] ?? '']
  const children = element.children.map(child => (child.type === 'element' ? withEpubTypes(child) : child))
  return type === undefined
    ? { ...element, children }
    : { ...element, children, attributes: { ...element.attributes, 'epub:type': type } }
}
