/** A piece of a style sheet, escapes decoded. What is no such piece, a stray backslash say, becomes `space`. */
export type CssToken =
  | { readonly type: 'space' | 'comment' }
  /** `url` is an unquoted one; a quoted one is a function and a string. */
  | { readonly type: 'ident' | 'function' | 'at' | 'hash' | 'string' | 'url'; readonly value: string }
  | { readonly type: 'number'; readonly value: string }
  | { readonly type: 'delim'; readonly value: string }

const SPACE = /[ \t\n]+/uy
/** What old pages hide a style sheet with; it says nothing. */
const OLD_COMMENT = /<!--|-->/uy
const NUMBER = /(?:\d*\.\d+|\d+)(?:e[+-]?\d+)?/iuy
const NAME_CHARS = /[-\w\u{80}-\u{10ffff}]+/uy
const ESCAPE = /\\(?:(?<hex>[0-9a-f]{1,6})[ \t\n]?|(?<plain>[^\n]))/iuy
const NAME_START = /-?(?:[a-z_\u{80}-\u{10ffff}]|\\[^\n])|--/iuy
const URL_PLAIN = /[^\\ "'()\p{Cc}]+/uy

const codePoint = (hex: string): string => {
  const code = Number.parseInt(hex, 16)
  const isNone = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
  return isNone ? '\u{fffd}' : String.fromCodePoint(code)
}

/** Reads a style sheet as section 4 of CSS Syntax 3 says, piece by piece and once through. */
class Tokenizer {
  private at = 0
  private readonly css: string

  constructor(css: string) {
    this.css = css
      .replace(/\r\n?|\f/gu, '\n')
      .replaceAll('\0', '\u{fffd}')
      .replace(/\p{Cs}/gu, '\u{fffd}')
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.css) ?? undefined
    if (found !== undefined) this.at = pattern.lastIndex
    return found
  }

  private looksAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.at
    return pattern.test(this.css)
  }

  private escape(): string | undefined {
    const found = this.match(ESCAPE)
    if (found === undefined) return undefined
    const { hex, plain } = found.groups ?? {}
    return hex === undefined ? plain : codePoint(hex)
  }

  private name(): string {
    const parts: string[] = []
    for (;;) {
      const part = this.match(NAME_CHARS)?.[0] ?? this.escape()
      if (part === undefined) return parts.join('')
      parts.push(part)
    }
  }

  /** After its quote; one that a line's end cuts off is no string. */
  private string(quote: string): CssToken {
    const parts: string[] = []
    for (; this.at < this.css.length; ) {
      const letter = this.css[this.at]
      if (letter === '\n') return { type: 'space' }
      if (letter === '\\') {
        const escaped = this.escape()
        // A backslash before a line's end continues the string.
        if (escaped === undefined) this.at += 2
        else parts.push(escaped)
        continue
      }
      this.at += 1
      if (letter === quote) break
      parts.push(letter ?? '')
    }
    return { type: 'string', value: parts.join('') }
  }

  /** After `url(` without a quote; a damaged one is skipped as browsers do. */
  private url(): CssToken {
    const parts: string[] = []
    this.match(SPACE)
    for (;;) {
      const part = this.match(URL_PLAIN)?.[0] ?? this.escape()
      if (part !== undefined) {
        parts.push(part)
        continue
      }
      this.match(SPACE)
      if (this.at >= this.css.length || this.css[this.at] === ')') {
        this.at += 1
        return { type: 'url', value: parts.join('') }
      }
      return this.restOfUrl()
    }
  }

  private restOfUrl(): CssToken {
    for (; this.at < this.css.length; this.at += 1) {
      if (this.css[this.at] === '\\') this.at += 1
      else if (this.css[this.at] === ')') break
    }
    this.at += 1
    return { type: 'space' }
  }

  private named(): CssToken {
    const value = this.name()
    if (this.css[this.at] !== '(') return { type: 'ident', value }
    this.at += 1
    const isUnquoted = value.toLowerCase() === 'url' && !this.looksAt(/[ \t\n]*["']/uy)
    return isUnquoted ? this.url() : { type: 'function', value }
  }

  *tokens(): Generator<CssToken> {
    while (this.at < this.css.length) yield this.next()
  }

  private next(): CssToken {
    if (this.css.startsWith('/*', this.at)) {
      const end = this.css.indexOf('*/', this.at + 2)
      this.at = end === -1 ? this.css.length : end + 2
      return { type: 'comment' }
    }
    if (this.match(SPACE) !== undefined || this.match(OLD_COMMENT) !== undefined) return { type: 'space' }
    const number = this.match(NUMBER)
    if (number !== undefined) return { type: 'number', value: number[0] }
    if (this.looksAt(NAME_START)) return this.named()
    const letter = this.css[this.at] ?? ''
    this.at += 1
    if (letter === '"' || letter === "'") return this.string(letter)
    if (letter === '@' && this.looksAt(NAME_START)) return { type: 'at', value: this.name() }
    if (letter === '#' && this.looksAt(/[-\w\u{80}-\u{10ffff}]|\\[^\n]/uy))
      return { type: 'hash', value: this.name() }
    return letter === '\\' ? { type: 'space' } : { type: 'delim', value: letter }
  }
}

/** The pieces of a style sheet, or of what a `style` attribute has, as a browser takes it apart. */
export const cssTokens = (css: string): Generator<CssToken> => new Tokenizer(css).tokens()

const escapes = (letters: string): string =>
  [...letters].map(letter => `\\${letter.codePointAt(0)?.toString(16)} `).join('')

/** A name as it has to be written to be read back. */
export const cssName = (name: string): string =>
  name.replace(/^(?:-?\d|-$)|[^-\w\u{80}-\u{10ffff}]/gu, escapes)

/** The same for what stands behind a `#`, which may begin with a digit. */
export const cssHash = (name: string): string => `#${name.replace(/[^-\w\u{80}-\u{10ffff}]/gu, escapes)}`

/** A string as it has to be written to be read back; `<` is escaped so that no tag can be in it. */
export const cssString = (value: string): string => `"${value.replace(/["\\<\p{Cc}]/gu, escapes)}"`
