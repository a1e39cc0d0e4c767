import { createHash } from 'node:crypto'
import type { Paragraph, PhrasingContent, Root, RootContent, Table, TableRow } from 'mdast'
import { bodyOf, figure } from '../core/body/build.ts'
import { mdastToFigure, wordsOf } from '../core/export/markdown/figure.ts'
import { CELL_BREAK, tableCaptionIn } from '../core/export/markdown/table.ts'
import { knownBody } from '../core/extract/known-body.ts'
import { detectLanguage } from '../core/extract/language.ts'
import type {
  Block,
  FigureBlock,
  Inline,
  TableBlock,
  TableCell,
  TableRow as TableRowBlock,
} from '../core/model/body.ts'
import type { ImportedHighlight, ItemContent, Resource, StatedByFile } from '../core/model/import-item.ts'
import type { NoteText } from './front-matter.ts'
import type { ImportFile } from './import-file.ts'
import { pictureType } from './picture-type.ts'
import { publishedOf } from './stated-values.ts'

/** Whether a note's properties are those that our own export writes. */
export const isOwnExport = (properties: NoteText['properties']): boolean =>
  /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/u.test(properties.get('clipping')?.[0] ?? '') &&
  properties.has('published-origin')

/** Whether a note is the list of contents of such an export, or its index of sources, whose articles are in files of their own. */
export const isOwnContents = (properties: NoteText['properties'], body: string): boolean =>
  [...properties.keys()].sort().join() === 'articles,created,title' &&
  /^\s*# .*\n\n(?:(?:## .*)?\n|\d+\. \[.*(?:\n|$))*\s*$/u.test(body)

const RAISED: Readonly<Record<string, 'sub' | 'sup'>> = { '<sub>': 'sub', '<sup>': 'sup' }
const text = (value: string): Inline => ({ type: 'text', value })
const element = (tagName: 'em' | 'strong' | 'sub' | 'sup', children: Inline[]): Inline => ({
  type: 'element',
  tagName,
  properties: {},
  children,
})

const newline = (): Inline => ({ type: 'element', tagName: 'br', properties: {}, children: [] })

function inlineOf(nodes: readonly PhrasingContent[]): Inline[] {
  const found: Inline[] = []
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at]
    if (node === undefined) break
    const raised = node.type === 'html' ? RAISED[node.value] : undefined
    if (raised !== undefined) {
      const end = nodes.findIndex(
        (each, index) => index > at && each.type === 'html' && each.value === `</${raised}>`,
      )
      found.push(element(raised, inlineOf(nodes.slice(at + 1, end < 0 ? undefined : end))))
      at = end < 0 ? nodes.length : end
    } else found.push(...inlineNode(node))
  }
  return found
}

function inlineNode(node: PhrasingContent): Inline[] {
  switch (node.type) {
    case 'text':
      return [text(node.value)]
    case 'inlineCode':
      return [{ type: 'element', tagName: 'code', properties: {}, children: [text(node.value)] }]
    case 'emphasis':
      return [element('em', inlineOf(node.children))]
    case 'strong':
      return [element('strong', inlineOf(node.children))]
    case 'break':
      return [newline()]
    case 'html':
      return node.value === CELL_BREAK ? [newline()] : []
    case 'link':
      return /^https?:\/\//iu.test(node.url)
        ? [
            {
              type: 'element',
              tagName: 'a',
              properties: { href: node.url },
              children: inlineOf(node.children),
            },
          ]
        : inlineOf(node.children)
    default:
      return 'children' in node ? inlineOf(node.children) : []
  }
}

/** Paragraphs that stand together, as in an item of a list, with a line break between. */
function paragraphsOf(nodes: readonly RootContent[]): Inline[] {
  return nodes.flatMap((node, index): Inline[] => {
    if (node.type !== 'paragraph') return []
    const words = inlineOf(node.children)
    return index === 0 ? words : [newline(), ...words]
  })
}

const EMBED = /^!\[\[(?<url>[^\]|]+)(?:\|(?<alt>[^\]]*))?\]\]$/u

