/**
 * What is selected in a list whose rows are not all loaded: positions for moving, identities for keeping.
 * `anchor` is where a range starts, `active` where it ends and where the focus is. A `gap` is the place of a
 * clipping that left the list and is still open: the row there now took its place.
 */
export interface ListSelection {
  readonly anchor: number
  readonly active: number
  readonly ids: readonly string[]
  readonly gap: boolean
}

export const NOTHING_SELECTED: ListSelection = { anchor: -1, active: -1, ids: [], gap: false }

/** The row and its clipping; no clipping while it is being asked for. */
export const selectOne = (row: number, id: string | undefined): ListSelection => ({
  anchor: row,
  active: row,
  ids: id === undefined ? [] : [id],
  gap: false,
})

/** Control- or Command-click: adds the row, or takes it out. The last one left stays selected. */
export function toggleOne(selection: ListSelection, row: number, id: string): ListSelection {
  const without = selection.ids.filter(other => other !== id)
  if (without.length === selection.ids.length) {
    return { anchor: row, active: row, ids: [...selection.ids, id], gap: false }
  }
  return without.length === 0 ? selection : { anchor: row, active: row, ids: without, gap: false }
}

/** The rows between the anchor and `row`, first and last inclusive, in list order. */
export function rangeTo(
  selection: ListSelection,
  row: number,
): { readonly start: number; readonly count: number } {
  const anchor = selection.anchor < 0 ? row : selection.anchor
  return { start: Math.min(anchor, row), count: Math.abs(anchor - row) + 1 }
}

/** Shift-click and Shift-arrow: the range replaces what was selected; the anchor stays. */
export const selectRange = (
  selection: ListSelection,
  row: number,
  ids: readonly string[],
): ListSelection => ({
  anchor: selection.anchor < 0 ? row : selection.anchor,
  active: row,
  ids,
  gap: false,
})

/** The open clipping left the list: its place is kept, to go on from. */
export const leaveGap = (selection: ListSelection): ListSelection => ({ ...selection, ids: [], gap: true })

/** The row to go to from the active one; before anything is active, the first or the last. -1 in an empty list. */
export function step(selection: ListSelection, by: 1 | -1, total: number): number {
  if (total === 0) return -1
  if (selection.active < 0) return by > 0 ? 0 : total - 1
  const next = selection.gap && by > 0 ? selection.active : selection.active + by
  return Math.min(Math.max(next, 0), total - 1)
}

/** After clippings left the list, the row that took the place of the first of them, or the last row. */
export const rowAfterRemoval = ({ anchor, active }: ListSelection, total: number): number =>
  Math.min(Math.max(Math.min(anchor, active), 0), total - 1)
