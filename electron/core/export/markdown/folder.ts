import { clippingFileName, uniqueNames } from '../file-name.ts'
import type { ExportPlan } from '../plan.ts'
import { wordsOf } from '../words.ts'
import { articleMarkdown } from './article.ts'
import { contentsList } from './collection.ts'
import type { AssetPath } from './figure.ts'
import { frontMatter, planProperties } from './front-matter.ts'
import { titlePhrasing } from './section.ts'
import { markdownOf } from './serialise.ts'

export interface ExportedFile {
  /** Relative to the folder that the user chose; `/` between levels. */
  readonly path: string
  readonly text: string
}

const INDEX = 'index.md'

/** A collection as one file a clipping (`2025-07-19 Title.md`) and `index.md`, which links to them in order. */
export function* markdownFolder(plan: ExportPlan, assetPath?: AssetPath): Generator<ExportedFile> {
  const { language } = plan
  const { untitled } = wordsOf(language)
  const unique = uniqueNames('.md', [INDEX])
  const paths = plan.entries.map(({ clipping }) => unique(clippingFileName(clipping, untitled)))
  yield {
    path: INDEX,
    text: markdownOf([
      frontMatter(planProperties(plan)),
      { type: 'heading', depth: 1, children: titlePhrasing(plan.title, language) },
      ...contentsList(plan, paths.map(linkTo)),
    ]),
  }
  for (const [index, path] of paths.entries()) {
    const entry = plan.entries[index]
    if (entry === undefined) continue
    yield { path, text: articleMarkdown(entry.clipping, entry.article, { language, assetPath }) }
  }
}

/** A file name as a relative address; other than these, file names hold nothing that an address reads differently. */
const linkTo = (path: string): string => path.replace(/%/g, '%25').replace(/ /g, '%20')
