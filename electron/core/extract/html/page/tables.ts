import { MOST_SPANNED } from '../../../model/body.ts'
import type { Page, PageElement } from './page.ts'

export interface MarkupCell {
  readonly element: PageElement
  readonly isHeader: boolean
  /** 1 where it spans nothing. */
  readonly colSpan: number
  readonly rowSpan: number
  /** It holds a part of a page, such as a heading or a form, and not the words of a cell. */
  readonly holdsPart: boolean
}

export interface MarkupRow {
  readonly isHead: boolean
  readonly cells: readonly MarkupCell[]
}

/** A `<table>` as the page's markup has it, whatever it is for. */
export interface MarkupTable {
  readonly element: PageElement
  readonly caption: PageElement | undefined
  readonly rows: readonly MarkupRow[]
  readonly holdsTable: boolean
}

const PARTS = new Set([
  ...['h1', 'h2', 'h3', 'h4', 'article', 'section', 'nav', 'form', 'blockquote', 'pre'],
  ...['input', 'select', 'button'],
])

interface OpenTable {
  readonly element: PageElement
  caption: PageElement | undefined
  readonly rows: { isHead: boolean; cells: MarkupCell[] }[]
  holdsTable: boolean
}

/** `rowspan="0"` reaches to the end of the table; a span that is no number is 1. */
function spanOf(element: PageElement, name: 'colspan' | 'rowspan'): number {
  const stated = Number.parseInt(element.attributes.get(name) ?? '1', 10)
  if (Number.isNaN(stated) || stated < 0) return 1
  return stated === 0 ? (name === 'rowspan' ? MOST_SPANNED : 1) : Math.min(stated, MOST_SPANNED)
}

/** All tables of a page in the order of their beginnings, however deep they nest. */
export function tablesOf({ elements }: Page): MarkupTable[] {
  const found: OpenTable[] = []
  const open: OpenTable[] = []
  for (const element of elements) {
    while ((open.at(-1)?.element.depth ?? -1) >= element.depth) open.pop()
    const table = open.at(-1)
    if (element.tag === 'table') {
      if (table !== undefined) table.holdsTable = true
      const own: OpenTable = { element, caption: undefined, rows: [], holdsTable: false }
      found.push(own)
      open.push(own)
    } else if (table !== undefined) read(elements, table, element)
  }
  return found
}

function read(elements: Page['elements'], table: OpenTable, element: PageElement): void {
  const cells = table.rows.at(-1)?.cells
  switch (element.tag) {
    case 'caption':
      table.caption ??= element
      return
    case 'tr':
      table.rows.push({ isHead: elements[element.parent]?.tag === 'thead', cells: [] })
      return
    case 'td':
    case 'th':
      cells?.push({
        element,
        isHeader: element.tag === 'th',
        colSpan: spanOf(element, 'colspan'),
        rowSpan: spanOf(element, 'rowspan'),
        holdsPart: false,
      })
      return
    default: {
      const cell = cells?.at(-1)
      if (cell !== undefined && PARTS.has(element.tag)) cells?.splice(-1, 1, { ...cell, holdsPart: true })
    }
  }
}
