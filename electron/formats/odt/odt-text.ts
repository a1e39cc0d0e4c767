import { escaped, printable } from '../html-writer.ts'
import type { OdtStyles } from './odt-styles.ts'

type Attributes = Readonly<Record<string, string>>

/** Deeper than any document; the markup would not be read either. */
const DEEPEST = 300

export class OdtDepthError extends Error {}

/** What is no text of the document: changes that were refused, remarks, declarations, contents lists that repeat headings. */
const LEFT_OUT = new Set([
  'office:annotation',
  'office:scripts',
  'office:forms',
  'text:tracked-changes',
  'text:sequence-decls',
  'text:table-of-content',
  'office:automatic-styles',
  'office:font-face-decls',
  'draw:object',
  'draw:object-ole',
  'text:ruby-text',
  'presentation:notes',
])

const spanIn = (name: string, stated: string | undefined): string =>
  /^[2-9]$|^[1-9]\d{1,3}$/u.test(stated ?? '') ? ` ${name}="${stated}"` : ''

/** The blocks that stand in a paragraph's frame follow the paragraph. */
interface Paragraph {
  readonly tag: string
  readonly inner: string[]
  readonly after: string[]
}

/** Takes the events of content.xml and writes the markup of the text. */
export class OdtText {
  readonly pictures = new Set<string>()
  readonly #styles: OdtStyles
  readonly #blocks: string[] = []
  readonly #notes: string[] = []
  readonly #paragraphs: Paragraph[] = []
  readonly #closers: string[][] = []
  readonly #lists: { style: string; tag: string }[] = []
  #picture: { path: string; alt: string } | undefined
  #note: { mark: string; isMark: boolean; outer: number } | undefined
  #alt = false
  #headerRows = 0
  #leftOut = 0
  #inBody = 0

  constructor(styles: OdtStyles) {
    this.#styles = styles
  }

