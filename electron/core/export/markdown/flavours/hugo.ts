import type { RootContent } from 'mdast'
import type { Unsafe } from 'mdast-util-to-markdown'
import type { Clipping } from '../../../model/clipping.ts'
import { clippingFileName, fileNameOf, uniqueNames } from '../../file-name.ts'
import { wordsOf } from '../../words.ts'
import type { Beside, Flavour } from '../flavour.ts'
import { clippingProperties, frontMatter, type Properties } from '../front-matter.ts'
import { relativeAddress } from '../relative-address.ts'
import { IN_PHRASING, markdownOf } from '../serialise.ts'
import { withoutHtml } from '../without-html.ts'

/** `{` begins shortcodes and attributes, `<!--more-->` ends the summary, `: ` at the start of a line defines a term. */
const UNSAFE: Unsafe[] = [
  { character: '{', ...IN_PHRASING },
  { character: '!', before: '<', ...IN_PHRASING },
  { character: ':', atBreak: true },
]

/** Where Hugo looks before it reads Markdown, in code too. */
const READ_FIRST = /\{\{[<%]|<!--\s*more\s*-->/iu

const lines = (value: string): RootContent => ({
  type: 'paragraph',
  children: value
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
      { type: 'text' as const, value: line.trim() },
    ]),
})

/** Code in which Hugo would find a shortcode is text, because in code nothing can be escaped. */
function readable<N extends RootContent>(node: N): RootContent {
  if (node.type === 'code') return READ_FIRST.test(node.value) ? lines(node.value) : node
  if (node.type === 'inlineCode')
    return READ_FIRST.test(node.value) ? { type: 'text', value: node.value } : node
  const own =
    node.type === 'link' || node.type === 'image'
      ? {
          ...node,
          url: node.url.replace(/[{}<>]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
        }
      : node
  if (!('children' in own)) return own
  return { ...own, children: (own.children as RootContent[]).map(readable) } as RootContent
}

/** An EDTF day or moment as Hugo parses dates; undefined for a month, a year or a span, which it does not. */
function hugoDate(edtf: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$/u.exec(edtf)
  if (match === null) return undefined
  const [, day = '', clock, seconds = ':00', zone = ''] = match
  return clock === undefined ? day : `${day}T${clock}${seconds}${zone}`
}

const underscored = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [name.replaceAll('-', '_'), value]))

/**
 * What Hugo reserves at the top (`url` would be the page's own address, `published` the day from which it is shown), all else
 * under `params`, with names that its templates can write. A month or a year is no date for Hugo and is in `params` alone.
 */
function properties(clipping: Clipping, beside?: Beside): Properties {
  const slug = beside?.path.split('/').at(-2) ?? slugIn(clipping)
  const { title, tags: _, 'tag-names': __, url, created, ...others } = clippingProperties(clipping)
  const date = typeof clipping.published === 'string' ? undefined : hugoDate(clipping.published.edtf)
  return {
    title: title ?? '',
    ...(date === undefined ? {} : { date }),
    lastmod: clipping.updatedAt,
    draft: false,
    ...(slug === '' ? {} : { slug }),
    ...(clipping.tags.length > 0 ? { tags: clipping.tags } : {}),
    params: {
      ...(url === undefined ? {} : { address: url }),
      ...(created === undefined ? {} : { clipped: created }),
      ...underscored(others),
      ...(beside && beside.originals.length > 0 ? { original_files: [...beside.originals] } : {}),
    },
  }
}

const isQuoted = (name: string): boolean => name !== 'date' && name !== 'lastmod'

/** Hugo makes an address of a folder's name; done here, so that names that become the same are told apart. */
const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    .normalize('NFC')
    .replace(/^-+|-+$/gu, '')

/** A name again, because what is left of one may be a device's. */
const slugIn = (clipping: Clipping): string => fileNameOf(slugOf(clippingFileName(clipping, '')), '')

/**
 * Hugo's: front matter that it takes, each article a bundle with what belongs to it, and no text that its shortcodes, its
 * attributes or its definition lists would take for theirs. Its Markdown shows no HTML, so there is none.
 */
export const hugo: Flavour = {
  properties: (clipping, beside) => [frontMatter(properties(clipping, beside), { quotes: isQuoted })],
  headProperties: ({ title, createdAt, articles }) => [
    frontMatter({ title, date: createdAt, draft: false, params: { articles } }, { quotes: isQuoted }),
  ],
  write: children =>
    markdownOf(
      withoutHtml(children, () => false).map(node => readable(node)),
      [{ unsafe: UNSAFE }],
    ),
  showsMarks: false,
  link: (from, to, label) => [
    {
      type: 'link',
      // A page's address is its folder.
      url: relativeAddress(from, to).replace(/(?:^|(?<=\/))index\.md$/u, ''),
      children: [{ type: 'text', value: label }],
    },
  ],
  folder: ({ clippings, language }) => {
    const unique = uniqueNames('', ['_index.md'], count => `-${count}`)
    const { untitled } = wordsOf(language)
    return {
      index: '_index.md',
      articles: clippings.map(
        clipping => `${unique(slugIn(clipping) || slugOf(untitled) || 'untitled')}/index.md`,
      ),
      beside: (_, path) => path.replace(/\/index\.md$/u, ''),
    }
  },
}
