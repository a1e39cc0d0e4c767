import type { Group } from '../../../electron/core/model/listing.ts'

/** A line of the list: the heading of a group, or the clipping at `row` of the listing. */
export type Line =
  | { readonly kind: 'heading'; readonly group: Group; readonly at: number }
  | { readonly kind: 'row'; readonly row: number }

/** Headings and rows together. */
export const lineCount = (groups: readonly Group[], total: number): number => groups.length + total

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
