import type { ListItem, PhrasingContent, RootContent } from 'mdast'
import { ASSET_TYPES } from '../../model/asset.ts'
import type { Clipping } from '../../model/clipping.ts'
import { DEFAULT_MARKDOWN, filePictures } from '../../model/markdown-layout.ts'
import { titleOf } from '../article-title.ts'
import type { ExportEntry } from '../plan.ts'
import { picturesOf } from '../web/pictures.ts'
import { wordsOf } from '../words.ts'
import type { ExportedFile, ExportSource, NamesBeside } from '../writer.ts'
import { wordsOf as wordsOfNode } from './figure.ts'
import { flavourOf } from './flavour-of.ts'
import { embeddedPictures } from './pictures.ts'
import { relativeAddress } from './relative-address.ts'
import { detailsOf, sectionOf, titlePhrasing } from './section.ts'

/**
 * A collection as one file: its properties, its title as the only heading of depth 1, a list of contents that
 * links to the articles, and each article as a section of depth 2, its sub-headings one level lower.
 * The articles are read twice: for the addresses of their headings, which those before them have a part in, and for
 * their text. For a preview, `first` ends the file after so many of them; the contents still list all.
 */
export async function* collectionMarkdown(source: ExportSource, first?: number): AsyncGenerator<string> {
  const anchor = collectionAnchors(source)
  const links: (string | undefined)[] = []
  for await (const entry of source.entries(first)) links.push(anchor(entry))
  yield* collectionText(source, { links, first, anchor })
}

/**
 * As {@link collectionMarkdown}, with the pictures that the articles show as files of a folder beside it, each once, by its
 * SHA-256; they come first. Undefined where pictures are asked for elsewhere, or where a program would not find them: Hugo
 * looks for pictures in a page's own folder alone.
 */
export function collectionWithPictures(
  source: ExportSource,
  { file, folder }: NamesBeside,
  first?: number,
): AsyncGenerator<ExportedFile> | undefined {
  const { flavour, pictures } = source.markdown ?? DEFAULT_MARKDOWN
  if (pictures !== 'beside' || !filePictures(flavour).includes(pictures)) return undefined
  async function* files(): AsyncGenerator<ExportedFile> {
    const anchor = collectionAnchors(source)
    const links: (string | undefined)[] = []
    const beside = new Map<string, string>()
    for await (const entry of source.entries(first)) {
      links.push(anchor(entry))
      for await (const { sha256, mediaType, bytes } of picturesOf(entry.article, source, beside)) {
        const path = `${folder}/${sha256}.${ASSET_TYPES[mediaType]}`
        beside.set(sha256, relativeAddress(file, path))
        yield { path, content: bytes }
      }
    }
    yield { path: file, content: collectionText(source, { links, first, anchor, beside }) }
  }
  return files()
}

/** Gives each article in turn the anchor of its heading, and the headings in it those that follow; behind the title's. */
function collectionAnchors({ title, language }: Pick<ExportSource, 'title' | 'language'>) {
  const anchor = anchors()
  anchor(titlePhrasing(title, language))
  return (entry: ExportEntry | Pick<Clipping, 'title'>): string | undefined => {
    if (!('article' in entry)) return anchor(titlePhrasing(entry.title, language))
    const headings = sectionOf(entry, 2, { language }).map(headingAnchor(anchor))
    return headings.find(found => found !== undefined)
  }
}

interface CollectionParts {
  readonly first: number | undefined
  /** The anchors of the first articles, and what gives the others theirs. */
  readonly links: readonly (string | undefined)[]
  readonly anchor: ReturnType<typeof collectionAnchors>
  /** Addresses of pictures in files of their own, by their SHA-256. */
  readonly beside?: ReadonlyMap<string, string>
}

async function* collectionText(
  source: ExportSource,
  { first, links: known, anchor, beside }: CollectionParts,
): AsyncGenerator<string> {
  const { language, clippings, markdown: layout } = source
  const flavour = flavourOf(layout)
  const links = [...known, ...clippings.slice(known.length).map(anchor)]
  yield flavour.write([
    ...flavour.headProperties(source),
    { type: 'heading', depth: 1, children: titlePhrasing(source.title, language) },
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
    const pictures = layout?.pictures === 'embedded' ? await embeddedPictures(entry.article, source) : beside
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
