import type { ElementContent } from 'hast'
import type { Element } from 'xast'
import { spacesFolded } from '../inline-runs.ts'
import { xml } from '../xml.ts'

/** What is kept for the parts of a document that are written when its text is: links and notes by their numbers. */
export interface Collected {
  /** The number of the relationship that a web address has. */
  link(href: string): string
  /** The number of the footnote that is the note of a highlight. */
  footnote(highlight: number): number | undefined
}

interface Look {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly code?: boolean
  readonly align?: 'superscript' | 'subscript'
  readonly fill?: string
  readonly href?: string
}

type Run =
  | { readonly kind: 'text'; readonly text: string; readonly look: Look }
  | { readonly kind: 'break' }
  | { readonly kind: 'note'; readonly highlight: number }

/** The colours of highlights, as backgrounds that print. */
const FILLS: Readonly<Record<string, string>> = {
  yellow: 'F9E79F',
  green: 'CDEAC6',
  blue: 'CFE3F6',
  red: 'F8D2CD',
}

const LOOKS: Readonly<Record<string, Look>> = {
  em: { italic: true },
  strong: { bold: true },
  code: { code: true },
  sub: { align: 'subscript' },
  sup: { align: 'superscript' },
}

export const classOf = (node: ElementContent): string =>
  node.type === 'element' && Array.isArray(node.properties['className'])
    ? String(node.properties['className'][0] ?? '')
    : ''

function flattened(nodes: readonly ElementContent[], look: Look): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (node.type === 'text') return [{ kind: 'text', text: node.value, look }]
    if (node.type !== 'element') return []
    if (node.tagName === 'br') return [{ kind: 'break' }]
    const href = String(node.properties['href'] ?? '')
    if (classOf(node) === 'noteref') return [{ kind: 'note', highlight: Number(/\d+$/u.exec(href)?.[0]) }]
    const fill = node.tagName === 'mark' ? FILLS[classOf(node)] : undefined
    return flattened(node.children, {
      ...look,
      ...LOOKS[node.tagName],
      ...(fill !== undefined && { fill }),
      ...(node.tagName === 'a' && { href }),
    })
  })
}

/** White space as HTML shows it: one space each, none at the ends or beside a line break. */
function folded(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  let spaceBefore = true
  for (const run of runs) {
    if (run.kind !== 'text') {
      result.push(run)
      spaceBefore = run.kind === 'break'
      continue
    }
    const single = spacesFolded(run.text)
    const text = spaceBefore && single.startsWith(' ') ? single.slice(1) : single
    if (text === '') continue
    result.push({ ...run, text })
    spaceBefore = text.endsWith(' ')
  }
  return result
}

/** The language of a run's words, for spelling and for which typeface has its quotation marks. */
function languageProperties(language: string): { fonts: Element[]; language: Element[] } {
  if (language === 'und' || language === '') return { fonts: [], language: [] }
  const isEastAsian = /^(?:zh|ja|ko)\b/u.test(language)
  const tag = TAGS[language] ?? language
  return {
    fonts: isEastAsian ? [xml('w:rFonts', { 'w:hint': 'eastAsia' })] : [],
    language: [xml('w:lang', isEastAsian ? { 'w:eastAsia': tag } : { 'w:val': tag })],
  }
}

/** Word knows Chinese by country. */
const TAGS: Readonly<Record<string, string>> = {
  zh: 'zh-CN',
  'zh-Hans': 'zh-CN',
  'zh-Hant': 'zh-TW',
  en: 'en-GB',
  ja: 'ja-JP',
  ko: 'ko-KR',
}

/** The properties of a run, in the order that the schema wants. */
function properties(look: Look, language: string): Element {
  const { fonts, language: lang } = languageProperties(language)
  return xml(
    'w:rPr',
    {},
    ...(look.href !== undefined ? [xml('w:rStyle', { 'w:val': 'Hyperlink' })] : []),
    ...(look.code === true
      ? [xml('w:rFonts', { 'w:ascii': 'Consolas', 'w:hAnsi': 'Consolas', 'w:cs': 'Consolas' })]
      : fonts),
    ...(look.bold === true ? [xml('w:b', {})] : []),
    ...(look.italic === true ? [xml('w:i', {})] : []),
    ...(look.fill === undefined
      ? []
      : [xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': look.fill })]),
    ...(look.align === undefined ? [] : [xml('w:vertAlign', { 'w:val': look.align })]),
    ...lang,
  )
}

const textElement = (text: string): Element => xml('w:t', { 'xml:space': 'preserve' }, text)

/** Plain words as a run. */
export const textRun = (text: string, language: string, look: Look = {}): Element =>
  xml('w:r', {}, properties(look, language), textElement(text))

/** Running text of an article as runs and links. `keepSpaces` is for preformatted text, whose lines are lines. */
export function runsOf(
  nodes: readonly ElementContent[],
  language: string,
  collected: Collected,
  keepSpaces = false,
): Element[] {
  const flat = flattened(nodes, {})
  const runs = keepSpaces ? flat.flatMap(inLines) : folded(flat)
  const elements: Element[] = []
  for (const run of runs) {
    if (run.kind === 'break') elements.push(xml('w:r', {}, xml('w:br', {})))
    else if (run.kind === 'note') {
      const footnote = collected.footnote(run.highlight)
      if (footnote !== undefined) elements.push(footnoteReference(footnote))
    } else {
      const element = textRun(run.text, language, run.look)
      const { href } = run.look
      elements.push(
        href === undefined ? element : xml('w:hyperlink', { 'r:id': collected.link(href) }, element),
      )
    }
  }
  return elements
}

function inLines(run: Run): Run[] {
  if (run.kind !== 'text') return [run]
  return run.text
    .split(/\r\n?|\n/u)
    .flatMap((text, index): Run[] => [...(index > 0 ? [{ kind: 'break' } as const] : []), { ...run, text }])
}

const footnoteReference = (number: number): Element =>
  xml(
    'w:r',
    {},
    xml('w:rPr', {}, xml('w:rStyle', { 'w:val': 'FootnoteReference' })),
    xml('w:footnoteReference', { 'w:id': String(number) }),
  )
