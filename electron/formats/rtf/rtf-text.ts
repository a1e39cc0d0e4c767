import type { Resource } from '../../core/model/import-item.ts'
import { encodingOfCodePage } from '../code-pages.ts'
import { escaped, printable } from '../html-writer.ts'
import { pictureType } from '../picture-type.ts'
import { HexBytes } from './hex-bytes.ts'
import { htmlOfBlocks, type RtfBlock, type RtfRun } from './rtf-blocks.ts'
import { decodeRtf, encodingOfCharset } from './rtf-encodings.ts'
import { CHARACTERS, DESTINATIONS, FIRST_STATE, type GroupState, KNOWN, SKIPPED } from './rtf-state.ts'
import type { RtfListener } from './rtf-tokens.ts'

/** Deeper than any program nests groups. */
const DEEPEST = 4000
/** Text without a control between is decoded in pieces. */
const MOST_TOGETHER = 32_768

export class RtfDepthError extends Error {}
export class RtfSizeError extends Error {}

/** Groups and controls of a book are well below a million; its letters count less, those of pictures nothing. */
const MOST_WORK = 2_000_000
const LETTER = 0.1

interface Paragraph {
  style: number
  outline: number | undefined
  isCell: boolean
  marker: string
}

const PLAIN: Paragraph = { style: 0, outline: undefined, isCell: false, marker: '' }
const MARKER = /^\s*(?:\(?(?:\d+|[a-z]{1,4}|[一二三四五六七八九十]+)[.)、）])\s*$/iu

/** Takes the tokens of a Rich Text file and gives its text as markup, its pictures and its properties. */
export class RtfText implements RtfListener {
  readonly resources: Resource[] = []
  title = ''
  author = ''
  #state: GroupState = FIRST_STATE
  readonly #stack: GroupState[] = []
  readonly #fonts = new Map<number, string | undefined>()
  #fontNumber = -1
  readonly #styles = new Map<number, number>()
  #style = { number: 0, outline: undefined as number | undefined, name: '' }
  #documentEncoding = 'windows-1252'
  #bytes: number[] = []
  #toSkip = 0
  readonly #blocks: RtfBlock[] = []
  readonly #notes: RtfBlock[] = []
  #runs: RtfRun[] = []
  #noteRuns: RtfRun[] = []
  #noteNumber = 0
  #paragraph: Paragraph = { ...PLAIN }
  #fieldCode = ''
  readonly #fields: (string | undefined)[] = []
  #picture: { hex: HexBytes; binary: Uint8Array | undefined; alt: string; depth: number } | undefined
  #propertyName = ''
  #begins = false
  #work = 0

