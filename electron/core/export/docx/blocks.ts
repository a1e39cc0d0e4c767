import type { ElementContent, Element as HtmlElement } from 'hast'
import type { Element } from 'xast'
import { xml } from '../xml.ts'
import { type Collected, classOf, runsOf, textRun } from './runs.ts'

/** A picture of the document: its relationship, and how large it is shown, in EMU (914,400 an inch). */
export interface PlacedPicture {
  readonly relationship: string
  readonly number: number
  readonly width: number
  readonly height: number
}

export interface BlockContext extends Collected {
  readonly language: string
  /** By the address that the body has for it. */
  picture(src: string): PlacedPicture | undefined
  /** What is said in the place of one that Word does not show. */
  unshown(src: string): string | undefined
  /** In twentieths of a point. */
  readonly textWidth: number
  /** The number of a list that begins anew at 1. */
  numberedList(): number
}

const BULLETS = '1'

type Extra = readonly Element[]

export const paragraph = (style: string, runs: readonly Element[], extra: Extra = []): Element =>
  xml('w:p', {}, xml('w:pPr', {}, xml('w:pStyle', { 'w:val': style }), ...extra), ...runs)

const inList = (number: string): Element =>
  xml('w:numPr', {}, xml('w:ilvl', { 'w:val': '0' }), xml('w:numId', { 'w:val': number }))

/** The blocks of a body, each as paragraphs with a style, or a table. */
export function blocksOf(node: HtmlElement, context: BlockContext): Element[] {
  const runs = (nodes: readonly ElementContent[]) => runsOf(nodes, context.language, context)
  switch (node.tagName) {
    case 'h2':
    case 'h3':
    case 'h4':
      return [paragraph(`Heading${node.tagName.slice(1)}`, runs(node.children))]
    case 'ul':
      return items(node, context, 'ListBullet', BULLETS)
    case 'ol':
      return items(node, context, 'ListNumber', String(context.numberedList()))
    case 'blockquote':
      return elementsIn(node).map(each => paragraph('Quote', runs(each.children)))
    case 'pre':
      return [paragraph('Preformatted', runsOf(node.children, context.language, context, true))]
    case 'table':
      return tableOf(node, context)
    case 'figure':
      return elementsIn(node).map(each => partOfFigure(each, context))
    default:
      return [paragraph('BodyText', runs(node.children))]
  }
}

const elementsIn = (node: HtmlElement): HtmlElement[] => node.children.filter(each => each.type === 'element')

const items = (list: HtmlElement, context: BlockContext, style: string, number: string): Element[] =>
  elementsIn(list).map(item =>
    paragraph(style, runsOf(item.children, context.language, context), [inList(number)]),
  )

function partOfFigure(node: HtmlElement, context: BlockContext): Element {
  if (node.tagName !== 'img') {
    const style = classOf(node) === 'missing' ? 'Details' : 'Caption'
    return paragraph(style, runsOf(node.children, context.language, context))
  }
  const src = String(node.properties['src'] ?? '')
  const picture = context.picture(src)
  const unshown = context.unshown(src)
  if (unshown !== undefined) return paragraph('Details', [textRun(unshown, context.language)])
  const alt = String(node.properties['alt'] ?? '')
  return paragraph(
    'Picture',
    picture === undefined ? [textRun(`[${alt}]`, context.language)] : [drawing(picture, alt)],
  )
}

function drawing({ relationship, number, width, height }: PlacedPicture, alt: string): Element {
  const id = String(number)
  const extent = { cx: String(width), cy: String(height) }
  return xml(
    'w:r',
    {},
    xml(
      'w:drawing',
      {},
      xml(
        'wp:inline',
        { distT: '0', distB: '0', distL: '0', distR: '0' },
        xml('wp:extent', extent),
        xml('wp:docPr', { id, name: `Picture ${id}`, descr: alt }),
        xml(
          'a:graphic',
          {},
          xml(
            'a:graphicData',
            { uri: 'http://schemas.openxmlformats.org/drawingml/2006/picture' },
            xml(
              'pic:pic',
              {},
              xml(
                'pic:nvPicPr',
                {},
                xml('pic:cNvPr', { id, name: `Picture ${id}`, descr: alt }),
                xml('pic:cNvPicPr', {}),
              ),
              xml(
                'pic:blipFill',
                {},
                xml('a:blip', { 'r:embed': relationship }),
                xml('a:stretch', {}, xml('a:fillRect', {})),
              ),
              xml(
                'pic:spPr',
                {},
                xml('a:xfrm', {}, xml('a:off', { x: '0', y: '0' }), xml('a:ext', extent)),
                xml('a:prstGeom', { prst: 'rect' }, xml('a:avLst', {})),
              ),
            ),
          ),
        ),
      ),
    ),
  )
}

