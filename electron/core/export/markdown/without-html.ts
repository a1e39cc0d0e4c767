import type { Nodes, Parents, RootContent } from 'mdast'
import { CELL_BREAK } from './table.ts'

/**
 * Nodes without the elements and comments that a program does not show, but for those that `keeps`: a break in a cell
 * becomes a space. White space that stood before what is gone goes too where it would end a paragraph.
 */
export const withoutHtml = (
  children: readonly RootContent[],
  keeps: (html: string) => boolean,
): RootContent[] => childrenOf({ type: 'root', children: [...children] }, keeps) as RootContent[]

function childrenOf(parent: Parents, keeps: (html: string) => boolean): Nodes[] {
  const kept = (parent.children as Nodes[]).flatMap((node): Nodes[] => {
    if (node.type === 'html') {
      if (keeps(node.value)) return [node]
      return node.value === CELL_BREAK ? [{ type: 'text', value: ' ' }] : []
    }
    return ['children' in node ? ({ ...node, children: childrenOf(node, keeps) } as Nodes) : node]
  })
  if (parent.type !== 'paragraph') return kept
  const last = kept.at(-1)
  if (last?.type !== 'text' || !/\s$/u.test(last.value)) return kept
  const value = last.value.replace(/\s+$/u, '')
  return value === '' ? kept.slice(0, -1) : [...kept.slice(0, -1), { ...last, value }]
}
