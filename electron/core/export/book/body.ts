import type { Element, ElementContent } from 'hast'
import { blockText } from '../../body/text.ts'
import { isAligned } from '../../model/aligned.ts'
import type { Block, Body, FigureBlock, Inline } from '../../model/body.ts'
import { spacesFolded } from '../inline-runs.ts'
import { element } from './element.ts'
import { inlineToBook } from './inline.ts'
import { tableToBook } from './table.ts'

/** Where the book finds an asset, or undefined where the picture is not in it. */
export type ImageAddress = (sha256: string) => string | undefined

/** A body as it stands in the book: the same blocks, each with the direction of its own text. */
export const bodyToBook = (body: Body, image?: ImageAddress): Element[] =>
  body.children.map(block => blockToBook(block, image))

function blockToBook(block: Block, image: ImageAddress | undefined): Element {
  switch (block.tagName) {
    case 'p':
      return element('p', { dir: 'auto' }, ...block.children.map(inlineToBook))
    case 'h2':
    case 'h3':
    case 'h4':
      // The style sheet keeps the spaces of headings.
      return element(block.tagName, { dir: 'auto' }, ...block.children.map(spacesFoldedIn).map(inlineToBook))
    case 'ul':
    case 'ol':
    case 'blockquote':
      return element(
        block.tagName,
        { dir: 'auto' },
        ...block.children.map(child =>
          element(child.tagName, { dir: 'auto' }, ...child.children.map(inlineToBook)),
        ),
      )
    case 'pre':
      return element(
        'pre',
        isAligned(blockText(block)) ? { className: ['aligned'] } : { dir: 'auto' },
        ...block.children.map(inlineToBook),
      )
    case 'table':
      return tableToBook(block)
    case 'figure':
      return figureToBook(block, image)
  }
}

function figureToBook(figure: FigureBlock, image: ImageAddress | undefined): Element {
  const children = figure.children.flatMap((child): Element[] => {
    if (child.tagName === 'img') {
      const src = image?.(child.properties.dataAsset)
      return src === undefined ? [] : [element('img', { src, alt: child.properties.alt })]
    }
    const parts = child.children.flatMap((part, index): ElementContent[] => {
      if (part.type === 'text' || part.tagName !== 'cite') return [inlineToBook(part)]
      const cite = element('cite', {}, ...part.children.map(inlineToBook))
      return index === 0 ? [cite] : [{ type: 'text', value: ' ' }, cite]
    })
    return [element('figcaption', { dir: 'auto' }, ...parts)]
  })
  return element('figure', {}, ...children)
}

function spacesFoldedIn(node: Inline): Inline {
  if (node.type === 'text') return { type: 'text', value: spacesFolded(node.value) }
  return { ...node, children: node.children.map(spacesFoldedIn) }
}