interface Placed {
  /** Undefined where a cell of a row above reaches down to here. */
  readonly cell: HtmlElement | undefined
  readonly columns: number
  readonly isJoined: boolean
}

/** A row's cells from left to right, with those that reach into it from above. */
function placedRows(rows: readonly HtmlElement[]): Placed[][] {
  /** By column: how many more rows a cell above reaches into, and over how many columns. */
  let above = new Map<number, { rows: number; columns: number }>()
  return rows.map(row => {
    const placed: Placed[] = []
    const below = new Map<number, { rows: number; columns: number }>()
    let column = 0
    const skip = () => {
      for (let from = above.get(column); from !== undefined; from = above.get(column)) {
        placed.push({ cell: undefined, columns: from.columns, isJoined: true })
        if (from.rows > 1) below.set(column, { ...from, rows: from.rows - 1 })
        column += from.columns
      }
    }
    for (const cell of elementsIn(row)) {
      skip()
      const columns = Number(cell.properties['colSpan'] ?? 1)
      const down = Number(cell.properties['rowSpan'] ?? 1)
      placed.push({ cell, columns, isJoined: down > 1 })
      if (down > 1) below.set(column, { rows: down - 1, columns })
      column += columns
    }
    skip()
    above = below
    return placed
  })
}

const widthOf = (row: readonly Placed[]): number => row.reduce((sum, { columns }) => sum + columns, 0)

function tableOf(table: HtmlElement, context: BlockContext): Element[] {
  const parts = elementsIn(table)
  const caption = parts
    .filter(({ tagName }) => tagName === 'caption')
    .map(each =>
      paragraph('Caption', runsOf(each.children, context.language, context), [xml('w:keepNext', {})]),
    )
  const bodies = parts.filter(({ tagName }) => tagName !== 'caption')
  const heads = new Set(bodies.filter(({ tagName }) => tagName === 'thead').flatMap(elementsIn))
  const rows = bodies.flatMap(elementsIn)
  const placed = placedRows(rows)
  const columns = Math.max(1, ...placed.map(widthOf))
  const width = Math.floor(context.textWidth / columns)
  const grid = Array.from({ length: columns }, () => xml('w:gridCol', { 'w:w': String(width) }))
  const lines = rows.map((row, index) => {
    const cells = placed[index] ?? []
    const missing = columns - widthOf(cells)
    const filler: Placed[] = missing > 0 ? [{ cell: undefined, columns: missing, isJoined: false }] : []
    return xml(
      'w:tr',
      {},
      xml('w:trPr', {}, xml('w:cantSplit', {}), ...(heads.has(row) ? [xml('w:tblHeader', {})] : [])),
      ...[...cells, ...filler].map(each => cellOf(each, width, context)),
    )
  })
  return [
    ...caption,
    xml(
      'w:tbl',
      {},
      xml(
        'w:tblPr',
        {},
        xml('w:tblStyle', { 'w:val': 'TableGrid' }),
        xml('w:tblW', { 'w:w': '5000', 'w:type': 'pct' }),
        xml('w:tblLook', { 'w:val': '0420', 'w:firstRow': '1', 'w:noVBand': '1' }),
      ),
      xml('w:tblGrid', {}, ...grid),
      ...lines,
    ),
    // Word wants a paragraph behind a table, and joins two tables without one.
    paragraph('TableEnd', []),
  ]
}

function cellOf({ cell, columns, isJoined }: Placed, width: number, context: BlockContext): Element {
  const style = cell?.tagName === 'th' ? 'TableHead' : 'TableText'
  return xml(
    'w:tc',
    {},
    xml(
      'w:tcPr',
      {},
      xml('w:tcW', { 'w:w': String(width * columns), 'w:type': 'dxa' }),
      ...(columns > 1 ? [xml('w:gridSpan', { 'w:val': String(columns) })] : []),
      ...(isJoined ? [xml('w:vMerge', cell === undefined ? {} : { 'w:val': 'restart' })] : []),
    ),
    paragraph(style, cell === undefined ? [] : runsOf(cell.children, context.language, context)),
  )
}
