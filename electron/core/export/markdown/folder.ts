import { clippingFileName, uniqueNames } from '../file-name.ts'
import { wordsOf } from '../words.ts'
import type { ExportedFile, ExportSource } from '../writer.ts'
import { articleMarkdown } from './article.ts'
import { contentsList } from './collection.ts'
import { frontMatter, headProperties } from './front-matter.ts'
import { titlePhrasing } from './section.ts'
import { markdownOf } from './serialise.ts'

const INDEX = 'index.md'

/** A collection as one file a clipping (`2025-07-19 Title.md`) and `index.md`, which links to them in order. */
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
  for await (const { clipping, article } of source.entries(first)) {
    const path = paths[index++]
    if (path !== undefined) yield { path, content: articleMarkdown(clipping, article, { language }) }
  }
}

/** A file name as a relative address; other than these, file names hold nothing that an address reads differently. */
const linkTo = (path: string): string => path.replace(/%/g, '%25').replace(/ /g, '%20')
