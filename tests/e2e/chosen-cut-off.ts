import type { Page } from 'playwright-core'

/** By how many pixels the chosen line of the list stands out of it, at its foot or its head; none below zero. */
export const chosenCutOff = (window: Page): Promise<number> =>
  window.locator('[role=option][aria-selected=true]').evaluate(chosen => {
    const list = chosen.closest('[role=listbox]')?.getBoundingClientRect()
    const { top, bottom } = chosen.getBoundingClientRect()
    return Math.max(bottom - (list?.bottom ?? 0), (list?.top ?? 0) - top)
  })
