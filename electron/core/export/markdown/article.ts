import type { Article } from '../../model/article.ts'
import type { Clipping } from '../../model/clipping.ts'
import { clippingProperties, frontMatter } from './front-matter.ts'
import { type MarkdownOptions, sectionOf } from './section.ts'
import { markdownOf } from './serialise.ts'

/** One clipping as a Markdown file: front matter ({@link clippingProperties}) and its {@link sectionOf}. */
export const articleMarkdown = (clipping: Clipping, article: Article, options: MarkdownOptions): string =>
  markdownOf([frontMatter(clippingProperties(clipping)), ...sectionOf({ clipping, article }, 1, options)])
