import type { Figure } from '../model/article.ts'
import type { Body, FigureBlock } from '../model/body.ts'
import { captionText } from './text.ts'

/** The name in a figure's credit, without "图源:" or "Photo:"; null where no credit is stated. */
function creditName(figure: FigureBlock): string | null {
  const names = figure.children
    .flatMap(child => (child.tagName === 'figcaption' ? child.children : []))
    .flatMap(part => (part.type === 'element' && part.tagName === 'cite' ? [part.properties.dataCredit] : []))
  return names.length > 0 ? names.join(', ') : null
}

/** The pictures of a body in reading order: caption, the name credited, and the asset where the library has it. */
export function figuresOf(body: Body): Figure[] {
  return body.children.flatMap(block => {
    if (block.tagName !== 'figure') return []
    const { caption } = captionText(block)
    const image = block.children.find(child => child.tagName === 'img')
    const figure: Figure = { caption: caption === '' ? null : caption, credit: creditName(block) }
    return [image === undefined ? figure : { ...figure, asset: image.properties.dataAsset }]
  })
}
