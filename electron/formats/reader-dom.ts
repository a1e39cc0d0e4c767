import type { DomDocument, DomElement } from './html-dom.ts'

/**
 * A DOM of what Readability asks of one and nothing else: plain linked nodes. In linkedom each node and each attribute has
 * a map of listeners in a weak map, and that took a third of the time in which a page is read. Names are lower case
 * wherever they come from, as in a browser; linkedom does not find what Readability calls `SPAN`.
 */

const ELEMENT_NODE = 1
const TEXT_NODE = 3
const DOCUMENT_NODE = 9

export interface ReaderAttribute {
  readonly name: string
  value: string
  cloneNode(): ReaderAttribute
}

const attribute = (name: string, value: string): ReaderAttribute => ({
  name,
  value,
  cloneNode: () => attribute(name, value),
})

type Parent = ReaderElement | ReaderDocument
export type ReaderNode = ReaderElement | ReaderText

export class ReaderText {
  readonly nodeType = TEXT_NODE
  readonly nodeName = '#text'
  readonly firstChild = null
  readonly childNodes: readonly never[] = []
  parentNode: Parent | null = null
  previousSibling: ReaderNode | null = null
  nextSibling: ReaderNode | null = null
  readonly textContent: string
  /** Its line of the page; undefined for words that Readability made. */
  readonly line: number | undefined

  constructor(text: string, line: number | undefined) {
    this.textContent = text
    this.line = line
  }

  get nextElementSibling(): ReaderElement | null {
    return elementFrom(this.nextSibling)
  }

  remove(): void {
    detach(this)
  }
}

const elementFrom = (node: ReaderNode | null): ReaderElement | null => {
  let next = node
  while (next !== null && next.nodeType !== ELEMENT_NODE) next = next.nextSibling
  return next
}

function detach(node: ReaderNode): void {
  const { parentNode, previousSibling, nextSibling } = node
  if (parentNode === null) return
  if (previousSibling === null) parentNode.firstChild = nextSibling
  else previousSibling.nextSibling = nextSibling
  if (nextSibling === null) parentNode.lastChild = previousSibling
  else nextSibling.previousSibling = previousSibling
  node.parentNode = null
  node.previousSibling = null
  node.nextSibling = null
}

/** What an element and the document have in common. */
abstract class ReaderParent {
  firstChild: ReaderNode | null = null
  lastChild: ReaderNode | null = null

  get childNodes(): ReaderNode[] {
    const nodes: ReaderNode[] = []
    for (let node = this.firstChild; node !== null; node = node.nextSibling) nodes.push(node)
    return nodes
  }

  get children(): ReaderElement[] {
    const elements: ReaderElement[] = []
    for (let node = this.firstChild; node !== null; node = node.nextSibling)
      if (node.nodeType === ELEMENT_NODE) elements.push(node)
    return elements
  }

  get firstElementChild(): ReaderElement | null {
    return elementFrom(this.firstChild)
  }

  get textContent(): string {
    let text = ''
    for (let node = this.next(null); node !== null; node = this.next(node))
      if (node.nodeType === TEXT_NODE) text += node.textContent
    return text
  }

  /** All texts below, in order. */
  textNodes(): ReaderText[] {
    const found: ReaderText[] = []
    for (let node = this.next(null); node !== null; node = this.next(node))
      if (node.nodeType === TEXT_NODE) found.push(node)
    return found
  }

  appendChild<T extends ReaderNode>(node: T): T {
    detach(node)
    const last = this.lastChild
    node.parentNode = this.asParent()
    node.previousSibling = last
    if (last === null) this.firstChild = node
    else last.nextSibling = node
    this.lastChild = node
    return node
  }

  replaceChild(node: ReaderNode, old: ReaderNode): ReaderNode {
    if (node === old) return old
    detach(node)
    const { previousSibling, nextSibling } = old
    detach(old)
    node.parentNode = this.asParent()
    node.previousSibling = previousSibling
    node.nextSibling = nextSibling
    if (previousSibling === null) this.firstChild = node
    else previousSibling.nextSibling = node
    if (nextSibling === null) this.lastChild = node
    else nextSibling.previousSibling = node
    return old
  }

  removeChild(node: ReaderNode): ReaderNode {
    detach(node)
    return node
  }

  /** Elements of one name, or all for `*`, in document order. */
  getElementsByTagName(name: string): ReaderElement[] {
    const found: ReaderElement[] = []
    for (let node = this.next(null); node !== null; node = this.next(node))
      if (node.nodeType === ELEMENT_NODE && (node.localName === name || name === '*')) found.push(node)
    return found
  }

  /** Readability asks for names alone: `h1,h2`. */
  querySelectorAll(names: string): ReaderElement[] {
    if (!names.includes(',')) return this.getElementsByTagName(names)
    const wanted = new Set(names.split(','))
    const found: ReaderElement[] = []
    for (let node = this.next(null); node !== null; node = this.next(node))
      if (node.nodeType === ELEMENT_NODE && wanted.has(node.localName)) found.push(node)
    return found
  }

