import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import type { Inline } from '../../model/body.ts'
import { withoutMarks } from './reference-marks.ts'

const MARKS: Readonly<Record<string, 'em' | 'strong' | 'sub' | 'sup'>> = {
  i: 'em',
  em: 'em',
  b: 'strong',
  strong: 'strong',
  sub: 'sub',
  sup: 'sup',
}

/** A reference as citeproc writes it, as a tree of what a reference can have; of any other element its words. */
export const referenceTree = (html: string): Inline[] =>
  joined(parseFragment(html).childNodes.flatMap(inline))

function inline(node: DefaultTreeAdapterTypes.ChildNode): Inline[] {
  if (node.nodeName === '#text' && 'value' in node) return [{ type: 'text', value: withoutMarks(node.value) }]
  if (!('tagName' in node)) return []
  const children = joined(node.childNodes.flatMap(inline))
  const tagName = MARKS[node.tagName]
  if (tagName !== undefined) return [{ type: 'element', tagName, properties: {}, children }]
  const href = node.tagName === 'a' ? node.attrs.find(({ name }) => name === 'href')?.value : undefined
  return href !== undefined && /^https?:/u.test(href)
    ? [{ type: 'element', tagName: 'a', properties: { href: withoutMarks(href) }, children }]
    : children
}

/** Neighbouring texts as one, without the white space that the markup is laid out with. */
function joined(nodes: readonly Inline[]): Inline[] {
  const result: Inline[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      result[result.length - 1] = { type: 'text', value: last.value + node.value }
    else result.push(node)
  }
  return result
}
