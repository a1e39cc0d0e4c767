import type { Element } from 'hast'
import { languageOf, titleOf } from '../article-title.ts'
import type { ImageAddress } from '../book/body.ts'
import { element } from '../book/element.ts'
import { provenanceToBook } from '../book/section.ts'
import { hasNote, highlightsInOrder } from '../highlights.ts'
import type { ExportEntry } from '../plan.ts'
import { provenanceOf } from '../provenance.ts'
import { publishedInWords } from '../stated-date.ts'
import { type ExportLanguage, wordsOf } from '../words.ts'
import { markedBody, missingPicture } from './marked-body.ts'

export interface WebArticleOptions {
  readonly language: ExportLanguage
  /** What all names in it begin with. */
  readonly name: string
  readonly image: ImageAddress
  /** The level of its title; headings of the body are below it. */
  readonly level: 1 | 2
}

/** One article for a browser or a reader of books: head, marked body, the user's note, highlights, where it comes from. */
export function webArticle(entry: ExportEntry, options: WebArticleOptions): Element {
  const { language, name, level } = options
  const words = wordsOf(language)
  const { clipping } = entry
  const title = titleOf(clipping, language)
  const lang = languageOf(clipping)
  return element(
    'article',
    { id: name },
    element(
      'header',
      {},
      clipping.source === undefined
        ? element('p', { className: ['outlet', 'not-stated'] }, words.noSource)
        : element('p', { className: ['outlet'], dir: 'auto', lang }, clipping.source.name),
      element(`h${level}`, { dir: 'auto', lang: title.lang }, title.text),
      element(
        'p',
        { className: ['details'] },
        ...isolated(
          [clipping.bylines.join(words.listComma), publishedInWords(clipping.published, language)],
          ' · ',
        ),
      ),
      ...(clipping.tags.length === 0
        ? []
        : [
            element(
              'ul',
              { className: ['tags'] },
              ...clipping.tags.map(tag => element('li', { dir: 'auto' }, tag)),
            ),
          ]),
    ),
    element(
      'div',
      { className: ['body'], lang },
      ...markedBody(entry.article, {
        words,
        image: options.image,
        headingShift: level === 1 ? 0 : 1,
        missing: missingPicture(words),
        noteName: number => `${name}-note-${number}`,
        referenceName: number => `${name}-ref-${number}`,
      }),
    ),
    ...noteOf(clipping.note, language),
    ...highlightsOf(entry, options),
    provenanceToBook(provenanceOf(clipping, language), language),
  )
}

/** Parts of a line, none of which turns the others around with characters that change the direction. */
export const isolated = (parts: readonly string[], between: string): (Element | string)[] =>
  parts
    .filter(part => part !== '')
    .flatMap((part, index) => [...(index > 0 ? [between] : []), element('bdi', {}, part)])

const paragraphsOf = (text: string): Element[] =>
  text
    .split(/\r\n|[\n\r]/u)
    .filter(line => line.trim() !== '')
    .map(line => element('p', { dir: 'auto' }, line))

function noteOf(note: string | undefined, language: ExportLanguage): Element[] {
  if (note === undefined || note.trim() === '') return []
  const label = element('p', { className: ['label'] }, wordsOf(language).note)
  return [element('aside', { className: ['note'] }, label, ...paragraphsOf(note))]
}

/** Every highlight with its note, numbered as in the text; one whose words are not in the text says so. */
function highlightsOf(entry: ExportEntry, { language, name }: WebArticleOptions): Element[] {
  const words = wordsOf(language)
  const highlights = highlightsInOrder(entry.article)
  if (highlights.length === 0) return []
  const items = highlights.map((highlight, index) => {
    const { quote, note, colour, position } = highlight
    const number = index + 1
    const isReferred = hasNote(highlight) && position !== undefined
    return element(
      'li',
      { id: `${name}-note-${number}` },
      element(
        'blockquote',
        { className: [colour], dir: 'auto', lang: languageOf(entry.clipping) },
        ...paragraphsOf(quote.exact),
      ),
      ...(position === undefined
        ? [element('p', { className: ['not-stated'] }, `(${words.notInText})`)]
        : []),
      ...paragraphsOf(note ?? ''),
      ...(isReferred
        ? [
            element(
              'p',
              { className: ['back'] },
              element(
                'a',
                { href: `#${name}-ref-${number}`, role: 'doc-backlink', ariaLabel: words.backToText },
                '↩',
              ),
            ),
          ]
        : []),
    )
  })
  return [
    element(
      'section',
      { className: ['highlights'] },
      element('p', { className: ['label'] }, words.highlights),
      element('ol', {}, ...items),
    ),
  ]
}
