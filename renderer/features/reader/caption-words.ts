import type { Element, ElementContent } from 'hast'

const isCredit = (node: ElementContent): boolean => node.type === 'element' && node.tagName === 'cite'

/** The figure with the words of its caption in one element, so that they stay a sentence beside the credit. */
export function groupCaptionWords(figure: Element): Element {
  if (figure.tagName !== 'figure') return figure
  return { ...figure, children: figure.children.map(grouped) }
}

function grouped(node: ElementContent): ElementContent {
  if (node.type !== 'element' || node.tagName !== 'figcaption') return node
  const words = node.children.filter(child => !isCredit(child))
  const credits = node.children.filter(isCredit)
  const span: Element = { type: 'element', tagName: 'span', properties: {}, children: words }
  return { ...node, children: words.length > 0 ? [span, ...credits] : credits }
}
