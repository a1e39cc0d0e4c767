import { lineOf, rowsOf, type Segment } from './rows.ts'

/** A line of one column, with the column's own edges. */
export interface ColumnLine extends Segment {
  readonly column: number
  readonly columnLeft: number
  readonly columnRight: number
}

const DEEPEST = 4
/** Fewer lines side by side are a table's row or a caption beside a picture. */
const FEWEST_ROWS = 4
/** Lines of a column fill it; cells of a table do not. */
const FILLED = 0.45

/** The end of an article may fill two lines of its columns: they are where those of the other pages are. */
const FEWEST_KNOWN = 2

export interface Gutter {
  readonly from: number
  readonly to: number
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** Gaps that run down the page between segments on the same lines, the one with the most lines beside it first. */
function gutterOf(segments: readonly Segment[], known: readonly Gutter[]): Gutter | undefined {
  const rows = rowsOf(segments)
  const gaps = rows.flatMap(row =>
    row.slice(1).map((after, index) => ({ from: row[index]?.right ?? 0, to: after.left })),
  )
  if (gaps.length < FEWEST_KNOWN) return undefined
  const size = median(segments.map(each => each.size))
  let best: (Gutter & { score: number }) | undefined
  for (const middle of new Set(gaps.map(({ from, to }) => Math.round((from + to) / 2)))) {
    const through = gaps.filter(({ from, to }) => from < middle && to > middle)
    const isKnown = known.some(gutter => gutter.from < middle && gutter.to > middle)
    const least = isKnown ? FEWEST_KNOWN : FEWEST_ROWS
    if (through.length < least) continue
    const from = Math.max(...through.map(gap => gap.from))
    const to = Math.min(...through.map(gap => gap.to))
    const left = segments.filter(each => each.right <= to)
    const right = segments.filter(each => each.left >= from)
    const crossing = segments.length - left.length - right.length
    const score = through.length - crossing
    if (
      to - from < size * 0.7 ||
      !fills(left, least) ||
      !fills(right, least) ||
      crossing > segments.length * 0.6
    )
      continue
    if (best === undefined || score > best.score) best = { from, to, score }
  }
  return best
}

function fills(side: readonly Segment[], least: number): boolean {
  const rows = rowsOf(side)
  if (rows.length < least) return false
  const left = Math.min(...side.map(each => each.left))
  const right = Math.max(...side.map(each => each.right))
  // Lines that are spread out to fill a column come as a segment a word.
  const widths = rows.map(row => row.reduce((sum, each) => sum + each.right - each.left, 0))
  return median(widths) >= (right - left) * FILLED
}

/**
 * Segments of a page in the order in which they are read: what spans the columns parts the page into bands, and in
 * each band the columns are read from left to right.
 */
function ordered(segments: readonly Segment[], known: Gutter[], depth: number): Segment[][] {
  const gutter = depth < DEEPEST ? gutterOf(segments, known) : undefined
  if (gutter === undefined) return segments.length === 0 ? [] : [[...segments]]
  if (!known.some(({ from, to }) => from === gutter.from && to === gutter.to)) known.push(gutter)
  const columns: Segment[][] = []
  let left: Segment[] = []
  let right: Segment[] = []
  let spanning: Segment[] = []
  const close = (): void => {
    columns.push(...ordered(left, known, depth + 1), ...ordered(right, known, depth + 1))
    left = []
    right = []
  }
  const endSpan = (): void => {
    if (spanning.length > 0) columns.push(spanning)
    spanning = []
  }
  for (const row of rowsOf(segments)) {
    const middle = (gutter.from + gutter.to) / 2
    if (row.some(each => each.left < middle - 1 && each.right > middle + 1)) {
      close()
      spanning.push(...row)
      continue
    }
    endSpan()
    for (const each of row) (each.right <= middle + 1 ? left : right).push(each)
  }
  endSpan()
  close()
  return columns
}

/**
 * The lines of a page in reading order. `first` is the number of its first column; `known` are the gutters of the pages
 * before, to which its own are added.
 */
export function linesOfPage(segments: readonly Segment[], first: number, known: Gutter[]): ColumnLine[] {
  return ordered(segments, known, 0).flatMap((column, index) => {
    const columnLeft = Math.min(...column.map(each => each.left))
    const columnRight = Math.max(...column.map(each => each.right))
    return rowsOf(column).flatMap((row): ColumnLine[] => {
      const line = lineOf(row)
      return line === undefined ? [] : [{ ...line, column: first + index, columnLeft, columnRight }]
    })
  })
}
