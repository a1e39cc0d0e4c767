import type { Element } from 'hast'
import { articleName, titleOf } from '../article-title.ts'
import type { ExportEntry, ExportPlan } from '../plan.ts'
import {
  calendarPart,
  dateInWords,
  instantInWords,
  isoEnd,
  isoStart,
  publishedInWords,
} from '../stated-date.ts'
import { wordsOf } from '../words.ts'
import { type BackPages, pageWords } from './back-pages.ts'
import { element } from './element.ts'

/** What a cover says something of. */
type CoverFacts = Pick<ExportPlan, 'title' | 'language' | 'createdAt' | 'chronology'> & {
  readonly entries: readonly Pick<ExportEntry, 'clipping'>[]
}

/** Title, how many articles from when to when, and when the book was made. No heading: the outline lists articles. */
export function coverOf(plan: CoverFacts): Element {
  const words = wordsOf(plan.language)
  const span = spanOf(plan)
  return element(
    'section',
    { className: ['cover'] },
    element('p', { className: ['title'], dir: 'auto' }, plan.title),
    element(
      'p',
      { className: ['count'] },
      [
        ...(plan.entries.length > 0 ? [words.articles(plan.entries.length)] : []),
        ...(plan.chronology ? [words.events(plan.chronology.length)] : []),
      ].join(' · '),
    ),
    ...(span === undefined ? [] : [element('p', { className: ['span'] }, span)]),
    element(
      'p',
      { className: ['created'] },
      `${words.created}${words.colon}${instantInWords(plan.createdAt, plan.language)}`,
    ),
  )
}

/** The first and the last day that the articles state, in words. */
function spanOf(plan: CoverFacts): string | undefined {
  const dates = plan.entries.flatMap(({ clipping }) =>
    typeof clipping.published === 'string' ? [] : [clipping.published.edtf],
  )
  const first = dates.map(isoStart).sort()[0]
  const last = dates.map(isoEnd).sort().at(-1)
  if (first === undefined || last === undefined) return undefined
  const [from, to] = [first, last].map(edtf => dateInWords(calendarPart(edtf), plan.language))
  return from === to ? from : `${from} – ${to}`
}

/**
 * The contents, with the page of each article and of the lists at the end where `pages` is known. Without it figures hold
 * the place, so that the pages do not move when the numbers come.
 */
export function contentsOf(
  plan: ExportPlan,
  back: readonly Pick<BackPages, 'id' | 'title'>[],
  pages: readonly number[] | undefined,
): Element {
  const { language } = plan
  return element(
    'nav',
    { className: ['contents'] },
    element('p', { className: ['heading'] }, wordsOf(language).contents),
    element(
      'ol',
      {},
      ...plan.entries.map((entry, index) => {
        const { clipping } = entry
        const title = titleOf(clipping, language)
        const details = [clipping.source?.name ?? '', publishedInWords(clipping.published, language)]
        return element(
          'li',
          {},
          element(
            'a',
            { href: `#${articleName(index)}` },
            element('span', { className: ['entry'], dir: 'auto', lang: title.lang }, title.text),
            element('span', { className: ['page'] }, pageWords(pages, index)),
            element('span', { className: ['details'] }, details.filter(part => part !== '').join(' · ')),
          ),
        )
      }),
      ...back.map(({ id, title }, index) =>
        element(
          'li',
          { className: ['part'] },
          element(
            'a',
            { href: `#${id}` },
            element('span', { className: ['entry'] }, title),
            element('span', { className: ['page'] }, pageWords(pages, plan.entries.length + index)),
          ),
        ),
      ),
    ),
  )
}
