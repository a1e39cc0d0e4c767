import { createHash } from 'node:crypto'
import type { Root, RootContent, Table, TableRow } from 'mdast'
import { bodyOf } from '../core/body/build.ts'
import { wordsOf } from '../core/export/markdown/figure.ts'
import { tableCaptionIn } from '../core/export/markdown/table.ts'
import { knownBody } from '../core/extract/known-body.ts'
import { detectLanguage } from '../core/extract/language.ts'
import type { Field } from '../core/model/article.ts'
import type { Block, Inline, TableBlock, TableCell, TableRow as TableRowBlock } from '../core/model/body.ts'
import { edtfSchema } from '../core/model/edtf.ts'
import type { Extraction } from '../core/model/extraction.ts'
import type { ImportedHighlight, ItemContent, Resource, StatedByFile } from '../core/model/import-item.ts'
import type { Published } from '../core/model/stated.ts'
import { dataBytes } from './embedded-data.ts'
import type { NoteText } from './front-matter.ts'
import type { ImportFile } from './import-file.ts'
import { figureBlock, withPicture } from './own-figure.ts'
import { inlineOf, newline } from './own-inline.ts'
import { pictureType } from './picture-type.ts'
import { publishedOf, webAddress } from './stated-values.ts'

/** Whether a note's properties are those that our own export writes. */
export const isOwnExport = (properties: NoteText['properties']): boolean =>
  /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/u.test(properties.get('clipping')?.[0] ?? '') &&
  properties.has('published-origin')

/** Whether a note is the list of contents of such an export, or its index of sources, whose articles are in files of their own. */
export const isOwnContents = (properties: NoteText['properties'], body: string): boolean =>
  [...properties.keys()].sort().join() === 'articles,created,title' &&
  /^\s*# .*\n\n(?:(?:## .*)?\n|\d+\. \[.*(?:\n|$))*\s*$/u.test(body)

const text = (value: string): Inline => ({ type: 'text', value })

