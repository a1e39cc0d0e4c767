import { rowsOf } from '../body/table.ts'
import { captionText } from '../body/text.ts'
import type { Block, Inline } from '../model/body.ts'
import { titleOf } from './article-title.ts'
import { highlightsInOrder } from './highlights.ts'
import { type Run, runsOf, textOfRuns, writableText } from './inline-runs.ts'
import { detailsOf } from './markdown/section.ts'
import type { ExportEntry } from './plan.ts'
import { type ProvenanceRow, provenanceOf } from './provenance.ts'
import { instantInWords } from './stated-date.ts'
import { type ExportLanguage, wordsOf } from './words.ts'
import type { ExportSource } from './writer.ts'

const RULE = '─'.repeat(40)

/**
 * A collection as one file of plain text: UTF-8 without a byte-order mark, lines end with a line feed. A paragraph is one
 * line and is not wrapped, because Chinese has no width in characters and every editor wraps as its reader likes; an empty
 * line stands between blocks. Cells of a table are divided by tabs, a link's address stands in brackets behind its words.
 */
export async function* plainText(source: ExportSource, first?: number): AsyncGenerator<string> {
  const { language, clippings } = source
  const words = wordsOf(language)
  yield paragraphs([
    oneLine(source.title),
    `${words.articles(source.articles)} · ${words.created}${words.colon}${instantInWords(source.createdAt, language)}`,
    words.contents,
    clippings
      .map(
        (clipping, at) =>
          `${at + 1}. ${titleOf(clipping, language).text} — ${oneLine(detailsOf(clipping, language))}`,
      )
      .join('\n'),
  ])
  let number = 0
  for await (const entry of source.entries(first))
    yield `\n${paragraphs([RULE, ...articleText(entry, ++number, language)])}`
}

const paragraphs = (blocks: readonly string[]): string =>
  `${blocks.filter(each => each !== '').join('\n\n')}\n`

/** Words of one line: no break in them can begin another. */
const oneLine = (text: string): string =>
  textOfRuns(runsOf([{ type: 'text', value: text }])).replaceAll('\n', ' ')

function articleText({ clipping, article }: ExportEntry, number: number, language: ExportLanguage): string[] {
  const words = wordsOf(language)
  const labelled = (label: string, values: readonly string[]) =>
    `${label}${words.colon}${values.length === 0 ? words.notStated : values.map(oneLine).join(words.listComma)}`
  return [
    `${number}. ${titleOf(clipping, language).text}\n${oneLine(detailsOf(clipping, language))}`,
    ...article.body.children.map(block => blockText(block, language)),
    [
      `[${words.provenance}]`,
      ...provenanceOf(clipping, language).map(
        ({ label, values, readFrom }) => `${labelled(label, values)}${readFromText(readFrom, language)}`,
      ),
    ].join('\n'),
    ...(clipping.note === undefined ? [] : [`[${words.note}]\n${lines(clipping.note)}`]),
    ...highlightsOf({ clipping, article }, language),
  ]
}

function readFromText(readFrom: ProvenanceRow['readFrom'], language: ExportLanguage): string {
  if (readFrom === undefined) return ''
  const words = wordsOf(language)
  const { origin, evidence } = readFrom
  const said =
    evidence === ''
      ? origin
      : `${origin}${words.listComma}${words.openQuote}${oneLine(evidence)}${words.closeQuote}`
  return `${words.openBracket}${words.readFrom}${words.colon}${said}${words.closeBracket}`
}

function highlightsOf({ article }: ExportEntry, language: ExportLanguage): string[] {
  const words = wordsOf(language)
  const each = highlightsInOrder(article).map(({ quote, note, position }) => {
    const where = position === undefined ? `${words.openBracket}${words.notInText}${words.closeBracket}` : ''
    const said = `- ${words.openQuote}${oneLine(quote.exact)}${words.closeQuote}${where}`
    return note === undefined ? said : `${said}\n  ${lines(note).replaceAll('\n', '\n  ')}`
  })
  return each.length === 0 ? [] : [`[${words.highlights}]\n${each.join('\n')}`]
}

/** Words that may be several lines, without control characters. */
const lines = (text: string): string =>
  writableText(text.replace(/\r\n?/gu, '\n'))
    .replace(/\n{2,}/gu, '\n')
    .trim()

/** A block as it reads; '' where it has no words. */
function blockText(block: Block, language: ExportLanguage): string {
  switch (block.tagName) {
    case 'p':
    case 'h2':
    case 'h3':
    case 'h4':
      return inlineText(block.children)
    case 'ul':
      return block.children.map(({ children }) => indented('- ', inlineText(children))).join('\n')
    case 'ol':
      return block.children
        .map(({ children }, at) => indented(`${at + 1}. `, inlineText(children)))
        .join('\n')
    case 'blockquote':
      return block.children
        .map(({ children }) => `> ${inlineText(children).replaceAll('\n', '\n> ')}`)
        .join('\n>\n')
    case 'pre':
      return writableText(block.children.map(textOfInline).join(''))
        .replace(/\r\n?/gu, '\n')
        .replace(/\n+$/u, '')
    case 'table': {
      const caption = block.children.flatMap(part =>
        part.tagName === 'caption' ? [oneLineOf(part.children)] : [],
      )
      const rows = rowsOf(block).map(row => row.children.map(cell => oneLineOf(cell.children)).join('\t'))
      return [...caption, ...rows].join('\n')
    }
    case 'figure': {
      const words = wordsOf(language)
      const { caption, credit } = captionText(block)
      const alt = block.children.flatMap(child => (child.tagName === 'img' ? [child.properties.alt] : []))
      const said = [caption || (alt[0] ?? ''), credit]
        .map(oneLine)
        .filter(part => part !== '')
        .join(' ')
      return `[${words.picture}${said === '' ? '' : `${words.colon}${said}`}]`
    }
  }
}

const indented = (mark: string, text: string): string =>
  `${mark}${text.replaceAll('\n', `\n${' '.repeat(mark.length)}`)}`

const textOfInline = (node: Inline): string =>
  node.type === 'text' ? node.value : node.tagName === 'br' ? '\n' : node.children.map(textOfInline).join('')

const oneLineOf = (nodes: readonly Inline[]): string => inlineText(nodes).replaceAll('\n', ' ')

/** Running text with the addresses of its links, each behind the words that it is under, unless they are the address. */
function inlineText(nodes: readonly Inline[]): string {
  const runs = runsOf(nodes)
  return runs
    .map((run, at) => {
      if (run.kind === 'break') return '\n'
      const href = hrefOf(run)
      const isLast = href !== undefined && hrefOf(runs[at + 1]) !== href
      return isLast && run.text !== href ? `${run.text} (${href})` : run.text
    })
    .join('')
}

function hrefOf(run: Run | undefined): string | undefined {
  if (run?.kind !== 'text') return undefined
  for (const mark of run.marks) if (mark.kind === 'a') return mark.href
  return undefined
}
