import type { Element } from 'hast'
import type { Clipping } from '../../model/clipping.ts'
import { articleName, titleOf } from '../article-title.ts'
import { element } from '../book/element.ts'
import { publishedInWords } from '../stated-date.ts'
import { isolated } from '../web/article.ts'
import { type ExportLanguage, wordsOf } from '../words.ts'
import { type Period, periodInWords } from './periods.ts'

/** A bar is so high where most was published, and never lower than it can be seen. */
const HEIGHT = 40
const LEAST = 3

/** A bar for each period, as high as it has articles, that leads to the first of them. */
export function timelineOf(periods: readonly Period[], language: ExportLanguage): Element[] {
  if (periods.length < 2) return []
  const words = wordsOf(language)
  const most = Math.max(...periods.map(({ articles }) => articles.length))
  const bars = periods.map((period, index) => {
    const height = Math.max(LEAST, Math.round((HEIGHT * period.articles.length) / most))
    const name = `${periodInWords(period, language)} · ${words.articles(period.articles.length)}`
    const year = period.key.replace(/^(-?\d{4}).*$/u, '$1')
    const isNewYear = period.key !== '' && year !== (periods[index - 1]?.key ?? '').slice(0, year.length)
    return element(
      'li',
      period.key === '' ? { className: ['undated'] } : {},
      element(
        'a',
        { href: `#${articleName(period.articles[0] ?? 0)}`, title: name, ariaLabel: name },
        element(
          'svg',
          { viewBox: `0 0 10 ${HEIGHT}`, preserveAspectRatio: 'none', ariaHidden: 'true' },
          element('rect', { x: '1', y: String(HEIGHT - height), width: '8', height: String(height) }),
        ),
      ),
      ...(isNewYear ? [element('span', { className: ['year'], ariaHidden: 'true' }, year)] : []),
    )
  })
  return [element('nav', { className: ['timeline'], ariaLabel: words.timeline }, element('ol', {}, ...bars))]
}

/** Every article with its date, under its period where the order of the export is one of time. */
export function contentsOf(
  clippings: readonly Clipping[],
  periods: readonly Period[],
  language: ExportLanguage,
): Element {
  const words = wordsOf(language)
  const entryOf = (clipping: Clipping, index: number): Element => {
    const title = titleOf(clipping, language)
    const details = [clipping.source?.name ?? '', publishedInWords(clipping.published, language)]
    return element(
      'li',
      {},
      element(
        'a',
        { href: `#${articleName(index)}` },
        element('span', { className: ['entry'], dir: 'auto', lang: title.lang }, title.text),
        element('span', { className: ['details'] }, ...isolated(details, ' · ')),
      ),
    )
  }
  const heading = element('h2', {}, words.contents)
  const isInOrder = periods.every(({ articles }) =>
    articles.every((place, at) => at === 0 || place === (articles[at - 1] ?? 0) + 1),
  )
  const groups = periods.toSorted((a, b) => (a.articles[0] ?? 0) - (b.articles[0] ?? 0))
  const listed = (places: readonly number[]): Element =>
    element(
      'ol',
      {},
      ...places.flatMap(place => {
        const clipping = clippings[place]
        return clipping === undefined ? [] : [entryOf(clipping, place)]
      }),
    )
  return element(
    'nav',
    { className: ['contents'], ariaLabel: words.contents },
    heading,
    ...(isInOrder && groups.length > 1
      ? groups.map(period =>
          element('section', {}, element('h3', {}, periodInWords(period, language)), listed(period.articles)),
        )
      : [listed(clippings.map((_, place) => place))]),
  )
}
