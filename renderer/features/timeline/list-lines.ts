import type { Group, Row } from '../../../electron/core/model/listing.ts'

/** A line of the list: the heading of a group, or the clipping at `row` of the listing. */
export type Line =
  | { readonly kind: 'heading'; readonly group: Group; readonly at: number }
  | { readonly kind: 'row'; readonly row: number }

/** For each line, of headings and rows together, 1 where it is a heading. */
export function headingLines(groups: readonly Group[], total: number): Uint8Array {
  const lines = new Uint8Array(groups.length + total)
  for (const [at, { start }] of groups.entries()) lines[start + at] = 1
  return lines
}

/**
 * What a line is known by. The first rows are what they show, so that another list gets lines of its own; the
 * thousands below them are where they stand, which is told without a search.
 */
export function keyOfLine(
  groups: readonly Group[],
  firstRows: readonly Row[],
  line: number,
): string | number {
  if (line >= firstRows.length * 2) return line
  const shown = lineAt(groups, line)
  if (shown.kind === 'heading') return `heading ${shown.group.key}`
  return firstRows[shown.row]?.id ?? line
}

/** The index of the group that the row belongs to: the last one that starts at or before it. */
function groupOfRow(groups: readonly Group[], row: number): number {
  let low = 0
  let high = groups.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((groups[middle]?.start ?? 0) <= row) low = middle
    else high = middle - 1
  }
  return low
}

/** The line at which a row stands: every group up to its own has put a heading before it. */
export const lineOfRow = (groups: readonly Group[], row: number): number =>
  groups.length === 0 ? row : row + groupOfRow(groups, row) + 1

/** The line of a group's heading. */
export const lineOfHeading = (groups: readonly Group[], at: number): number => (groups[at]?.start ?? 0) + at

/** The index of the last group whose heading stands at or before the line. */
export function groupOfLine(groups: readonly Group[], line: number): number {
  let low = 0
  let high = groups.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (lineOfHeading(groups, middle) <= line) low = middle
    else high = middle - 1
  }
  return low
}

/** The row that stands at the line, or the first one below the heading that stands there. */
export const rowAtOrBelow = (groups: readonly Group[], line: number): number =>
  groups.length === 0
    ? line
    : Math.max(line - groupOfLine(groups, line) - 1, groups[groupOfLine(groups, line)]?.start ?? 0)

export function lineAt(groups: readonly Group[], line: number): Line {
  if (groups.length === 0) return { kind: 'row', row: line }
  const at = groupOfLine(groups, line)
  const group = groups[at]
  if (group && lineOfHeading(groups, at) === line) return { kind: 'heading', group, at }
  return { kind: 'row', row: line - at - 1 }
}
