import type { Element } from 'hast'
import type { ListedEvent } from '../../model/chronology.ts'
import { eventDate, remarksOn, sourcesOf } from '../chronology/plan.ts'
import { type ExportLanguage, wordsOf } from '../words.ts'
import { element } from './element.ts'

/** The chronology of a book, as a table that goes on over its pages. No heading: the outline lists articles. */
export function chronologyToBook(events: readonly ListedEvent[], language: ExportLanguage): Element {
  const words = wordsOf(language)
  const head = [words.date, words.event].map(name => element('th', { scope: 'col' }, name))
  return element(
    'section',
    { className: ['chronology'] },
    element('p', { className: ['heading'] }, words.chronology),
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...head)),
      element(
        'tbody',
        {},
        ...events.map(event =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, eventDate(event, language)),
            element(
              'td',
              {},
              element(
                'p',
                { dir: 'auto', lang: event.language === 'und' ? '' : event.language },
                event.words,
              ),
              ...detailsOf(event, language).map(line => element('p', { className: ['details'] }, line)),
            ),
          ),
        ),
      ),
    ),
  )
}

function detailsOf(event: ListedEvent, language: ExportLanguage): string[] {
  const sources = sourcesOf(event.reports, language).join(wordsOf(language).listComma)
  return [...(sources === '' ? [] : [sources]), ...remarksOn(event, language)]
}
