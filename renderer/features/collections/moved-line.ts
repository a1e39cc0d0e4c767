import { type RefObject, useLayoutEffect } from 'react'

/** The line of the sidebar that has the focus and is on its way to another place, where it is to have it again. */
let moved: string | undefined

/** Says that a line moves: the browser takes the focus away from what it puts elsewhere. */
export function keepFocusOn(id: string): void {
  moved = document.activeElement?.getAttribute('data-line') === id ? id : undefined
}

/**
 * Gives the focus back to a line that moved, when what the sidebar shows is another: at once, and only where nothing has
 * it, because whoever went on meanwhile keeps it.
 */
export function useMovedLineFocus(sidebar: RefObject<HTMLElement | null>, shown: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: when what is shown is another
  useLayoutEffect(() => {
    if (moved !== undefined && document.activeElement === document.body)
      sidebar.current?.querySelector<HTMLElement>(`[data-line="${moved}"]`)?.focus()
    moved = undefined
  }, [shown])
}
