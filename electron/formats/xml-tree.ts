import { fail, ok, type Result } from '../core/result.ts'

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** Its own text, without that of its children. */
  readonly text: string
}

interface Open {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  text: string
}

const DEEPEST = 256
const MOST = 500_000

const TOKENS =
  /<!\[CDATA\[(?<cdata>[\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>|<\/(?<end>[^\s<>/]+)\s*>|<(?<start>[^\s<>/!?][^\s<>/]*)(?<attributes>(?:[^<>"']|"[^"<]*"|'[^'<]*')*)>|(?<text>[^<]+)/gu
const ATTRIBUTE = /(?<name>[\w:.-]{1,80})\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/gu
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The five entities of XML and character references. Others are left as they stand: none that a file defines expands. */
const expanded = (text: string): string =>
  text.replace(
    /&(?:#x(?<hex>[\da-f]{1,6})|#(?<decimal>\d{1,7})|(?<name>[a-z]{2,4}));/giu,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return NAMED[name] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * The tree of a small XML document: no namespaces, no DTD. `damaged` where tags do not match or nothing is there;
 * `unsafe` where it nests deeper than any document of the formats that are read with it.
 */
export function xmlTree(text: string): Result<XmlElement, 'damaged' | 'unsafe'> {
  const top: Open = { name: '', attributes: new Map(), children: [], text: '' }
  const stack = [top]
  let count = 0
  let at = 0
  for (const match of text.matchAll(TOKENS)) {
    if (match.index !== at) return fail('damaged')
    at += match[0].length
    const here = stack.at(-1) ?? top
    const { cdata, end, start, attributes, text: words } = match.groups ?? {}
    if (words !== undefined) here.text += expanded(words)
    else if (cdata !== undefined) here.text += cdata
    else if (end !== undefined) {
      if (stack.length === 1 || here.name !== localName(end)) return fail('damaged')
      stack.pop()
    } else if (start !== undefined) {
      count += 1
      if (stack.length > DEEPEST || count > MOST) return fail('unsafe')
      const element: Open = {
        name: localName(start),
        attributes: new Map(
          [...(attributes ?? '').matchAll(ATTRIBUTE)].map(({ groups }) => [
            localName(groups?.['name'] ?? ''),
            expanded(groups?.['double'] ?? groups?.['single'] ?? ''),
          ]),
        ),
        children: [],
        text: '',
      }
      here.children.push(element)
      if (!match[0].endsWith('/>')) stack.push(element)
    }
  }
  const root = top.children[0]
  return root === undefined || stack.length > 1 || at !== text.length ? fail('damaged') : ok(root)
}

/** All elements of a name below one, in document order. */
export function* elementsNamed(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.name === name) yield child
    yield* elementsNamed(child, name)
  }
}
