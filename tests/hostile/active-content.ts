import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { cssTokens } from '../../electron/core/original-page/css-tokens.ts'

type Element = DefaultTreeAdapterTypes.Element

/** Every element of a page, those in templates too. */
export function elementsOf(html: string): Element[] {
  const found: Element[] = []
  const stack: DefaultTreeAdapterTypes.Node[] = [parse(html)]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('tagName' in node) found.push(node)
    if ('content' in node) stack.push(node.content)
    if ('childNodes' in node) stack.push(...node.childNodes)
  }
  return found
}

const ADDRESSES = new Set(
  'src srcset href action formaction data poster background ping manifest srcdoc imagesrcset'.split(' '),
)
const LOADERS =
  /^(?:script|iframe|frame|object|embed|applet|form|base|link|svg|math|template|noscript|video|audio)$/u
const HTML = 'http://www.w3.org/1999/xhtml'

/** Whether a style asks for an address. */
function asks(css: string): boolean {
  let name = ''
  for (const token of cssTokens(css)) {
    if (token.type === 'url' || (token.type === 'at' && token.value.toLowerCase() === 'import')) return true
    if (token.type === 'function') name = token.value.toLowerCase()
    if (/^(?:src|image|image-set|-webkit-image-set|cross-fade|-webkit-cross-fade|element|paint)$/u.test(name))
      return true
    if (name === 'url' && token.type === 'string' && !token.value.startsWith('data:')) return true
    if (token.type === 'delim') name = ''
  }
  return false
}

function activeIn({ tagName, attrs, childNodes, namespaceURI }: Element): string[] {
  const found: string[] = []
  if (namespaceURI !== HTML || LOADERS.test(tagName)) found.push(`<${tagName}>`)
  if (tagName === 'meta' && !/^(?:charset|http-equiv,content)$/u.test(attrs.map(({ name }) => name).join()))
    found.push('<meta>')
  for (const { name, value } of attrs) {
    const isActive =
      /^on|:/u.test(name) ||
      (ADDRESSES.has(name) && !value.startsWith('#')) ||
      (name === 'style' && asks(value))
    if (isActive) found.push(`${name}="${value}"`)
  }
  if (tagName === 'style' && asks(childNodes.map(node => ('value' in node ? node.value : '')).join('')))
    found.push('<style> that asks for an address')
  return found
}

/** What of a page runs, loads or leads away when a browser is given it. */
export const activeContentOf = (html: string): string[] => elementsOf(html).flatMap(activeIn)
