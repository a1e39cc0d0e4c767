import type { ListItem, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { searched, timeOfPassage } from '../../body/passage-place.ts'
import { textOf } from '../../body/text.ts'
import type { Article } from '../../model/article.ts'
import type { Clipping } from '../../model/clipping.ts'
import type { Highlight } from '../../model/highlight.ts'
import type { MarkdownLayout } from '../../model/markdown-layout.ts'
import { highlightsInOrder } from '../highlights.ts'
import type { ExportEntry } from '../plan.ts'
import { type ProvenanceRow, provenanceOf } from '../provenance.ts'
import { publishedInWords } from '../stated-date.ts'
import { type ExportLanguage, wordsOf } from '../words.ts'
import { bodyToMdast } from './block.ts'
import type { AssetPath } from './figure.ts'
import { flavourOf } from './flavour-of.ts'
import { markedBlocks, type NoteName } from './marked-blocks.ts'
import { oneLinePhrasingOf, phrasingOfText } from './phrasing.ts'

export interface MarkdownOptions {
  readonly language: ExportLanguage
  readonly assetPath?: AssetPath | undefined
  readonly layout?: MarkdownLayout | undefined
  /** Names of footnotes, where several articles are in one file. */
  readonly noteName?: NoteName
}

/**
 * One article: its title as a heading of the given depth, one line with byline, date and source, the body,
 * a thematic break (a body holds none), what it comes from, the user's note as a quotation, and the highlights as a list,
 * or as the layout says.
 */
export function sectionOf(entry: ExportEntry, depth: 1 | 2, options: MarkdownOptions): RootContent[] {
  const { clipping, article } = entry
  const { layout, noteName = String } = options
  const inText = layout?.highlights === 'footnotes'
  const children = inText ? markedBlocks(article, noteName) : article.body.children
  const body = bodyToMdast(
    { ...article.body, children },
    { headingShift: depth === 1 ? 0 : 1, assetPath: options.assetPath },
  )
  return [
    { type: 'heading', depth, children: titlePhrasing(clipping.title, options.language) },
    { type: 'paragraph', children: phrasingOfText(detailsOf(clipping, options.language)) },
    ...body,
    { type: 'thematicBreak' },
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: provenanceOf(clipping, options.language)
        .filter(row => row.values.length > 0 || row.kind === 'source' || row.kind === 'published')
        .map(row => provenanceItem(row, options.language)),
    },
    ...noteOf(clipping.note, options),
    ...highlightsAfter(article, body, options),
  ]
}

/** What of the highlights does not stand in the body. */
function highlightsAfter(
  article: Article,
  body: readonly RootContent[],
  { layout, language, noteName = String }: MarkdownOptions,
): RootContent[] {
  const highlights = highlightsInOrder(article)
  if (layout?.highlights === 'quotes') return quotesOf(highlights, language)
  if (layout?.highlights !== 'footnotes') return highlightsOf(highlights, article, language)
  const named = referencesIn(body)
  const notes = highlights.flatMap((highlight, index): RootContent[] => {
    const identifier = noteName(index + 1)
    if (!named.has(identifier)) return []
    return [
      { type: 'footnoteDefinition', identifier, label: identifier, children: noteParagraphs(highlight.note) },
    ]
  })
  // A note that has no place in the text, because its words are not in it or in code, is not lost for that.
  const others = highlights.filter(
    ({ position, note }, index) =>
      !named.has(noteName(index + 1)) &&
      (position === undefined || (note ?? '').trim() !== '' || !flavourOf(layout).showsMarks),
  )
  return [...highlightsOf(others, article, language), ...notes]
}

function referencesIn(nodes: readonly Nodes[]): Set<string> {
  return new Set(
    nodes.flatMap(node =>
      node.type === 'footnoteReference'
        ? [node.identifier]
        : 'children' in node
          ? [...referencesIn(node.children as Nodes[])]
          : [],
    ),
  )
}

/** Each passage as a quotation, its note as paragraphs below it. */
function quotesOf(highlights: readonly Highlight[], language: ExportLanguage): RootContent[] {
  if (highlights.length === 0) return []
  return [
    labelled(wordsOf(language).highlights, language),
    ...highlights.flatMap(({ quote, note }): RootContent[] => [
      { type: 'blockquote', children: [{ type: 'paragraph', children: passage(quote.exact) }] },
      ...noteParagraphs(note),
    ]),
  ]
}

/** Words on one line, with one space where there is white space that Markdown does not keep. */
const passageLine = (words: string): string => words.replace(/\s*[\n\t ]\s*/gu, ' ')

const passage = (words: string): PhrasingContent[] => phrasingOfText(passageLine(words))

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

/** Each passage in its colour, and its note below it; which of them are meant, where it is not the first time that its words stand there. */
function highlightsOf(
  highlights: readonly Highlight[],
  article: Article,
  language: ExportLanguage,
): RootContent[] {
  if (highlights.length === 0) return []
  const text = searched(textOf(article.body))
  const nth = ({ quote, position }: Highlight): string => {
    const time = position && timeOfPassage(text, passageLine(quote.exact), position.start)
    return time === undefined || time === 1 ? '' : ` data-nth="${time}"`
  }
  return [
    labelled(wordsOf(language).highlights, language),
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: highlights.map((highlight): ListItem => {
        const { quote, colour, note } = highlight
        const marked: PhrasingContent[] = [
          { type: 'html', value: `<mark class="${colour}"${nth(highlight)}>` },
          ...passage(quote.exact),
          { type: 'html', value: '</mark>' },
        ]
        return {
          type: 'listItem',
          spread: false,
          children: [{ type: 'paragraph', children: marked }, ...noteParagraphs(note)],
        }
      }),
    },
  ]
}

/** A note, a paragraph a line. */
const noteParagraphs = (note: string | undefined): Paragraph[] =>
  (note ?? '')
    .split(/\r\n|[\n\r]/)
    .map(line => phrasingOfText(line))
    .filter(children => children.length > 0)
    .map(children => ({ type: 'paragraph', children }))

function noteOf(note: string | undefined, { language, layout }: MarkdownOptions): RootContent[] {
  const paragraphs = noteParagraphs(note)
  if (paragraphs.length === 0) return []
  const { note: asItIs } = flavourOf(layout)
  const { note: label } = wordsOf(language)
  if (asItIs !== undefined) return asItIs(paragraphs, label)
  return [labelled(label, language), { type: 'blockquote', children: paragraphs }]
}
