import type { Block, Body, FigureBlock, Inline } from '../model/body.ts'

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
 * (`王文涛部长会见黄仁勋 图源:商务部网站`); items of a list and paragraphs of a quote stand on their own lines.
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
    default:
      return inlineText(block.children)
  }
}

/** The body one block a line: no line holds a line break, and no line is empty. */
export const linesOf = (body: Body): string[] =>
  body.children
    .map(block =>
      blockText(block)
        .replace(/\s*[\n\r\u2028\u2029]\s*/gu, ' ')
        .trim(),
    )
    .filter(line => line !== '')

/** All words of a body, one block a line, or of one block. */
export const textOf = (node: Body | Block): string =>
  node.type === 'root' ? linesOf(node).join('\n') : blockText(node)

/** Characters (Unicode code points) of the body's text, each run of white space counted as one. */
export function lengthOf(body: Body): number {
  let length = 0
  for (const _ of textOf(body).replace(/\s+/gu, ' ')) length += 1
  return length
}
