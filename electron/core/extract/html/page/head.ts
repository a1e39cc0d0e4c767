import type { DefaultTreeAdapterTypes } from 'parse5'
import type { Page } from './page.ts'

type Node = DefaultTreeAdapterTypes.ChildNode

/** What a page states about itself outside its text. */
export interface Head {
  readonly title: string
  /** Contents of `<meta>` by name, property or itemprop, lower case; in document order. */
  readonly metas: ReadonlyMap<string, readonly string[]>
  readonly canonical: string | undefined
  readonly base: string | undefined
  readonly jsonLd: readonly string[]
  /** `lang` of the root, as written. */
  readonly language: string | undefined
  readonly comments: readonly string[]
}

const wordsOf = (nodes: readonly Node[]): string =>
  nodes.map(node => (node.nodeName === '#text' && 'value' in node ? node.value : '')).join('')

const COMMENTS = 60

/** Reads what the whole tree states, without recursion. */
export function readHead({ document }: Pick<Page, 'document'>): Head {
  const metas = new Map<string, string[]>()
  const jsonLd: string[] = []
  const comments: string[] = []
  let title: string | undefined
  let canonical: string | undefined
  let base: string | undefined
  let language: string | undefined
  const stack: Node[] = [...document.childNodes].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('data' in node && comments.length < COMMENTS) comments.push(node.data.slice(0, 300))
    if (!('tagName' in node)) continue
    const attribute = (name: string): string | undefined => node.attrs.find(attr => attr.name === name)?.value
    switch (node.tagName) {
      case 'html':
        language ??= attribute('lang') ?? attribute('xml:lang')
        break
      case 'title':
        title ??= wordsOf(node.childNodes)
        break
      case 'base':
        base ??= attribute('href')
        break
      case 'link':
        if (/(?:^|\s)canonical(?:\s|$)/iu.test(attribute('rel') ?? '')) canonical ??= attribute('href')
        break
      case 'meta': {
        const content = attribute('content')?.trim()
        const name =
          attribute('property') ?? attribute('name') ?? attribute('itemprop') ?? attribute('http-equiv')
        if (content === undefined || content === '' || name === undefined) break
        const key = name.trim().toLowerCase()
        metas.set(key, [...(metas.get(key) ?? []), content])
        break
      }
      case 'script':
        if (/ld\+json/iu.test(attribute('type') ?? '')) jsonLd.push(wordsOf(node.childNodes))
        break
      default:
        break
    }
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
      const child = node.childNodes[at]
      if (child !== undefined) stack.push(child)
    }
  }
  return {
    title: (title ?? '').replace(/\s+/gu, ' ').trim(),
    metas,
    canonical,
    base,
    jsonLd,
    language,
    comments,
  }
}
