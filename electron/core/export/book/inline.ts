import type { ElementContent } from 'hast'
import type { Inline } from '../../model/body.ts'
import { writableText } from '../inline-runs.ts'
import { element } from './element.ts'

/** Inline nodes as they stand in the book. */
export function inlineToBook(node: Inline): ElementContent {
  if (node.type === 'text') return { type: 'text', value: writableText(node.value) }
  return element(node.tagName, { ...node.properties }, ...node.children.map(inlineToBook))
}
