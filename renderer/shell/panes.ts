import { currentRoute, navigate } from '../routing/use-route.ts'
import { currentLayout } from './use-layout.ts'

/** Focuses a pane at once where it is on screen, so that the next key is already its own; otherwise once it is. */
function focusOn(id: 'reader' | 'clippings'): void {
  const pane = document.getElementById(id)
  if (pane) pane.focus()
  else requestAnimationFrame(() => document.getElementById(id)?.focus())
}

/** Goes to the reader: shows it where there is one pane, and gives it the focus. */
export function openReader(): void {
  if (!currentRoute().clipping) return
  if (currentLayout() === 'one') navigate({ pane: 'reader' })
  focusOn('reader')
}

/** Goes back to the list. */
export function openList(): void {
  if (currentRoute().pane !== 'list') navigate({ pane: 'list' })
  focusOn('clippings')
}
