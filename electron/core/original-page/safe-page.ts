import { type DefaultTreeAdapterTypes, html as markup, parse } from 'parse5'
import type { LeftOut, NotLoadedKind } from '../model/original-page.ts'
import { LeftOutList } from './left-out-list.ts'
import { DROPPED, isCustomElement, isPlainAttribute, SHOWN, SHOWN_AS, VOID } from './markup.ts'
import { candidates } from './picture-candidates.ts'
import { safeCss } from './safe-css.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** The files that came with a page. An address is as the page has it, `base` what a style sheet's are relative to. */
export interface PageFiles {
  /** A raster or a drawing that refers to nothing, as a `data:` address. */
  readonly picture: (address: string, base?: string) => string | undefined
  /** A typeface that is written into the page. */
  readonly font: (address: string) => string | undefined
  readonly style: (address: string) => { readonly css: string; readonly base: string | undefined } | undefined
}

export interface SafePage {
  readonly html: string
  readonly leftOut: LeftOut
}

/**
 * The policy of the page, in it and beside it: should something be left in that loads or runs, the browser refuses it.
 */
export const ORIGINAL_PAGE_POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'"

/** Browsers nest no deeper than 512 elements; what is deeper is shown without its element. */
const DEEPEST = 400

const isElement = (node: Node): node is Element => 'tagName' in node
const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find(each => each.name === name && each.prefix === undefined)?.value
const escaped = (text: string): string => text.replace(/[&<>]/gu, sign => `&#${sign.charCodeAt(0)};`)
const quoted = (text: string): string => `"${text.replace(/[&<>"]/gu, sign => `&#${sign.charCodeAt(0)};`)}"`

/** What a dropped element would have loaded. */
const LOADS: Readonly<Record<string, readonly [kind: NotLoadedKind, attribute: string]>> = {
  iframe: ['frame', 'src'],
  frame: ['frame', 'src'],
  fencedframe: ['frame', 'src'],
  portal: ['frame', 'src'],
  object: ['frame', 'data'],
  embed: ['frame', 'src'],
  applet: ['frame', 'code'],
  audio: ['media', 'src'],
  video: ['media', 'src'],
}

class PageWriter {
  readonly leftOut = new LeftOutList()
  private readonly parts: string[] = []
  private readonly files: PageFiles

  constructor(files: PageFiles) {
    this.files = files
  }

  private css(css: string, base?: string): string {
    return safeCss(css, {
      find: (address, kind) =>
        kind === 'font' ? this.files.font(address) : this.files.picture(address, base),
      leaveOut: (kind, address) => this.leftOut.add(kind, address),
    })
  }