/** An embed of Obsidian's in a figure is its picture. */
function withPicture(node: RootContent): RootContent {
  const first = node.type === 'paragraph' ? node.children[0] : undefined
  if (node.type !== 'paragraph' || first?.type !== 'text' || mdastToFigure(node) === undefined) return node
  const { url, alt } = EMBED.exec(first.value.trim())?.groups ?? {}
  if (url === undefined) return node
  return { ...node, children: [{ type: 'image', url, alt: alt ?? '' }, ...node.children.slice(1)] }
}

/** The words of the line that holds the credit: `图源:商务部网站`. */
function creditWords({ children }: Paragraph): string | undefined {
  const at = children.findIndex(node => node.type === 'html' && node.value.startsWith('<cite'))
  if (at < 0) return undefined
  const start = children.slice(0, at).findLastIndex(node => node.type === 'break') + 1
  return children.slice(start).map(wordsOf).join('').trim()
}

function figureBlock(
  node: RootContent,
  order: number,
  pictures: ReadonlyMap<string, string>,
): FigureBlock | undefined {
  const words = mdastToFigure(node)
  if (words === undefined) return undefined
  const paragraph = node.type === 'paragraph' ? node : undefined
  const creditText = paragraph === undefined ? undefined : creditWords(paragraph)
  const block = figure(order, {
    caption: words.caption,
    ...(creditText === undefined ? {} : { creditText }),
    ...(words.credit === null ? {} : { credit: words.credit }),
  })
  const image = paragraph?.children.find(child => child.type === 'image')
  const sha256 = image === undefined ? undefined : pictures.get(image.url)
  if (image === undefined || sha256 === undefined) return block
  return {
    ...block,
    children: [
      {
        type: 'element',
        tagName: 'img',
        properties: { dataAsset: sha256, alt: image.alt ?? '' },
        children: [],
      },
      ...block.children,
    ],
  }
}

const rowOf = (row: TableRow, isHead: boolean): TableRowBlock => ({
  type: 'element',
  tagName: 'tr',
  properties: {},
  children: row.children.map((cell): TableCell => {
    const children = inlineOf(cell.children)
    return isHead
      ? { type: 'element', tagName: 'th', properties: { scope: 'col' }, children }
      : { type: 'element', tagName: 'td', properties: {}, children }
  }),
})

/** An empty row heads a table that has no head: `tableToMdast` writes it. */
function tableBlock(
  { children: [header, ...rows] }: Table,
  above: RootContent | undefined,
  order: number,
): TableBlock {
  const caption = tableCaptionIn(above)
  const parts: TableBlock['children'] = []
  if (caption !== undefined)
    parts.push({ type: 'element', tagName: 'caption', properties: {}, children: inlineOf(caption) })
  if (header !== undefined && wordsOf(header).trim() !== '')
    parts.push({ type: 'element', tagName: 'thead', properties: {}, children: [rowOf(header, true)] })
  if (rows.length > 0)
    parts.push({
      type: 'element',
      tagName: 'tbody',
      properties: {},
      children: rows.map(row => rowOf(row, false)),
    })
  return { type: 'element', tagName: 'table', properties: { dataOrder: order }, children: parts }
}

function blockOf(nodes: readonly RootContent[], order: number): Block | undefined {
  const node = nodes[order]
  if (node === undefined) return undefined
  if (node.type === 'table') return tableBlock(node, nodes[order - 1], order)
  const isCaption = nodes[order + 1]?.type === 'table' && tableCaptionIn(node) !== undefined
  return isCaption ? undefined : textBlock(node, order)
}

function textBlock(node: RootContent, order: number): Block | undefined {
  const properties = { dataOrder: order }
  switch (node.type) {
    case 'paragraph':
      return { type: 'element', tagName: 'p', properties, children: inlineOf(node.children) }
    case 'heading': {
      const tagName = node.depth <= 2 ? 'h2' : node.depth === 3 ? 'h3' : 'h4'
      return { type: 'element', tagName, properties, children: inlineOf(node.children) }
    }
    case 'list':
      return {
        type: 'element',
        tagName: node.ordered === true ? 'ol' : 'ul',
        properties,
        children: node.children.map(item => ({
          type: 'element',
          tagName: 'li',
          properties: {},
          children: paragraphsOf(item.children),
        })),
      }
    case 'code':
      return { type: 'element', tagName: 'pre', properties, children: [text(node.value)] }
    case 'blockquote':
      return {
        type: 'element',
        tagName: 'blockquote',
        properties,
        children: node.children.flatMap(child =>
          child.type === 'paragraph'
            ? [
                {
                  type: 'element' as const,
                  tagName: 'p' as const,
                  properties: {},
                  children: inlineOf(child.children),
                },
              ]
            : [],
        ),
      }
    default:
      return undefined
  }
}

