import { rowsOf, type Segment } from './rows.ts'

export interface PageOfSegments {
  readonly width: number
  readonly height: number
  readonly segments: readonly Segment[]
}

/** So many lines at each end of a page can be its running head and foot. */
const LINES_AT_EDGE = 3
/** In this share of the height from either edge. */
const EDGE = 0.15
/** A lone page has nothing to repeat: only what cannot be text, close to the edge. */
const MARGIN = 0.07
const SAME_PLACE = 4

const PAGE_NUMBER =
  /^[\s\-–—·|/]*(?:page|p\.|seite|第)?\s*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:\/|of|von|sur|共|页\s*共|／)\s*\d{1,4})?\s*(?:页|頁|版)?[\s\-–—·|/]*$/iu
const ADDRESS = /^(?:https?|file):\/\/\S+(?:\s+\d+\s*\/\s*\d+)?$/u
/** What browsers print above a page: the time of printing, then the title. */
const PRINTED_AT =
  /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+(?:上午|下午)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\s*(?:[AP]M)?\b/iu

interface EdgeRow {
  readonly page: number
  readonly row: readonly Segment[]
  readonly y: number
  readonly words: string
  readonly isTop: boolean
}

const wordsIn = (row: readonly Segment[]): string =>
  row
    .map(({ text }) => text.trim())
    .join(' ')
    .replace(/\s+/gu, ' ')

/** Two pages have the same head where only numbers differ. */
const shape = (words: string): string => words.replace(/\d+/gu, '#').replace(/\b[ivxlc]+\b/giu, '#')

function edgesOf({ segments, height }: PageOfSegments, page: number): EdgeRow[] {
  const rows = rowsOf(segments)
  return rows.flatMap((row, index): EdgeRow[] => {
    const y = row[0]?.y ?? 0
    const isTop = index < LINES_AT_EDGE && y < height * EDGE
    const isBottom = index >= rows.length - LINES_AT_EDGE && y > height * (1 - EDGE)
    return isTop || isBottom ? [{ page, row, y, words: wordsIn(row), isTop }] : []
  })
}

/**
 * Which segments of each page are running heads, feet and page numbers: lines that stand at the same place of the
 * pages with the same words but for numbers, and lines of the margin that are a page's number, its address or the
 * time of printing. Left and right pages may differ, so a line has to be on a third of the pages, at least on two.
 */
export function runningHeads(pages: readonly PageOfSegments[]): ReadonlySet<Segment>[] {
  const found = pages.map(() => new Set<Segment>())
  const byPlace = new Map<string, EdgeRow[]>()
  for (const [page, content] of pages.entries()) {
    for (const edge of edgesOf(content, page)) {
      const known = `${edge.isTop} ${shape(edge.words)}`
      byPlace.set(known, [...(byPlace.get(known) ?? []), edge])
      const inMargin = edge.y < content.height * MARGIN || edge.y > content.height * (1 - MARGIN)
      const cannotBeText =
        PAGE_NUMBER.test(edge.words) || ADDRESS.test(edge.words) || PRINTED_AT.test(edge.words)
      if (inMargin && cannotBeText) for (const segment of edge.row) found[page]?.add(segment)
    }
  }
  const least = Math.max(2, Math.ceil(Math.min(pages.length, 60) / 3))
  for (const edges of byPlace.values()) {
    const places = edges.map(edge => edges.filter(other => Math.abs(other.y - edge.y) < SAME_PLACE))
    for (const [index, edge] of edges.entries()) {
      const together = places[index] ?? []
      const onPages = new Set(together.map(({ page }) => page)).size
      if (onPages < least) continue
      for (const segment of edge.row) found[edge.page]?.add(segment)
    }
  }
  return found
}