  /** Document order without recursion: however deep the page nests, the stack does not grow. */
  write(document: DefaultTreeAdapterTypes.Document): string {
    const stack: (Node | { readonly end: string })[] = []
    let depth = 0
    const push = (children: readonly Node[]): void => {
      for (let at = children.length - 1; at >= 0; at -= 1) {
        const node = children[at]
        if (node !== undefined) stack.push(node)
      }
    }
    push(document.childNodes)
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      if ('end' in top) {
        this.parts.push(`</${top.end}>`)
        depth -= 1
      } else if (top.nodeName === '#text' && 'value' in top) this.parts.push(escaped(top.value))
      else if (isElement(top)) {
        if (this.leavesOut(top)) continue
        const tagName = depth < DEEPEST ? shownAs(top.tagName) : undefined
        if (tagName !== undefined) {
          this.start(top, tagName)
          if (VOID.has(tagName)) continue
          depth += 1
          stack.push({ end: tagName })
        }
        push(top.childNodes)
      }
    }
    return this.parts.join('')
  }

  private leavesOut(element: Element): boolean {
    const { tagName } = element
    if (element.namespaceURI !== markup.NS.HTML) return true
    if (!DROPPED.has(tagName)) return false
    if (tagName === 'style') this.styleSheet(element)
    else if (tagName === 'link') this.link(element)
    else if (tagName === 'script') this.script(element)
    else if (tagName === 'meta') this.meta(element)
    else if (tagName === 'input' && attribute(element, 'type')?.toLowerCase() === 'image')
      this.leftOut.add('picture', attribute(element, 'src') ?? '')
    else {
      const loads = LOADS[tagName]
      if (loads !== undefined) this.leftOut.add(loads[0], attribute(element, loads[1]) ?? '')
      if (tagName === 'video') this.poster(element)
    }
    return true
  }

  private script(element: Element): void {
    const type = attribute(element, 'type')?.toLowerCase() ?? ''
    // Data for search engines runs nothing.
    if (!/json/u.test(type)) this.leftOut.add('script', attribute(element, 'src') ?? '')
  }

  private meta(element: Element): void {
    if (attribute(element, 'http-equiv')?.toLowerCase() === 'refresh')
      this.leftOut.add('hint', attribute(element, 'content') ?? '')
  }

  private link(element: Element): void {
    const href = attribute(element, 'href') ?? ''
    const rel = attribute(element, 'rel')?.toLowerCase().split(/\s+/u) ?? []
    const loads = /^(?:preload|prefetch|modulepreload|dns-prefetch|preconnect|prerender|manifest|icon)$/u
    if (!rel.includes('stylesheet')) {
      if (rel.some(each => loads.test(each))) this.leftOut.add('hint', href)
      return
    }
    // Another choice of the reader's, which is not on by itself.
    if (rel.includes('alternate') || element.attrs.some(({ name }) => name === 'disabled')) return
    const style = this.files.style(href)
    if (style === undefined) this.leftOut.add('style', href)
    else this.putStyle(this.css(style.css, style.base), attribute(element, 'media'))
  }

  private styleSheet(element: Element): void {
    const css = element.childNodes.map(node => ('value' in node ? node.value : '')).join('')
    this.putStyle(this.css(css), attribute(element, 'media'))
  }

  private putStyle(css: string, media: string | undefined): void {
    this.parts.push(`<style${media === undefined ? '' : ` media=${quoted(media)}`}>${css}</style>`)
  }

  private poster(element: Element): void {
    const address = attribute(element, 'poster')
    const data = address === undefined ? undefined : this.files.picture(address)
    if (address !== undefined && data === undefined) this.leftOut.add('picture', address)
    if (data !== undefined) this.parts.push(`<img src=${quoted(data)} alt="">`)
  }

  private start(element: Element, tagName: string): void {
    this.parts.push(`<${tagName}`)
    if (element.tagName === 'form') this.leftOut.add('form', attribute(element, 'action') ?? '')
    for (const { name, value, prefix } of element.attrs) {
      if (prefix !== undefined && prefix !== '') continue
      if (name === 'style') this.put(name, this.css(value))
      else if (name === 'background') this.picture(name, [value])
      else if (tagName === 'a') this.linkAttribute(name, value)
      else if (isPlainAttribute(name, value)) this.put(name, value)
    }
    if (tagName === 'img') this.image(element)
    this.parts.push('>')
    // The first line feed in it is none of its text.
    if (tagName === 'pre') this.parts.push('\n')
  }

  private put(name: string, value: string): void {
    this.parts.push(` ${name}=${quoted(value)}`)
  }

  /** A link says where it leads and leads nowhere, but to another place of the page. */
  private linkAttribute(name: string, value: string): void {
    if (name === 'ping' && value.trim() !== '') this.leftOut.add('hint', value)
    if (name === 'href') {
      if (/^#[^\s]*$/u.test(value)) this.put('href', value)
      else if (/^https?:\/\//iu.test(value)) this.put('title', value)
    } else if (name !== 'title' && isPlainAttribute(name, value)) this.put(name, value)
  }

  private image(element: Element): void {
    const addresses = candidates(element)
    if (addresses.length > 0) this.picture('src', addresses)
  }

  private picture(name: string, addresses: readonly string[]): void {
    for (const address of addresses) {
      const data = this.files.picture(address)
      if (data === undefined) continue
      this.put(name, data)
      return
    }
    this.leftOut.add('picture', addresses[0] ?? '')
  }
}

function shownAs(tagName: string): string | undefined {
  const other = SHOWN_AS[tagName]
  if (other !== undefined) return other
  return SHOWN.has(tagName) || isCustomElement(tagName) ? tagName : undefined
}

/**
 * A web page as one that only shows: its words and their arrangement, and of its pictures, typefaces and style sheets those
 * that `files` has. It is written anew from the elements and attributes that are known to load and run nothing, so it
 * holds no script, no form, no frame, no link that leads away, and no address but `data:` that a browser would ask for.
 * What was left out is counted. Total: any text is a page.
 */
export function safePage(html: string, files: PageFiles): SafePage {
  const writer = new PageWriter(files)
  // As a browser does that runs no scripts: what stands in `noscript` is shown.
  const page = writer.write(parse(html, { scriptingEnabled: false }))
  const policy = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${ORIGINAL_PAGE_POLICY}">`
  const isQuirky = !/^\s*(?:<!--[\s\S]*?-->\s*)*<!doctype/iu.test(html.slice(0, 4096))
  return {
    html: `${isQuirky ? '' : '<!doctype html>'}${policy}${page}`,
    leftOut: writer.leftOut.value,
  }
}