  /** The node below this one that follows `node` in document order; the first for null. */
  private next(node: ReaderNode | null): ReaderNode | null {
    if (node === null) return this.firstChild
    if (node.firstChild !== null) return node.firstChild
    let at: ReaderNode = node
    while (at.nextSibling === null) {
      const parent = at.parentNode
      if (parent === null || parent === this.asParent() || parent.nodeType === DOCUMENT_NODE) return null
      at = parent
    }
    return at.nextSibling
  }

  protected abstract asParent(): Parent
}

export class ReaderElement extends ReaderParent implements DomElement {
  readonly nodeType = ELEMENT_NODE
  readonly localName: string
  readonly tagName: string
  readonly ownerDocument: ReaderDocument
  readonly attributes: ReaderAttribute[] = []
  parentNode: Parent | null = null
  previousSibling: ReaderNode | null = null
  nextSibling: ReaderNode | null = null
  /** Readability's own notes on an element. */
  readability: unknown
  _readabilityDataTable: boolean | undefined

  constructor(ownerDocument: ReaderDocument, name: string) {
    super()
    this.ownerDocument = ownerDocument
    this.localName = name.toLowerCase()
    this.tagName = name.toUpperCase()
    this.readability = undefined
    this._readabilityDataTable = undefined
  }

  get nodeName(): string {
    return this.tagName
  }

  get id(): string {
    return this.getAttribute('id') ?? ''
  }
  set id(value: string) {
    this.setAttribute('id', value)
  }

  get className(): string {
    return this.getAttribute('class') ?? ''
  }
  set className(value: string) {
    this.setAttribute('class', value)
  }

  /** Of pictures alone. */
  get src(): string | undefined {
    return this.localName === 'img' ? (this.getAttribute('src') ?? '') : undefined
  }
  get srcset(): string | undefined {
    return this.localName === 'img' ? (this.getAttribute('srcset') ?? '') : undefined
  }

  get nextElementSibling(): ReaderElement | null {
    return elementFrom(this.nextSibling)
  }

  getAttribute(name: string): string | null {
    for (const each of this.attributes) if (each.name === name) return each.value
    return null
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null
  }

  setAttribute(name: string, value: string): void {
    const known = this.attributes.find(each => each.name === name)
    if (known === undefined) this.attributes.push(attribute(name, value))
    else known.value = value
  }

  setAttributeNode({ name, value }: ReaderAttribute): void {
    this.setAttribute(name, value)
  }

  removeAttribute(name: string): void {
    const at = this.attributes.findIndex(each => each.name === name)
    if (at !== -1) this.attributes.splice(at, 1)
  }

  remove(): void {
    detach(this)
  }

  /**
   * Readability keeps that of the body, and puts it back where it gives up an attempt: not markup but a copy of the nodes,
   * so that each text still knows its line. That of others it asks for only to log it.
   */
  get innerHTML(): BodyCopy | '' {
    return this.localName === 'body' ? { copy: copyOf(this) } : ''
  }
  set innerHTML(kept: BodyCopy | '') {
    if (kept === '') return
    while (this.firstChild !== null) detach(this.firstChild)
    const nodes = copyOf(kept.copy)
    for (let node = nodes.firstChild; node !== null; node = nodes.firstChild) this.appendChild(node)
  }

  protected override asParent(): Parent {
    return this
  }
}

interface BodyCopy {
  readonly copy: ReaderElement
}

/** The element with all that is below it, without recursion. */
function copyOf(root: ReaderElement): ReaderElement {
  const alone = (element: ReaderElement): ReaderElement => {
    const copy = new ReaderElement(element.ownerDocument, element.localName)
    for (const { name, value } of element.attributes) copy.attributes.push(attribute(name, value))
    return copy
  }
  const whole = alone(root)
  const waiting = [{ from: root, to: whole }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (let node = next.from.firstChild; node !== null; node = node.nextSibling)
      if (node.nodeType === TEXT_NODE) next.to.appendChild(new ReaderText(node.textContent, node.line))
      else waiting.push({ from: node, to: next.to.appendChild(alone(node)) })
  return whole
}

export class ReaderDocument extends ReaderParent implements DomDocument {
  readonly nodeType = DOCUMENT_NODE
  readonly parentNode = null
  readonly nextElementSibling = null
  readonly tagName = undefined
  readonly documentElement: ReaderElement
  readonly head: ReaderElement
  readonly body: ReaderElement

  constructor() {
    super()
    this.documentElement = this.appendChild(this.createElement('html'))
    this.head = this.documentElement.appendChild(this.createElement('head'))
    this.body = this.documentElement.appendChild(this.createElement('body'))
  }

  get title(): string {
    return this.head.getElementsByTagName('title')[0]?.textContent ?? ''
  }

  createElement(name: string): ReaderElement {
    return new ReaderElement(this, name)
  }

  createTextNode(text: string, line?: number): ReaderText {
    return new ReaderText(text, line)
  }

  protected override asParent(): Parent {
    return this
  }
}
