import { type DefaultTreeAdapterTypes, html as markup, parse } from 'parse5'
import { measure } from '../../measure.ts'
import type { Page, PageElement, PageLine, Picture, Segment, TextNode } from './page.ts'
import { BLOCKS, PREFORMATTED, UNSEEN } from './tags.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const INVISIBLE = /[\p{Cc}\p{Cf}]/gu
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu

/** Where an image's address may stand when the page loads it late. */
const SOURCES = ['data-original', 'data-src', 'data-lazy-src', 'data-url', 'data-echo', 'src'] as const

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

const isElement = (node: Node): node is Element => 'tagName' in node

const attributesOf = (element: Element): Map<string, string> =>
  new Map(element.attrs.map(({ name, value }) => [name, value]))

function isHidden(attributes: ReadonlyMap<string, string>): boolean {
  const style = attributes.get('style')
  return attributes.has('hidden') || (style !== undefined && HIDDEN_STYLE.test(style))
}

/** Reads the tree in document order without recursion: however deep the page nests, the stack does not grow. */
class PageReader {
  readonly elements: Mutable<PageElement>[] = []
  readonly lines: PageLine[] = []
  readonly pictures: Picture[] = []
  readonly lineOf = new Map<TextNode, number>()
  private segments: Segment[] = []
  private nodes: TextNode[] = []
  private order = 0
  private block = -1
  private afterBreak = false
  private keepsSpace = 0
  private hidden = 0

  read(root: DefaultTreeAdapterTypes.Document): void {
    const stack: { node: Node; isEnd: boolean }[] = []
    const push = (children: readonly Node[]): void => {
      for (let at = children.length - 1; at >= 0; at -= 1) {
        const node = children[at]
        if (node !== undefined) stack.push({ node, isEnd: false })
      }
    }
    const open: { index: number; block: number; isHidden: boolean }[] = []
    push(root.childNodes)
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const { node, isEnd } = top
      if (isEnd) {
        this.leave(open.pop())
        continue
      }
      if (node.nodeName === '#text' && 'value' in node) this.text(node, open.at(-1)?.index ?? -1)
      else if (isElement(node)) {
        if (node.namespaceURI !== markup.NS.HTML || UNSEEN.has(node.tagName)) continue
        if (node.tagName === 'br') {
          this.lineBreak()
          continue
        }
        const attributes = attributesOf(node)
        if (node.tagName === 'img') {
          this.picture(attributes, open.at(-1)?.index ?? -1)
          continue
        }
        open.push(this.enter(node, attributes, open.at(-1)?.index ?? -1))
        stack.push({ node, isEnd: true })
        push(node.childNodes)
      }
    }
    this.flush()
  }

  private enter(node: Element, attributes: Map<string, string>, parent: number) {
    const isBlock = BLOCKS.has(node.tagName)
    if (isBlock) this.flush()
    const index = this.elements.length
    const hints = [
      attributes.get('class'),
      attributes.get('id'),
      attributes.get('role'),
      attributes.get('data-testid'),
      attributes.get('data-component'),
      attributes.get('itemprop'),
    ]
      .filter(value => value !== undefined)
      .join(' ')
      .toLowerCase()
    this.elements.push({
      index,
      tag: node.tagName,
      parent,
      depth: (this.elements[parent]?.depth ?? -1) + 1,
      attributes,
      hints,
      firstLine: this.lines.length,
      endLine: this.lines.length,
    })
    const left = { index, block: this.block, isHidden: isHidden(attributes) }
    if (isBlock) this.block = index
    if (left.isHidden) this.hidden += 1
    if (PREFORMATTED.has(node.tagName)) this.keepsSpace += 1
    return left
  }

  private leave(left: { index: number; block: number; isHidden: boolean } | undefined): void {
    const element = left === undefined ? undefined : this.elements[left.index]
    if (left === undefined || element === undefined) return
    if (BLOCKS.has(element.tag)) {
      this.flush()
      this.block = left.block
    }
    if (left.isHidden) this.hidden -= 1
    if (PREFORMATTED.has(element.tag)) this.keepsSpace -= 1
    // The words of an inline element may belong to a line that is still open.
    element.endLine = this.lines.length + (this.segments.length > 0 ? 1 : 0)
  }

  private text(node: TextNode, element: number): void {
    const folds = this.keepsSpace === 0
    const all = folds ? node.value.replace(/[\t\n\f\r ]+/gu, ' ') : node.value
    const text = folds && this.segments.at(-1)?.text.endsWith(' ') === true ? all.replace(/^ /u, '') : all
    if (text === '' || (this.segments.length === 0 && text.trim() === '')) return
    this.segments.push({ text, element, afterBreak: this.afterBreak })
    this.nodes.push(node)
    this.afterBreak = false
  }

  private lineBreak(): void {
    this.afterBreak = true
    const last = this.segments.pop()
    if (last !== undefined)
      this.segments.push(this.keepsSpace > 0 ? { ...last, text: `${last.text}\n` } : last)
    if (this.keepsSpace === 0) this.flush()
  }

  private picture(attributes: ReadonlyMap<string, string>, element: number): void {
    const src = SOURCES.map(name => attributes.get(name)).find(value => value !== undefined && value !== '')
    if (src === undefined) return
    const beforeLine = this.lines.length + (this.segments.length > 0 ? 1 : 0)
    this.pictures.push({ order: this.order, element, src, alt: attributes.get('alt') ?? '', beforeLine })
    this.order += 1
  }

  private flush(): void {
    const { segments, nodes } = this
    this.segments = []
    this.nodes = []
    const raw = segments
      .map(({ text }) => text)
      .join('')
      .trim()
    if (raw === '') return
    const text = raw.replace(/\s+/gu, ' ').replace(INVISIBLE, '').trim()
    const index = this.lines.length
    for (const node of nodes) this.lineOf.set(node, index)
    let linked = 0
    let all = 0
    for (const segment of segments) {
      const size = segment.text.trim().length
      all += size
      if (this.isLinked(segment.element)) linked += size
    }
    this.lines.push({
      index,
      order: this.order,
      element: this.block,
      raw,
      text,
      segments,
      linked: all === 0 ? 0 : linked / all,
      measure: measure(text),
      isHidden: this.hidden > 0,
    })
    this.order += 1
  }

  private isLinked(at: number): boolean {
    for (let index = at; index >= 0 && index >= this.block; index = this.elements[index]?.parent ?? -1) {
      const element = this.elements[index]
      if (element?.tag === 'a' && element.attributes.has('href')) return true
    }
    return this.isInLinkedBlock()
  }

  /** A link may hold whole blocks: `<a><div>…</div></a>`. */
  private isInLinkedBlock(): boolean {
    let index = this.block
    for (let steps = 0; steps < 8 && index >= 0; steps += 1) {
      const element = this.elements[index]
      if (element?.tag === 'a' && element.attributes.has('href')) return true
      index = element?.parent ?? -1
    }
    return false
  }
}

/** Reads markup as a browser would show it without its style sheets. Total: any text is a page. */
export function readPage(html: string): Page {
  const document = parse(html)
  const reader = new PageReader()
  reader.read(document)
  const { elements, lines, pictures, lineOf } = reader
  return { elements, lines, pictures, lineOf, document }
}
