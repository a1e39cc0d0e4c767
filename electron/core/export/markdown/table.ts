import type {
  TableCell as MarkdownCell,
  TableRow as MarkdownRow,
  Nodes,
  PhrasingContent,
  RootContent,
} from 'mdast'
import { bodyRowsOf, captionOf, cellPlaces, headOf } from '../../body/table.ts'
import type { Inline, TableBlock, TableRow } from '../../model/body.ts'
import { emphasisedPhrasingOf, phrasingOf } from './phrasing.ts'

const COMMENT = '<!-- table -->'

/** What stands for a line break in a cell, which Markdown writes on one line. */
export const CELL_BREAK = '<br>'

/**
 * A table as GFM has it, below its caption in emphasis, which ends with the comment `<!-- table -->`. GFM knows one row
 * of headers, and no cell that spans others: an empty row heads a table without one, further rows of a head follow as
 * rows, and the words of a cell stand in the first place that it takes.
 */
export function tableToMdast(table: TableBlock): RootContent[] {
  const [header, ...further] = placedRows(headOf(table))
  const rows = [...further, ...placedRows(bodyRowsOf(table))]
  const width = [header ?? [], ...rows].reduce((most, row) => Math.max(most, row.length), 0)
  if (width === 0) return []
  const caption = emphasisedPhrasingOf(captionOf(table) ?? [])
  const filled = (row: readonly MarkdownCell[]): MarkdownRow => ({
    type: 'tableRow',
    children: Array.from({ length: width }, (_, at) => row[at] ?? { type: 'tableCell', children: [] }),
  })
  const words: RootContent = {
    type: 'paragraph',
    children: [
      { type: 'emphasis', children: caption },
      { type: 'text', value: ' ' },
      { type: 'html', value: COMMENT },
    ],
  }
  return [
    ...(caption.length === 0 ? [] : [words]),
    { type: 'table', children: [filled(header ?? []), ...rows.map(filled)] },
  ]
}

const placedRows = (rows: readonly TableRow[]): MarkdownCell[][] =>
  cellPlaces(rows).map(places =>
    Array.from(places, place => ({
      type: 'tableCell' as const,
      children: place?.isStart === true ? cellPhrasing(place.cell.children) : [],
    })),
  )

const cellPhrasing = (nodes: readonly Inline[]): PhrasingContent[] => phrasingOf(nodes).map(withoutBreaks)

function withoutBreaks(node: PhrasingContent): PhrasingContent {
  if (node.type === 'break') return { type: 'html', value: CELL_BREAK }
  return 'children' in node
    ? ({ ...node, children: node.children.map(withoutBreaks) } as PhrasingContent)
    : node
}

/** The words above a table of an exported file; undefined for any other node. */
export function tableCaptionIn(node: Nodes | undefined): readonly PhrasingContent[] | undefined {
  if (node?.type !== 'paragraph') return undefined
  const [words, , last] = node.children
  const isCaption = node.children.length === 3 && last?.type === 'html' && last.value === COMMENT
  return isCaption && words?.type === 'emphasis' ? words.children : undefined
}