/** Paragraphs that stand together, as in an item of a list, with a line break between. */
function paragraphsOf(nodes: readonly RootContent[]): Inline[] {
  return nodes.flatMap((node, index): Inline[] => {
    if (node.type !== 'paragraph') return []
    const words = inlineOf(node.children)
    return index === 0 ? words : [newline(), ...words]
  })
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

/** The pictures beside the file, and those in it. */
async function picturesOf(nodes: readonly RootContent[], file: ImportFile) {
  const pictures = new Map<string, string>()
  const resources: Resource[] = []
  for (const node of nodes) {
    const image = node.type === 'paragraph' ? node.children.find(child => child.type === 'image') : undefined
    if (image === undefined || resources.length >= MOST_PICTURES || pictures.has(image.url)) continue
    const isAddress = /^[a-z]+:/iu.test(image.url)
    const bytes = isAddress ? dataBytes(image.url) : await file.beside(image.url)
    const mediaType = bytes === undefined ? undefined : pictureType(bytes)
    if (bytes === undefined || mediaType === undefined) continue
    pictures.set(image.url, createHash('sha256').update(bytes).digest('hex'))
    resources.push({ address: image.url, mediaType, bytes })
  }
  return { pictures, resources }
}

export interface OwnNote {
  readonly content: ItemContent
  readonly stated: Pick<StatedByFile, 'url' | 'tags' | 'note' | 'highlights'>
}

/** Whether the offset of a date was stated. */
const ZONES = ['stated', 'assumed'] as const

const MARK = /^<mark class="(?<colour>\w+)"(?: data-nth="(?<nth>\d{1,6})")?>$/u

/** The highlights, which are the list whose items begin with a mark. */
function highlightsOf(nodes: readonly RootContent[]): ImportedHighlight[] {
  return nodes.flatMap(node =>
    node.type === 'list'
      ? node.children.flatMap(({ children: [first, ...notes] }) => {
          const mark = first?.type === 'paragraph' ? first.children[0] : undefined
          const { colour, nth } = (mark?.type === 'html' ? MARK.exec(mark.value)?.groups : undefined) ?? {}
          if (first === undefined || colour === undefined) return []
          return [
            { text: wordsOf(first), nth: Number(nth ?? 1), colour, note: notes.map(wordsOf).join('\n') },
          ]
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
  const { pictures, resources } = await picturesOf(nodes, file)
  const body = bodyOf(
    nodes.flatMap((node, order) => figureBlock(node, order, pictures) ?? blockOf(nodes, order) ?? []),
  )
  const words = nodes.map(wordsOf).join('\n')
  const after = children.slice(end)
  const note = noteIn(after)
  return {
    content: {
      kind: 'extraction',
      extraction: statedIn(properties, knownBody(body, fieldsOf(properties, words))),
      resources,
      isComplete: true,
    },
    stated: {
      url: webAddress(properties.get('url')?.[0]),
      tags: properties.get('tag-names') ?? properties.get('tags') ?? [],
      ...(note === '' ? {} : { note }),
      highlights: highlightsOf(after),
    },
  }
}

/** The user's note, a paragraph a line; the first of GitHub's alert says only that it is one. */
function noteIn(nodes: readonly RootContent[]): string {
  const [first, ...others] = nodes.find(node => node.type === 'blockquote')?.children ?? []
  if (first === undefined) return ''
  const isAlert =
    /^\[!NOTE\]\n/u.test(wordsOf(first)) && first.type === 'paragraph' && first.children.length === 2
  return [...(isAlert ? [] : [first]), ...others].map(wordsOf).join('\n')
}

type Fields = Parameters<typeof knownBody>[1]

function fieldsOf(properties: NoteText['properties'], words: string): Fields {
  const first = (name: string): string | undefined => properties.get(name)?.[0]
  const names = properties.get('sources') ?? properties.get('source') ?? []
  const urls = properties.get('source-urls') ?? []
  return {
    title: first('title') ?? '',
    sources: names
      .filter(name => name !== '')
      .map((name, at) => {
        const url = urls[at] ?? ''
        return URL.canParse(url) ? { name, url } : { name }
      }),
    editors: (properties.get('editor') ?? []).filter(name => name !== ''),
    language: languageOf(first('language')) ?? detectLanguage(words),
    published: publishedIn(properties),
  }
}

const languageOf = (tag: string | undefined): string | undefined =>
  tag !== undefined && tag.length >= 2 ? tag : undefined

/** The date as EDTF; a day that somebody wrote in its place in other words is read as in any note. */
function publishedIn(properties: NoteText['properties']): Published {
  const first = (name: string): string | undefined => properties.get(name)?.[0]
  const date = first('published-exact') ?? first('published')
  const edtf = edtfSchema.safeParse(date)
  const known = edtf.success ? { edtf: edtf.data, evidence: edtf.data } : publishedOf(date)
  if (known === undefined)
    return first('published-origin') === 'not-looked-for' ? 'not-looked-for' : 'not-stated'
  const zone = ZONES.find(each => each === first('published-zone'))
  const evidence = first('published-evidence') ?? known.evidence
  return {
    edtf: known.edtf,
    ...(zone !== undefined && { zone }),
    origin: 'file',
    evidence,
    confidence: 1,
  }
}

/** The record with its first source and its authors, and with the file's word for every field that it states. */
function statedIn(properties: NoteText['properties'], { clipping, article }: Extraction): Extraction {
  const bylines = (properties.get('author') ?? []).filter(name => name !== '')
  const [source] = clipping.sources
  const stated: readonly [Field, string][] = [
    ['title', clipping.title],
    ['bylines', bylines.join('; ')],
    ['sources', clipping.sources.map(({ name }) => name).join('; ')],
    ['editors', clipping.editors.join('; ')],
    ['language', properties.get('language')?.[0] ?? ''],
    ['published', typeof clipping.published === 'string' ? '' : clipping.published.evidence],
  ]
  return {
    clipping: { ...clipping, bylines, ...(source !== undefined && { source }) },
    article: {
      ...article,
      statements: Object.fromEntries(
        stated
          .filter(([, evidence]) => evidence !== '')
          .map(([field, evidence]) => [field, { origin: 'file', evidence, confidence: 1 }]),
      ),
    },
  }
}