const MOST_PICTURES = 500

async function picturesBeside(nodes: readonly RootContent[], file: ImportFile) {
  const pictures = new Map<string, string>()
  const resources: Resource[] = []
  for (const node of nodes) {
    const image = node.type === 'paragraph' ? node.children.find(child => child.type === 'image') : undefined
    if (image === undefined || resources.length >= MOST_PICTURES || /^[a-z]+:/iu.test(image.url)) continue
    const bytes = await file.beside(image.url)
    const mediaType = bytes === undefined ? undefined : pictureType(bytes)
    if (bytes === undefined || mediaType === undefined) continue
    pictures.set(image.url, createHash('sha256').update(bytes).digest('hex'))
    resources.push({ address: image.url, mediaType, bytes })
  }
  return { pictures, resources }
}

export interface OwnNote {
  readonly content: ItemContent
  readonly stated: Pick<StatedByFile, 'published' | 'note' | 'highlights'>
}

/** Whether the offset of a date was stated. */
const ZONES = ['stated', 'assumed'] as const

const MARK = /^<mark class="(\w+)">$/u

/** The highlights, which are the list whose items begin with a mark. */
function highlightsOf(nodes: readonly RootContent[]): ImportedHighlight[] {
  return nodes.flatMap(node =>
    node.type === 'list'
      ? node.children.flatMap(({ children: [first, ...notes] }) => {
          const mark = first?.type === 'paragraph' ? first.children[0] : undefined
          const colour = mark?.type === 'html' ? MARK.exec(mark.value)?.[1] : undefined
          if (first === undefined || colour === undefined) return []
          return [{ text: wordsOf(first), colour, note: notes.map(wordsOf).join('\n') }]
        })
      : [],
  )
}

/**
 * What our own export wrote: the body block for block, and the user's note; the title, the line below it and the list of
 * what it comes from are the properties over again. Undefined where somebody has since changed the frame.
 */
export async function ownNote(
  root: Root,
  properties: NoteText['properties'],
  file: ImportFile,
): Promise<OwnNote | undefined> {
  const { children } = root
  const [title, details] = children
  const end = children.findLastIndex(node => node.type === 'thematicBreak')
  if (title?.type !== 'heading' || title.depth !== 1 || details?.type !== 'paragraph' || end < 2)
    return undefined
  const nodes = children.slice(2, end).map(withPicture)
  const { pictures, resources } = await picturesBeside(nodes, file)
  const body = bodyOf(
    nodes.flatMap((node, order) => figureBlock(node, order, pictures) ?? blockOf(nodes, order) ?? []),
  )
  const first = (name: string): string | undefined => properties.get(name)?.[0]
  const words = nodes.map(wordsOf).join('\n')
  const known = publishedOf(first('published-exact') ?? first('published'))
  const evidence = first('published-evidence') ?? known?.evidence ?? ''
  const zone = ZONES.find(each => each === first('published-zone'))
  const sources = properties.get('sources') ?? properties.get('source') ?? []
  const quote = children.slice(end).find(node => node.type === 'blockquote')
  const note = quote?.children.map(wordsOf).join('\n')
  const highlights = highlightsOf(children.slice(end))
  return {
    content: {
      kind: 'extraction',
      extraction: knownBody(body, {
        title: first('title') ?? wordsOf(title),
        sources: sources.map(name => ({ name })),
        editors: [...(properties.get('editor') ?? [])],
        language: first('language') ?? detectLanguage(words),
        published:
          known === undefined ? 'not-stated' : { edtf: known.edtf, origin: 'file', evidence, confidence: 1 },
      }),
      resources,
    },
    stated: {
      ...(known === undefined ? {} : { published: { edtf: known.edtf, evidence, zone } }),
      ...(note === undefined || note === '' ? {} : { note }),
      highlights,
    },
  }
}
