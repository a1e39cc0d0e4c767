import { ASSET_TYPES } from '../../model/asset.ts'
import { clippingFileName, uniqueNames } from '../file-name.ts'
import { picturesOf } from '../web/pictures.ts'
import { wordsOf } from '../words.ts'
import type { ExportedFile, ExportSource } from '../writer.ts'
import { articleMarkdown } from './article.ts'
import { contentsList } from './collection.ts'
import { frontMatter, headProperties } from './front-matter.ts'
import { titlePhrasing } from './section.ts'
import { markdownOf } from './serialise.ts'

const INDEX = 'index.md'

/**
 * A collection as one file a clipping (`2025-07-19 Title.md`), `index.md`, which links to them in order, and the pictures
 * that the articles show, each once, as `pictures/<SHA-256>.png`.
 */
export async function* markdownFolder(source: ExportSource, first?: number): AsyncGenerator<ExportedFile> {
  const { language } = source
  const { untitled } = wordsOf(language)
  const unique = uniqueNames('.md', [INDEX])
  const paths = source.clippings.map(clipping => unique(clippingFileName(clipping, untitled)))
  yield {
    path: INDEX,
    content: markdownOf([
      frontMatter(headProperties(source)),
      { type: 'heading', depth: 1, children: titlePhrasing(source.title, language) },
      ...contentsList(source, paths.map(linkTo)),
    ]),
  }
  let index = 0
  const pictures = new Map<string, string>()
  for await (const { clipping, article } of source.entries(first)) {
    for await (const { sha256, mediaType, bytes } of picturesOf(article, source)) {
      const picture = `pictures/${sha256}.${ASSET_TYPES[mediaType]}`
      if (!pictures.has(sha256)) yield { path: picture, content: bytes }
      pictures.set(sha256, picture)
    }
    const path = paths[index++]
    if (path === undefined) continue
    yield {
      path,
      content: articleMarkdown(clipping, article, { language, assetPath: sha256 => pictures.get(sha256) }),
    }
  }
}

/** A file name as a relative address; other than these, file names hold nothing that an address reads differently. */
const linkTo = (path: string): string => path.replace(/%/g, '%25').replace(/ /g, '%20')
