import type { List, PhrasingContent, RootContent } from 'mdast'
import type { Options, Unsafe } from 'mdast-util-to-markdown'
import type { Clipping } from '../../../model/clipping.ts'
import { clippingFileName, fileNameOf, uniqueNames } from '../../file-name.ts'
import { oneLine } from '../../one-line.ts'
import { wordsOf } from '../../words.ts'
import { wordsOf as wordsOfNode } from '../figure.ts'
import type { Beside, Flavour } from '../flavour.ts'
import { clippingProperties } from '../front-matter.ts'
import { phrasingOfText } from '../phrasing.ts'
import { IN_PHRASING, markdownOf } from '../serialise.ts'
import { withoutHtml } from '../without-html.ts'

/**
 * What Logseq's reader (mldoc) takes for its own: `key:: value`, `((block))`, `{{macro}}`, `^^highlight^^`, a tag or a
 * priority after `#`, `$mathematics$`, `<2025-07-19 Sat>`. In the cells of a table it knows no escapes.
 */
const UNSAFE: Unsafe[] = [
  { character: ':', before: ':', ...IN_PHRASING },
  { character: '(', after: '\\(', ...IN_PHRASING },
  { character: '{', after: '\\{', ...IN_PHRASING },
  { character: '^', after: '\\^', ...IN_PHRASING },
  { character: '#', ...IN_PHRASING },
  { character: '$', ...IN_PHRASING },
  { character: '<', after: '\\d', ...IN_PHRASING },
]

/** A line feed breaks a line in Logseq. */
const EXTENSION: Options = { unsafe: UNSAFE, handlers: { break: () => '\n' } }

/** Words that make a task of a block that they begin, and elements that make it one of HTML. */
const BEGINS_OTHERWISE =
  /^(?=(?:TODO|DOING|DONE|NOW|LATER|WAITING|WAIT|CANCELED|CANCELLED|STARTED|IN-PROGRESS)(?:\s|$)|<[a-z])/u
/** Stands before such a word, is as wide as nothing, and can be escaped by nothing else. */
const JOINER = '\u2060'

interface OutlineBlock {
  readonly text: string
  readonly children: OutlineBlock[]
}

const isKept = (html: string): boolean => !html.startsWith('<!--') && !/^<\/?cite/u.test(html)

