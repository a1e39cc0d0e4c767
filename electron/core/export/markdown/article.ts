import type { Article } from '../../model/article.ts'
import type { Clipping } from '../../model/clipping.ts'
import type { Beside } from './flavour.ts'
import { flavourOf } from './flavour-of.ts'
import { type MarkdownOptions, sectionOf } from './section.ts'

/** One clipping as a Markdown file: its properties, and its {@link sectionOf}. */
export function articleMarkdown(
  clipping: Clipping,
  article: Article,
  options: MarkdownOptions & { readonly beside?: Beside },
): string {
  const flavour = flavourOf(options.layout)
  return flavour.write([
    ...flavour.properties(clipping, options.beside),
    ...sectionOf({ clipping, article }, 1, options),
  ])
}
