import type { Block, Body, FigureBlock, Inline } from '../model/body.ts'
import { captionOf, rowsOf } from './table.ts'

type Caption = Exclude<FigureBlock['children'][number], { tagName: 'img' }>
type InlineOrCredit = Inline | Caption['children'][number]

/** The words of inline nodes as they read; a line break is `\n`. */
function inlineText(nodes: readonly InlineOrCredit[]): string {
  let text = ''
  for (const node of nodes) {
    if (node.type === 'text') text += node.value
    else text += node.tagName === 'br' ? '\n' : inlineText(node.children)
  }
  return text
}

const isCredit = (node: InlineOrCredit): boolean => node.type === 'element' && node.tagName === 'cite'

/** The caption's own words and the words of its credit, each '' where there is none. */
export function captionText(figure: FigureBlock): { caption: string; credit: string } {
  const parts = figure.children.flatMap(child => (child.tagName === 'figcaption' ? child.children : []))
  return {
    caption: inlineText(parts.filter(part => !isCredit(part))).trim(),
    credit: parts
      .filter(isCredit)
      .map(part => inlineText([part]))
      .join(' ')
      .trim(),
  }
}

/**
 * A block's words. A figure is its caption and credit in the document's own words, with a space between
 * (`王文涛部长会见黄仁勋 图源:商务部网站`); items of a list, paragraphs of a quote, the caption and the rows of a table
 * stand on their own lines, and the cells of a row behind tabs, as a browser and a spreadsheet have them. What
 * separates two of these parts is always one character.
 */
export function blockText(block: Block): string {
  switch (block.tagName) {
    case 'ul':
    case 'ol':
    case 'blockquote':
      return block.children.map(child => inlineText(child.children)).join('\n')
    case 'figure': {
      const { caption, credit } = captionText(block)
      return [caption, credit].filter(part => part !== '').join(' ')
    }
    case 'table': {
      const caption = captionOf(block)
      const rows = rowsOf(block).map(row =>
        row.children.map(cell => inlineText(cell.children).replaceAll('\n', ' ')).join('\t'),
      )
      return (caption === undefined ? rows : [inlineText(caption).replaceAll('\n', ' '), ...rows]).join('\n')
    }
    default:
      return inlineText(block.children)
  }
}

/** What separates two lines, with the white space around it. */
export const LINE_BREAK = /\s*[\n\r\u2028\u2029]\s*/u

/** What of a block is read as a line: of tables and preformatted text each line, of all else the whole. */
const linesOfBlock = (block: Block): string[] => {
  const lines = blockText(block).split(LINE_BREAK)
  return block.tagName === 'table' || block.tagName === 'pre' ? lines : [lines.join(' ')]
}

/** The body one block a line, and its tables one row a line: no line holds a line break, and no line is empty. */
export const linesOf = (body: Body): string[] =>
  body.children
    .flatMap(linesOfBlock)
    .map(line => line.trim())
    .filter(line => line !== '')

/** All words of a body, in {@link linesOf its lines}, or of one block. */
export const textOf = (node: Body | Block): string =>
  node.type === 'root' ? linesOf(node).join('\n') : blockText(node)

/** Characters (Unicode code points) of the body's text, each run of white space counted as one. */
export function lengthOf(body: Body): number {
  let length = 0
  for (const _ of textOf(body).replace(/\s+/gu, ' ')) length += 1
  return length
}
