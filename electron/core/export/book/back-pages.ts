import type { Element } from 'hast'
import { articleName } from '../article-title.ts'
import type { ReferenceList } from '../citation/reference-list.ts'
import { countedReferences } from '../citation/reference-list.ts'
import { outletsOf } from '../outlets.ts'
import type { ExportPlan } from '../plan.ts'
import { wordsOf } from '../words.ts'
import { element } from './element.ts'
import { inlineToBook } from './inline.ts'

/** A list at the end of a book. */
export interface BackPages {
  readonly id: string
  readonly title: string
  readonly section: Element
}

/** Where an article starts, or figures that hold the place until it is known. */
export const pageWords = (pages: readonly number[] | undefined, index: number): string =>
  String(pages?.[index] ?? '0000')

const backPages = (plan: ExportPlan, id: string, title: string, ...content: Element[]): BackPages => ({
  id,
  title,
  section: element(
    'section',
    { className: ['back', id], id },
    // Always there, as above an article: Chromium's outline doubles a heading that opens a page of another name.
    element('p', { className: ['outlet'], dir: 'auto' }, plan.title),
    element('h1', {}, title),
    ...content,
  ),
})

/** Each outlet that an article names as where it appeared or where it took from, with the pages of these articles. */
export function sourcesIndex(plan: ExportPlan, pages: readonly number[] | undefined): BackPages {
  const words = wordsOf(plan.language)
  const outlets = outletsOf(
    plan.entries.map(({ clipping }) => clipping),
    plan.language,
  )
  return backPages(
    plan,
    'sources',
    words.sourcesIndex,
    element(
      'ul',
      {},
      ...outlets.map(({ name, indices }) =>
        element(
          'li',
          {},
          element('span', { className: ['name'], dir: 'auto' }, name),
          element(
            'span',
            { className: ['pages'] },
            ...indices.flatMap((index, at) => [
              ...(at === 0 ? [] : [{ type: 'text' as const, value: ', ' }]),
              element('a', { href: `#${articleName(index)}` }, pageWords(pages, index)),
            ]),
          ),
        ),
      ),
    ),
  )
}

/** The articles as references, in a style of citation. */
export const citationsList = (plan: ExportPlan, list: ReferenceList): BackPages =>
  backPages(
    plan,
    'citations',
    list.title,
    ...countedReferences(list).map(({ words }) =>
      element('p', { className: ['reference'], dir: 'auto' }, ...words.map(inlineToBook)),
    ),
  )