/** What is escaped, what is code, and the character references that Markdown is written with, which Logseq does not read. */
const REFERENCES = /\\[\s\S]|(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|&#x(?<code>[\dA-F]+);/gu

function textOf(node: RootContent): string {
  const written = markdownOf([node], [EXTENSION]).trimEnd()
  if (node.type === 'code') return written
  return written
    .replace(REFERENCES, (found, _ticks, code: string | undefined) =>
      code === undefined ? found : String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replace(BEGINS_OTHERWISE, JOINER)
}

function itemsOf(list: List): OutlineBlock[] {
  return list.children.map(item => {
    const text = item.children.map(textOf).join('\n')
    return {
      text: list.ordered === true ? `${text}\nlogseq.order-list-type:: number` : text,
      children: [],
    }
  })
}

const PROPERTIES = /^(?:[\w-]+:: .*(?:\n|$))+$/u

/**
 * Blocks as Logseq's outline: each a bullet, what stands below a heading beneath it, a list beneath the paragraph before
 * it. A thematic break, which ends the text of an article, leads back to the article.
 */
function outlineOf(nodes: readonly RootContent[]): OutlineBlock[] {
  const roots: OutlineBlock[] = []
  let open: { readonly depth: number; readonly children: OutlineBlock[] }[] = []
  let before: OutlineBlock | undefined
  let base: number | undefined
  const add = (block: OutlineBlock) => (open.at(-1)?.children ?? roots).push(block)
  for (const node of nodes) {
    if (node.type === 'heading') {
      base ??= node.depth
      open = open.filter(({ depth }) => depth < node.depth)
      const block: OutlineBlock = { text: textOf(node), children: [] }
      add(block)
      // A page's own heading stands above the others, which keeps the page flat.
      if (node.depth > 1) open.push({ depth: node.depth, children: block.children })
      before = undefined
    } else if (node.type === 'thematicBreak') {
      open = open.filter(({ depth }) => depth <= (base ?? 1))
      before = undefined
    } else if (node.type === 'list') {
      const items = itemsOf(node)
      if (before === undefined) for (const item of items) add(item)
      else before.children.push(...items)
      before = undefined
    } else if (node.type === 'html' && /^id:: \S+$/u.test(node.value)) {
      const beside = open.at(-2)?.children ?? roots
      const heading = beside.pop()
      if (heading !== undefined) beside.push({ ...heading, text: `${heading.text}\n${node.value}` })
    } else {
      const block: OutlineBlock = { text: textOf(node), children: [] }
      add(block)
      before = node.type === 'paragraph' ? block : undefined
    }
  }
  return roots
}

const linesOf = (blocks: readonly OutlineBlock[], depth: number): string[] =>
  blocks.flatMap(({ text, children }) => {
    const indent = '\t'.repeat(depth)
    const [first = '', ...others] = text.split('\n')
    return [
      `${indent}- ${first}`,
      ...others.map(line => (line === '' ? '' : `${indent}  ${line}`)),
      ...linesOf(children, depth + 1),
    ]
  })

/**
 * Nodes without what cannot be escaped: in an address Logseq finds its links too, and between `\\[` and `\\]`, as words of a link
 * are escaped, mathematics. Such a link has its address behind its words.
 */
function readable(node: RootContent): RootContent[] {
  if (node.type === 'image')
    return [{ ...node, url: encoded(node.url), alt: (node.alt ?? '').replace(/[[\]]/gu, '') }]
  if (!('children' in node)) return [node]
  const children = (node.children as RootContent[]).flatMap(readable)
  if (node.type !== 'link') return [{ ...node, children } as RootContent]
  const url = encoded(node.url)
  if (!/[[\]]/u.test(wordsOfNode(node))) return [{ ...node, url, children: children as PhrasingContent[] }]
  return [
    ...children,
    { type: 'text', value: ' ' },
    { type: 'link', url, children: [{ type: 'text', value: url }] },
  ]
}

const encoded = (url: string): string =>
  url.startsWith('data:')
    ? url
    : url.replace(/[[\]{}()]/gu, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

function write(children: RootContent[]): string {
  const nodes = withoutHtml(children, isKept).flatMap(readable)
  const [first] = nodes
  const properties = first?.type === 'html' && PROPERTIES.test(first.value) ? first.value : undefined
  const lines = linesOf(outlineOf(properties === undefined ? nodes : nodes.slice(1)), 0)
  return [...(properties === undefined ? [] : [properties, '']), ...lines, ''].join('\n')
}

const raw = (value: string): PhrasingContent => ({ type: 'html', value })

/** A reference to a page; its name holds no brackets. */
const page = (name: string): string => `[[${oneLine(name).replace(/[[\]]/gu, '').trim()}]]`

const plain = (value: string): string =>
  markdownOf([{ type: 'paragraph', children: phrasingOfText(oneLine(value)) }], [EXTENSION]).trim()

/** Properties whose values are pages of their own. */
const PAGES = new Set(['source', 'sources', 'author', 'editor', 'tags'])

/** One line a property. Its name is never one of a text's. */
function propertyLines(
  properties: Readonly<Record<string, string | number | readonly string[]>>,
): RootContent {
  const lines = Object.entries(properties).flatMap(([name, value]) => {
    const values = (Array.isArray(value) ? value : [String(value)]).map(each =>
      PAGES.has(name) ? page(each) : name === 'url' ? oneLine(each) : plain(each),
    )
    const words = values.filter(each => each !== '' && each !== '[[]]').join(', ')
    return words === '' ? [] : [`${name}:: ${words}`]
  })
  return { type: 'html', value: lines.join('\n') }
}

function properties(clipping: Clipping, beside?: Beside): RootContent {
  const { title: _, tags: __, 'tag-names': ___, ...others } = clippingProperties(clipping)
  return propertyLines({
    ...(others as Record<string, string | string[]>),
    ...(clipping.tags.length > 0 ? { tags: clipping.tags } : {}),
    ...(beside && beside.originals.length > 0 ? { 'original-files': [...beside.originals] } : {}),
  })
}

const pageOf = (path: string): string => decoded(path.replace(/^pages\//u, '').replace(/\.md$/u, ''))
const decoded = (stem: string): string => stem.replace(/%5F/gu, '_').replace(/%25/gu, '%')

/**
 * Logseq reads `___` in a file's name as a level of the page's, and `%` with two digits as the character of that number. A
 * name that is all such signs would become longer than a file's may be.
 */
function stemOf(name: string): string {
  const special = /%|_{2,}/gu
  const count = (name.match(special) ?? []).join('').length
  if (count > MOST_ESCAPED) return name.replace(special, '-')
  return name.replace(special, run => (run === '%' ? '%25' : '%5F'.repeat(run.length)))
}

const MOST_ESCAPED = 6

const pageLink = (name: string, label: string): PhrasingContent[] =>
  name === label ? [raw(`[[${name}]]`)] : [raw('['), { type: 'text', value: label }, raw(`]([[${name}]])`)]

/** Logseq's: properties as `key:: value`, a bullet for each block, pages in `pages/` and files in `assets/`, as in a graph. */
export const logseq: Flavour = {
  properties: (clipping, beside) => [properties(clipping, beside)],
  headProperties: ({ title, createdAt, articles }) => [
    propertyLines({ title, created: createdAt, articles }),
  ],
  write,
  showsMarks: true,
  link: (_, to, label) => pageLink(pageOf(to), label),
  sectionLink: ({ id }) => [raw(`((${id}))`)],
  sectionName: ({ id }) => [{ type: 'html', value: `id:: ${id}` }],
  folder: ({ clippings, language, title }) => {
    const index = `${stemOf(fileNameOf(title, 'Cuttings'))}.md`
    const unique = uniqueNames('.md', [index])
    const { untitled } = wordsOf(language)
    return {
      index: `pages/${index}`,
      articles: clippings.map(clipping => `pages/${unique(stemOf(clippingFileName(clipping, untitled)))}`),
      beside: () => 'assets',
    }
  },
}
