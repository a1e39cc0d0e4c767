import type { PhrasingContent, RootContent } from 'mdast'
import type { Clipping } from '../../../model/clipping.ts'
import { fileNameOf, uniqueNames } from '../../file-name.ts'
import { wordsOf } from '../../words.ts'
import type { Beside, Flavour } from '../flavour.ts'
import { clippingProperties, frontMatter, headProperties, type Properties } from '../front-matter.ts'
import { markdownOf } from '../serialise.ts'
import { commonmark, flatFolder } from './commonmark.ts'

/** What Obsidian does not take for a part of a tag (its own pattern for tags), beside the `/` between levels. */
const NO_TAG = /[\u2000-\u206f\u2e00-\u2e7f'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\\s]+/gu

/** A tag as Obsidian takes it: no spaces or punctuation, levels that have words, and not only digits. */
function obsidianTag(name: string): string {
  const levels = name
    .split('/')
    .map(level => level.replace(NO_TAG, '-').replace(/^-+|-+$/gu, ''))
    .filter(level => level !== '')
  const tag = levels.join('/')
  return /^[\d/]+$/u.test(tag) ? `_${tag}` : tag
}

/** The day of a date or of a moment; no span has one. */
const DAY = /^\d{4}-\d{2}-\d{2}(?=T[^/]*$|$)/u

/**
 * The properties as Obsidian has types for them: a date is a day, so a date that is not known to the day, or better, is in
 * `published-exact` (EDTF), and the moment of clipping in `created-exact`; links to notes are in quotes.
 */
function properties(clipping: Clipping, beside?: Beside): Properties {
  const {
    title,
    published: _,
    created: __,
    tags: ___,
    'tag-names': ____,
    ...others
  } = clippingProperties(clipping)
  const edtf = typeof clipping.published === 'string' ? undefined : clipping.published.edtf
  const [day] = DAY.exec(edtf ?? '') ?? []
  const tags = [...new Set(clipping.tags.map(obsidianTag))].filter(tag => tag !== '')
  const isExact = tags.length === clipping.tags.length && tags.every((tag, at) => tag === clipping.tags[at])
  return {
    title: title ?? '',
    ...(clipping.title.trim() === '' ? {} : { aliases: [clipping.title] }),
    ...(day === undefined ? {} : { published: day }),
    ...(edtf === undefined || edtf === day ? {} : { 'published-exact': edtf }),
    created: clipping.clippedAt.slice(0, 10),
    'created-exact': clipping.clippedAt,
    ...others,
    ...(tags.length > 0 ? { tags } : {}),
    ...(isExact ? {} : { 'tag-names': clipping.tags }),
    ...(beside && beside.related.length > 0
      ? { related: beside.related.map(path => `[[${nameOf(path)}]]`) }
      : {}),
    ...(beside && beside.originals.length > 0
      ? { 'original-files': beside.originals.map(address => `[[${decoded(address)}]]`) }
      : {}),
  }
}

const nameOf = (path: string): string => path.replace(/\.md$/u, '')
const decoded = (address: string): string => address.replace(/%20/g, ' ').replace(/%25/g, '%')

/** What can stand behind the `|` of a link: in it Obsidian reads no escapes. */
const isLabel = (text: string): boolean => text !== '' && !/[[\]|\\\n*_`<>&$=~%#^]/u.test(text)

const wikilink = (target: string, label: string): PhrasingContent => ({
  type: 'html',
  value: `[[${target}|${label}]]`,
})

/** A picture of the folder as an embed; words that read like a width stay away. */
function embedded(node: Extract<PhrasingContent, { type: 'image' }>): PhrasingContent {
  if (/^[a-z]+:/iu.test(node.url)) return node
  const alt = node.alt ?? ''
  const label = isLabel(alt) && !/^\d+(?:x\d+)?$/u.test(alt) ? `|${alt}` : ''
  return { type: 'html', value: `![[${decoded(node.url)}${label}]]` }
}

function withEmbeds<N extends RootContent>(node: N): N {
  if (!('children' in node)) return node
  const children = (node.children as RootContent[]).map(child =>
    child.type === 'image' ? embedded(child) : withEmbeds(child),
  )
  return { ...node, children } as N
}

/** Obsidian's: properties, `[[links]]` between notes, `![[embeds]]`, tags that it takes. */
export const obsidian: Flavour = {
  properties: (clipping, beside) => [frontMatter(properties(clipping, beside), { quotes: isQuoted })],
  headProperties: source => [
    frontMatter({ ...headProperties(source), created: source.createdAt.slice(0, 10) }, { quotes: isQuoted }),
  ],
  write: children => markdownOf(children.map(withEmbeds)),
  showsMarks: true,
  link: (from, to, label) =>
    isLabel(label) ? [wikilink(nameOf(to), label)] : commonmark.link(from, to, label),
  sectionLink: (_, label) => {
    // What Obsidian leaves out of a heading when it looks for one.
    const heading = label.replace(/[#|^:%[\]\\\s]+/gu, ' ').trim()
    return isLabel(label)
      ? [wikilink(`#${heading}`, label)]
      : [{ type: 'link', url: `#${encodeURIComponent(heading)}`, children: [{ type: 'text', value: label }] }]
  },
  folder: source => {
    const name = fileNameOf(source.title, 'Cuttings')
    const index = `${name}.md`
    const unique = uniqueNames('.md', [index])
    const sources = unique(fileNameOf(`${name} - ${wordsOf(source.language).sourcesIndex}`, 'sources'))
    return { ...flatFolder(index, source, [index, sources]), sources }
  },
}

/** Dates that are days, and nothing else that looks like one, are dates. */
const isQuoted = (name: string, value: string): boolean =>
  name !== 'published' && name !== 'created' && /^\d{4}-\d\d/u.test(value)
