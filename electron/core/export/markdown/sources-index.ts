import type { ListItem, PhrasingContent, RootContent } from 'mdast'
import type { Clipping } from '../../model/clipping.ts'
import { titleOf } from '../article-title.ts'
import { outletsOf } from '../outlets.ts'
import { publishedInWords } from '../stated-date.ts'
import { wordsOf } from '../words.ts'
import type { ExportSource } from '../writer.ts'
import { phrasingOfText } from './phrasing.ts'
import { titlePhrasing } from './section.ts'

/** Every outlet that the documents name, in the order of its name, with links to the articles that name it. */
export function sourcesIndex(
  { clippings, language }: Pick<ExportSource, 'clippings' | 'language'>,
  linked: (clipping: Clipping, label: string, index: number) => PhrasingContent[],
): RootContent[] {
  const words = wordsOf(language)
  const item = (index: number): ListItem[] => {
    const clipping = clippings[index]
    if (clipping === undefined) return []
    const label = titleOf(clipping, language).text
    const children = [
      ...linked(clipping, label, index),
      { type: 'text' as const, value: ` — ${publishedInWords(clipping.published, language)}` },
    ]
    return [{ type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] }]
  }
  return [
    { type: 'heading', depth: 1, children: phrasingOfText(words.sourcesIndex) },
    ...outletsOf(clippings, language).flatMap(({ name, indices }): RootContent[] => [
      { type: 'heading', depth: 2, children: titlePhrasing(name, language) },
      {
        type: 'list',
        ordered: true,
        start: 1,
        spread: false,
        children: indices.flatMap(item),
      },
    ]),
  ]
}
