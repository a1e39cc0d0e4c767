import { toHtml } from 'hast-util-to-html'
import type { Nodes, Root } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

const parser = unified().use(remarkParse).use(remarkGfm)

/** The transforms make links of words that look like addresses, also where a backslash says that they are words. */
function asWritten(this: Processor): void {
  const data = this.data()
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map(({ transforms: _, ...extension }) => extension)
}

const parserAsWritten = unified().use(remarkParse).use(remarkGfm).use(asWritten)

/** In characters. No note is longer; a text that is made to be hard to read takes the square of its length. */
const LONGEST = 512 * 1024

/** Quotations in quotations, and marks between two blank lines: beyond them the parser takes the square of their number. */
const DEEPEST_QUOTATION = /^[ \t]*(?:>[ \t]?){200}/mu
const MOST_MARKS = 20_000

const isMadeToBeHard = (markdown: string): boolean =>
  DEEPEST_QUOTATION.test(markdown) ||
  markdown.split(/\n[ \t]*\n/u).some(block => (block.match(/[*_~[\]]/gu)?.length ?? 0) > MOST_MARKS)

/** The libraries recurse: what nests deeper than the program's stack gives undefined. */
function unlessTooDeep<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Every node, in order, by a stack of our own. */
function* nodesOf(root: Root): Generator<Nodes> {
  const stack: Nodes[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node
    if ('children' in node) stack.push(...node.children.toReversed())
  }
}

const EMBEDDED = /data:image\/[\w.+-]{1,40};base64,[A-Za-z\d+/]{40,}={0,2}/gu
const LIFTED = 'data:image/lifted-'
const LIFTED_AT = /data:image\/lifted-(?<at>\d+),/gu

/** The text without the pictures that are written into it, which are no text. */
export const withoutEmbedded = (markdown: string): string => markdown.replace(EMBEDDED, '')

/** Puts lifted pictures back, whatever they stood in. */
function putBack(root: Root, pictures: readonly string[]): Root {
  if (pictures.length === 0) return root
  const back = (text: string): string =>
    text.replace(LIFTED_AT, (whole, at: string) => pictures[Number(at)] ?? whole)
  for (const node of nodesOf(root)) {
    if ('value' in node) node.value = back(node.value)
    if ('url' in node) node.url = back(node.url)
    if ('alt' in node && typeof node.alt === 'string') node.alt = back(node.alt)
    if ('title' in node && typeof node.title === 'string') node.title = back(node.title)
  }
  return root
}

/**
 * Markdown as a tree (CommonMark and GitHub's tables, strikethrough, task lists and footnotes). Undefined for a text that
 * is too long, nests too deep or has too many marks to be read as Markdown: it is read as text. Pictures that are written
 * into it do not count: they are no text. With `isOurs`, an address is a link only where it is written as one.
 */
export function parsedMarkdown(markdown: string, { isOurs = false } = {}): Root | undefined {
  const pictures: string[] = []
  const text = markdown.includes(LIFTED)
    ? markdown
    : markdown.replace(EMBEDDED, picture => `${LIFTED}${pictures.push(picture) - 1},`)
  if (text.length > LONGEST || isMadeToBeHard(text)) return undefined
  return unlessTooDeep(() => putBack((isOurs ? parserAsWritten : parser).parse(text), pictures))
}

/** The addresses of a text's pictures, as it writes them. */
export const picturesOfMarkdown = (root: Root): string[] =>
  [...nodesOf(root)].flatMap(node => (node.type === 'image' || node.type === 'definition' ? [node.url] : []))

/**
 * The HTML of a tree, with the HTML that stands in it. Nothing of it is trusted: it is read as any page is. `addresses` has
 * what to write for the address of a picture.
 */
export function htmlOfMarkdown(
  root: Root,
  addresses: ReadonlyMap<string, string> = new Map(),
): string | undefined {
  for (const node of nodesOf(root))
    if (node.type === 'image' || node.type === 'definition') node.url = addresses.get(node.url) ?? node.url
  return unlessTooDeep(() => toHtml(toHast(root, { allowDangerousHtml: true }), { allowDangerousHtml: true }))
}
