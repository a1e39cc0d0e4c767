/**
 * What is selected in a list whose rows are not all loaded: positions for moving, identities for keeping.
 * `anchor` is where a range starts, `active` where it ends and where the focus is. With no `ids`, `active` is
 * the gap that a clipping left which is still open: the row there now took its place.
 */
export interface ListSelection {
  readonly anchor: number
  readonly active: number
  readonly ids: readonly string[]
}

export const NOTHING_SELECTED: ListSelection = { anchor: -1, active: -1, ids: [] }

export const selectOne = (row: number, id: string): ListSelection => ({ anchor: row, active: row, ids: [id] })

/** Control- or Command-click: adds the row, or takes it out. The last one left stays selected. */
export function toggleOne(selection: ListSelection, row: number, id: string): ListSelection {
  const without = selection.ids.filter(other => other !== id)
  if (without.length === selection.ids.length)
    return { anchor: row, active: row, ids: [...selection.ids, id] }
  return without.length === 0 ? selection : { anchor: row, active: row, ids: without }
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
})

/** The row to go to from the active one; before anything is active, the first or the last. */
export function step(selection: ListSelection, by: 1 | -1, total: number): number {
  if (total === 0) return -1
  if (selection.active < 0) return by > 0 ? 0 : total - 1
  if (selection.ids.length === 0)
    return Math.min(Math.max(by > 0 ? selection.active : selection.active - 1, 0), total - 1)
  return Math.min(Math.max(selection.active + by, 0), total - 1)
}

/** After clippings left the list, the row that took the active one's place, or the last. */
export const rowAfterRemoval = (selection: ListSelection, total: number): number =>
  Math.min(Math.max(selection.active, 0), total - 1)
