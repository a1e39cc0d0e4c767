import type { Inline } from '../../model/body.ts'
import type { Page, PageLine, Segment } from './page/page.ts'

type Mark =
  | { readonly tagName: 'em' | 'strong' | 'sub' | 'sup' | 'code' }
  | { readonly tagName: 'a'; readonly href: string }

const MARKS: Readonly<Record<string, 'em' | 'strong' | 'sub' | 'sup' | 'code'>> = {
  em: 'em',
  i: 'em',
  cite: 'em',
  dfn: 'em',
  var: 'em',
  strong: 'strong',
  b: 'strong',
  sub: 'sub',
  sup: 'sup',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
}

export type Resolve = (address: string) => string | undefined

/** The marks around a segment, outermost first, up to the line's own block. */
function marksOf(
  { elements }: Page,
  segment: Segment,
  block: number,
  resolve: Resolve,
): { key: string; mark: Mark }[] {
  const found: { key: string; mark: Mark }[] = []
  const seen = new Set<string>()
  for (let at = segment.element; at > block; at = elements[at]?.parent ?? -1) {
    const element = elements[at]
    if (element === undefined) break
    const tagName = MARKS[element.tag]
    if (tagName !== undefined && !seen.has(tagName)) {
      seen.add(tagName)
      found.unshift({ key: `${at}`, mark: { tagName } })
    }
    const href = element.tag === 'a' && !seen.has('a') ? element.attributes.get('href') : undefined
    const address = href === undefined ? undefined : resolve(href)
    if (address !== undefined) {
      seen.add('a')
      found.unshift({ key: `${at}`, mark: { tagName: 'a', href: address } })
    }
  }
  return found
}

const elementOf = (mark: Mark, children: Inline[]): Inline =>
  mark.tagName === 'a'
    ? { type: 'element', tagName: 'a', properties: { href: mark.href }, children }
    : { type: 'element', tagName: mark.tagName, properties: {}, children }

interface Open {
  readonly key: string
  readonly mark: Mark
  readonly children: Inline[]
}

/** A line's words with their emphasis and links. Its text is the line's raw text exactly. */
export function inlinesOf(page: Page, line: PageLine, resolve: Resolve): Inline[] {
  const root: Inline[] = []
  const open: Open[] = []
  const into = (): Inline[] => open.at(-1)?.children ?? root
  const close = (depth: number): void => {
    while (open.length > depth) {
      const last = open.pop()
      if (last !== undefined && last.children.length > 0) into().push(elementOf(last.mark, last.children))
    }
  }
  for (const { text, segment } of trimmed(line.segments)) {
    const marks = marksOf(page, segment, line.element, resolve)
    let shared = 0
    while (shared < open.length && shared < marks.length && open[shared]?.key === marks[shared]?.key)
      shared += 1
    close(shared)
    for (const { key, mark } of marks.slice(shared)) open.push({ key, mark, children: [] })
    const last = into().at(-1)
    if (last?.type === 'text') last.value += text
    else into().push({ type: 'text', value: text })
  }
  close(0)
  return root
}

/** The segments' words without the white space at both ends of the line. */
function trimmed(segments: readonly Segment[]): { text: string; segment: Segment }[] {
  const parts = segments.map(segment => ({ text: segment.text, segment }))
  for (const part of parts) {
    part.text = part.text.trimStart()
    if (part.text !== '') break
  }
  for (const part of parts.toReversed()) {
    part.text = part.text.trimEnd()
    if (part.text !== '') break
  }
  return parts.filter(({ text }) => text !== '')
}
