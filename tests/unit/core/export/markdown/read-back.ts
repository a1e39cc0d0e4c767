import type { Nodes, Root, RootContent } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { parse } from 'yaml'
import { bodyRowsOf, captionOf, cellPlaces, headOf } from '../../../../../electron/core/body/table.ts'
import { textOf } from '../../../../../electron/core/body/text.ts'
import { runsOf, textOfRuns } from '../../../../../electron/core/export/inline-runs.ts'
import { setText } from '../../../../../electron/core/export/markdown/block.ts'
import { mdastToFigure, wordsOf } from '../../../../../electron/core/export/markdown/figure.ts'
import { tableCaptionIn } from '../../../../../electron/core/export/markdown/table.ts'
import type { Figure } from '../../../../../electron/core/model/article.ts'
import type { Block, Body, Inline, TableRow } from '../../../../../electron/core/model/body.ts'

/** A block as both sides can say it: what kind it is and its words, a line break as `\n`. */
export type PlainBlock =
  | { readonly kind: 'paragraph' | 'heading' | 'list' | 'numbered' | 'quote'; readonly words: string[] }
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'preformatted' | 'caption'; readonly text: string }
  /** Row by row; the first is the head's. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'other'; readonly type: string }

/** A Markdown file as remark reads it, as CommonMark or with GFM. */
export function parsed(markdown: string, flavour: 'commonmark' | 'gfm' = 'gfm'): Root {
  const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml'])
  const root = flavour === 'gfm' ? processor.use(remarkGfm).parse(markdown) : processor.parse(markdown)
  return root as Root
}

export const frontMatterOf = (root: Root): Record<string, unknown> => {
  const first = root.children[0]
  if (first?.type !== 'yaml') throw new Error('the file has no front matter')
  return parse(first.value) as Record<string, unknown>
}

/** The body of an article's file: after the title and the line of details, before the thematic break. */
export function bodyOf(root: Root): PlainBlock[] {
  const end = root.children.findIndex(node => node.type === 'thematicBreak')
  const start = root.children.findIndex(node => node.type === 'heading') + 2
  return root.children.slice(start, end).map(plainNode)
}

const lines = (children: readonly Nodes[]): string[] => children.map(wordsOf)

export function plainNode(node: RootContent): PlainBlock {
  const figure = mdastToFigure(node)
  if (figure !== undefined) return { kind: 'figure', figure }
  const caption = tableCaptionIn(node)
  if (caption !== undefined) return { kind: 'caption', text: lines(caption).join('') }
  switch (node.type) {
    case 'code':
      return { kind: 'preformatted', text: node.value }
    case 'table':
      return { kind: 'table', rows: node.children.map(row => lines(row.children)) }
    case 'paragraph':
    case 'heading':
      return { kind: node.type, words: [wordsOf(node)] }
    case 'list':
      return { kind: node.ordered === true ? 'numbered' : 'list', words: lines(node.children) }
    case 'blockquote':
      return { kind: 'quote', words: lines(node.children) }
    default:
      return { kind: 'other', type: node.type }
  }
}

/** The same of a stored body, with the white space folded as `runsOf` documents. */
export const plainBody = (body: Body): PlainBlock[] => body.children.flatMap(plainBlock)

const foldedWords = (children: readonly Inline[]): string => textOfRuns(runsOf(children))

function plainBlock(block: Block): PlainBlock[] {
  switch (block.tagName) {
    case 'p': {
      const words = foldedWords(block.children)
      return words === '' ? [] : [{ kind: 'paragraph', words: [words] }]
    }
    case 'h2':
    case 'h3':
    case 'h4': {
      const words = foldedWords(block.children).replaceAll(/ *\n+ */g, ' ')
      return words === '' ? [] : [{ kind: 'heading', words: [words] }]
    }
    case 'ul':
    case 'ol':
      return [
        {
          kind: block.tagName === 'ol' ? 'numbered' : 'list',
          words: block.children.map(item => foldedWords(item.children)),
        },
      ]
    case 'blockquote': {
      const words = block.children.map(child => foldedWords(child.children)).filter(line => line !== '')
      return words.length === 0 ? [] : [{ kind: 'quote', words }]
    }
    case 'pre': {
      const text = setText(textOf(block))
      return text.trim() === '' ? [] : [{ kind: 'preformatted', text }]
    }
    case 'table': {
      const rowsOf = (rows: readonly TableRow[]): string[][] =>
        cellPlaces(rows).map(places =>
          Array.from(places, place => (place?.isStart === true ? foldedWords(place.cell.children) : '')),
        )
      const head = rowsOf(headOf(block))
      const rows = [...(head.length === 0 ? [[]] : head), ...rowsOf(bodyRowsOf(block))]
      const width = Math.max(...rows.map(row => row.length))
      const text = foldedWords(captionOf(block) ?? [])
      return [
        ...(text === '' ? [] : [{ kind: 'caption' as const, text }]),
        { kind: 'table', rows: rows.map(row => Array.from({ length: width }, (_, at) => row[at] ?? '')) },
      ]
    }
    case 'figure': {
      const parts = block.children.flatMap(child => (child.tagName === 'figcaption' ? child.children : []))
      const caption = foldedWords(
        parts.filter(part => part.type === 'text' || part.tagName !== 'cite') as Inline[],
      )
      const credits = parts.flatMap(part =>
        part.type === 'element' && part.tagName === 'cite'
          ? [foldedWords([{ type: 'text', value: part.properties.dataCredit }])]
          : [],
      )
      const image = block.children.find(child => child.tagName === 'img')
      const figure = {
        caption: caption === '' ? null : caption,
        credit: credits.length === 0 ? null : credits.join(', '),
      }
      return [
        {
          kind: 'figure',
          figure: image === undefined ? figure : { ...figure, asset: image.properties.dataAsset },
        },
      ]
    }
  }
}
