import { encodingOfCodePage } from '../code-pages.ts'
import { escaped } from '../html-writer.ts'
import { decodeRtf, encodingOfCharset } from '../rtf/rtf-encodings.ts'
import { CHARACTERS, SKIPPED } from '../rtf/rtf-state.ts'
import { type RtfListener, readTokens } from '../rtf/rtf-tokens.ts'

interface Group {
  readonly kind: 'text' | 'tag' | 'fonts' | 'skip'
  /** What stands there for programs that know no HTML. */
  readonly isRtf: boolean
  readonly isIgnorable: boolean
  readonly font: number
  readonly fallback: number
}

const OUTERMOST: Group = { kind: 'text', isRtf: false, isIgnorable: false, font: -1, fallback: 1 }
/** Deeper than any program nests groups. */
const DEEPEST = 4000
/** The markup's own lines. */
const LINES = new Set(['par', 'line'])

/** Whether Rich Text was made from HTML, which is in it whole ([MS-OXRTFEX], 2.1.3.1: among its first words). */
export const hasHtml = (rtf: Uint8Array): boolean =>
  /\\fromhtml1?\b(?!0)/u.test(Buffer.from(rtf.subarray(0, 2048)).toString('latin1'))

/** Takes the HTML out of Rich Text that was made from it. */
class EncapsulatedHtml implements RtfListener {
  #html = ''
  #group = OUTERMOST
  readonly #stack: Group[] = []
  readonly #fonts = new Map<number, string | undefined>()
  #fontNumber = -1
  #documentEncoding = 'windows-1252'
  #bytes: number[] = []
  #toSkip = 0
  #begins = false

  get html(): string {
    this.#endBytes()
    return this.#html
  }

  #isShown(): boolean {
    const { kind, isRtf } = this.#group
    return !isRtf && (kind === 'text' || kind === 'tag')
  }

  #put(words: string): void {
    if (this.#isShown()) this.#html += this.#group.kind === 'tag' ? words : escaped(words)
  }

  #endBytes(): void {
    this.#toSkip = 0
    if (this.#bytes.length === 0) return
    const bytes = Uint8Array.from(this.#bytes)
    this.#bytes = []
    this.#put(decodeRtf(bytes, [this.#fonts.get(this.#group.font), this.#documentEncoding, 'windows-1252']))
  }

  group(): void {
    this.#endBytes()
    this.#stack.push(this.#group)
    this.#group = { ...this.#group, isIgnorable: false }
    if (this.#stack.length > DEEPEST) this.#group = { ...this.#group, kind: 'skip' }
    this.#begins = true
  }

  endGroup(): void {
    this.#endBytes()
    this.#group = this.#stack.pop() ?? OUTERMOST
    this.#begins = false
  }

  sign(sign: string): void {
    if (sign === '*') {
      this.#group = { ...this.#group, isIgnorable: true }
      return
    }
    this.#begins = false
    if (sign === '\\' || sign === '{' || sign === '}') this.byte(sign.charCodeAt(0))
    else this.#character(sign === '~' ? '\u00a0' : sign === '_' ? '\u00ad' : '')
  }

  byte(byte: number): void {
    this.#begins = false
    if (this.#toSkip > 0) this.#toSkip -= 1
    else if (this.#isShown()) this.#bytes.push(byte)
  }

  binary(): void {
    this.#begins = false
  }

  control(word: string, value: number | undefined): void {
    if (this.#toSkip > 0 && word !== 'u') {
      this.#toSkip -= 1
      return
    }
    this.#endBytes()
    const begins = this.#begins
    this.#begins = false
    if (begins && this.#enter(word)) return
    if (word === 'htmlrtf') this.#group = { ...this.#group, isRtf: value !== 0 }
    else if (word === 'f') this.#font(value ?? 0)
    else if (word === 'uc') this.#group = { ...this.#group, fallback: Math.min(Math.max(0, value ?? 1), 16) }
    else if (word === 'ansicpg') this.#documentEncoding = encodingOfCodePage(value ?? 1252)
    else if (this.#group.kind === 'fonts') this.#fontEncoding(word, value)
    else if (word === 'u') this.#unicode(value ?? 0)
    else if (LINES.has(word)) this.#put('\n')
    else if (word === 'tab') this.#put('\t')
    else this.#put(CHARACTERS[word] ?? '')
  }

  /** The first control of a group says what it is. */
  #enter(word: string): boolean {
    const { kind, isIgnorable } = this.#group
    if (kind === 'skip') return true
    if (word === 'fonttbl') this.#group = { ...this.#group, kind: 'fonts' }
    else if (isIgnorable && word === 'htmltag') this.#group = { ...this.#group, kind: 'tag' }
    else if (isIgnorable || SKIPPED.has(word) || ['stylesheet', 'info', 'pntext', 'pict'].includes(word))
      this.#group = { ...this.#group, kind: 'skip' }
    else return false
    return true
  }

  #font(number: number): void {
    this.#fontNumber = number
    if (this.#group.kind !== 'fonts') this.#group = { ...this.#group, font: number }
  }

  #fontEncoding(word: string, value: number | undefined): void {
    if (word === 'fcharset') this.#fonts.set(this.#fontNumber, encodingOfCharset(value ?? 0))
    else if (word === 'cpg' && value !== undefined)
      this.#fonts.set(this.#fontNumber, encodingOfCodePage(value))
  }

  #unicode(value: number): void {
    this.#character(String.fromCharCode(value < 0 ? value + 65_536 : value))
    this.#toSkip = this.#group.fallback
  }

  #character(words: string): void {
    this.#endBytes()
    this.#put(words)
  }
}

/** The HTML that Rich Text was made from, with the words of it that a mail program wrote outside of its tags. */
export function encapsulatedHtml(rtf: Uint8Array): string {
  const listener = new EncapsulatedHtml()
  readTokens(rtf, listener)
  return listener.html
}
