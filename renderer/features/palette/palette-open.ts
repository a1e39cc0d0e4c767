import { createStore } from '../../state/store.ts'

/** Where the window was when the palette was opened: what had the focus, and what was selected of the text. */
interface Before {
  readonly focus: Element | null
  readonly selected: Range | undefined
}

/** Undefined while the palette is closed. */
export const palette = createStore<Before | undefined>(undefined)

export function openPalette(): void {
  const selection = getSelection()
  const selected =
    selection !== null && !selection.isCollapsed && selection.rangeCount > 0
      ? selection.getRangeAt(0).cloneRange()
      : undefined
  palette.set({ focus: document.activeElement, selected })
}

/** Brings the window back to where it was, as if the palette had not been there: for what is done next. */
export function giveBack({ focus, selected }: Before): void {
  if (focus instanceof HTMLElement) focus.focus({ preventScroll: true })
  if (selected === undefined) return
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(selected)
}
