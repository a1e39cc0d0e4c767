import type { RootContent } from 'mdast'
import { blockText } from '../../body/text.ts'
import type { Block, Body, TableBlock } from '../../model/body.ts'
import { writableText } from '../inline-runs.ts'
import { type AssetPath, figureToMdast } from './figure.ts'
import { oneLinePhrasingOf, phrasingOf } from './phrasing.ts'
import { tableToMdast } from './table.ts'

export interface BodyOptions {
  /** How many levels the body's headings move down, where the article is itself a section. */
  readonly headingShift: 0 | 1
  readonly assetPath?: AssetPath | undefined
}

/** A body as Markdown blocks, one for each block of the body; blocks without words and pictures are left out. */
export const bodyToMdast = (body: Body, options: BodyOptions): RootContent[] =>
  body.children.flatMap(block =>
    block.tagName === 'table' ? tableToMdast(block) : (blockToMdast(block, options) ?? []),
  )

function blockToMdast(
  block: Exclude<Block, TableBlock>,
  { headingShift, assetPath }: BodyOptions,
): RootContent | undefined {
  switch (block.tagName) {
    case 'p': {
      const children = phrasingOf(block.children)
      return children.length === 0 ? undefined : { type: 'paragraph', children }
    }
    case 'h2':
    case 'h3':
    case 'h4': {
      const children = oneLinePhrasingOf(block.children)
      const depth = (Number(block.tagName.slice(1)) + headingShift) as 2 | 3 | 4 | 5
      return children.length === 0 ? undefined : { type: 'heading', depth, children }
    }
    case 'ul':
    case 'ol':
      return {
        type: 'list',
        ordered: block.tagName === 'ol',
        spread: false,
        children: block.children.map(item => ({
          type: 'listItem',
          spread: false,
          children: paragraphs(item.children),
        })),
      }
    case 'blockquote': {
      const children = block.children.flatMap(({ children }) => paragraphs(children))
      return children.length === 0 ? undefined : { type: 'blockquote', children }
    }
    case 'pre': {
      const value = setText(blockText(block))
      return value.trim() === '' ? undefined : { type: 'code', value }
    }
    case 'figure':
      return figureToMdast(block, assetPath)
  }
}

/** Preformatted text as a file can carry it: only a line feed ends a line. */
export const setText = (text: string): string => writableText(text).replace(/\r\n?/gu, '\n')

function paragraphs(nodes: Parameters<typeof phrasingOf>[0]) {
  const children = phrasingOf(nodes)
  return children.length === 0 ? [] : [{ type: 'paragraph' as const, children }]
}
