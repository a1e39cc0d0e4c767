import type { RootContent } from 'mdast'
import type { Article } from '../../model/article.ts'
import { ASSET_TYPES } from '../../model/asset.ts'
import type { Clipping } from '../../model/clipping.ts'
import type { Instant } from '../../model/identifiers.ts'
import { DEFAULT_MARKDOWN, type MarkdownFlavour } from '../../model/markdown-layout.ts'
import { picturesOf } from '../web/pictures.ts'
import type { ExportedFile, ExportSource } from '../writer.ts'
import { articleMarkdown } from './article.ts'
import { contentsList } from './collection.ts'
import { flavourOf } from './flavour-of.ts'
import { embeddedPictures } from './pictures.ts'
import { relatedArticles } from './related-articles.ts'
import { relativeAddress } from './relative-address.ts'
import { titlePhrasing } from './section.ts'
import { sourcesIndex } from './sources-index.ts'

/**
 * A collection as one file a clipping (`2025-07-19 Title.md`), a list of contents, which links to them in order, and the
 * pictures that the articles show, each once, as `pictures/<SHA-256>.png`; where a flavour has other places, there. The
 * original files, where they are asked for, stand beside them.
 */
export async function* markdownFolder(source: ExportSource, first?: number): AsyncGenerator<ExportedFile> {
  const { language, clippings, markdown: layout = DEFAULT_MARKDOWN } = source
  const flavour = flavourOf(layout)
  const folder = flavour.folder(source)
  const articlePath = (index: number) => folder.articles[index] ?? ''
  const linked = (from: string) => (_: Clipping, label: string, index: number) =>
    flavour.link(from, articlePath(index), label)
  const dated = (path: string, children: readonly RootContent[]): ExportedFile => {
    const contentAt = (createdAt: Instant) =>
      flavour.write([...flavour.headProperties({ ...source, createdAt }), ...children])
    return { path, content: contentAt(source.createdAt), contentAt }
  }
  yield dated(folder.index, [
    { type: 'heading', depth: 1, children: titlePhrasing(source.title, language) },
    ...contentsList(source, linked(folder.index)),
  ])
  if (folder.sources !== undefined) yield dated(folder.sources, sourcesIndex(source, linked(folder.sources)))
  const relatedTo = relatedArticles(clippings)
  const written = new Set<string>()
  let index = 0
  for await (const { clipping, article } of source.entries(first)) {
    const path = articlePath(index)
    const related = relatedTo(clipping).map(articlePath)
    index += 1
    const addresses = new Map<string, string>()
    for await (const { file, key, address } of filesBeside(clipping, article, path)) {
      if (!written.has(file.path)) yield file
      written.add(file.path)
      addresses.set(key, address)
    }
    const pictures = layout.pictures === 'embedded' ? await embeddedPictures(article, source) : addresses
    const originals = clipping.originals.flatMap(({ sha256 }) => addresses.get(`original ${sha256}`) ?? [])
    yield {
      path,
      content: articleMarkdown(clipping, article, {
        language,
        layout,
        assetPath: sha256 => pictures.get(sha256),
        beside: { path, originals, related },
      }),
    }
  }

  /** The pictures of an article, each by its SHA-256, and its originals, by `original` before it, with their addresses in its file. */
  async function* filesBeside(clipping: Clipping, article: Article, from: string) {
    const placed = (kind: 'pictures' | 'originals', key: string, name: string, content: Uint8Array) => {
      const path = `${folder.beside(kind, from)}/${name}`
      return { file: { path, content }, key, address: relativeAddress(from, path) }
    }
    if (layout.pictures === 'beside')
      for await (const { sha256, mediaType, bytes } of picturesOf(article, source))
        yield placed('pictures', sha256, `${sha256}.${ASSET_TYPES[mediaType]}`, bytes)
    if (!layout.originals) return
    for (const { sha256, name } of clipping.originals) {
      const bytes = await source.original(sha256)
      if (bytes !== undefined)
        yield placed('originals', `original ${sha256}`, `${sha256}${endingOf(name, layout.flavour)}`, bytes)
    }
  }
}

/** What Obsidian and Logseq would take for a note, and run what a plugin runs in notes. */
const NOTE = /^\.(?:md|markdown|mdown|mkd|org)$/u

/**
 * What the name of an original ends in, with the dot; nothing where that could be more than an ending. One that a program
 * would take for a page of its own ends in `.original` too: Hugo runs the shortcodes of every page in a bundle.
 */
function endingOf(name: string, flavour: MarkdownFlavour): string {
  const ending = /\.[a-z\d]{1,8}$/iu.exec(name)?.[0].toLowerCase() ?? ''
  return flavour === 'hugo' || NOTE.test(ending) ? `${ending}.original` : ending
}
