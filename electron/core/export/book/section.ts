import type { Element } from 'hast'
import { articleName, languageOf, titleOf } from '../article-title.ts'
import { highlightsInOrder } from '../highlights.ts'
import type { ExportEntry } from '../plan.ts'
import { type ProvenanceRow, provenanceOf } from '../provenance.ts'
import { publishedInWords } from '../stated-date.ts'
import { type ExportLanguage, wordsOf } from '../words.ts'
import { bodyToBook, type ImageAddress } from './body.ts'
import { element } from './element.ts'
import { withMarginNotes } from './margin-notes.ts'
import type { MovedNotes } from './note-places.ts'

export interface SectionOptions {
  readonly image?: ImageAddress | undefined
  /** Whether its notes stand in the margin, and which of them have to be moved. */
  readonly hasMarginNotes?: boolean
  readonly moved?: MovedNotes | undefined
}

/** One article, from a new page on: head, body, and where it comes from. */
export function sectionToBook(
  entry: ExportEntry,
  index: number,
  language: ExportLanguage,
  { image, hasMarginNotes = false, moved }: SectionOptions = {},
): Element {
  const { clipping, article } = entry
  const words = wordsOf(language)
  const lang = languageOf(clipping)
  const title = titleOf(clipping, language)
  const { body, after } = hasMarginNotes
    ? withMarginNotes(entry, index, language, { image, moved })
    : { body: bodyToBook(article.body, image), after: highlightsToBook(entry, language, lang) }
  const line = [clipping.bylines.join(words.listComma), publishedInWords(clipping.published, language)]
  return element(
    'section',
    { className: ['article'], id: articleName(index) },
    element(
      'header',
      {},
      // Always there: Chromium's outline doubles the first line of a heading that opens a named page.
      clipping.source === undefined
        ? element('p', { className: ['outlet', 'not-stated'] }, words.noSource)
        : element('p', { className: ['outlet'], dir: 'auto', lang }, clipping.source.name),
      element('h1', { dir: 'auto', lang: title.lang }, title.text),
      element('p', { className: ['details'] }, line.filter(part => part !== '').join(' · ')),
    ),
    element('div', { className: ['body'], lang }, ...body),
    ...after,
    provenanceToBook(provenanceOf(clipping, language), language),
  )
}

/** Each passage that was marked, with its note. */
function highlightsToBook({ article }: ExportEntry, language: ExportLanguage, lang: string): Element[] {
  const highlights = highlightsInOrder(article)
  if (highlights.length === 0) return []
  return [
    element(
      'aside',
      { className: ['highlights'] },
      element('p', { className: ['label'] }, wordsOf(language).highlights),
      ...highlights.flatMap(({ quote, note, colour }) => [
        element('blockquote', { className: [colour], dir: 'auto', lang }, element('p', {}, quote.exact)),
        ...(note === undefined ? [] : [element('p', { className: ['remark'], dir: 'auto' }, note)]),
      ]),
    ),
  ]
}

/** Where an article comes from, as a table. */
export function provenanceToBook(rows: readonly ProvenanceRow[], language: ExportLanguage): Element {
  const words = wordsOf(language)
  return element(
    'footer',
    { className: ['provenance'] },
    element('p', { className: ['label'] }, words.provenance),
    element(
      'table',
      {},
      element(
        'tbody',
        {},
        ...rows.map(row =>
          element('tr', {}, element('th', { scope: 'row' }, row.label), element('td', {}, ...valuesOf(row))),
        ),
      ),
    ),
  )

  function valuesOf(row: ProvenanceRow): Element[] {
    if (row.values.length === 0) return [element('span', { className: ['not-stated'] }, words.notStated)]
    const apart = row.kind === 'original' || row.kind === 'address'
    const values = apart
      ? row.values.map(value => element('p', { className: ['exact'] }, value))
      : [element('p', {}, row.values.join(words.listComma))]
    if (row.readFrom === undefined) return values
    const { origin, evidence } = row.readFrom
    const read = `${words.readFrom}${words.colon}${origin}`
    return [
      ...values,
      element(
        'p',
        { className: ['evidence'] },
        evidence === '' ? read : `${read}${words.listComma}${words.openQuote}${evidence}${words.closeQuote}`,
      ),
    ]
  }
}
