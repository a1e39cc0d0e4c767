import type { PhrasingContent } from 'mdast'
import { CELL_BREAK } from '../core/export/markdown/table.ts'
import type { Inline } from '../core/model/body.ts'

const RAISED: Readonly<Record<string, 'sub' | 'sup'>> = { '<sub>': 'sub', '<sup>': 'sup' }
const text = (value: string): Inline => ({ type: 'text', value })
const element = (tagName: 'em' | 'strong' | 'sub' | 'sup', children: Inline[]): Inline => ({
  type: 'element',
  tagName,
  properties: {},
  children,
})

/** A line break. */
export const newline = (): Inline => ({ type: 'element', tagName: 'br', properties: {}, children: [] })

/** Running text of our own Markdown as it was written; a highlight's marks are left to who reads the list of highlights. */
export function inlineOf(nodes: readonly PhrasingContent[]): Inline[] {
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
