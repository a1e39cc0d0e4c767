import { type DefaultTreeAdapterTypes, html, parse, serialize } from 'parse5'
import { pathIn } from './epub-package.ts'
import { decodeHtml } from './html-charset.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const EMPTY =
  /<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|image|path|rect|circle|use)\b)(?<name>[a-z][\w:-]*)(?<attributes>(?:\s[^<>]*)?)\/>/giu

/** XHTML may close an element where it starts; read as HTML, an empty `<title/>` would swallow the chapter. */
const asHtml = (xhtml: string): string => xhtml.replace(EMPTY, '<$<name>$<attributes>></$<name>>')

const isElement = (node: Node): node is Element => 'tagName' in node

/** No book nests deeper; what writes markup goes down into it call by call. */
const DEEPEST = 400

interface Found {
  readonly element: Element
  readonly depth: number
}

function* elementsOf(root: Element): Generator<Found> {
  const stack: Found[] = [{ element: root, depth: 0 }]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    yield top
    const { childNodes } = top.element
    for (let at = childNodes.length - 1; at >= 0; at -= 1) {
      const child = childNodes[at]
      if (child !== undefined && isElement(child)) stack.push({ element: child, depth: top.depth + 1 })
    }
  }
}

/** How a picture of the archive is called in the merged markup: chapters lie in folders of their own. */
export const archiveAddress = (path: string): string =>
  `epub:/${path.split('/').map(encodeURIComponent).join('/')}`

/** A cover is often a drawing that holds one picture: it becomes that picture. */
function unwrapDrawing(element: Element): void {
  const picture = element.childNodes.filter(isElement).find(({ tagName }) => tagName === 'image')
  const address = picture?.attrs.find(({ name }) => name === 'href')?.value
  if (address === undefined) return
  element.nodeName = 'img'
  element.tagName = 'img'
  element.namespaceURI = html.NS.HTML
  element.attrs = [{ name: 'src', value: address }]
  element.childNodes = []
}

/**
 * The body of a chapter as HTML, its pictures called by {@link archiveAddress}; undefined where it nests without end.
 * Links to other chapters lose their target, which is no address outside the book; `pictures` gathers the paths that
 * are referred to.
 */
export function chapterHtml(path: string, bytes: Uint8Array, pictures: Set<string>): string | undefined {
  const document = parse(asHtml(decodeHtml(bytes).text))
  const root = document.childNodes.find((node): node is Element => isElement(node) && node.tagName === 'html')
  const body = root?.childNodes.find((node): node is Element => isElement(node) && node.tagName === 'body')
  if (body === undefined) return ''
  for (const { element, depth } of elementsOf(body)) {
    if (depth > DEEPEST) return undefined
    if (element.tagName === 'svg') unwrapDrawing(element)
    if (element.tagName === 'a')
      element.attrs = element.attrs.filter(
        each => each.name !== 'href' || pathIn(path, each.value) === undefined,
      )
    const source = element.tagName === 'img' ? element.attrs.find(({ name }) => name === 'src') : undefined
    const target = source === undefined ? undefined : pathIn(path, source.value)
    if (source === undefined || target === undefined) continue
    pictures.add(target)
    source.value = archiveAddress(target)
  }
  return serialize(body)
}
