import { DEFAULT_MARKDOWN } from '../../model/markdown-layout.ts'
import { clippingFileName, uniqueNames } from '../file-name.ts'
import { wordsOf } from '../words.ts'
import type { ExportedFile, ExportSource } from '../writer.ts'
import { articleMarkdown } from './article.ts'
import { embeddedPictures } from './pictures.ts'

/**
 * Each clipping as a Markdown file that stands alone (`2025-07-19 Title.md`), wherever it is dropped: with no list of
 * contents, no links to the others, and pictures in its text, unless none are asked for.
 */
export async function* markdownNotes(source: ExportSource): AsyncGenerator<ExportedFile> {
  const { language, markdown: layout = DEFAULT_MARKDOWN } = source
  const unique = uniqueNames('.md')
  for await (const { clipping, article } of source.entries()) {
    const pictures = layout.pictures === 'none' ? undefined : await embeddedPictures(article, source)
    yield {
      path: unique(clippingFileName(clipping, wordsOf(language).untitled)),
      content: articleMarkdown(clipping, article, {
        language,
        layout,
        assetPath: sha256 => pictures?.get(sha256),
      }),
    }
  }
}
