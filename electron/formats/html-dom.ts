import type { Page, TextNode } from '../core/extract/html/page/page.ts'

type TreeNode = Page['document']['childNodes'][number]

/** As much of a DOM as it takes to make one: the package's own types need those of a browser. */
export interface DomElement {
  appendChild(node: object): unknown
  setAttribute(name: string, value: string): void
}

export interface DomDocument {
  readonly documentElement: DomElement
  readonly head: DomElement
  readonly body: DomElement
  createElement(tag: string): DomElement
  /** `line` is the page's line of the words, for a DOM that keeps it. */
  createTextNode(text: string, line?: number): object
}

/** Elements that say nothing about the text of an article; JSON-LD is read from the page, not from here. */
const LEFT_OUT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'link',
])

/** The attributes that the libraries look at. */
const READ = new Set([
  ...[
    'class',
    'id',
    'href',
    'src',
    'srcset',
    'alt',
    'role',
    'rel',
    'itemprop',
    'itemtype',
    'itemscope',
    'property',
  ],
  ...[
    'name',
    'content',
    'datetime',
    'dir',
    'lang',
    'aria-modal',
    'aria-label',
    'data-testid',
    'data-component',
    'colspan',
  ],
])

/** Libraries recurse, and some of their loops take the square of a page's size: larger pages are not for them. */
const DEEPEST = 500
const MOST_ELEMENTS = 40_000

/** Whether the libraries can read a page within seconds and without overflowing the stack. */
export const isReadable = ({ elements }: Page): boolean =>
  elements.length <= MOST_ELEMENTS && elements.every(({ depth }) => depth <= DEEPEST)

/** Makes an empty document one of the page, for libraries that need one: what is hidden, scripted or styled is left out. */
export function putPageInto(document: DomDocument, page: Page): void {
  const stack: { node: TreeNode; parent: DomElement }[] = []
  const push = (children: readonly TreeNode[], parent: DomElement): void => {
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const node = children[at]
      if (node !== undefined) stack.push({ node, parent })
    }
  }
  push(page.document.childNodes, document.documentElement)
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, parent } = top
    if (node.nodeName === '#text' && 'value' in node) {
      parent.appendChild(document.createTextNode(node.value, page.lineOf.get(node satisfies TextNode)))
      continue
    }
    if (!('tagName' in node) || LEFT_OUT.has(node.tagName)) continue
    if (node.tagName === 'html' || node.tagName === 'head' || node.tagName === 'body') {
      const own = node.tagName === 'html' ? document.documentElement : document[node.tagName]
      for (const { name, value } of node.attrs) own.setAttribute(name, value)
      push(node.childNodes, own)
      continue
    }
    const attributes = node.attrs
    const isHidden = attributes.some(
      ({ name, value }) =>
        name === 'hidden' ||
        (name === 'style' && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(value)),
    )
    if (isHidden) continue
    const element = document.createElement(node.tagName)
    for (const { name, value } of attributes) if (READ.has(name)) element.setAttribute(name, value)
    parent.appendChild(element)
    push(node.childNodes, element)
  }
}

export const squeezed = (text: string): string => text.replace(/\s+/gu, '')

/** Short lines are found only so far ahead: the same words may stand on the page again. */
const SHORT = 30
const AHEAD = 400

/** The lines whose words a text has, in its order: a library leaves lines out, it does not move them. */
export function linesOfWords(text: string, page: Page): Set<number> {
  const words = squeezed(text)
  const lines = new Set<number>()
  let at = 0
  for (const line of page.lines) {
    const own = squeezed(line.raw)
    const found = own.length < 8 ? (words.startsWith(own, at) ? at : -1) : words.indexOf(own, at)
    if (found === -1 || (own.length < SHORT && found - at > AHEAD)) continue
    lines.add(line.index)
    at = found + own.length
  }
  return lines
}
