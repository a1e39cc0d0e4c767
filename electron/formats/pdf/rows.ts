/** A run of words on one baseline, in points from the top left corner of the page. */
export interface Segment {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The baseline. */
  readonly y: number
  readonly size: number
}

/** What is used of PDF.js's text items. */
export interface PlacedText {
  readonly str: string
  readonly width: number
  readonly transform: readonly number[]
}

/** So much of the size between two runs is a space between words. */
const WORD_GAP = 0.18
/** So much is the gap between columns or cells; narrow justified columns have word gaps of up to one. */
const COLUMN_GAP = 1.15
/** Runs whose baselines differ by less than this share of the size are on one line: raised figures are. */
const SAME_LINE = 0.36
/** A figure of a footnote is smaller than its line and stands higher. */
const RAISED = 0.5
const SMALLER = 0.8
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

/** The run as it stands on the page, upright or not. */
function placed(
  { str, width, transform }: PlacedText,
  page: readonly number[],
): Segment & { upright: boolean } {
  const at = (index: number): number => transform[index] ?? 0
  const map = (index: number): number => page[index] ?? 0
  const left = map(0) * at(4) + map(2) * at(5) + map(4)
  const y = map(1) * at(4) + map(3) * at(5) + map(5)
  const along = [map(0) * at(0) + map(2) * at(1), map(1) * at(0) + map(3) * at(1)] as const
  const size = Math.hypot(at(2), at(3)) * Math.hypot(map(2), map(3))
  const upright = along[0] > 0 && Math.abs(along[1]) < along[0] * 0.1
  return { text: str, left, right: left + width * Math.hypot(map(0), map(1)), y, size, upright }
}

const areWide = (before: Segment, after: Segment): boolean =>
  WIDE.test(before.text.at(-1) ?? '') && WIDE.test(after.text[0] ?? '')

/** The words of two runs on one line, with a space where the page has one, or where it `isSpaced`. */
function joined(before: Segment, after: Segment, isSpaced = false): Segment {
  const gap = after.left - before.right
  const isWide = areWide(before, after)
  const needsSpace = !/\s$/u.test(before.text) && !/^\s/u.test(after.text)
  const isApart = gap > Math.max(before.size, after.size) * (isWide ? 1 : WORD_GAP)
  const space = needsSpace && (isApart || isSpaced) ? ' ' : ''
  return {
    ...(after.text.length > before.text.length ? after : before),
    text: before.text + space + after.text,
    left: Math.min(before.left, after.left),
    right: Math.max(before.right, after.right),
    y: before.text.trim().length >= after.text.trim().length ? before.y : after.y,
    size: Math.max(before.size, after.size),
  }
}

function onOneLine(a: Segment, b: Segment): boolean {
  const [small, large] = a.size < b.size ? [a.size, b.size] : [b.size, a.size]
  return Math.abs(a.y - b.y) < (small < large * SMALLER ? large * RAISED : small * SAME_LINE)
}

/** Segments on one baseline, each group from left to right, the groups from top to bottom. */
export function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = []
  for (const segment of segments.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    const first = row?.toSorted((a, b) => b.size - a.size)[0]
    if (row !== undefined && first !== undefined && onOneLine(first, segment)) row.push(segment)
    else rows.push([segment])
  }
  return rows.map(row => row.toSorted((a, b) => a.left - b.left))
}

/**
 * The runs of a row before which there is a space between two Chinese characters, which is narrower than any gap
 * that would tell it. A character by itself between two spaces is a spaced letter and no word.
 */
function spacedIn(row: readonly Segment[], afterBlank: ReadonlySet<Segment>): ReadonlySet<Segment> {
  const isAlone = (index: number): boolean => {
    const [run, next] = [row[index], row[index + 1]]
    return (
      run !== undefined &&
      next !== undefined &&
      run.text.trim().length === 1 &&
      afterBlank.has(run) &&
      afterBlank.has(next)
    )
  }
  return new Set(
    row.filter((run, index) => {
      const before = row[index - 1]
      const isWide = before !== undefined && areWide(before, run)
      return isWide && afterBlank.has(run) && !isAlone(index) && !isAlone(index - 1)
    }),
  )
}

/**
 * The words of a page as segments that no column's gap runs through. Text that is not upright (a stamp across the
 * page, an axis of a chart) comes apart. `page` is the transform of PDF.js's viewport.
 */
export function segmentsOf(
  items: readonly PlacedText[],
  page: readonly number[],
): { upright: Segment[]; slanted: string[] } {
  const runs: ReturnType<typeof placed>[] = []
  const afterBlank = new Set<Segment>()
  let isBlank = false
  for (const item of items) {
    if (item.str.trim() !== '') {
      const run = placed(item, page)
      runs.push(run)
      if (isBlank) afterBlank.add(run)
    }
    isBlank = item.str !== '' && item.str.trim() === ''
  }
  const upright: Segment[] = []
  for (const row of rowsOf(runs.filter(run => run.upright && run.size > 0.5))) {
    const spaced = spacedIn(row, afterBlank)
    let current: Segment | undefined
    for (const run of row) {
      // Bold is sometimes printed as the same words twice, a hair apart.
      if (current?.text === run.text && Math.abs(current.left - run.left) < run.size * 0.1) continue
      if (current !== undefined && run.left - current.right <= Math.max(run.size, current.size) * COLUMN_GAP)
        current = joined(current, run, spaced.has(run))
      else {
        if (current !== undefined) upright.push(current)
        current = run
      }
    }
    if (current !== undefined) upright.push(current)
  }
  return { upright, slanted: runs.filter(run => !run.upright).map(run => run.text) }
}

/** Segments of one line of a column as one, cells and tab stops parted by a space. */
export const lineOf = (row: readonly Segment[]): Segment | undefined =>
  row.length === 0 ? undefined : row.reduce((before, after) => joined(before, after))
