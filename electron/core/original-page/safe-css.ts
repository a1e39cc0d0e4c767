import type { NotLoadedKind } from '../model/original-page.ts'
import { type CssToken, cssHash, cssName, cssString, cssTokens } from './css-tokens.ts'

/** What a style sheet may take from the page's own files, and who hears of the rest. */
export interface CssFiles {
  /** The file at an address as a `data:` address; undefined where it is not at hand. */
  readonly find: (address: string, kind: 'picture' | 'font') => string | undefined
  readonly leaveOut: (kind: NotLoadedKind, address: string) => void
}

/** At-rules that arrange rules or define names; `@import` and what is not known are left out. */
const AT_RULES = new Set([
  'media',
  'supports',
  'layer',
  'container',
  'scope',
  'starting-style',
  'keyframes',
  '-webkit-keyframes',
  'font-face',
  'font-feature-values',
  'counter-style',
  'property',
  'page',
])

/** Functions that compute, draw or select, and load nothing. Whatever is not here may load something, now or later. */
const FUNCTIONS = new Set(
  [
    'calc min max clamp round mod rem abs sign sin cos tan asin acos atan atan2 pow sqrt hypot log exp',
    'var env attr counter counters symbols fit-content minmax repeat anchor anchor-size',
    'rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark',
    'linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient',
    'repeating-conic-gradient -webkit-linear-gradient -webkit-radial-gradient -webkit-gradient',
    'from to color-stop format tech local steps cubic-bezier linear',
    'matrix matrix3d translate translatex translatey translatez translate3d scale scalex scaley scalez scale3d',
    'rotate rotatex rotatey rotatez rotate3d skew skewx skewy perspective',
    'blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia',
    'inset circle ellipse polygon rect xywh path shape rect',
    'not is where has matches any -webkit-any -moz-any lang dir host host-context slotted part state',
    'nth-child nth-last-child nth-of-type nth-last-of-type nth-col nth-last-col selector style scroll-state',
    'highlight view-transition-group layer supports',
  ].flatMap(line => line.split(' ')),
)

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

class Writer {
  private readonly parts: string[] = []
  private readonly files: CssFiles
  private readonly tokens: CssToken[]
  private at = 0
  /** The brackets that are open, each with whether it began the block of `@font-face`. */
  private readonly open: { readonly close: string; readonly isFont: boolean }[] = []
  private fonts = 0
  private isFontNext = false

  constructor(css: string, files: CssFiles) {
    this.files = files
    this.tokens = [...cssTokens(css)]
  }

  write(): string {
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at]
      this.at += 1
      if (token !== undefined) this.parts.push(this.one(token))
    }
    return this.parts.join('')
  }

  private one(token: CssToken): string {
    switch (token.type) {
      case 'space':
        return ' '
      case 'comment':
        return '/**/'
      case 'number':
        return token.value
      case 'ident':
        return cssName(token.value)
      case 'hash':
        return cssHash(token.value)
      case 'string':
        return cssString(token.value)
      case 'url':
        return this.address(token.value)
      case 'at':
        return this.atRule(token.value.toLowerCase())
      case 'function':
        return this.call(token.value.toLowerCase())
      case 'delim':
        return this.sign(token.value)
    }
  }

  private sign(value: string): string {
    const close = CLOSING[value]
    if (close !== undefined) {
      const isFont = value === '{' && this.isFontNext
      if (isFont) this.fonts += 1
      if (value === '{') this.isFontNext = false
      this.open.push({ close, isFont })
    } else if (this.open.at(-1)?.close === value && this.open.pop()?.isFont === true) this.fonts -= 1
    if (value !== '<') return value
    const next = this.tokens[this.at]
    return next?.type === 'delim' && next.value === '=' ? '<' : '< '
  }

  private address(address: string): string {
    const text = address.trim()
    // Within the page itself: a mask or a filter of a drawing, which is left out.
    if (text === '' || text.startsWith('#')) return 'none'
    const kind = this.fonts > 0 ? 'font' : 'picture'
    const data = this.files.find(text, kind)
    if (data !== undefined) return `url(${cssString(data)})`
    this.files.leaveOut(kind, text)
    return 'none'
  }

  private call(name: string): string {
    if (name === 'url') {
      const inside = this.skip(')')
      const first = inside.find(({ type }) => type !== 'space' && type !== 'comment')
      return first?.type === 'string' ? this.address(first.value) : 'none'
    }
    if (!FUNCTIONS.has(name)) {
      this.leaveOut(this.skip(')'), 'picture')
      return 'none'
    }
    this.open.push({ close: ')', isFont: false })
    return `${name}(`
  }

  private atRule(name: string): string {
    if (AT_RULES.has(name)) {
      if (name === 'font-face') this.isFontNext = true
      return `@${name}`
    }
    const skipped = this.skipRule()
    if (name === 'import') this.leaveOut(skipped.slice(0, 3), 'style')
    return ' '
  }

  private leaveOut(tokens: readonly CssToken[], kind: NotLoadedKind): void {
    const addresses = tokens.filter(({ type }) => type === 'url' || type === 'string')
    for (const token of addresses)
      if ('value' in token && token.value !== '') this.files.leaveOut(kind, token.value)
  }

  /** Goes behind the bracket that closes what is open here, and gives what stood before it. */
  private skip(close: string): CssToken[] {
    const skipped: CssToken[] = []
    const open = [close]
    while (this.at < this.tokens.length && open.length > 0) {
      const token = this.tokens[this.at]
      this.at += 1
      if (token === undefined) break
      const opens =
        token.type === 'function' ? ')' : token.type === 'delim' ? CLOSING[token.value] : undefined
      if (opens !== undefined) open.push(opens)
      else if (token.type === 'delim' && token.value === open.at(-1)) open.pop()
      skipped.push(token)
    }
    return skipped
  }

  /** Goes behind an at-rule: its semicolon, or its block. A bracket that closes what is around it ends it too. */
  private skipRule(): CssToken[] {
    const skipped: CssToken[] = []
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at]
      if (token?.type === 'delim' && token.value === this.open.at(-1)?.close) return skipped
      this.at += 1
      if (token === undefined) continue
      skipped.push(token)
      const isSign = token.type === 'delim'
      if (isSign && token.value === ';') return skipped
      const close = token.type === 'function' ? ')' : isSign ? CLOSING[token.value] : undefined
      if (close === undefined) continue
      for (const each of this.skip(close)) skipped.push(each)
      if (close === '}') return skipped
    }
    return skipped
  }
}

/**
 * A style sheet, or the value of a `style` attribute, that loads nothing but `data:` addresses that `files` gives: taken
 * apart as a browser does, and written anew from the pieces that are known to be harmless. Total, in time that grows with
 * its length.
 */
export const safeCss = (css: string, files: CssFiles): string => new Writer(css, files).write()
