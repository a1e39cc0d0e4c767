import { currentRoute, navigate } from '../routing/use-route.ts'
import { currentLayout } from './use-layout.ts'

/** Goes to the reader: shows it where there is one pane, and gives it the focus. */
export function openReader(): void {
  if (!currentRoute().clipping) return
  if (currentLayout() === 'one') navigate({ pane: 'reader' })
  requestAnimationFrame(() => document.getElementById('reader')?.focus())
}

/** Goes back to the list. */
export function openList(): void {
  if (currentRoute().pane !== 'list') navigate({ pane: 'list' })
  requestAnimationFrame(() => document.getElementById('clippings')?.focus())
}
