import type { ExportSource, Piece } from '../writer.ts'
import { bibtex } from './bibtex.ts'
import { cslItemOf } from './csl-item.ts'
import { formatReferences } from './format-references.ts'
import { type ReferenceList, referencesHtml, referencesText } from './reference-list.ts'
import { ris } from './ris.ts'

type Cited = Pick<
  ExportSource,
  'title' | 'language' | 'citationStyle' | 'clippings' | 'referenceStyle' | 'onWork'
>

/** The clippings of an export as references under its title; of a preview the `first` so many. */
export async function referenceListOf(source: Cited, first?: number): Promise<ReferenceList> {
  const { title, language, citationStyle: style } = source
  const items = source.clippings.slice(0, first).map(cslItemOf)
  return {
    title,
    language,
    references: formatReferences(items, await source.referenceStyle(style), language, source.onWork),
    isNumbered: style === 'gb-t-7714',
  }
}

export async function* citationsPage(source: ExportSource, first?: number): AsyncGenerator<Piece> {
  yield referencesHtml(await referenceListOf(source, first))
}

export async function* citationsText(source: ExportSource, first?: number): AsyncGenerator<Piece> {
  yield referencesText(await referenceListOf(source, first))
}

export async function* bibtexPieces({ clippings }: ExportSource, first?: number): AsyncGenerator<Piece> {
  for (const [index, clipping] of clippings.slice(0, first).entries())
    yield `${index === 0 ? '' : '\n'}${bibtex([clipping])}`
}

export async function* risPieces({ clippings }: ExportSource, first?: number): AsyncGenerator<Piece> {
  for (const [index, clipping] of clippings.slice(0, first).entries())
    yield `${index === 0 ? '' : '\r\n'}${ris([clipping])}`
}

/** One JSON array, an item at a time. */
export async function* cslJsonPieces({ clippings }: ExportSource, first?: number): AsyncGenerator<Piece> {
  yield '['
  for (const [index, clipping] of clippings.slice(0, first).entries())
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(cslItemOf(clipping), undefined, 2)}`
  yield '\n]\n'
}
