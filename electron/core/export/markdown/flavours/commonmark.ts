import { clippingFileName, uniqueNames } from '../../file-name.ts'
import { wordsOf } from '../../words.ts'
import type { Flavour, FolderPlan } from '../flavour.ts'
import { clippingProperties, frontMatter, headProperties } from '../front-matter.ts'
import { relativeAddress } from '../relative-address.ts'
import { markdownOf } from '../serialise.ts'

/** A folder with its list of contents, the articles beside it, and one folder for each kind of other files. */
export const flatFolder = (
  index: string,
  { clippings, language }: Parameters<Flavour['folder']>[0],
  taken: readonly string[] = [index],
): FolderPlan => {
  const unique = uniqueNames('.md', taken)
  return {
    index,
    articles: clippings.map(clipping => unique(clippingFileName(clipping, wordsOf(language).untitled))),
    beside: kind => kind,
  }
}

export const commonmark: Flavour = {
  properties: (clipping, beside) => [
    frontMatter({
      ...clippingProperties(clipping),
      ...(beside && beside.originals.length > 0 ? { 'original-files': [...beside.originals] } : {}),
    }),
  ],
  headProperties: source => [frontMatter(headProperties(source))],
  write: children => markdownOf(children),
  showsMarks: true,
  link: (from, to, label) => [
    { type: 'link', url: relativeAddress(from, to), children: [{ type: 'text', value: label }] },
  ],
  folder: source => flatFolder('index.md', source),
}
