import type { KeyboardEvent } from 'react'

const ITEMS = '[data-nav-item]'

/** Arrow keys, Home and End move the focus among the links of the sidebar; Tab still leaves it. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(ITEMS)]
  const focused = document.activeElement
  const here = focused instanceof HTMLElement ? items.indexOf(focused) : -1
  if (here < 0) return
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(here + 1, items.length - 1),
    ArrowUp: Math.max(here - 1, 0),
    Home: 0,
    End: items.length - 1,
  }
  const target = targets[event.key]
  if (target === undefined || event.metaKey || event.ctrlKey || event.altKey) return
  event.preventDefault()
  items[target]?.focus()
}