  get #cellTag(): string {
    return this.#headerRows > 0 ? 'th' : 'td'
  }

  /** Paragraphs, lists and tables, each on its own line; the notes follow. */
  html(): string {
    while (this.#paragraphs.length > 0) this.#endParagraph()
    return [...this.#blocks, ...this.#notes].join('\n')
  }

  #write(markup: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph === undefined) this.#blocks.push(markup)
    else paragraph.inner.push(markup)
  }

  words(text: string): void {
    if (this.#leftOut > 0 || this.#inBody === 0) return
    if (this.#alt && this.#picture !== undefined) this.#picture.alt += text
    else if (this.#note?.isMark === true) this.#note.mark += text
    else if (this.#paragraphs.length > 0) this.#write(escaped(printable(text.replace(/\s+/gu, ' '))))
  }

  open(name: string, attributes: Attributes): void {
    if (this.#closers.length > DEEPEST) throw new OdtDepthError()
    const closers: string[] = []
    this.#closers.push(closers)
    if (this.#leftOut > 0 || LEFT_OUT.has(name)) {
      this.#leftOut += 1
      return
    }
    if (name === 'office:text') this.#inBody += 1
    if (this.#inBody > 0) this.#start(name, attributes, closers)
  }

  #start(name: string, attributes: Attributes, closers: string[]): void {
    const style = attributes['text:style-name'] ?? ''
    switch (name) {
      case 'text:h':
        this.#begin(this.#styles.heading(style, Number(attributes['text:outline-level'])))
        return
      case 'text:p':
        this.#begin(this.#styles.paragraph(style))
        return
      case 'text:span':
        for (const tag of this.#styles.span(style)) {
          this.#write(`<${tag}>`)
          closers.unshift(`</${tag}>`)
        }
        return
      case 'text:a': {
        const href = attributes['xlink:href'] ?? ''
        if (!/^https?:\/\//iu.test(href)) return
        this.#write(`<a href="${escaped(href)}">`)
        closers.push('</a>')
        return
      }
      case 'text:line-break':
        this.#write('<br>')
        return
      case 'text:tab':
        this.#write(' ')
        return
      case 'text:s':
        this.#write(' ')
        return
      case 'text:list': {
        const list = style === '' ? (this.#lists.at(-1)?.style ?? '') : style
        const tag = this.#styles.isNumbered(list, this.#lists.length + 1) ? 'ol' : 'ul'
        this.#lists.push({ style: list, tag })
        this.#block(`<${tag}>`)
        return
      }
      case 'text:list-item':
        this.#block('<li>')
        return
      case 'table:table':
        this.#block('<table>')
        return
      case 'table:table-header-rows':
        this.#headerRows += 1
        return
      case 'table:table-row':
        this.#block('<tr>')
        return
      case 'table:table-cell': {
        const columns = spanIn('colspan', attributes['table:number-columns-spanned'])
        const rows = spanIn('rowspan', attributes['table:number-rows-spanned'])
        this.#block(`<${this.#cellTag}${columns}${rows}>`)
        return
      }
      case 'draw:frame':
        this.#picture = { path: '', alt: '' }
        return
      case 'draw:image':
        if (this.#picture !== undefined && this.#picture.path === '')
          this.#picture.path = (attributes['xlink:href'] ?? '').replace(/^\.\//u, '')
        return
      case 'svg:title':
      case 'svg:desc':
        this.#alt = true
        return
      case 'text:note':
        this.#note = { mark: '', isMark: false, outer: this.#paragraphs.length }
        return
      case 'text:note-citation':
        if (this.#note !== undefined) this.#note.isMark = true
    }
  }

  #block(markup: string): void {
    const outer = this.#paragraphs.at(-1)
    if (outer === undefined) this.#blocks.push(markup)
    else outer.after.push(markup)
  }

  #begin(tag: string): void {
    this.#paragraphs.push({ tag, inner: [], after: [] })
  }

  close(name: string): void {
    const closers = this.#closers.pop() ?? []
    if (this.#leftOut > 0) {
      this.#leftOut -= 1
      return
    }
    for (const markup of closers) this.#write(markup)
    if (this.#inBody > 0) this.#end(name)
    if (name === 'office:text') this.#inBody -= 1
  }

  #end(name: string): void {
    switch (name) {
      case 'text:h':
      case 'text:p':
        this.#endParagraph()
        return
      case 'text:list':
        this.#block(`</${this.#lists.pop()?.tag ?? 'ul'}>`)
        return
      case 'text:list-item':
        this.#block('</li>')
        return
      case 'table:table':
        this.#block('</table>')
        return
      case 'table:table-row':
        this.#block('</tr>')
        return
      case 'table:table-cell':
        this.#block(`</${this.#cellTag}>`)
        return
      case 'table:table-header-rows':
        this.#headerRows -= 1
        return
      case 'svg:title':
      case 'svg:desc':
        this.#alt = false
        return
      case 'draw:frame':
        this.#endPicture()
        return
      case 'text:note-citation':
        if (this.#note === undefined) return
        this.#note.isMark = false
        this.#write(`<sup>${escaped(this.#note.mark.trim())}</sup>`)
        return
      case 'text:note':
        this.#note = undefined
    }
  }

  #endPicture(): void {
    const picture = this.#picture
    this.#picture = undefined
    if (picture === undefined || picture.path === '' || picture.path.includes('..')) return
    this.pictures.add(picture.path)
    this.#write(`<img src="${escaped(picture.path)}" alt="${escaped(printable(picture.alt.trim()))}">`)
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (paragraph === undefined) return
    const words = paragraph.inner.join('').trim()
    const { tag } = paragraph
    const outer = this.#paragraphs.at(-1)
    const isNote = this.#note !== undefined && this.#paragraphs.length >= this.#note.outer
    const lead = isNote ? `<sup>${escaped(this.#note?.mark.trim() ?? '')}</sup> ` : ''
    const markup =
      tag === 'blockquote' ? `<blockquote><p>${words}</p></blockquote>` : `<${tag}>${lead}${words}</${tag}>`
    const target = isNote ? this.#notes : outer === undefined ? this.#blocks : outer.after
    if (words !== '') target.push(markup)
    for (const block of paragraph.after) (outer === undefined ? this.#blocks : outer.after).push(block)
  }
}
