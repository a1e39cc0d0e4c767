type Attributes = Readonly<Record<string, string>>

interface Style {
  parent?: string
  level?: number
  bold?: boolean
  italic?: boolean
  raised?: 'sup' | 'sub'
}

const MOST_PARENTS = 20

/** What the styles of an OpenDocument text mean for its markup: headings, quotations, emphasis, numbered lists. */
export class OdtStyles {
  readonly #styles = new Map<string, Style>()
  readonly #numbered = new Set<string>()
  #current: Style | undefined
  #list: string | undefined

  open(name: string, attributes: Attributes): void {
    if (name === 'style:style') {
      this.#current = {}
      const { 'style:name': own, 'style:parent-style-name': parent } = attributes
      const level = Number(attributes['style:default-outline-level'])
      if (parent !== undefined) this.#current.parent = parent
      if (level >= 1 && level <= 10) this.#current.level = level
      if (own !== undefined) this.#styles.set(own, this.#current)
    } else if (name === 'style:text-properties' && this.#current !== undefined)
      emphasise(this.#current, attributes)
    else if (name === 'text:list-style') this.#list = attributes['style:name']
    else if (
      name === 'text:list-level-style-number' &&
      this.#list !== undefined &&
      attributes['style:num-format']
    )
      this.#numbered.add(`${this.#list} ${attributes['text:level'] ?? '1'}`)
  }

  words(): void {}

  close(name: string): void {
    if (name === 'style:style') this.#current = undefined
    if (name === 'text:list-style') this.#list = undefined
  }

  isNumbered(list: string, level: number): boolean {
    return this.#numbered.has(`${list} ${level}`)
  }

  /** A style with all that it inherits; the nearest says it. */
  #inherited<K extends keyof Style>(name: string, key: K): Style[K] | undefined {
    let style = this.#styles.get(name)
    for (let steps = 0; style !== undefined && steps < MOST_PARENTS; steps += 1) {
      if (style[key] !== undefined) return style[key]
      style = style.parent === undefined ? undefined : this.#styles.get(style.parent)
    }
    return undefined
  }

  /** The style's own name or that of an ancestor; LibreOffice writes a blank as `_20_`. */
  #descends(name: string, from: RegExp): boolean {
    let current: string | undefined = name
    for (let steps = 0; current !== undefined && steps < MOST_PARENTS; steps += 1) {
      if (from.test(current.replaceAll('_20_', ' '))) return true
      current = this.#styles.get(current)?.parent
    }
    return false
  }

  /** The element of a paragraph in that style. */
  paragraph(name: string): 'p' | 'h1' | 'h2' | 'blockquote' {
    if (this.#descends(name, /^Title$/u)) return 'h1'
    if (this.#descends(name, /^Subtitle$/u)) return 'h2'
    return this.#descends(name, /^(?:Quotations|Quote)$/u) ? 'blockquote' : 'p'
  }

  heading(name: string, outline: number): string {
    const level = outline >= 1 ? outline : (this.#inherited(name, 'level') ?? 1)
    return `h${Math.min(level, 6)}`
  }

  /** The elements of a span in that style, outermost first. */
  span(name: string): string[] {
    const raised = this.#inherited(name, 'raised')
    return [
      ...(this.#inherited(name, 'bold') === true ? ['strong'] : []),
      ...(this.#inherited(name, 'italic') === true ? ['em'] : []),
      ...(raised === undefined ? [] : [raised]),
    ]
  }
}

function emphasise(style: Style, attributes: Attributes): void {
  const weight = attributes['fo:font-weight'] ?? attributes['style:font-weight-asian']
  const slant = attributes['fo:font-style'] ?? attributes['style:font-style-asian']
  const position = attributes['style:text-position'] ?? ''
  if (weight !== undefined) style.bold = weight === 'bold' || Number(weight) >= 600
  if (slant !== undefined) style.italic = slant === 'italic' || slant === 'oblique'
  if (/^(?:super|\d)/u.test(position) && !/^0/u.test(position)) style.raised = 'sup'
  if (/^(?:sub|-\d)/u.test(position)) style.raised = 'sub'
}
