import type { ListItem, PhrasingContent, RootContent } from 'mdast'
import type { Clipping } from '../../model/clipping.ts'
import type { Highlight } from '../../model/highlight.ts'
import { highlightsInOrder } from '../highlights.ts'
import type { ExportEntry } from '../plan.ts'
import { type ProvenanceRow, provenanceOf } from '../provenance.ts'
import { publishedInWords } from '../stated-date.ts'
import { type ExportLanguage, wordsOf } from '../words.ts'
import { bodyToMdast } from './block.ts'
import type { AssetPath } from './figure.ts'
import { oneLinePhrasingOf, phrasingOfText } from './phrasing.ts'

export interface MarkdownOptions {
  readonly language: ExportLanguage
  readonly assetPath?: AssetPath | undefined
}

/**
 * One article: its title as a heading of the given depth, one line with byline, date and source, the body,
 * a thematic break (a body holds none), what it comes from, the user's note as a quotation, and the highlights as a list.
 */
export function sectionOf(entry: ExportEntry, depth: 1 | 2, options: MarkdownOptions): RootContent[] {
  const { clipping, article } = entry
  return [
    { type: 'heading', depth, children: titlePhrasing(clipping.title, options.language) },
    { type: 'paragraph', children: phrasingOfText(detailsOf(clipping, options.language)) },
    ...bodyToMdast(article.body, { headingShift: depth === 1 ? 0 : 1, assetPath: options.assetPath }),
    { type: 'thematicBreak' },
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: provenanceOf(clipping, options.language)
        .filter(row => row.values.length > 0 || row.kind === 'source' || row.kind === 'published')
        .map(row => provenanceItem(row, options.language)),
    },
    ...noteOf(clipping.note, options.language),
    ...highlightsOf(highlightsInOrder(article), options.language),
  ]
}

export const titlePhrasing = (title: string, language: ExportLanguage): PhrasingContent[] => {
  const phrasing = oneLinePhrasingOf([{ type: 'text', value: title }])
  return phrasing.length > 0 ? phrasing : [{ type: 'text', value: wordsOf(language).untitled }]
}

/** Byline, date and outlet in one line; the date is always there, if only to say that none is stated. */
export function detailsOf(clipping: Clipping, language: ExportLanguage): string {
  const { listComma } = wordsOf(language)
  return [
    clipping.bylines.join(listComma),
    publishedInWords(clipping.published, language),
    clipping.source?.name ?? '',
  ]
    .filter(part => part !== '')
    .join(' · ')
}

function provenanceItem(row: ProvenanceRow, language: ExportLanguage): ListItem {
  const words = wordsOf(language)
  const values = row.values.map((value): PhrasingContent[] =>
    row.kind === 'original' ? [{ type: 'inlineCode', value }] : phrasingOfText(value),
  )
  const children: PhrasingContent[] = [{ type: 'text', value: `${row.label}${words.colon}` }]
  if (values.length === 0) children.push({ type: 'text', value: words.notStated })
  for (const [index, value] of values.entries()) {
    children.push(...(index > 0 ? [{ type: 'text' as const, value: words.listComma }] : []), ...value)
  }
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] }
}

const labelled = (label: string, language: ExportLanguage): RootContent => ({
  type: 'paragraph',
  children: [
    { type: 'strong', children: [{ type: 'text', value: `${label}${wordsOf(language).colon}`.trim() }] },
  ],
})

/** Each passage in its colour, and its note below it. */
function highlightsOf(highlights: readonly Highlight[], language: ExportLanguage): RootContent[] {
  if (highlights.length === 0) return []
  return [
    labelled(wordsOf(language).highlights, language),
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: highlights.map(({ quote, colour, note }): ListItem => {
        const words = phrasingOfText(quote.exact.replace(/\s*\n\s*/gu, ' '))
        const marked: PhrasingContent[] = [
          { type: 'html', value: `<mark class="${colour}">` },
          ...words,
          { type: 'html', value: '</mark>' },
        ]
        const lines = (note ?? '').split(/\r\n|[\n\r]/).map(line => phrasingOfText(line))
        return {
          type: 'listItem',
          spread: false,
          children: [marked, ...lines.filter(line => line.length > 0)].map(children => ({
            type: 'paragraph',
            children,
          })),
        }
      }),
    },
  ]
}

function noteOf(note: string | undefined, language: ExportLanguage): RootContent[] {
  const paragraphs = (note ?? '')
    .split(/\r\n|[\n\r]/)
    .map(line => phrasingOfText(line))
    .filter(children => children.length > 0)
  if (paragraphs.length === 0) return []
  return [
    labelled(wordsOf(language).note, language),
    { type: 'blockquote', children: paragraphs.map(children => ({ type: 'paragraph', children })) },
  ]
}
