import type { Element, ElementContent, Root, Text } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { writableText } from './inline-runs.ts'

type Child = ElementContent | string

/** An element of an XML document. */
export const xml = (
  name: string,
  attributes: Element['attributes'],
  ...children: readonly Child[]
): Element => ({
  type: 'element',
  name,
  attributes,
  children: children.map(child => (typeof child === 'string' ? { type: 'text', value: child } : child)),
})

/** Raw are only the references that {@link wellFormed} makes. */
const OPTIONS = { allowDangerousXml: true, closeEmptyElements: true }

/** The text of an XML document, which is well-formed whatever words are in it. */
export function xmlDocument(element: Element, doctype?: 'html'): string {
  const root: Root = {
    type: 'root',
    children: [
      { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' },
      ...(doctype === undefined ? [] : [{ type: 'doctype' as const, name: doctype }]),
      wellFormed(element),
    ],
  }
  return `${toXml(root, OPTIONS)}\n`
}

/** An element as a part of a document that is written piece by piece; its prefixes are bound by what stands around it. */
export const xmlPiece = (element: Element): string => toXml(wellFormed(element), OPTIONS)

/** `]]>` may not stand in XML, and neither may most control characters, however they are written. */
function wellFormed(element: Element): Element {
  return {
    ...element,
    attributes: Object.fromEntries(
      Object.entries(element.attributes).map(([name, value]) => {
        const text = carried(String(value ?? ''))
        return [name, name === 'href' ? asUri(text) : text]
      }),
    ),
    children: element.children.flatMap((child): ElementContent[] => {
      if (child.type === 'element') return [wellFormed(child)]
      return child.type === 'text' ? textParts(carried(child.value)) : [child]
    }),
  }
}

/** A web address with all percent-encoded that RFC 3986 lets no address have; browsers follow more than that. */
const asUri = (href: string): string =>
  href.replace(
    /^(https?:\/\/[^/?#]*)([^#]*#?)(.*)$/su,
    (_, host: string, path: string, fragment: string) =>
      `${host}${encoded(path)}${encoded(fragment).replaceAll('#', '%23')}`,
  )
const encoded = (part: string): string =>
  part.replace(/["<>\\^`{|}[\]\s]|%(?![\da-f]{2})/giu, character => encodeURIComponent(character))

const carried = (text: string): string => writableText(text).replace(/[\v\f]/gu, ' ')

const textParts = (text: string): ElementContent[] =>
  text.split(']]>').flatMap((part, index): ElementContent[] => {
    const words: Text = { type: 'text', value: part }
    return index === 0
      ? [words]
      : [{ type: 'text', value: ']]' }, { type: 'raw', value: '&gt;' } as unknown as Text, words]
  })
