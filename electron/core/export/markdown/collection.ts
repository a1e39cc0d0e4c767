import type { ListItem, PhrasingContent, RootContent } from 'mdast'
import type { Clipping } from '../../model/clipping.ts'
import { titleOf } from '../article-title.ts'
import { wordsOf } from '../words.ts'
import type { ExportSource } from '../writer.ts'
import { wordsOf as wordsOfNode } from './figure.ts'
import { flavourOf } from './flavour-of.ts'
import { embeddedPictures } from './pictures.ts'
import { detailsOf, sectionOf, titlePhrasing } from './section.ts'

/**
 * A collection as one file: its properties, its title as the only heading of depth 1, a list of contents that
 * links to the articles, and each article as a section of depth 2, its sub-headings one level lower.
 * The articles are read twice: for the addresses of their headings, which those before them have a part in, and for
 * their text. For a preview, `first` ends the file after so many of them; the contents still list all.
 */
export async function* collectionMarkdown(source: ExportSource, first?: number): AsyncGenerator<string> {
  const { language, clippings, markdown: layout } = source
  const flavour = flavourOf(layout)
  const anchor = anchors()
  const heading = titlePhrasing(source.title, language)
  anchor(heading)
  const links: (string | undefined)[] = []
  for await (const entry of source.entries(first)) {
    const headings = sectionOf(entry, 2, { language }).map(headingAnchor(anchor))
    links.push(headings.find(found => found !== undefined))
  }
  for (const { title } of clippings.slice(links.length)) links.push(anchor(titlePhrasing(title, language)))
  yield flavour.write([
    ...flavour.headProperties(source),
    { type: 'heading', depth: 1, children: heading },
    { type: 'paragraph', children: [{ type: 'strong', children: [text(wordsOf(language).contents)] }] },
    ...contentsList(source, (clipping, label, index) =>
      flavour.sectionLink === undefined
        ? [{ type: 'link', url: `#${links[index] ?? ''}`, children: [text(label)] }]
        : flavour.sectionLink(clipping, label),
    ),
  ])
  // A section begins with a heading, so nothing of one can join what stands before it.
  let index = 0
  const between = layout?.flavour === 'logseq' ? '' : '\n'
  for await (const entry of source.entries(first)) {
    index += 1
    const pictures =
      layout?.pictures === 'embedded' ? await embeddedPictures(entry.article, source) : undefined
    const [title, ...others] = sectionOf(entry, 2, {
      language,
      layout,
      noteName: number => `${index}-${number}`,
      assetPath: sha256 => pictures?.get(sha256),
    })
    const name = flavour.sectionName?.(entry.clipping) ?? []
    yield `${between}${flavour.write([...(title === undefined ? [] : [title]), ...name, ...others])}`
  }
}

const headingAnchor = (anchor: (children: PhrasingContent[]) => string) => (node: RootContent) =>
  node.type === 'heading' ? anchor(node.children) : undefined

const text = (value: string) => ({ type: 'text' as const, value })

/** An ordered list of the articles, each with its link. */
export function contentsList(
  { clippings, language }: Pick<ExportSource, 'clippings' | 'language'>,
  linked: (clipping: Clipping, label: string, index: number) => PhrasingContent[],
): RootContent[] {
  if (clippings.length === 0) return []
  const children = clippings.map((clipping, index): ListItem => {
    const label = titleOf(clipping, language).text
    const details = detailsOf(clipping, language)
    return {
      type: 'listItem',
      spread: false,
      children: [
        {
          type: 'paragraph',
          children: [...linked(clipping, label, index), text(` — ${details}`)],
        },
      ],
    }
  })
  return [{ type: 'list', ordered: true, start: 1, spread: false, children }]
}

/** The anchors that GitHub and most Markdown viewers give to headings, in the order of the file. */
function anchors(): (children: PhrasingContent[]) => string {
  const seen = new Map<string, number>()
  return children => {
    const slug = children
      .map(wordsOfNode)
      .join('')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replace(/ /g, '-')
    let unique = slug
    while (seen.has(unique)) {
      const count = (seen.get(slug) ?? 0) + 1
      seen.set(slug, count)
      unique = `${slug}-${count}`
    }
    seen.set(unique, 0)
    return unique
  }
}