  html(): string {
    this.#endText()
    if (this.#runs.length > 0) this.#endParagraph()
    return [htmlOfBlocks(this.#blocks), htmlOfBlocks(this.#notes)].filter(part => part !== '').join('\n')
  }

  #spend(work: number): void {
    this.#work += work
    if (this.#work > MOST_WORK) throw new RtfSizeError()
  }

  group(): void {
    this.#endText()
    this.#spend(1)
    if (this.#stack.length > DEEPEST) throw new RtfDepthError()
    this.#stack.push(this.#state)
    this.#state = { ...this.#state, isIgnorable: false }
    this.#begins = true
  }

  endGroup(): void {
    this.#endText()
    const before = this.#state
    const outer = this.#stack.pop() ?? FIRST_STATE
    if (
      before.destination === 'picture' &&
      this.#picture !== undefined &&
      this.#stack.length < this.#picture.depth
    )
      this.#endPicture()
    if (before.destination === 'styles' && outer.destination === 'styles') this.#endStyle()
    if (before.destination === 'field-code' && outer.destination !== 'field-code') this.#endFieldCode()
    if (before.isNote && !outer.isNote) this.#endNote()
    this.#state = outer
    this.#begins = false
  }

  sign(sign: string): void {
    if (sign === '*') {
      this.#state = { ...this.#state, isIgnorable: true }
      return
    }
    this.#begins = false
    if (sign === '\\' || sign === '{' || sign === '}') this.byte(sign.charCodeAt(0))
    else if (sign === '~') this.#characters('\u00a0')
    else if (sign === '_') this.#characters('-')
  }

  byte(byte: number): void {
    this.#begins = false
    if (this.#toSkip > 0) this.#toSkip -= 1
    else if (this.#state.destination === 'picture') this.#picture?.hex.add(byte)
    else if (this.#state.destination !== 'skip') {
      this.#bytes.push(byte)
      this.#spend(LETTER)
      // Two bytes of one character stay together.
      if (this.#bytes.length > MOST_TOGETHER && byte < 0x30) this.#endText()
    }
  }

  binary(bytes: Uint8Array): void {
    if (this.#picture !== undefined && this.#state.destination === 'picture') this.#picture.binary = bytes
  }

  control(word: string, value: number | undefined): void {
    if (this.#toSkip > 0 && word !== 'u') {
      this.#toSkip -= 1
      return
    }
    this.#endText()
    this.#spend(1)
    if (this.#begins && this.#enter(word)) return
    this.#begins = false
    if (this.#state.destination === 'skip') return
    const isText = this.#state.destination === 'text'
    const isOn = value !== 0
    const character = CHARACTERS[word]
    if (character !== undefined) this.#characters(character)
    else if (word === 'u') this.#unicode(value ?? 0)
    else if (this.#state.destination === 'fonts') this.#font(word, value)
    else if (this.#state.destination === 'styles') this.#styleControl(word, value)
    else if (word === 'uc') this.#state = { ...this.#state, fallback: Math.min(Math.max(0, value ?? 1), 16) }
    else if (word === 'ansicpg') this.#documentEncoding = encodingOfCodePage(value ?? 1252)
    else if (word === 'mac') this.#documentEncoding = 'macintosh'
    else if (isText) this.#format(word, value, isOn)
  }

  /** The first control of a group may say that it is no text. */
  #enter(word: string): boolean {
    const { destination, isIgnorable } = this.#state
    const isUnknown = isIgnorable && !KNOWN.has(word)
    if (destination === 'skip' && word !== 'ud') return false
    if (isUnknown || SKIPPED.has(word)) this.#state = { ...this.#state, destination: 'skip' }
    else if (word === 'footnote') {
      this.#state = { ...FIRST_STATE, fallback: this.#state.fallback, font: this.#state.font, isNote: true }
    } else if (word === 'ud')
      this.#state = { ...this.#state, destination: this.#stack.at(-2)?.destination ?? 'text' }
    else if (word === 'field') this.#fields.push(undefined)
    else if (word === 'fldrslt')
      this.#state = { ...this.#state, destination: 'text', href: this.#fields.pop() }
    else {
      const next = DESTINATIONS[word]
      if (next === undefined || ((next === 'title' || next === 'author') && destination !== 'info'))
        return false
      this.#state = { ...this.#state, destination: next }
      // LibreOffice writes the author twice.
      if (next === 'title' || next === 'author') this[next] = ''
      if (next === 'picture')
        this.#picture ??= { hex: new HexBytes(), binary: undefined, alt: '', depth: this.#stack.length }
    }
    this.#begins = false
    return true
  }

  #font(word: string, value: number | undefined): void {
    if (word === 'f') {
      this.#fontNumber = value ?? 0
      if (!this.#fonts.has(this.#fontNumber)) this.#fonts.set(this.#fontNumber, undefined)
    } else if (word === 'fcharset') this.#fonts.set(this.#fontNumber, encodingOfCharset(value ?? 0))
    else if (word === 'cpg' && value !== undefined)
      this.#fonts.set(this.#fontNumber, encodingOfCodePage(value))
  }

  #styleControl(word: string, value: number | undefined): void {
    if (word === 's') this.#style.number = value ?? 0
    else if (word === 'outlinelevel') this.#style.outline = value
  }

  #endStyle(): void {
    const { number, outline, name } = this.#style
    const isTitle = /^(?:title|标题)\s*;?$/iu.test(name.trim())
    const level = isTitle
      ? 0
      : (outline ?? Number(/^(?:heading|标题) (\d)/iu.exec(name.trim())?.[1] ?? Number.NaN) - 1)
    if (level >= 0 && level < 9) this.#styles.set(number, level)
    this.#style = { number: 0, outline: undefined, name: '' }
  }

  #format(word: string, value: number | undefined, isOn: boolean): void {
    const state = this.#state
    switch (word) {
      case 'par':
      case 'sect':
      case 'page':
        this.#endParagraph()
        break
      case 'cell':
      case 'nestcell':
        this.#paragraph.isCell = true
        this.#endParagraph(true)
        break
      case 'row':
      case 'nestrow':
        this.#blocks.push({ kind: 'row-end', tag: '', isNumbered: false, runs: [] })
        break
      case 'pard':
        this.#paragraph = { ...PLAIN }
        break
      case 's':
        this.#paragraph.style = value ?? 0
        break
      case 'outlinelevel':
        this.#paragraph.outline = value
        break
      case 'intbl':
        this.#paragraph.isCell = true
        break
      case 'plain':
        this.#state = {
          ...state,
          bold: false,
          italic: false,
          raised: undefined,
          hidden: false,
          isEast: false,
        }
        break
      case 'b':
        this.#state = { ...state, bold: isOn }
        break
      case 'i':
        this.#state = { ...state, italic: isOn }
        break
      case 'super':
        this.#state = { ...state, raised: isOn ? 'sup' : undefined }
        break
      case 'sub':
        this.#state = { ...state, raised: isOn ? 'sub' : undefined }
        break
      case 'nosupersub':
        this.#state = { ...state, raised: undefined }
        break
      case 'v':
      case 'deleted':
        this.#state = { ...state, hidden: isOn }
        break
      case 'f':
        this.#state = state.isEast
          ? { ...state, font: value ?? 0, eastFont: value ?? 0 }
          : { ...state, font: value ?? 0 }
        break
      case 'dbch':
        this.#state = { ...state, isEast: true }
        break
      case 'loch':
      case 'hich':
        this.#state = { ...state, isEast: false }
        break
      case 'af':
        if (state.isEast) this.#state = { ...state, eastFont: value ?? 0 }
        break
      case 'chftn':
        this.#footnoteMark()
    }
  }

  #footnoteMark(): void {
    if (!this.#state.isNote) this.#noteNumber += 1
    this.#push({ markup: `<sup>${this.#noteNumber}</sup>` })
  }

  #unicode(value: number): void {
    this.#characters(String.fromCharCode(value < 0 ? value + 65_536 : value))
    this.#toSkip = this.#state.fallback
  }

  /** Decodes the bytes that stand together; a skip never reaches over a brace or a control. */
  #endText(): void {
    this.#toSkip = 0
    if (this.#bytes.length === 0) return
    const { font, eastFont } = this.#state
    const bytes = Uint8Array.from(this.#bytes)
    this.#bytes = []
    const fonts = [this.#fonts.get(font), this.#fonts.get(eastFont)]
    this.#add(decodeRtf(bytes, [...fonts, this.#documentEncoding, 'windows-1252']))
  }

  #characters(words: string): void {
    const skip = this.#toSkip
    this.#endText()
    this.#toSkip = skip
    this.#add(words)
  }

  #add(words: string): void {
    const state = this.#state
    switch (state.destination) {
      case 'text':
        if (!state.hidden) this.#push({ text: words, format: state })
        break
      case 'title':
        this.title += words
        break
      case 'author':
        this.author += words
        break
      case 'styles':
        this.#style.name += words
        break
      case 'field-code':
        this.#fieldCode += words
        break
      case 'list-text':
        this.#paragraph.marker += words
        break
      case 'property-name':
        this.#propertyName = words
        break
      case 'property-value':
        if (this.#propertyName === 'wzDescription' && this.#picture !== undefined) this.#picture.alt += words
    }
  }

  #push(run: RtfRun): void {
    if (this.#state.isNote) this.#noteRuns.push(run)
    else this.#runs.push(run)
  }

  #endFieldCode(): void {
    const href = /HYPERLINK\s+(?:\\[a-z]\s+)*"?(?<href>https?:\/\/[^"\s]+)"?/iu.exec(this.#fieldCode)
      ?.groups?.['href']
    this.#fieldCode = ''
    if (this.#fields.length > 0) this.#fields[this.#fields.length - 1] = href
  }

  #endParagraph(isCellEnd = false): void {
    if (this.#state.isNote) {
      this.#endNote()
      return
    }
    const { style, outline, isCell, marker } = this.#paragraph
    // Paragraphs of a cell are one cell.
    if (isCell && !isCellEnd) {
      if (this.#runs.length > 0) this.#runs.push({ markup: '<br>' })
      return
    }
    const level = outline ?? this.#styles.get(style)
    const tag = level !== undefined && level >= 0 && level < 6 ? `h${level + 1}` : 'p'
    const isItem = marker.trim() !== '' && tag === 'p'
    const kind = isCellEnd ? 'cell' : isItem ? 'item' : 'paragraph'
    this.#blocks.push({ kind, tag, isNumbered: MARKER.test(marker), runs: this.#runs })
    this.#runs = []
    this.#paragraph.marker = ''
  }

  #endNote(): void {
    if (this.#noteRuns.length > 0)
      this.#notes.push({ kind: 'paragraph', tag: 'p', isNumbered: false, runs: this.#noteRuns })
    this.#noteRuns = []
  }

  #endPicture(): void {
    const picture = this.#picture
    this.#picture = undefined
    if (picture === undefined) return
    const bytes = picture.binary ?? picture.hex.bytes
    const mediaType = pictureType(bytes)
    // Windows metafiles are a copy for old programs; nothing shows them.
    if (mediaType === undefined) return
    const address = `picture-${this.resources.length + 1}`
    this.resources.push({ address, mediaType, bytes })
    this.#runs.push({ markup: `<img src="${address}" alt="${escaped(printable(picture.alt.trim()))}">` })
  }
}
