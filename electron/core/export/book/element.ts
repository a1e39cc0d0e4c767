import type { Element, ElementContent, Properties } from 'hast'
import { writableText } from '../inline-runs.ts'

type Child = ElementContent | string

/** An element of the book's tree. Text is text: the serialiser escapes it, so no markup can come from it. */
export const element = (tagName: string, properties: Properties, ...children: readonly Child[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.map(child =>
    typeof child === 'string' ? { type: 'text', value: writableText(child) } : child,
  ),
})
